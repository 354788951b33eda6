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

# Each command by itself, from the list that --help prints.
"$program" --help | sed -n '/^Commands$/,/^$/s/^  \([a-z][a-z]*\).*/\1/p' \
	>commands
says commands report
says commands doctor
while read -r command; do
	run "$command" --help
	exits 0
	quiet err
	holds awk 'length > 80 { exit 1 }' out
	# shellcheck disable=SC2016 # awk's own
	holds awk 'NR == 1 && /^[A-Z].*\.$/ { one = 1 }
		NR == 2 && $0 == "" { two = 1 }
		NR == 3 && $0 == "Examples" { three = 1 }
		END { exit !(one && two && three) }' out
	says out "  tuneornot $command"
	says out 'Flags of every command'
	cp out first
	run -h "$command"
	same out first
	run help "$command"
	same out first
	# Whatever else is wrong with the line.
	run "$command" a b c d --fromat -h
	exits 0
	same out first
	run "$command" --output --help
	same out first
	run "$command" --version
	exits 0
	says out 'tuneornot 0.'
	holds test "$(wc -l <out)" -eq 1
done <commands
run --help
exits 0
holds awk 'length > 80 { exit 1 }' out
says out 'Exit status'
cp out first
run help
same out first
run report no-such-file.cfg --help
exits 0
run --version
exits 0
says out 'tuneornot 0.'
run -q --version
exits 0
run -- --help
exits 2

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
wrong 'there is no flag -z' -z report a.cfg
wrong '--se begins several flags; write one of --section, --set, --seed' \
	report a.cfg --se=1
wrong 'did you mean "tuneornot report"?' help reprot
wrong 'did you mean "dark"?' themes --theme drak
wrong 'did you mean "zsh"?' completions zhs
wrong 'completions wants bash|zsh|fish; for example: source' completions
wrong 'there are: bash, zsh, fish' completions powershell
wrong '--format wants FORMAT' report a.cfg --format
wrong '--output wants FILE' report a.cfg -o
wrong '--ascii takes no value' --ascii=yes
for command in new report get set check prices usage; do
	wrong "tuneornot $command wants " "$command"
	says err "; for example: tuneornot $command "
done
wrong 'report wants SESSION...; for example: tuneornot report' report
wrong 'compare wants A B; for example: tuneornot compare' compare a.cfg
wrong 'what is "c.cfg" for?' compare a.cfg b.cfg c.cfg
wrong 'only one of the two can be standard input' compare - -
wrong 'tuneornot compare does not take --into' compare a.cfg b.cfg --into c.cfg
wrong 'set wants SESSION KEY=VALUE' set a.cfg
wrong 'what is "b.cfg" for?' new a.cfg b.cfg
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
wrong '--bare starts from nothing' new a.cfg --bare --template support-triage
wrong 'leave out "name"' get "$source/share/examples/support-triage.cfg" \
	--as-command name
holds test ! -e a.cfg
run new a.cfg --template zzzzzzzzzz
exits 2
says err internal-assistant

# ---- no terminal -----------------------------------------------------------

wrong 'the wizard needs a terminal; what asks nothing: tuneornot report SESSION'
wrong '--no-input forbids it; what asks nothing: tuneornot report ./some.cfg' \
	./some.cfg --no-input
wrong 'tuneornot report ./some.cfg' ./some.cfg
wrong 'reads its keys from standard input' -
lacks "$(printf '\033')" err

# ---- the wizard line by line -----------------------------------------------

# plain ANSWERS ARGUMENT...: with what printf makes of ANSWERS.
plain() {
	what="tuneornot --plain $2 with $1"
	# shellcheck disable=SC2059 # the answers are written as a format
	printf "$1" >answers
	shift
	"$program" --plain "$@" >out 2>err <answers
	status=$?
}

# Enter alone walks through all five questions and changes nothing.
run new --template support-triage p.cfg
cp p.cfg first
plain "$(yes '\n' | head -300 | tr -d '\n')" p.cfg
exits 0
quiet err
same p.cfg first
says out 'Question 5 of 5.'
says out '1.3 Instruction tokens [2,600]:'
says out 'The evidence says yes.'
says out 'Verdict: stop at savings.'
says out 'Enter ends; :go 1 goes back'
says out 'Support triage: stops at Savings. Saved in p.cfg'
holds awk 'length > 80 { exit 1 }' out
lacks '[^ -~]' out

# Answers as they are typed: values, choices by number, word or beginning.
plain '2M\n:go 1.3\n\t 2k to 3k \n:go 1.10\n2\nno\n:go 2\n90%%\n' q.cfg
exits 0
quiet err
says out 'A range, 2.45k in the middle.'
says out 'Saved in q.cfg'
run get q.cfg volume.requests_per_month volume.instruction_tokens \
	volume.narrow_task volume.clear_metric quality.bar
printf '2M\n2k to 3k\nyes\nno\n90%%\n' >first
same out first

# The same answers in another shape: carriage returns, no last line end.
cp q.cfg first
rm q.cfg
plain '2M\r\n:go 1.3\r\n2k to 3k\r\n:go 1.10\nYES\nn\n:go 2\n90%%' q.cfg
same q.cfg first
# What is not changed is not written.
plain '\n\n:quit\n' new.cfg
exits 0
says out 'Not saved'
holds test ! -e new.cfg

# What a change did, and back again.
cp p.cfg first
plain '1M\n:undo\n:redo\n:undo\n' p.cfg
exits 0
says out 'Net saving now -'
says out 'Requests per month: 1M.'
says out 'Requests per month: 4M to 6M.'
same p.cfg first
plain '5M\n<\n:quit\nno\n' p.cfg
says out 'Save in p.cfg? 1) no  2) yes [yes]:'
says out '1.1 Requests per month [5M]:'
same p.cfg first

