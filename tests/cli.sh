#!/bin/sh
# The command line, end to end: cli.sh PROGRAM SOURCE-FOLDER
#
# Every command, every exit status, every class of message. Runs in a scratch
# folder with a home of its own; writes nothing anywhere else.
program=$1
source=$2
passed=0
failed=0

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME NO_COLOR CLICOLOR CLICOLOR_FORCE
HOME=$scratch/home
LC_ALL=C.UTF-8
TERM=xterm
export HOME LC_ALL TERM
mkdir home

pass() {
	passed=$((passed + 1))
}

fail() {
	failed=$((failed + 1))
	echo "FAILED: $1"
	[ ! -s out ] || sed 's/^/  out: /' out | head -5
	[ ! -s err ] || sed 's/^/  err: /' err | head -5
}

# run ARGUMENT...: standard output to out, standard error to err.
run() {
	what="tuneornot $*"
	"$program" "$@" >out 2>err </dev/null
	status=$?
}

# with VARIABLE=VALUE ARGUMENT...: the same in another environment.
with() {
	what="$1 tuneornot"
	setting=$1
	shift
	what="$what $*"
	env "$setting" "$program" "$@" >out 2>err </dev/null
	status=$?
}

# exits STATUS
exits() {
	if [ "$status" -eq "$1" ]; then pass; else
		fail "$what: exit status $status, not $1"
	fi
}

# says FILE TEXT: the file has a line with this text.
says() {
	if grep -qF -- "$2" "$1"; then pass; else
		fail "$what: no \"$2\" in $1"
	fi
}

# quiet FILE: nothing in it.
quiet() {
	if [ ! -s "$1" ]; then pass; else fail "$what: $1 is not empty"; fi
}

# same FILE FILE
same() {
	if cmp -s "$1" "$2"; then pass; else fail "$what: $1 and $2 differ"; fi
}

# holds COMMAND...: it succeeds.
holds() {
	if "$@"; then pass; else fail "$what: not so: $*"; fi
}

# lacks TEXT FILE: no line matches.
lacks() {
	if grep -q "$1" "$2"; then fail "$what: \"$1\" in $2"; else pass; fi
}

# ---- help ------------------------------------------------------------------

for command in '' new report get set check prices usage themes paths; do
	# shellcheck disable=SC2086 # none is one argument less
	run $command --help
	exits 0
	quiet err
	says out Examples
	says out "tuneornot $command"
	holds awk 'length > 80 { exit 1 }' out
	cp out first
	# shellcheck disable=SC2086
	run -h $command
	same out first
done
run --version
exits 0
says out 'tuneornot 0.'
run report no-such-file.cfg --help
exits 0

# ---- wrong command lines ---------------------------------------------------

# wrong MESSAGE ARGUMENT...: status 2, nothing on standard output.
wrong() {
	message=$1
	shift
	run "$@"
	exits 2
	quiet out
	says err "$message"
	holds test "$(wc -l <err)" -eq 1
}

wrong 'did you mean "tuneornot report"?' reprot triage.cfg
wrong 'did you mean "tuneornot check"?' chekc
wrong 'there is no command "frobnicate"' frobnicate a b
wrong 'did you mean --format?' report a.cfg --fromat json
wrong 'did you mean --format?' report a.cfg -format json
wrong 'there is no flag -q' -q report a.cfg
wrong '--format wants FORMAT' report a.cfg --format
wrong '--output wants FILE' report a.cfg -o
wrong '--ascii takes no value' --ascii=yes
wrong 'report wants SESSION; for example: tuneornot report' report
wrong 'set wants SESSION KEY=VALUE' set a.cfg
wrong 'what is "b.cfg" for?' report a.cfg b.cfg
wrong 'tuneornot new does not take --format' new a.cfg --format json
wrong 'usage wants FILE...; for example: tuneornot usage' usage
wrong 'tuneornot set does not take --into' set a.cfg name=x --into b.cfg
wrong '--into wants a file' usage log.jsonl --into -
wrong '--into wants a file' usage log.jsonl --into a.cfg --save -
wrong 'did you mean "tuneornot usage"?' usgae log.jsonl
wrong 'the wizard does not take --set' a.cfg --set name=x
wrong 'auto, always or never' themes --color sometimes
wrong 'there is no theme "no such"' themes --theme 'no such'
wrong 'did you mean "support-triage"?' new a.cfg --template suport-triage
holds test ! -e a.cfg
run new a.cfg --template zzzzzzzzzz
exits 2
says err internal-assistant

