#!/usr/bin/env python3
"""Would the tests notice? One small mistake after the other says so.

    mutate.py SOURCE_DIR [COUNT [SEED [FILE...]]]

Makes a copy of the sources, and in it COUNT (200) mistakes, one at a time, in
what saves, reads and reckons: a comparison turned round or moved by one, plus
and minus exchanged, a condition dropped or negated, a statement removed, a
result ignored. Each is built and the suites that should know run, with ASan
and UBSan as in CI; those that still pass are printed: the mistake SURVIVED.
The same SEED (1) draws the same mistakes. With MUTATE_AGAIN=FILE, what an
earlier run printed, only those are made that survived then.

Fails when more than one in ten survives, or a call that makes a file last
(fsync) or checks an error of the saver could go unnoticed.
"""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(sys.argv[1]).resolve()
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 200
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
ONLY = sys.argv[4:]
AGAIN = os.environ.get("MUTATE_AGAIN")
STOP = float(os.environ.get("MUTATE_MINUTES", "600")) * 60
JOBS = os.environ.get("MUTATE_JOBS", "2")

# Each with the tests that should know: a suite, and a filter of Criterion.
SAVER = [("src", "@(atomic_file|session_file|memory_stream|stamp)/*"),
         ("saver", "*"), ("faults",)]
PARSER = [("src", "@(reader|session_file|round_trip|stamp|templates)*/*"),
          ("src", "@(catalogue|theme|keymap|prices|commands)*/*"), ("faults",)]
NUMBERS = [("model", "@(quantity|figure|inputs|decimal)*/*"),
           ("src", "@(round_trip|session_file)/*"), ("model", "*")]
MONEY = [("model", "@(cost|evaluate|compare|explain|vectors)*/*"),
         ("src", "*vectors*/*"), ("model", "*")]
FILES = {
    "src/atomic_file.c": SAVER,
    "src/memory_stream.c": SAVER,
    "src/session_write.c": PARSER,
    "src/seal.c": PARSER,
    "src/crc32.c": PARSER,
    "src/stamp.c": SAVER,
    "src/reader.c": PARSER,
    "src/reader_scan.c": PARSER,
    "src/reader_number.c": PARSER,
    "src/session_read.c": PARSER,
    "src/session_evidence.c": PARSER,
    "model/quantity_read.c": NUMBERS,
    "model/quantity_digits.c": NUMBERS,
    "model/decimal.c": NUMBERS,
    "model/cost.c": MONEY,
    "model/plan.c": MONEY,
    "model/service.c": MONEY,
    "model/compare.c": MONEY,
}
# Nobody may drop these unnoticed.
VITAL = re.compile(r"fsync|ferror|fflush|write_all|rename|close\(")

SWAPS = [
    (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" == ", " != "), (r" != ", " == "), (r" \+ ", " - "), (r" - ", " + "),
    (r" \* ", " / "), (r" / ", " * "), (r" && ", " || "), (r" \|\| ", " && "),
    (r"\+\+", "--"), (r" \+= ", " -= "), (r" -= ", " += "),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"return !", "return "),
    (r"if \(!", "if ("), (r"if \((?!!)", "if (!("),
]


class Mutant:
    def __init__(self, path, line, before, after, what):
        self.path, self.line, self.what = path, line, what
        self.before, self.after = before, after

    def __str__(self):
        return f"{self.path}:{self.line}: {self.what}: {self.before.strip()}"


def is_code(line):
    text = line.strip()
    return text and not text.startswith(("/*", "*", "#", "//", "static const",
                                         "enum", "struct", "\""))


def of_line(path, number, line):
    """All mistakes that can be made in it."""
    bare = re.sub(r'"(\\.|[^"\\])*"', lambda m: "@" * len(m[0]), line)
    if not is_code(line):
        return
    for pattern, other in SWAPS:
        for match in re.finditer(pattern, bare):
            end = match.end()
            if other == "if (!(":  # the other bracket goes to the end
                if not re.search(r"\)( \{)?$", line.rstrip()):
                    continue
                tail = re.sub(r"\)( \{)?$", r"))\1", line[end:].rstrip())
                after = line[:match.start()] + other + tail + "\n"
            else:
                after = line[:match.start()] + other + line[end:]
            yield Mutant(path, number, line, after,
                         f"{match[0].strip()} is {other.strip()}")
    if re.match(r"^\t+[\w(*>.\[\]-]+( [+|&*-]?= |\(|\+\+).*;$", line) and \
            not re.match(r"^\t+(return|case|struct|char|int|size_t|bool|double"
                         r"|const|static|goto)\b", line):
        yield Mutant(path, number, line, "\t;\n", "removed")
    for match in re.finditer(r"!?\b(fsync|ferror|fflush|close|flock|fchmod)"
                             r"\([^()]*(\([^()]*\))?[^()]*\)", bare):
        call = match[0]
        done = "1" if call.startswith("!") else "0"
        yield Mutant(path, number, line,
                     line[:match.start()] + done + line[match.end():],
                     f"{call} is not called")


