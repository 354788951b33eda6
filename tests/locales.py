#!/usr/bin/env python3
"""The same bytes in files and reports, whatever the locale and the terminal.

    locales.py PROGRAM SOURCE_DIR [all]

Every kind of file is made by the command line in each locale, and by the
wizard in each terminal (with "all": in each terminal in each locale). They are
compared byte by byte. A text report on standard output may differ: it is plain
ASCII where the locale is not UTF-8.

Locales with a decimal comma, and with letters of their own for I, are made
with localedef where the system has its sources; else that is told.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from terminal import Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
ALL = sys.argv[3:] == ["all"]

MADE = ("de_DE", "fr_FR", "tr_TR")
TERMS = ("vt100", "vt220", "linux", "xterm", "xterm-16color",
         "xterm-256color", "xterm-direct", "screen", "tmux", "rxvt-unicode",
         "xterm-of-2031", "")

PRICES = b'{"gpt-x":{"litellm_provider":"openai","mode":"chat",' \
    b'"input_cost_per_token":1.5e-6,"output_cost_per_token":4.25e-6}}'
LOG = b"".join(b'{"model":"gpt-x","created":%d,"usage":{"prompt_tokens":%d,'
               b'"completion_tokens":%d}}\n' % (1790000000 + 86400 * i,
                                                900 + i, 80 + 7 * i)
               for i in range(9))
EXAMPLE = (SOURCE / "share" / "examples" / "support-triage.cfg").read_bytes()

failures = []


def make_locales(folder):
    """Environments, by their names."""
    made = {"C": {"LC_ALL": "C"}, "C.UTF-8": {"LC_ALL": "C.UTF-8"}}
    for name in MADE:
        for charset in ("UTF-8", "ISO-8859-9" if name == "tr_TR" else
                        "ISO-8859-1"):
            path = os.path.join(folder, f"{name}.{charset}")
            try:
                done = subprocess.run(
                    ["localedef", "-i", name, "-f", charset, path],
                    capture_output=True, check=False).returncode
            except FileNotFoundError:
                done = 127
            if done not in (0, 1) or not os.path.exists(path):
                print(f"SKIPPED: {name}.{charset} cannot be made here")
                continue
            made[f"{name}.{charset}"] = {"LC_ALL": f"{name}.{charset}",
                                         "LOCPATH": folder}
    return made


def environment(home, more):
    env = {"PATH": os.environ["PATH"], "HOME": home, "TZ": "UTC",
           "TERM": "xterm", **more}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]
    return env


def begin(folder):
    for name, body in (("a.cfg", EXAMPLE), ("log.jsonl", LOG),
                       ("prices.json", PRICES)):
        pathlib.Path(folder, name).write_bytes(body)


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(pathlib.Path(folder).rglob("*"))
            if path.is_file() and path.name != "recent"}


def compare(what, reference, seen):
    if reference.keys() != seen.keys():
        failures.append(f"{what}: other files: {sorted(seen)}")
    for name in reference.keys() & seen.keys():
        if reference[name] != seen[name]:
            failures.append(f"{what}: {name} has other bytes")


# ---- the command line --------------------------------------------------------

COMMANDS = (
    "new b.cfg --template medical-coding",
    "set a.cfg volume.requests_per_month=1,234,567.5 name=Iıİi "
    "savings.discount_rate=7.5%",
    "report a.cfg --scenarios 1000 -o r.txt",
    "report a.cfg --scenarios 1000 -o r.md",
    "report a.cfg --scenarios 1000 -o r.html",
    "report a.cfg --scenarios 1000 -o r.json",
    "report a.cfg --scenarios 1000 -o r.csv",
    "report a.cfg --scenarios 1000 --csv-dialect excel-eu -o eu.csv",
    "compare a.cfg b.cfg --scenarios 1000 -o c.md",
    "usage log.jsonl --save log.sum",
    "usage log.jsonl --into a.cfg",
    "prices import prices.json --date 2026-11-01",
)


def by_commands(name, more):
    with tempfile.TemporaryDirectory() as folder:
        begin(folder)
        env = environment(folder, more)
        for words in COMMANDS:
            done = subprocess.run([PROGRAM, *words.split()], cwd=folder,
                                  env=env, capture_output=True, check=False,
                                  stdin=subprocess.DEVNULL)
            if done.returncode:
                failures.append(f"{name}: {words}: {done.stderr!r}")
            if not name.endswith("UTF-8") and not done.stdout.isascii():
                failures.append(f"{name}: {words}: not in ASCII")
        out = subprocess.run([PROGRAM, "report", "a.cfg", "--scenarios",
                              "1000"], cwd=folder, env=env,
                             capture_output=True, check=False).stdout
        if name.endswith("UTF-8") == out.isascii():
            failures.append(f"{name}: a text report in another charset")
        seen = files(folder)
        if name.endswith("UTF-8"):
            seen["standard output"] = out
        return seen


# ---- the wizard --------------------------------------------------------------

class Blind(Terminal):
    """Bytes are taken, whatever they are."""

    def __init__(self, command):
        super().__init__(command)
        self.screen.feed = lambda data: None

    def until(self, truth, seconds=20):
        end = time.monotonic() + seconds
        while not truth():
            if time.monotonic() > end:
                return False
            self.read(0.05)
        self.settle()
        return True


def by_wizard(name, more, term):
    what = f"{name}, TERM={term}"
    with tempfile.TemporaryDirectory() as folder:
        begin(folder)
        path = pathlib.Path(folder, "a.cfg")
        out = pathlib.Path(folder, "r.txt")
        env = {**environment(folder, more), "TERM": term,
               "ASAN_OPTIONS": "detect_leaks=0"}
        if not term:
            del env["TERM"]
        terminal = Blind(["/usr/bin/env", "-i", "-C", folder,
                          *[f"{key}={value}" for key, value in env.items()],
                          PROGRAM, "a.cfg"])
        terminal.until(lambda: b"Volume" in terminal.raw)
        terminal.send("1,234.5\r")
        terminal.send("\x13")
        if not terminal.until(lambda: b"1,234.5" in path.read_bytes()):
            failures.append(f"{what}: it did not save")
        for keys in ("\x1b6", "r", "w", "\x15r.txt\r"):
            terminal.send(keys)
        if not terminal.until(out.exists):
            failures.append(f"{what}: it wrote no report")
        terminal.send("\x1b")
        terminal.send("\x11")
        if terminal.wait_for_end() != 0:
            failures.append(f"{what}: it did not end well")
        return files(folder)


def main():
    with tempfile.TemporaryDirectory() as folder:
        places = make_locales(folder)
        reference = None
        for name, more in places.items():
            seen = by_commands(name, more)
            out = seen.pop("standard output", None)
            reference = reference or seen
            compare(name, reference, seen)
            if name == "C.UTF-8":
                text = out
            elif out is not None and out != text:
                failures.append(f"{name}: another text on standard output")
        pairs = [(name, term) for name in places for term in TERMS
                 if ALL or term == "xterm" or name == "C.UTF-8"]
        reference = None
        for name, term in pairs:
            seen = by_wizard(name, places[name], term)
            reference = reference or seen
            compare(f"{name}, TERM={term}", reference, seen)
    for line in failures[:40]:
        print(line)
    print(f"{len(places)} locales, {len(pairs)} terminals, "
          f"{len(failures)} failures")
    return 1 if failures else 0


sys.exit(main())