# ---- no terminal -----------------------------------------------------------

wrong 'the wizard needs a terminal; without one: tuneornot report SESSION'
wrong 'tuneornot report ./some.cfg' ./some.cfg
wrong 'reads its keys from standard input' -
lacks "$(printf '\033')" err

# ---- new -------------------------------------------------------------------

run new a.cfg
exits 0
quiet out
quiet err
holds test "$(stat -c %a a.cfg)" = 600
run get a.cfg name 'options[3].serving'
printf 'a\nselfhost\n' >first
same out first
cp a.cfg first
run new a.cfg
exits 1
says err 'a.cfg: it exists already'
same a.cfg first
run new --template support-triage b.cfg
exits 0
run new no-such-folder/a.cfg
exits 1
says err no-such-folder/a.cfg
run new -
exits 0
cp out stdout.cfg
run check stdout.cfg
exits 0

# ---- get and set -----------------------------------------------------------

run set a.cfg 'volume.requests_per_month=1.2M to 3M' name='Support triage' \
	'options[Small, prompted].pass_rate=84%' 'options[0].input_price=$2.50' \
	quality.eval_examples=200 quality.eval_passes=180
exits 0
quiet out
quiet err
run get a.cfg volume.requests_per_month 'options[1].pass_rate' \
	'options[Frontier, prompted].input_price' savings.horizon_months
printf '1.2M to 3M\n84%%\n$2.50\n24\n' >first
same out first
run get a.cfg
exits 0
says out 'name=Support triage'
says out 'options[1].pass_rate=84%'
lacks savings.horizon_months out

# What get lists makes the same session again.
run set a.cfg 'options[4].name=Fifth' 'options[4].adaptation=tune'
exits 0
"$program" new again.cfg
"$program" get a.cfg | while IFS= read -r line; do
	printf '%s\0' "$line"
done | xargs -0 "$program" set again.cfg
same a.cfg again.cfg

# All or nothing, and the mend is said.
cp a.cfg first
run set a.cfg quality.bar=80% savings.factor=0
exits 1
says err 'a.cfg: savings.factor: '
same a.cfg first
run set a.cfg 'volume.cache_hit_rate=0,5'
exits 1
says err 'write 0.5 or 5'
run set a.cfg quality.eval_passes=300
exits 1
says err 'quality.eval_passes: '
run set a.cfg 'options[1].name=Frontier, prompted'
exits 1
run set a.cfg quality.ba=80%
exits 2
says err 'did you mean quality.bar?'
run set a.cfg 'options[Smal].pass_rate=1'
exits 2
says err 'did you mean options[Small, prompted].pass_rate?'
run set a.cfg volume
exits 2
says err KEY=VALUE
run get a.cfg volume.request_per_month
exits 2
says err 'did you mean volume.requests_per_month?'
same a.cfg first
run set a.cfg quality.bar=80%
run set a.cfg quality.bar=
exits 0
same a.cfg first

# From standard input to standard output.
"$program" set - quality.bar=85% <a.cfg >piped.cfg
run get piped.cfg quality.bar
says out 85%

# ---- report ----------------------------------------------------------------

run report b.cfg
exits 0
quiet err
holds test "$(wc -l <out)" -gt 30
lacks "$(printf '\033')" out
cp out memo.txt
run --format text report b.cfg
same out memo.txt
"$program" report - <b.cfg >out
same out memo.txt
run report b.cfg -o file.txt
exits 0
quiet out
same file.txt memo.txt
run report b.cfg -o -
same out memo.txt
with LC_ALL=C report b.cfg -o file.txt
same file.txt memo.txt
run report b.cfg --format json
exits 0
says out '"report": 1'
cp out report.json
with LC_ALL=C report b.cfg --format json
same out report.json
# A format has a short name, and a file's ending tells it.
run report b.cfg --format markdown
exits 0
quiet err
says out '# '
cp out report.md
run report b.cfg --format md
same out report.md
with LC_ALL=C report b.cfg --format md
same out report.md
run report b.cfg -o ending.md
same ending.md report.md
run report b.cfg --format html
exits 0
quiet err
says out '<!DOCTYPE html>'
cp out report.html
with LC_ALL=C report b.cfg --format htm --ascii
same out report.html
run report b.cfg -o ending.html
same ending.html report.html
run report b.cfg -o ending.json
same ending.json report.json
run report b.cfg -o ending.txt
same ending.txt memo.txt
run report b.cfg -o ending
same ending memo.txt
run report b.cfg -o ending.md --format text
same ending.md memo.txt
run report b.cfg --format md --ascii
exits 0
cp b.cfg first
run report b.cfg --set volume.requests_per_month=50M --set quality.bar=
exits 0
same b.cfg first
holds test -n "$(cmp out memo.txt)"
run report b.cfg --set volume.requests_per_month=lots
exits 1
says err '--set: volume.requests_per_month: '
run report b.cfg --format json --scenarios 3000 --seed 7
exits 0
says out '"scenarios": 3000'
says out '"seed": 7'
cp out report.json
run report b.cfg --format json --set scenarios=3000 --set seed=7
same out report.json
run report b.cfg --scenarios 0
exits 1
says err '--scenarios: scenarios: '
run report b.cfg --seed -1
exits 1
says err '--seed: seed: '
wrong 'did you mean "json"?' report b.cfg --format jsn
wrong 'it is text, markdown, html or json' report b.cfg --format powerpoint
run report b.cfg -o no-such-folder/memo.txt
exits 1
says err no-such-folder/memo.txt