# Options: added, named on their page, copied, removed.
plain ':add Small tune\n\ntune\n:remove Hosted tune\n:copy Small tune\n:quit\n\n' p.cfg
exits 0
quiet err
run get p.cfg 'options[2].name' 'options[3].name' 'options[3].adaptation'
printf 'Self-hosted tune\nSmall tune\ntune\n' >second
same out second
run get p.cfg 'options[4].adaptation'
says out tune

# Prices of an entry, and a reason where the evidence is overruled.
cp first p.cfg
plain ':options\n:skip\n:pick openai/gpt-6-luna\n:no such\n' p.cfg
exits 1
says out 'Taken from openai/gpt-6-luna'
says out 'Input price: '
says err '-:4: command: there is no command :no; '
# Behind what was refused, answers may be for another field: not saved.
same p.cfg first
says err 'Unsaved work is kept in'
plain ':skip\n:skip\n:skip\n:skip\n:skip\nno\n\\:we know better\n' p.cfg
exits 0
says out 'Because [empty]:'
run get p.cfg volume.answer volume.reason
printf 'no\n:we know better\n' >second
same out second

plain ':reprice\n' p.cfg
exits 0
says out 'No price has moved.'
sed 's/input_price = "2"/input_price = "3"/' first >moved.cfg
plain ':reprice\n:undo\n:quit\nno\n' moved.cfg
exits 0
says out '1 of the prices has moved since; :reprice takes it.'
says out 'Frontier prompted, Input price: 2.'

# Help: of a field, after three wrong answers, of all commands.
plain '?\n' p.cfg
says out 'Takes 0 to 1T. Default: 100k.'
plain 'a\nb\n' p.cfg
lacks 'Takes 0 to 1T' out
plain 'a\nb\nc\n' p.cfg
exits 1
says out 'Takes 0 to 1T'
says err '-:3: volume.requests_per_month: cannot read "c"'
plain ':help\n:panl\n' p.cfg
says out '> or :next. The next question.'
says out 'did you mean :panel?'
plain ':panel\n:verdict\n' p.cfg
says out 'Small prompted: $'
says out 'Pays back in month 14; saves above'
says out 'Verdict: stop at volume.'

# Files: save, another file, the report; nothing is replaced unasked.
cp first p.cfg
plain '3M\n:save r.cfg\n:report r.md\n:report r.md\n1\n:save p.cfg\nno\n' p.cfg
exits 0
same p.cfg first
says out 'r.md exists. Replace it? 1) no  2) yes [no]:'
says r.md '# Support triage'
run get r.cfg volume.requests_per_month
says out 3M
# Somewhere that cannot be written, and without a file.
plain '3M\n' no-such-folder/p.cfg
exits 1
says err 'Unsaved work is kept in'
plain '99\n\n:go end\ns.cfg\n'
exits 1
says out 'An empty session'
says err '-:1: start: Type one of these numbers.'
plain '\n3M\n:quit\ns.cfg\n'
exits 0
says out 'Saved in s.cfg'
run get s.cfg volume.requests_per_month
says out 3M
plain '3M\n'
says out 'Begin with:'

# Chosen by the environment; a reader that goes away ends it quietly.
with TERM=dumb p.cfg
exits 0
says out 'line by line'
with ACCESSIBLE=1 p.cfg
exits 0
says out 'line by line'
with ACCESSIBLE=0 p.cfg
exits 2
plain '' p.cfg
exits 0
wrong 'reads its keys from standard input' --plain -
yes '' | head -300 | { "$program" --plain p.cfg 2>err; echo $? >status; } | head -1 >out
what='tuneornot --plain | head -1'
holds test "$(cat status)" -eq 141
quiet err

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

# Everything at once, and a command that makes a session again.
run new whole.cfg --bare --set 'options[0].name=Ours' --set quality.bar=90%
exits 0
run get whole.cfg
printf 'name=whole\nquality.bar=90%%\noptions[0].name=Ours\n' >first
same out first
run new whole2.cfg --set quality.bar=900%
exits 1
says err '--set: quality.bar: '
holds test ! -e whole2.cfg
mkdir bin copies
ln -s "$program" bin/tuneornot
run new './-odd $(touch owned).cfg' --bare \
	--set "name=It's \$(touch owned) \`touch owned\`; \"a\" \\ & *" \
	--set 'options[0].name=;touch owned' --set 'volume.reason=~ !'
