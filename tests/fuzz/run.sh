#!/bin/bash
# Look for inputs that crash the program, hang it, or break a claim.
#
#	tests/fuzz/run.sh [SECONDS [TARGET...]]
#
# SECONDS are for each target, 10 if not given; targets are the fuzz_NAME.c
# here, all if none is named. Two run at a time (JOBS=1: one); with SEED=1 the
# inputs are drawn as they were the last time (SEED=2: others). What is new and
# of use stays in build-fuzz/inputs/NAME for the next run; what breaks goes to
# build-fuzz/broken/NAME-*, is told, and is the exit status. Make it small
# (build-fuzz/fuzz-NAME -minimize_crash=1 FILE), put it into
# tests/fuzz/found/NAME/, and every ordinary test run has it from then on.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-10}
# Of one input. Instrumented code is some ten times slower than the program,
# and a busy machine slower still.
patience=${PATIENCE:-10}
seed=${SEED:-0} # 0: another one each time
shift || true
if [ $# -eq 0 ]; then
	mapfile -t targets < <(basename -a -s .c tests/fuzz/fuzz_*.c |
		sed 's/^fuzz_//')
else
	targets=("$@")
fi

CC=clang cmake -S . -B build-fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
	-DCMAKE_C_FLAGS_RELWITHDEBINFO='-O1 -g' -DTUNEORNOT_FUZZ=ON \
	--log-level=WARNING
cmake --build build-fuzz --parallel "$(nproc)" --target fuzz

# Where most inputs would be cut off, and what is worth its time.
longest() {
	case $1 in
	session | catalogue | prices | tokens | summary | theme) echo 8192 ;;
	report) echo 1024 ;;
	screen) echo 128 ;;
	*) echo 512 ;;
	esac
}

fuzz() {
	local name=$1 log=build-fuzz/$1.log

	mkdir -p "build-fuzz/inputs/$name" build-fuzz/broken
	if nice "build-fuzz/fuzz-$name" -max_total_time="$seconds" \
		-rss_limit_mb=512 -timeout="$patience" -seed="$seed" \
		-max_len="$(longest "$name")" \
		-print_final_stats=1 -verbosity=1 \
		-artifact_prefix="build-fuzz/broken/$name-" \
		"build-fuzz/inputs/$name" "tests/fuzz/corpus/$name" \
		$(ls -d "tests/fuzz/found/$name" 2>/dev/null) \
		>"$log" 2>&1; then
		echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' \
			"$log") inputs, nothing broken"
	else
		echo "$name: BROKEN, see $log"
		grep -m3 -E 'does not hold|runtime error|ERROR|SUMMARY' "$log"
		return 1
	fi
}

export -f fuzz longest
export seconds patience seed
printf '%s\n' "${targets[@]}" |
	xargs -n 1 -P "${JOBS:-2}" bash -c 'fuzz "$1"' fuzz