# No byte above 0x7f that is not the user's.
non_ascii() {
	LC_ALL=C grep -q '[^ -~]' "$1"
}
"$program" get b.cfg >values
if ! non_ascii values; then
	run report b.cfg --ascii
	exits 0
	lacks '[^ -~]' out
	cp out first
	with LC_ALL=C report b.cfg
	same out first
fi

# ---- check, and files that are wrong ---------------------------------------

run check a.cfg b.cfg
exits 0
quiet out
quiet err
run check "$source"/share/examples/*.cfg
exits 0
quiet err

printf 'format = 1;\nvolume: { batch_shar = "1%%"; };\n' >key.cfg
run check key.cfg
exits 1
says err 'key.cfg:2: volume.batch_shar: '
says err batch_share
printf 'format = 1;\nname = "x"\n"' >syntax.cfg
printf 'format = 2;\n' >newer.cfg
head -c 200 b.cfg >cut.cfg
printf '@include "key.cfg"\n' >include.cfg
run check a.cfg key.cfg syntax.cfg newer.cfg cut.cfg include.cfg missing.cfg .
exits 1
holds test "$(wc -l <err)" -eq 7
for file in key syntax newer cut include missing; do
	says err "$file.cfg:"
done
run report missing.cfg
exits 1
quiet out

# A file that was changed by hand is used, with a notice.
sed 's/Support triage/Support, triaged/' a.cfg >changed.cfg
run check changed.cfg
exits 0
says err 'was changed outside'
run get changed.cfg name
says out 'Support, triaged'

# Foreign text comes out harmless.
escape=$(printf '\033]0;owned\007')
run get "$escape.cfg"
exits 1
lacks "$(printf '\033')" err
run set a.cfg "$escape=1"
exits 2
lacks "$(printf '\033')" err
run "--$escape"
exits 2
lacks "$(printf '\033')" err

# ---- usage -----------------------------------------------------------------

# chat MODEL SECOND INPUT OUTPUT: one line of a log.
chat() {
	printf '{"model":"%s","created":%d,"choices":[{"message":{"content":' \
		"$1" "$2"
	printf '"\\"usage\\": {}"}}],"usage":{"prompt_tokens":%d,' "$3"
	printf '"completion_tokens":%d,"prompt_tokens_details":' "$4"
	printf '{"cached_tokens":1200},"completion_tokens_details":'
	printf '{"reasoning_tokens":20}}}\n'
}

# Ten days of 12 requests, and lines that are of no use.
awk 'BEGIN { for (i = 0; i < 120; i++) print i }' | while read -r i; do
	chat gpt-4o-2024-08-06 $((1790000000 + 7200 * i)) $((1900 + i % 7)) 65
done >log.jsonl
cp log.jsonl first
run usage log.jsonl
exits 0
quiet err
says out '120 requests, 2026-09-21 to 2026-10-01 (UTC).'
says out 'gpt-4o-2024-08-06: 120 requests, range by days'
holds awk 'length > 80 { exit 1 }' out
lacks Beware out
cp out table.txt
with LC_ALL=C usage log.jsonl
same out table.txt
"$program" usage - <log.jsonl >out
same out table.txt
same log.jsonl first
{
	printf '\357\273\277'
	cat log.jsonl
	printf 'broken\r\n\n{"usage":"{}"}\n{"a":1}\n{}\n{"usage":null}\n['
} >dirty.jsonl
run usage dirty.jsonl
exits 0
says out '6 lines skipped:'
says out '4: it has no usage with input and output tokens'
says err 'dirty.jsonl:121: skipped: it is no whole JSON object'
says err 'dirty.jsonl:126: skipped: it has no usage'
lacks 'dirty.jsonl:12[78]' err
holds test "$(wc -l <err)" -eq 6
head -24 log.jsonl >short.jsonl
run usage short.jsonl
says out 'Beware: the log covers 1.92 days.'
printf '{"usage":{"input_tokens":7,"output_tokens":3}}' >timeless.jsonl
run usage timeless.jsonl
exits 0
says out 'No line says when it was'
says out '(no model'
run usage b.cfg
exits 1
quiet out
says err 'one JSON object a line'
run usage log.jsonl missing.jsonl
exits 1
quiet out
says err 'missing.jsonl: it cannot be read: '
run usage .
exits 1
says err '.: it cannot be read: '
run usage - -
exits 1
says err 'only once'
chat "$(printf '\\u001b]0;owned\\u0007')" 1790000000 2000 65 >escape.jsonl
run usage escape.jsonl
exits 0
lacks "$(printf '\033')" out

# Summed where they lie: parts and the whole are the same.
head -50 log.jsonl >part1.jsonl
tail -70 log.jsonl >part2.jsonl
run usage part1.jsonl --save part1.sum
exits 0
quiet err
"$program" usage - --save - <part2.jsonl >part2.sum
run usage part1.sum part2.sum
exits 0
quiet err
same out table.txt
cat part1.sum part2.sum >both.sum
run usage both.sum --save both2.sum
same out table.txt
run usage log.jsonl --save whole.sum
same both2.sum whole.sum
head -c 300 part1.sum >cut.sum
run usage cut.sum log.jsonl
exits 1
quiet out
says err 'cut.sum:1: the summary is cut off or damaged'
run usage part1.sum log.jsonl --save ./log.jsonl
exits 2
quiet out
says err 'another name'
run usage log.jsonl --save no-such-folder/a.sum
exits 1
says err no-such-folder/a.sum

# Into a session, with evidence; all or nothing.
run new into.cfg
run set into.cfg 'options[0].model=gpt-4o' volume.instruction_tokens=1500
run usage log.jsonl --into into.cfg
exits 0
quiet err
says out 'Into into.cfg:'
says out 'volume.output_tokens=45'
run get into.cfg volume.output_tokens volume.payload_tokens \
	volume.cache_hit_rate 'options[0].reasoning_tokens'
printf '45\n403\n80%%\n20\n' >first
same out first
run get into.cfg volume.requests_per_month
says out '368'
says into.cfg 'token log log.jsonl, 120 requests'
says into.cfg 'grade = "measured"'
says into.cfg 'date = "2026-10-01"'
run check into.cfg
exits 0
quiet err
odd=$(printf 'od\377d\n.jsonl')
cp log.jsonl "$odd"
run usage "$odd" --into into.cfg
exits 0
run check into.cfg
exits 0
cp into.cfg first
run usage missing.jsonl --into into.cfg
exits 1
run usage b.cfg --into into.cfg
exits 1
run usage log.jsonl --into missing.cfg
exits 1
quiet out
says err missing.cfg
same into.cfg first

# ---- standard output that fails --------------------------------------------

what='closed pipe'
{
	"$program" report b.cfg --format json 2>err
	echo $? >code
} | :
quiet err
holds test "$(cat code)" -eq 0 -o "$(cat code)" -eq 141
if [ -w /dev/full ]; then
	what='full disk'
	for command in 'report b.cfg' 'get b.cfg' 'usage log.jsonl' '--help' \
		'paths' 'prices list'; do
		# shellcheck disable=SC2086
		"$program" $command >/dev/full 2>err
		status=$?
		: >out
		exits 1
		says err 'standard output: '
	done
fi
what='closed standard output'
"$program" get b.cfg name >&- 2>err
status=$?
exits 1
"$program" set a.cfg name=Closed >&- 2>err
status=$?
exits 0

# ---- prices ----------------------------------------------------------------

run prices list --date 2026-11-24
exits 0
quiet err
holds test "$(wc -l <out)" -gt 280
for title in 'Models of APIs' 'Offers to tune' GPUs Throughput Labelling People
do
	says out "$title"
done
cp out first
run --date 2026-11-24 prices list
same out first
run prices list --ascii
holds awk 'length > 80 { exit 1 }' out
run prices list luna --date 2026-11-24
exits 0
says out 'openai/gpt-6-luna                            0.1     0.01      0.5'
holds test "$(grep -c luna out)" -eq 2
run prices list GPT-6 SOL --vendor openai --kind model --date 2026-11-24
exits 0
says out openai/gpt-6-sol
lacks 'GPUs' out
run prices list --kind gpu --ascii --date 2026-11-24
exits 0
says out gpu:h100-sxm
lacks '[^ -~]' out
cp out first
with LC_ALL=C prices list --kind gpu --date 2026-11-24
same out first
run prices list no such model
exits 0
quiet out
says err 'no entry of the catalogue has all of that'
run prices list
exits 0

run prices show google/gemini-3.8-flash --date 2026-11-24
exits 0
quiet err
says out 'On 2026-11-24'
says out 'Announced'
says out '2027-01-01  in 38 days     input is to become 1.5 $/Mtok'
says out '   [1] 2026-11-10  npm @earendil-works/pi-ai'
says out '/catalogue/api.cfg'
run prices show ft:openai/gpt-4.1-2025-04-14 --date 2027-01-20
exits 0
says out '2027-01-06  14 days ago    training has ended for everybody'
says out '2027-01-14  6 days ago     it has retired'
run prices show gpu:h100-sxm gpu:l4
exits 0
holds test "$(grep -c '^Sources$' out)" -eq 2

wrong 'prices wants list [WORD]... | show ID...; for example' prices
wrong 'did you mean "tuneornot prices list"?' prices lsit
wrong 'begin with "tuneornot prices list"' prices frobnicate
wrong 'which entry? For example: tuneornot prices show' prices show
wrong 'did you mean "openai/gpt-6-luna"?' prices show openai/gpt-6-lnua
wrong 'did you mean "openai/gpt-6-luna"?' prices show gpt-6-luna
wrong '"tuneornot prices list" shows all of them' prices show zzzzzzzzzzzzz
wrong 'did you mean "gpu"?' prices list --kind gpus
wrong 'throughput, labelling or role' prices list --kind cucumber
wrong 'did you mean "Anthropic"?' prices list --vendor Antropic
wrong 'there is no vendor "zzzzzzz"' prices list --vendor zzzzzzz
wrong '--date is a day such as 2026-11-24' prices list --date tomorrow
wrong 'are for tuneornot prices list' prices show gpu:l4 --kind gpu
wrong 'tuneornot report does not take --date' report b.cfg --date 2026-11-24

# An entry of one's own goes over ours; a file that is wrong is told.
own=$HOME/.local/share/tuneornot/catalogue
run prices list luna
lacks 'your own' out
mkdir -p "$own"
cat >"$own/mine.cfg" <<-END
	sources: { contract = "our contract with OpenAI"; };
	models = ( { id = "openai/gpt-6-luna"; name = "GPT-6 Luna, our price";
	  vendor = "OpenAI"; figures = ( { source = "contract";
	  date = "2026-11-20"; input = "0.08"; output = "0.40"; } ); } );
END
run prices list gpt-6-luna --date 2026-11-24
exits 0
says out 'openai/gpt-6-luna                           0.08        -     0.40     4 *'
says out 'from your own folder'
run prices show openai/gpt-6-luna --date 2026-11-24
says out 'our contract with OpenAI'
says out "Your own, line 2 of"
says out "   $own/mine.cfg"
printf 'sources: { a = "b"; };\nmodels = (\n{ id = "x"; prise = "1"; } );\n' \
	>"$own/wrong.cfg"
run prices list gpt-6-luna
exits 1
says out openai/gpt-6-luna
says err "$own/wrong.cfg:3: models[0].prise: there is no key"
rm -r "$own"
with XDG_DATA_HOME=relative prices list luna
exits 0
escape=$(printf '\033]0;owned\007')
run prices show "$escape"
exits 2
lacks "$(printf '\033')" err

# ---- themes, paths ---------------------------------------------------------

run themes
exits 0
quiet err
for theme in "$source"/themes/*.theme; do
	[ ! -e "$theme" ] || says out "$(basename "$theme" .theme)"
done
run paths
exits 0
says out "$HOME/.local/state/tuneornot"
with XDG_STATE_HOME=relative paths
says out "$HOME/.local/state/tuneornot"
with XDG_STATE_HOME="$scratch/state" paths
says out "$scratch/state/tuneornot"
says out "$HOME/.local/share/tuneornot/catalogue"
holds test ! -e "$HOME/.local/share/tuneornot/catalogue"
with XDG_DATA_HOME="$scratch/data" paths
says out "$scratch/data/tuneornot/catalogue"
holds test ! -e "$scratch/data"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