exits 0
for file in "$source"/share/examples/*.cfg ./-odd*.cfg whole.cfg; do
	run get "$file" --as-command --quiet
	exits 0
	quiet err
	mv out script
	# In another folder, and where the program is in the PATH.
	(cd copies && PATH=$scratch/bin:$PATH sh ../script)
	copy=$(basename "$file" .cfg)-copy.cfg
	run report "$file" --format json
	cp out first
	run report "copies/$copy" --format json
	same out first
	holds test ! -e copies/owned -a ! -e owned
done
run get "$source/share/examples/support-triage.cfg" --as-command
exits 0
says err 'where figures come from is not in it'
"$program" get - --as-command <whole.cfg >out
says out 'tuneornot new copy.cfg --bare'

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
cp out plain.json
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

# Ages are counted to the day that is named; nothing asks the clock.
run report b.cfg --date 2026-11-24
exits 0
quiet err
says out 'As of     2026-11-24'
lacks 'As of' memo.txt
run report b.cfg --date 2026-11-24 --format json
exits 0
same out plain.json
wrong '--date is a day such as 2026-11-24, not "24.11.2026"' \
	report b.cfg --date 24.11.2026
wrong 'not "2026-02-30"' report b.cfg --date 2026-02-30
wrong 'not "1970-01-01"' report b.cfg --date 1970-01-01
wrong '--date wants DAY' report b.cfg --date
"$program" new aged.cfg --template support-triage
run report aged.cfg
says out 'Counted from the'
says out 'up to 93 days'
cp out aged.txt
run report aged.cfg
same out aged.txt
run report aged.cfg --date 2026-11-24
says out 'between 14 and 107'
lacks 'Counted from' out

wrong 'did you mean "json"?' report b.cfg --format jsn
wrong 'it is text, markdown, html, json or csv' report b.cfg --format powerpoint
run report b.cfg -o no-such-folder/memo.txt
exits 1
says err no-such-folder/memo.txt

# Sections: all of them are the memo without its head and its foot.
run report b.cfg
sed '1,/^$/d' out | sed '/^How to read the figures/,$d' | sed '$d' | sed '$d' \
	>middle
run report b.cfg --section none-of-these
set --
for section in $(sed 's/.*there are: //; s/,//g' err); do
	set -- --section "$section" "$@"
	run report b.cfg --section "$section"
	exits 0
	quiet err
	holds test "$(wc -l <out)" -gt 3
	run report b.cfg --section "$section" --format markdown
	holds test "$(head -c 3 out)" = '## '
	lacks '^# ' out
done
holds test $# -gt 20
run report b.cfg "$@"
same out middle
run report b.cfg --section decision --section odds
says out 'THE DECISION'
says out 'HOW SURE IS THAT?'
lacks 'WHAT WE ASSUME' out
cp out first
run report b.cfg --section odds --section decision --section odds
same out first
"$program" new empty.cfg --bare
run report empty.cfg --section odds
exits 0
quiet out
says err 'this session has nothing to say there'
wrong 'did you mean "odds"?' report b.cfg --section odd
wrong 'there are: decision, questions, options, ' report b.cfg --section zzzzz
wrong 'is for the memo, and json' report b.cfg --section odds --format json
cp b.cfg first
run report b.cfg -o b.cfg
exits 2
says err '--output would replace b.cfg'
same b.cfg first

# ---- one figure ------------------------------------------------------------

cp "$source/share/examples/support-triage.cfg" triage.cfg
run report triage.cfg --explain net
exits 0
quiet err
says out 'what Frontier prompted costs in all'
says out 'options[0].total_pv'
awk 'length > 240 { exit 1 }' out || fail "$what: long lines"
run report triage.cfg --explain 'options[Hosted tune].serving' --ascii
exits 0
says out '+ year 2: months 13 to 24'
lacks '[^ -~]' out
run report triage.cfg --explain volume.requests_per_month
exits 0
says out '"4M to 6M"'
says out 'a lognormal distribution'
run report triage.cfg --explain net --set volume.requests_per_month=1k
says out '-$'
wrong 'there is no figure "nett"; did you mean net?' report triage.cfg --explain nett
wrong 'did you mean options[0].total_pv?' report triage.cfg --explain 'options[0].total_p'
wrong '--explain writes text about one session' report triage.cfg --explain net -o x.txt

# ---- other prices ----------------------------------------------------------

cat >dear.json <<-'END'
	{"claude-sonnet-5-5": {"litellm_provider": "anthropic", "mode": "chat",
	  "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05}}
END
run report triage.cfg --prices dear.json --format json --scenarios 500
exits 0
cp out dear.out
run report triage.cfg --set 'options[0].input_price=3' \
	--set 'options[0].output_price=15' --format json --scenarios 500
same out dear.out
run report triage.cfg --format json --scenarios 500
holds test "$(cmp -s out dear.out; echo $?)" -eq 1
run review triage.cfg --prices dear.json --date 2026-11-24
says out '2 → 3'
says out '10 → 15'
run compare triage.cfg triage.cfg --prices dear.json
exits 0
says out 'Nothing differs'
run report triage.cfg --prices nix.json
exits 1
says err 'nix.json: '
holds cmp -s triage.cfg "$source/share/examples/support-triage.cfg"

# ---- csv -------------------------------------------------------------------

carriage=$(printf '\r')
run report b.cfg --format csv
exits 0
quiet err
says out 'option,adaptation,serving,feasible,month,category,nominal,present_value,currency'
holds test "$(wc -l <out)" -eq "$(grep -c "$carriage\$" out)"
holds test "$(wc -l <out)" -eq $((1 + 4 * 25 * 7))
cp out costs.csv
run report b.cfg --format csv -o costs2.csv
same costs2.csv costs.csv
with LC_ALL=C report b.cfg --format csv --csv-dialect rfc4180
same out costs.csv
run report b.cfg --format csv --csv-dialect excel
{ printf '\357\273\277'; cat costs.csv; } >first
same out first
run report b.cfg --format csv --csv-dialect excel-eu
exits 0
tr ';,' ',.' <out >first2
same first first2

# A formula in a name is a text, and a mark in it stays in its cell.
cp b.cfg hostile.cfg
run set hostile.cfg 'options[0].name==HYPERLINK("http://x";"y"),z' \
	'options[1].name=-2+3' 'options[2].name=  @SUM(A1)' \
	'options[3].name=Plain; "quoted"' 'currency==x'
exits 0
run report hostile.cfg --format csv
exits 0
says out "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\"),z\",prompt,api,true,0,build,0,0,'=x"
says out "'-2+3,prompt,api,"
says out "'@SUM(A1),tune,api,"
says out '"Plain; ""quoted""",tune,selfhost,'
lacks '^"*[ =+@-]' out

wrong 'did you mean "excel-eu"?' report b.cfg --format csv --csv-dialect excl-eu
wrong 'it is rfc4180, excel or excel-eu' report b.cfg --format csv \
	--csv-dialect cucumber
wrong '--csv-dialect is for csv, not for json; add --format csv' report b.cfg \
	--format json --csv-dialect excel
wrong 'not for text' report b.cfg --csv-dialect excel
wrong '--csv-dialect wants DIALECT' report b.cfg --format csv --csv-dialect

# ---- several sessions ------------------------------------------------------

wrong 'a report in text is of one session' report a.cfg b.cfg
wrong 'can be read only once' report - a.cfg - --format json
wrong '--output would replace b.cfg' report a.cfg b.cfg --format json -o ./b.cfg
run report a.cfg b.cfg --format json --scenarios 500
exits 0
quiet err
holds test "$(wc -l <out)" -eq 2
lacks '[^ -~]' out
cp out two.jsonl
run report a.cfg missing.cfg b.cfg --format json --scenarios 500
exits 1
same out two.jsonl
holds test "$(wc -l <err)" -eq 1
says err 'missing.cfg: '
run report a.cfg missing.cfg b.cfg --format json --scenarios 500 -o two2.jsonl
exits 1
quiet out
same two2.jsonl two.jsonl
run report missing.cfg no.cfg --format json -o two2.jsonl
exits 1
same two2.jsonl two.jsonl
run report a.cfg b.cfg --format json -o no-such-folder/two.jsonl
exits 1
holds test "$(wc -l <err)" -eq 1
says err no-such-folder/two.jsonl
run report a.cfg b.cfg --format json --scenarios 500 --set 'options[3].setup_hours=x'
exits 1
says err 'a.cfg, --set: options[3].setup_hours: '
says err 'b.cfg, --set: options[3].setup_hours: '
run report a.cfg b.cfg --format json --scenarios 0
exits 1
holds test "$(wc -l <err)" -eq 1
"$program" report a.cfg - --format json --scenarios 500 <b.cfg >out
same out two.jsonl
run report a.cfg b.cfg --format csv --scenarios 500
exits 0
holds test "$(grep -c '^session,option,' out)" -eq 1
tail -n +2 costs.csv | sed 's/^/b.cfg,/' >first
grep '^b.cfg,' out >first2
same first first2

# Ended by a signal in the middle: the old file is as it was, alone.
what='report a.cfg ... -o kept/all.jsonl, ended'
mkdir kept
echo old >kept/all.jsonl
# shellcheck disable=SC2046 # many words
"$program" report $(yes b.cfg | head -3000) --format json -o kept/all.jsonl \
	2>err &
process=$!
tries=0
while [ "$(find kept -name '.all.jsonl.*' | wc -l)" -eq 0 ] &&
	[ "$tries" -lt 100 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
holds test -n "$(find kept -name '.all.jsonl.*')"
kill -TERM "$process"
wait "$process" 2>/dev/null
status=$?
: >out
exits 143
holds test "$(cat kept/all.jsonl)" = old
holds test "$(find kept -type f | wc -l)" -eq 1

cp b.cfg ./=1.cfg
run report =1.cfg b.cfg --format csv --csv-dialect excel-eu
exits 0
says out "'=1.cfg;"

# ---- compare ---------------------------------------------------------------

cp "$source/share/examples/support-triage.cfg" one.cfg
cp one.cfg two.cfg
run compare one.cfg two.cfg
exits 0
quiet err
says out 'Nothing differs'
"$program" set two.cfg volume.requests_per_month="8M to 10M"
run compare one.cfg two.cfg
exits 0
quiet err
says out 'The verdict moves from stop at savings to find out first about savings.'
says out 'requests per month'
holds awk 'length > 240 { exit 1 }' out
lacks "$(printf '\033')" out
cp out first
"$program" compare - two.cfg <one.cfg >out
says out '(standard input)'
run compare one.cfg two.cfg -o file.txt
exits 0
quiet out
same file.txt first
with LC_ALL=C compare one.cfg two.cfg -o file.txt
same file.txt first
with LC_ALL=C compare one.cfg two.cfg
exits 0
cp out first
run compare one.cfg two.cfg --ascii
same out first
run compare one.cfg two.cfg --format json
exits 0
says out '"compare": 1'
says out '"input": "volume.requests_per_month"'
cp out first
run compare one.cfg two.cfg --format json
same out first
run compare one.cfg two.cfg --format markdown
exits 0
says out '| Requests per month | 4M to 6M | 8M to 10M |'
cp out first
run compare one.cfg two.cfg -o two.md
exits 0
same two.md first
run compare one.cfg two.cfg --format csv
exits 0
says out 'section,item,option,a,b,difference'
says out 'bridge,volume.requests_per_month,,,,168795.'

# What holds for both is no difference.
run compare one.cfg two.cfg --set volume.requests_per_month=5M
exits 0
says out 'Nothing differs'
run compare one.cfg two.cfg --format json --scenarios 3000 --seed 7
exits 0
cp out first
run compare one.cfg two.cfg --format json
holds test -n "$(cmp out first)"

"$program" set two.cfg 'options[4].name=Third tune' 'options[4].adaptation=tune'
run compare one.cfg two.cfg
says out 'adding Third tune'
says out 'not there'
run compare two.cfg one.cfg
says out 'removing Third tune'
"$program" set two.cfg currency=CHF
run compare one.cfg two.cfg
exits 0
says out 'The currencies differ'

run compare one.cfg missing.cfg
exits 1
quiet out
says err missing.cfg
run compare missing.cfg one.cfg
exits 1
run compare one.cfg two.cfg --set volume.requests_per_month=lots
exits 1
says err '--set: volume.requests_per_month: '
run compare one.cfg two.cfg -o no-such-folder/file.txt
exits 1
says err no-such-folder/file.txt
wrong 'did you mean "json"?' compare one.cfg two.cfg --format jsn
wrong 'it is text, markdown, html, json or csv' compare one.cfg two.cfg --format doc

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
run check changed.cfg --quiet
exits 0
quiet err
run -q check changed.cfg key.cfg
exits 1
holds test "$(wc -l <err)" -eq 1
run report changed.cfg --no-input
exits 0

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
run -q usage dirty.jsonl
exits 0
quiet err
says out '6 lines skipped:'
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
for command in 'prices list' 'report b.cfg' 'get b.cfg' --help __manual; do
	{
		# shellcheck disable=SC2086
		"$program" $command 2>err
		echo $? >code
	} | head -1 >/dev/null
	what="tuneornot $command | head -1"
	quiet err
	holds test "$(cat code)" -eq 0 -o "$(cat code)" -eq 141
done
if [ -w /dev/full ]; then
	what='full disk'
	for command in 'report b.cfg' 'report b.cfg --format json' \
		'report a.cfg b.cfg --format csv' 'review b.cfg' templates \
		'get b.cfg' 'get b.cfg name' 'new -' 'set - name=x' \
		'usage log.jsonl' 'usage log.jsonl --save -' \
		'usage log.jsonl --into a.cfg' 'prices list' \
		'prices show gpu:l4' themes paths --help --version help \
		'help report' 'completions zsh' '__complete -- re' \
		doctor __manual; do
		# shellcheck disable=SC2086
		"$program" $command <b.cfg >/dev/full 2>err
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
says out '/catalogue/api-google.cfg'
run prices show ft:openai/gpt-4.1-2025-04-14 --date 2027-01-20
exits 0
says out '2027-01-06  14 days ago    training has ended for everybody'
says out '2027-01-14  6 days ago     it has retired'
run prices show gpu:h100-sxm gpu:l4
exits 0
holds test "$(grep -c '^Sources$' out)" -eq 2

wrong 'prices wants list [WORD]... | show ID... | import FILE; for' prices
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
wrong 'tuneornot get does not take --date' get b.cfg --date 2026-11-24

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

# ---- doctor ----------------------------------------------------------------

rm -rf "$HOME"/.local/state/tuneornot/journal
run doctor
exits 0
quiet err
says out 'tuneornot  0.'
for library in ncurses libconfig jansson utf8proc; do
	says out "$library "
done
says out 'TERM       xterm, '
says out 'locale     C.UTF-8, UTF-8'
says out 'output     no terminal'
says out "state      $HOME/.local/state/tuneornot, "
says out 'unsaved    no work waits'
says out ' entries, 0 of them your own'
lacks 'To be mended' out

# What holds of the sandbox depends on the kernel and on the build.
says out 'sandbox    '
with TUNEORNOT_SANDBOX=off doctor
exits 0
says out 'sandbox    none, because '

# Looking makes nothing.
mkdir empty
with HOME="$scratch/empty" doctor
exits 0
says out 'is made when it is needed'
with HOME="$scratch/empty" paths
exits 0
rmdir empty && pass

# What the colours are, and why: --color, NO_COLOR, CLICOLOR_FORCE, CLICOLOR.
colours() {
	says out "colours    $1, because $2"
}
run doctor
colours no 'output is no terminal'
with CLICOLOR_FORCE=1 doctor
colours yes 'CLICOLOR_FORCE is set'
with CLICOLOR_FORCE=0 doctor
colours no 'output is no terminal'
with CLICOLOR=0 doctor
colours no 'CLICOLOR is 0'
with CLICOLOR=1 doctor
colours no 'output is no terminal'
with NO_COLOR=1 doctor
colours no 'NO_COLOR is set'
with NO_COLOR= doctor
colours no 'output is no terminal'
with NO_COLOR=1 doctor --color always
colours yes '--color says so'
with CLICOLOR_FORCE=1 doctor --color never
colours no '--color says so'
NO_COLOR=1 with CLICOLOR_FORCE=1 doctor
colours no 'NO_COLOR is set'
CLICOLOR=0 with CLICOLOR_FORCE=1 doctor
colours yes 'CLICOLOR_FORCE is set'
with NO_COLOR=1 doctor --color auto
colours no 'NO_COLOR is set'

# What is wrong is told with what mends it.
with HOME= doctor
exits 1
says out 'state      none: HOME is not set'
says out 'set HOME, or XDG_STATE_HOME'
run doctor
what='doctor without HOME'
env -u HOME "$program" doctor >out 2>err
status=$?
exits 1
says out 'there is no folder for your config; set HOME'
with XDG_STATE_HOME=relative doctor
exits 1
says out 'XDG_STATE_HOME is "relative" and is ignored'
says out "state      $HOME/.local/state/tuneornot, "
with XDG_STATE_HOME=/dev/null doctor
exits 1
says out '/dev/null/tuneornot cannot be made; make it yours, or set XDG_STATE'
with LC_ALL=xx_YY doctor
exits 1
says out 'the locale xx_YY is not installed'
with TERM=no-such-terminal doctor
exits 0
says out 'no-such-terminal, which is not known here'
with TUNEORNOT_DATA=there doctor
exits 1
says out 'TUNEORNOT_DATA is "there" and is ignored'
mkdir -p "$HOME/.local/state/tuneornot/journal" "$own"
cp b.cfg "$HOME/.local/state/tuneornot/journal/20261124T140233Z-1.cfg"
printf 'models = 3;\n' >"$own/wrong.cfg"
run doctor
exits 1
says out 'unsaved    1, which'
says out "$own/wrong.cfg:1: models: "
rm -r "$HOME/.local/state/tuneornot" "$own"
# Theme and keys: who says so. A flag goes over your file, that over ours.
themes=$("$program" paths | sed -n 's/^themes *//p')
run doctor
says out "theme      default, $themes/default.theme"
says out 'keys       the usual ones'
dress=$scratch/dress/tuneornot
mkdir -p "$dress/themes"
cp "$source/themes/dark.theme" "$dress/themes/default.theme"
echo 'quit = "x";' >"$dress/keys.cfg"
with XDG_CONFIG_HOME="$scratch/dress" doctor
exits 0
says out "theme      default, $dress/themes/default.theme"
says out "keys       $dress/keys.cfg, over the usual ones"
with XDG_CONFIG_HOME="$scratch/dress" doctor --theme light
says out "theme      light, $themes/light.theme, because --theme says so"
echo 'tekst = "red";' >"$dress/themes/default.theme"
echo 'quti = "x";' >"$dress/keys.cfg"
with XDG_CONFIG_HOME="$scratch/dress" doctor
exits 1
says out "$dress/themes/default.theme:1: tekst: "
says out "$dress/keys.cfg:1: "
says out 'did you mean "quit"'
rm -r "$scratch/dress"
for variable in TERM LC_ALL XDG_STATE_HOME XDG_DATA_HOME HOME TUNEORNOT_DATA \
	NO_COLOR CLICOLOR; do
	with "$variable=$(printf '/\033]0;owned\007\n\233')" doctor
	lacks "$(printf '[\033\007]')" out
	quiet err
	with "$variable=$(printf '%9000s' x)" doctor
	quiet err
