#!/bin/sh
# The man page: manual.sh PROGRAM PAGE
#
# It is what the program says today, has no mistakes that mandoc knows, and
# says everything: each command, each flag, each key.
program=$1
page=$2
failed=0

fail() {
	failed=$((failed + 1))
	echo "FAILED: $1"
}

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

"$program" __manual >"$scratch/now" || fail 'no page'
cmp -s "$scratch/now" "$page" || fail "$page is not what the program says"
LC_ALL=C grep -n '[^ -~]' "$page" && fail 'a byte that is not ASCII'

# has PATTERN: does the page have it, as mandoc sets it?
has() {
	grep -q -- "$1" "$scratch/text" || fail "no $1"
}

if command -v mandoc >/dev/null; then
	mandoc -Tlint -W warning "$page" || fail 'mandoc -Tlint'
	mandoc -Tascii -O width=100 "$page" | sed 's/.\x08//g' >"$scratch/text"
else
	echo 'SKIPPED: there is no mandoc on this machine'
	cp "$page" "$scratch/text"
fi
for section in NAME SYNOPSIS DESCRIPTION COMMANDS QUANTITIES 'SESSION KEYS' \
	ENVIRONMENT FILES 'EXIT STATUS' EXAMPLES; do
	has "$section"
done
if command -v mandoc >/dev/null; then
	"$program" --help | sed -n '/^Commands$/,/^$/s/^  \([a-z][a-z]*\).*/\1/p' \
		>"$scratch/commands"
	while read -r command; do
		has "^   $command\$"
		"$program" help "$command" | grep -o -- '^ .*--[a-z-]*' |
			grep -o -- '--[a-z-]*' >"$scratch/flags"
		while read -r flag; do
			has "$flag"
		done <"$scratch/flags"
	done <"$scratch/commands"
	for key in volume.requests_per_month 'options\[0\].pass_rate' seed \
		savings.confidence NO_COLOR; do
		has "^     $key"
	done
	has '128+n'
fi

[ "$failed" -eq 0 ] && echo 'the man page is whole'
