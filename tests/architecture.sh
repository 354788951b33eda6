#!/bin/sh
# The four rules of the house, and its measures, kept by a machine.
#
#   architecture.sh SOURCE_DIR LIBMODEL [CC]
#
# Prints each breach; fails if there is one.
set -u
LC_ALL=C
export LC_ALL

cd "$1" || exit 2
library=$2
cc=${3:-cc}
breaches=$(mktemp) || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$breaches" "$scratch"' EXIT

breach() {
	echo "$*" >>"$breaches"
}

# ---- 1. model/ knows nobody ---------------------------------------------------

# ISO C functions that touch nothing outside their arguments, and libm. strtod
# reads digits and exponents only: its decimal point would be the locale's.
allowed='abs|labs|llabs|ceil|cos|erf|erfc|exp|exp2|expm1|fabs|floor|fma|fmax
|fmin|fmod|frexp|hypot|ldexp|llround|log|log10|log1p|log2|lround|modf|nearbyint
|nextafter|pow|rint|round|sin|sqrt|trunc
|bsearch|qsort|memchr|memcmp|memcpy|memmove|memset
|strcat|strchr|strcmp|strcpy|strcspn|strlen|strncat|strncmp|strncpy|strpbrk
|strrchr|strspn|strstr|strtod|strtol|strtoul|strtoll|strtoull|snprintf|sprintf
|vsnprintf'
allowed=$(echo "$allowed" | tr -d '\n')
# assert(), what compilers, sanitizers and coverage put in by themselves, and
# what they ask the processor for one of the kernel's widths with.
machinery='__assert_fail|bcmp|__asan_.*|__ubsan_.*|__sanitizer_.*|__gcov_.*|__llvm_.*
|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_|__isoc23_.*|__(mem|str|s|vs).*_chk
|__(isnan|isinf|finite|fpclassify|signbit).*|__cpu_model|__cpu_indicator_init'
machinery=$(echo "$machinery" | tr -d '\n')

own_symbols() {
	nm -g --defined-only "$library" 2>/dev/null | awk 'NF == 3 {print $3}'
}

check_symbols() {
	own_symbols | sort -u >"$scratch/own"
	[ -s "$scratch/own" ] || breach "$library: no symbols to check"
	nm -u "$library" 2>/dev/null | awk '$1 == "U" {print $2}' | sort -u |
		comm -23 - "$scratch/own" |
		grep -Evx "$allowed|$machinery" |
		while read -r symbol; do
			breach "model/ uses $symbol, which is not pure ISO C"
		done
}

# ---- 2. and 3. who includes whom -------------------------------------------------

c_headers='assert|ctype|errno|fenv|float|inttypes|iso646|limits|locale|math
|setjmp|signal|stdalign|stdarg|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn
|string|tgmath|time|uchar|wchar|wctype'
c_headers=$(echo "$c_headers" | tr -d '\n')
# A model has no use for these of ISO C.
impure='locale|time|signal|setjmp|errno|threads|stdatomic'
posix_headers='dirent|fcntl|fnmatch|glob|langinfo|libgen|poll|pwd|regex|strings
|sys/[a-z]*|termios|unistd|wordexp'
posix_headers=$(echo "$posix_headers" | tr -d '\n')
curses_files='ui/(terminal|canvas|theme)\.c'

# "file header" for each #include of the files given.
includes() {
	grep -HE '^[[:space:]]*#[[:space:]]*include' "$@" /dev/null |
		sed -E 's/^([^:]*):[^<"]*[<"]([^>"]*)[>"].*/\1 \2/'
}

# allowed_includes FOLDER OWN_FOLDERS SYSTEM_HEADERS
allowed_includes() {
	find "$1" -name '*.[ch]' -o -name '*.def' | sort | xargs -r grep -l . |
		while read -r file; do
			includes "$file"
		done | while read -r file header; do
			for folder in $2; do
				[ -f "$folder/${header#"$folder"/}" ] &&
					continue 2
			done
			echo "$header" | grep -Eqx "($3)" && continue
			echo "$header" | grep -Eq '(curses|term)\.h$' &&
				echo "$file" | grep -Eqx "$curses_files" &&
				continue
			breach "$file must not include $header"
		done
}

check_includes() {
	allowed_includes model model "($c_headers)\.h"
	includes model/*.[ch] | grep -E " ($impure)\.h$" |
		while read -r file header; do
			breach "$file must not include $header"
		done
	allowed_includes ui "ui model" \
		"($c_headers|$posix_headers|utf8proc)\.h"
}

# Outside src/ and tests/ nobody sees what src/ declares, also by a path.
check_src_is_private() {
	for header in src/*.h; do
		[ -f "$header" ] || continue
		includes model/*.[ch] ui/*.[ch] |
			grep -E "[ /]$(basename "$header")\$" |
			while read -r file name; do
				[ -f "model/$name" ] || [ -f "ui/$name" ] ||
					breach "$file includes $name of src/"
			done
	done
}

# A header can be included first, and by itself.
check_headers_alone() {
	for header in model/*.h ui/*.h src/*.h; do
		[ -f "$header" ] || continue
		echo "#include \"$header\"" >"$scratch/alone.c"
		"$cc" -std=c17 -fsyntax-only -I. -Imodel -Iui -Isrc \
			-D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 \
			-D_DEFAULT_SOURCE -DNCURSES_WIDECHAR=1 \
			"$scratch/alone.c" 2>"$scratch/errors" ||
			breach "$header does not compile alone: $(grep -m1 \
				error "$scratch/errors")"
	done
}

# ---- measures ----------------------------------------------------------------

check_files() {
	for file in model/*.[ch] ui/*.[ch] src/*.[ch]; do
		[ -f "$file" ] || continue
		lines=$(wc -l <"$file")
		[ "$lines" -le 400 ] ||
			breach "$file has $lines lines, more than 400"
	done
}

# Cells, not bytes: bytes that go on a UTF-8 character have none. Tabs: 8.
check_lines() {
	find model ui src tests -name '*.[ch]' ! -name inputs.def | sort |
		while read -r file; do
			expand -t 8 "$file" | tr -d '\200-\277' |
				awk -v file="$file" 'length > 80 {
					print file ":" NR ": " length " columns"
				}'
		done >>"$breaches"
}

# A function is what stands between a { and a } in the first column.
check_functions() {
	for file in model/*.c ui/*.c src/*.c; do
		[ -f "$file" ] || continue
		awk -v file="$file" '
			/^{/ { start = NR; function_body = 1 }
			/^}/ && function_body {
				if (NR - start - 1 > 60)
					print file ":" start ": a function of " \
						NR - start - 1 " lines"
				function_body = 0
			}' "$file"
	done >>"$breaches"
}

check_symbols
check_includes
check_src_is_private
check_headers_alone
check_files
check_lines
check_functions

if [ -s "$breaches" ]; then
	cat "$breaches"
	exit 1
fi
echo "the rules of the house hold"