done

# ---- trace -----------------------------------------------------------------

run report b.cfg
cp out plain.out
run report b.cfg --trace trace --set quality.bar=91.7%
exits 0
quiet err
says trace '# tuneornot trace: 0.'
says trace 'command: report'
says trace 'operand: b.cfg'
says trace 'flag: --set quality.bar'
lacks '91\.7%' trace
says trace 'environment: TERM=xterm'
says trace 'read: b.cfg, '
says trace 'worked out: 4 options, 100000 scenarios'
says trace 'end: exit status 0, '
holds test "$(stat -c %a trace)" = 600
# The next one goes behind it; what is wrong stands in it, made harmless.
run report "no-such$(printf '\033')" --trace trace
exits 1
holds test "$(grep -c '^# tuneornot trace' trace)" = 2
says trace 'there is no such file'
lacks "$(printf '\033')" trace
says trace 'end: exit status 1, '
run report b.cfg -o traced.txt --trace trace
says trace "written: $(pwd -P)/traced.txt"
printf '5M\n>\n:quit\n' | "$program" --plain b.cfg --trace trace >out 2>err
says trace 'line 1: 2 bytes'
run set b.cfg quality.bar=92.3% --trace trace
says trace 'operand: quality.bar'
lacks '92\.3%' trace
run report b.cfg --trace trace --bogus
exits 2
# It costs no work: a full disk is told at the end.
run report b.cfg --trace /dev/full
exits 0
says err '/dev/full: No space left on device; the trace is not complete'
run report b.cfg -q --trace /dev/full
quiet err
# Where it cannot be, nothing is done; and it writes into no file of others.
cp b.cfg before.cfg
wrong_trace() {
	run set b.cfg quality.bar=95% --trace "$1"
	exits 1
	says err "--trace: $1: $2"
	same b.cfg before.cfg
}
wrong_trace . 'it cannot be written: Is a directory'
wrong_trace no-such-folder/trace 'it cannot be written: No such file'
wrong_trace b.cfg 'it holds something else than a trace'
mkfifo pipe
wrong_trace pipe 'it is no ordinary file'
run report b.cfg --trace
exits 2
says err '--trace wants FILE behind it'
rm -f pipe trace traced.txt