def all_mutants():
    for path in FILES:
        if ONLY and path not in ONLY:
            continue
        lines = (SOURCE / path).read_text().splitlines(keepends=True)
        for number, line in enumerate(lines, 1):
            yield from of_line(path, number, line)


# ---- building and running ---------------------------------------------------

def quiet(command, folder, seconds=None):
    """True: it succeeded. None: it took too long, and so was noticed."""
    try:
        return subprocess.run(
            command, cwd=folder, check=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=seconds,
            env={**os.environ, "LC_ALL": "C.UTF-8",
                 "ASAN_OPTIONS": f"log_path={folder}/report",
                 "UBSAN_OPTIONS": f"log_path={folder}/report"},
        ).returncode == 0
    except subprocess.TimeoutExpired:
        return None


def build(folder, into, target):
    return quiet(["cmake", "--build", str(folder / into), "--parallel",
                  JOBS, "--target", *target], folder)


def configure(folder, into, flags):
    generator = ["-G", "Ninja"] if shutil.which("ninja") else []
    subprocess.run(["cmake", "-S", ".", "-B", into, *generator,
                    "-DCMAKE_BUILD_TYPE=None", "-DCMAKE_C_FLAGS=" + flags,
                    "--log-level=ERROR"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)


def copy(folder):
    """Unoptimised: it is the compiler that takes the time. What fails calls
    from outside does not go with sanitizers."""
    done = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"],
                          cwd=SOURCE, capture_output=True, check=True)
    for name in done.stdout.decode().splitlines():
        if not (SOURCE / name).is_file() or name.startswith("tests/fuzz/"):
            if not name.endswith(("fuzz.cmake",)):
                continue
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(SOURCE / name, target)
    (folder / "tests/fuzz").mkdir(exist_ok=True)
    (folder / "tests/fuzz/fuzz.cmake").write_text("")
    configure(folder, "build", "-O0 -w")
    configure(folder, "checked", "-O0 -w -fsanitize=address,undefined")


def make(folder, suite):
    if suite[0] == "faults":
        return build(folder, "build", ["tuneornot", "fault"])
    return build(folder, "checked", [f"test-{suite[0]}"])


# Seconds for a suite, by what it took before the first mistake.
patience = {}


def reported(folder):
    """Has a sanitizer written anything?"""
    found = list(folder.glob("report.*"))
    for path in found:
        path.unlink()
    return bool(found)


def passes(folder, suites):
    """Do all of these pass? One that hangs, or cannot be built, does not."""
    for suite in suites:
        if not make(folder, suite):
            return False
        if suite[0] == "faults":
            command = [sys.executable, "tests/faults.py", "build/tuneornot",
                       "build/tests/libfault.so", ".", "set", "new"]
        else:
            command = [f"checked/test-{suite[0]}", "--jobs", JOBS,
                       "--filter", suite[1]]
        begun = time.monotonic()
        done = quiet(command, folder, patience.get(suite, 600))
        took = time.monotonic() - begun
        if reported(folder) or not done:
            return False
        patience.setdefault(suite, 20 + 5 * took)
    return True


def judge(folder, mutant):
    """What became of it."""
    file = folder / mutant.path
    whole = file.read_text()
    lines = whole.splitlines(keepends=True)
    lines[mutant.line - 1] = mutant.after
    file.write_text("".join(lines))
    try:
        suites = FILES[mutant.path]
        if not make(folder, suites[0]):
            return "no program"
        return "SURVIVED" if passes(folder, suites) else "killed"
    finally:
        file.write_text(whole)


def main():
    begun = time.monotonic()
    mutants = list(all_mutants())
    if AGAIN:
        earlier = pathlib.Path(AGAIN).read_text().splitlines()
        mutants = [m for m in mutants if f"SURVIVED {m}" in earlier]
    random.Random(SEED).shuffle(mutants)
    tally = {"killed": 0, "SURVIVED": 0}
    vital = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        copy(folder)
        for suites in FILES.values():
            if not passes(folder, suites):
                sys.exit(f"{suites} do not even pass without a mistake")
        for mutant in mutants:
            if sum(tally.values()) == COUNT or \
                    time.monotonic() - begun > STOP:
                break
            became = judge(folder, mutant)
            if became in tally:
                tally[became] += 1
                print(f"{became} {mutant}", flush=True)
            if became == "SURVIVED" and VITAL.search(mutant.what):
                vital += 1
    made = sum(tally.values())
    print(f"{made} mistakes of {len(mutants)}: {tally['killed']} noticed, "
          f"{tally['SURVIVED']} survived; {vital} of what must not be missed")
    return 1 if not made or vital or \
        tally["SURVIVED"] * 10 > made else 0


if __name__ == "__main__":
    sys.exit(main())