# ---- prices import ---------------------------------------------------------

cat >map.json <<-'END'
	{"sample_spec": {"mode": "one of: chat", "input_cost_per_token": "text"},
	 "last_updated": "2026-07-24",
	 "gpt-6-luna": {"litellm_provider": "openai", "mode": "chat",
	  "input_cost_per_token": 9.999999999999999e-08,
	  "output_cost_per_token": 5e-07, "max_input_tokens": 400000,
	  "source": "https://openai.example/pricing"},
	 "gemini/gemini-9-\u202e": {"litellm_provider": "gemini", "mode": "chat",
	  "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06},
	 "acme/a": {"litellm_provider": "acme", "mode": "chat",
	  "input_cost_per_token": 2e-06, "output_cost_per_token": 1e-05,
	  "deprecation_date": "2027-03-01"},
	 "acme/free": {"litellm_provider": "acme", "mode": "chat",
	  "input_cost_per_token": 0, "output_cost_per_token": 0},
	 "acme/dear": {"litellm_provider": "acme", "mode": "chat",
	  "input_cost_per_token": 0.135, "output_cost_per_token": 0.54},
	 "acme/minus": {"litellm_provider": "acme", "mode": "chat",
	  "input_cost_per_token": -1e-06, "output_cost_per_token": 1e-06},
	 "acme/image": {"litellm_provider": "acme", "mode": "image_generation"},
	 "acme/half": {"litellm_provider": "acme", "mode": "responses",
	  "input_cost_per_token": 1e-06},
	 "acme/\u001b]0;owned\u0007": {"litellm_provider": "acme",
	  "mode": "chat", "input_cost_per_token": 1e-06,
	  "output_cost_per_token": 1e-06}}
END
run prices import map.json --date 2026-11-20 --ascii
exits 0
quiet err
holds awk 'length > 80 { exit 1 }' out
lacks "$(printf '\033')" out
says out "LiteLLM's price map, figures of 2026-11-20"
says out '      2  new'
says out '      2  no plain id of 96 bytes at most'
says out '      1  no text model'
says out '      1  a price below 0'
says out '      1  too dear to be true'
says out 'acme/dear'
says out '      1  no output price'
says out '      1  a price of 0; --free takes them'
says out '      1  go over entries of ours with the same id'
lacks 'sample_spec' out
lacks 'updated' out
says out "   $own/litellm.cfg"
says out 'Sessions are not changed; "tuneornot review SESSION" shows what moves.'
# shellcheck disable=SC2012 # the name is ours
holds test "$(ls -ld "$own" | cut -c 1-10)" = drwx------
run prices list --vendor acme
says out 'acme/a                                         2        -       10'
run prices show openai/gpt-6-luna acme/a --date 2026-11-24
exits 0
quiet err
says out '   input                            0.1 $/Mtok         quoted      4 days [1]'
says out '   context window                400000 tokens'
says out 'LiteLLM model_prices_and_context_window.json, from'
says out 'https://openai.example/pricing'
says out 'it retires'

# Again: what changed; nothing from the old file is left.
sed -e 's/1e-05/8e-06/' -e '/"acme\/half"/,/1e-06},/d' -e 's/gpt-6-luna/gpt-6-x/' \
	map.json >map2.json
"$program" prices import - --free <map2.json >out 2>err
status=$?
what='tuneornot prices import - --free'
exits 0
quiet err
says out '      2  new'
says out '      1  updated'
says out 'acme/a: output 10 to 8'
says out '      0  unchanged'
says out '      1  gone: the former import had them'
run prices show acme/free
exits 0
run prices list gpt-6-luna --date 2026-11-24
says out ' 14'

# What the user wrote goes over it, whatever its name.
cat >"$own/a.cfg" <<-END
	sources: { contract = "our contract"; };
	models = ( { id = "acme/a"; name = "A"; vendor = "Acme"; figures = (
	  { source = "contract"; date = "2026-11-20"; input = "1.5";
	    output = "7"; } ); } );
END
run prices list --vendor acme
says out 'acme/a                                       1.5        -        7'
rm "$own/a.cfg"

# The list of genai-prices; a price that is announced.
cat >data.json <<-'END'
	[{"id": "x-ai", "name": "X AI", "models": [
	  {"id": "grok-9", "name": "Grok 9", "context_window": 256000, "prices": [
	    {"prices": {"input_mtok": {"base": 2, "tiers": [
	      {"start": 200000, "price": 4}]}, "output_mtok": 6}},
	    {"constraint": {"start_date": "2027-01-01"},
	     "prices": {"input_mtok": 3, "output_mtok": 9}}]},
	  {"id": "grok-embed", "prices": {"input_mtok": 1}}]}]
END
run prices import data.json --date 2026-11-20
exits 0
says out 'The price list of genai-prices, figures of 2026-11-20'
says out '      1  no output price'
says out 'x-ai/grok-embed'
run prices show xai/grok-9 --date 2026-11-24
says out 'input is to become 3 $/Mtok'
says out 'input, long                        4 $/Mtok'

# A file of our own kind is taken byte by byte, if all of it is right.
printf '# mine\nsources: { s = "x"; };\nmodels = ( { id = "a/b"; name = "B";
  vendor = "A"; figures = ( { source = "s"; date = "2026-01-01";
  input = "1"; output = "2"; } ); } );\n' >contract.cfg
run prices import contract.cfg
exits 0
quiet err
says out 'A catalogue file'
same contract.cfg "$own/contract.cfg"
run prices import contract.cfg --free
exits 0
says out '      1  unchanged'
says err '--date and --free do nothing here'
sed 's/output/outptu/' contract.cfg >typo.cfg
run prices import typo.cfg
exits 1
quiet out
says err 'typo.cfg:5: models[0].figures[0].outptu: there is no figure'
holds test ! -e "$own/typo.cfg"

# What is refused leaves the old file as it was.
cp "$own/litellm.cfg" before
printf '{"a": {\n"mode": }}\n' >broken.json
run prices import broken.json
exits 1
quiet out
says err 'broken.json:2: this is no JSON that can be read'
printf 'model,price\na,1\n' >prices.csv
run prices import prices.csv
exits 1
says err 'prices.csv: it is no price file that is known; there are three'
run prices import missing.json
exits 1
says err 'missing.json: there is no such file'
run prices import .
exits 1
says err 'a folder, not a file'
printf '{"acme/i": {"litellm_provider": "acme", "mode": "embedding"}}' >none.json
run prices import none.json
exits 1
says out '      1  no text model'
says err 'no entry of the file could be taken; nothing was written'
same before "$own/litellm.cfg"
with XDG_DATA_HOME="$scratch/map.json" prices import map.json
exits 1
quiet out
says err 'this folder cannot be made'
mv "$own" kept-own
mkdir -p "$own/litellm.cfg"
run prices import map.json
exits 1
says err 'it is a folder'
rm -r "$own"
mv kept-own "$own"
if [ "$(id -u)" -ne 0 ]; then
	chmod a-w "$own"
	run prices import map.json
	exits 1
	quiet out
	says err 'its folder is read-only for you; nothing was changed'
	chmod u+w "$own"
	same before "$own/litellm.cfg"
fi
what='tuneornot prices import on a full disk'
(
	ulimit -f 1
	trap '' XFSZ
	# A profile of which half is new is none (.ci/run coverage).
	export GCOV_PREFIX="$PWD/profile"
	exec "$program" prices import "$source/share/catalogue/api-openai.cfg"
) >out 2>err
status=$?
exits 1
says err 'nothing was changed'
holds test ! -e "$own/api-openai.cfg"
# shellcheck disable=SC2012
holds test "$(ls -A "$own" | wc -l)" -eq 3

wrong 'which file, and only one? For example' prices import
wrong 'which file, and only one? For example' prices import a.json b.json
wrong 'are for tuneornot prices list' prices import map.json --kind gpu
wrong '--free is for tuneornot prices import' prices list --free
wrong 'did you mean "tuneornot prices import"?' prices imprt map.json
wrong '--date is a day such as' prices import map.json --date yesterday
rm -r "$own"

# ---- review ----------------------------------------------------------------

own=$HOME/.local/share/tuneornot/catalogue
mkdir -p "$own"
# acme INPUT: what Acme asks today.
acme() {
	cat >"$own/acme.cfg" <<-END
		sources: { acme = "acme.example/pricing"; };
		models = ( { id = "acme/large"; name = "Large"; vendor = "Acme";
		  figures = ( { source = "acme"; date = "2026-11-20";
		    input = "$1"; output = "10"; } ); } );
	END
}
# A tune that pays against 20 dollars, and does not against 0.02.
cat >old.cfg <<-END
	name = "Old decision";
	volume: { requests_per_month = "2M"; answer = "yes"; };
	quality: { answer = "yes"; };
	latency: { answer = "yes"; };
	upkeep: { answer = "yes"; };
	options = (
	  { name = "Large"; model = "acme/large"; priced_on = "2026-01-31";
	    input_price = "20"; output_price = "10"; pass_rate = "90%"; },
	  { name = "Tuned"; adaptation = "tune"; input_price = "1";
	    output_price = "2"; pass_rate = "90%"; labels = "10k";
	    label_cost = "1"; } );
END
cp old.cfg kept.cfg
acme 20
run review old.cfg
exits 0
quiet err
says out 'Old decision: no price has moved, of 2; tune'
says out 'No price of Tuned is the catalogue'
acme 0.02
run review old.cfg
exits 3
says out 'Old decision: 1 of 2 prices have moved'
says out 'acme/large, 2026-11-20: acme.example/pricing'
says out 'tune → stop at savings: it has moved'
says out 'Cheapest        Tuned → Large: it has moved'
says out 'its sign has moved'
holds cmp -s old.cfg kept.cfg
run review old.cfg kept.cfg --format json
exits 3
holds test "$(wc -l <out)" -eq 2
says out '"file":"kept.cfg"'
says out '"before":"20","after":"0.02"'
run review old.cfg nix.cfg
exits 3
says err 'nix.cfg: '
run review nix.cfg
exits 1
run review old.cfg --format html
exits 2
run review old.cfg --set volume.requests_per_month=1k
exits 0
says out 'stop at savings, as before'
# What is typed over a price is one's own, and stays.
run set old.cfg 'options[0].input_price=19'
run review old.cfg
exits 0
says out '1 price is your own and let alone.'
run set old.cfg currency=€
run review old.cfg
exits 0
says out 'the catalogue is in US dollars'
run review kept.cfg --date 2026-11-24 --ascii
says out 'tune -> stop at savings'
rm -r "$own"
run review kept.cfg
exits 0
says out 'it has no price of the catalogue; tune'

# ---- templates, themes, paths ----------------------------------------------

run templates
exits 0
quiet err
holds test "$(wc -l <out)" = "$(ls "$source"/share/examples/*.cfg | wc -l)"
awk 'length > 80 || NF < 4' out >first
quiet first
cut -d ' ' -f 1 out >names
while read -r template; do
	run new "$template.new.cfg" --template "$template"
	exits 0
	run check "$template.new.cfg"
	exits 0
	quiet err
done <names
run templates x
exits 2
run themes
exits 0
quiet err
for theme in "$source"/themes/*.theme; do
	[ ! -e "$theme" ] || says out "$(basename "$theme" .theme)"
done
mkdir -p "$scratch/config/tuneornot/themes"
echo 'text = "red";' >"$scratch/config/tuneornot/themes/mine.theme"
cp "$scratch/config/tuneornot/themes/mine.theme" \
	"$scratch/config/tuneornot/themes/dark.theme"
with XDG_CONFIG_HOME="$scratch/config" themes
says out mine
holds test "$(grep -c '^dark$' out)" = 1
with XDG_CONFIG_HOME="$scratch/config" themes --theme mine
exits 0
wrong 'there is no theme "mine"' themes --theme mine
holds test ! -e "$HOME/.config/tuneornot/themes"
run paths
exits 0
holds test -r "$(sed -n 's/^schema *//p' out)/report.schema.json"
says out "$HOME/.local/state/tuneornot"
says out "journal   $HOME/.local/state/tuneornot/journal"
with XDG_STATE_HOME=relative paths
says out "$HOME/.local/state/tuneornot"
with XDG_STATE_HOME="$scratch/state" paths
says out "$scratch/state/tuneornot"
says out "$HOME/.local/share/tuneornot/catalogue"
holds test ! -e "$HOME/.local/share/tuneornot/catalogue"
with XDG_DATA_HOME="$scratch/data" paths
says out "$scratch/data/tuneornot/catalogue"
holds test ! -e "$scratch/data"

# ---- two at once ------------------------------------------------------------

# Each of two changes at the same time is in the file, or its command said no.
two_at_once() {
	"$program" new both.cfg --template support-triage
	"$program" set both.cfg quality.bar=77% 2>err.1 &
	other=$!
	"$program" set both.cfg savings.horizon_months=33 2>err.2
	second=$?
	wait $other
	first=$?
	bar=$("$program" get both.cfg quality.bar)
	months=$("$program" get both.cfg savings.horizon_months)
	rm both.cfg
	[ "$((first + second))" -le 1 ] &&
		{ [ "$first" -eq 1 ] || [ "$bar" = 77% ]; } &&
		{ [ "$second" -eq 1 ] || [ "$months" = 33 ]; } &&
		{ [ "$((first + second))" -eq 0 ] ||
			grep -q 'somebody else has changed it' err.1 err.2; }
}
what='two sets at once'
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	if two_at_once; then pass; else fail "$what: $first $second $bar $months"; fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
