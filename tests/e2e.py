#!/usr/bin/env python3
"""The whole way: start, answer all five, save, quit, come back, report.

e2e.py PROGRAM
"""

import json
import locale
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time

sys.dont_write_bytecode = True  # nothing is written beside the sources
from terminal import Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
PAGE_DOWN, END, HOME, UP = "\x1b[6~", "\x1bOF", "\x1bOH", "\x1bOA"
STEP = " %d/5 "
SAVE, QUIT = "\x13", "\x11"

# What is typed into the first field of each question.
FIRST = {
    "volume": ("requests_per_month", "1.2M to 3M"),
    "quality": ("bar", "90%"),
    "latency": ("budget_ms", "1,500"),
    "upkeep": ("capacity_hours", "60 to 80"),
    "savings": ("horizon_months", "36"),
}


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True,
                          stdin=subprocess.DEVNULL, capture_output=True,
                          text=True).stdout


def start(path):
    terminal = Terminal([PROGRAM, path])
    terminal.wait_for(STEP % 1)
    return terminal


def answer(terminal, number, question):
    """The first field, then the answer: one step on from "follow" is yes."""
    terminal.wait_for(STEP % number)
    terminal.send(HOME)
    terminal.send(FIRST[question][1] + "\r")
    terminal.send(END)
    terminal.send(UP)
    terminal.send(" ")
    terminal.send(PAGE_DOWN)


def answer_all(path):
    terminal = start(path)
    for number, question in enumerate(FIRST, 1):
        answer(terminal, number, question)
    terminal.send(SAVE)
    terminal.wait_for("aved")
    terminal.send(QUIT)
    assert terminal.wait_for_end() == 0
    farewell = terminal.screen.text().replace("\n", "")  # it may wrap
    assert os.path.basename(path) in farewell, "no farewell"
    check_terminal(terminal)


def check_terminal(terminal):
    """The last word on each mode gives the terminal back."""
    for mode in ("1049", "1000", "1006", "2004"):
        on = terminal.raw.rfind(b"\x1b[?%sh" % mode.encode())
        off = terminal.raw.rfind(b"\x1b[?%sl" % mode.encode())
        assert off >= on, "mode %s is left on" % mode
    assert terminal.raw.rfind(b"\x1b[?25l") <= terminal.raw.rfind(b"\x1b[?25h")


def check_file(path):
    values = dict(line.split("=", 1) for line in run("get", path).splitlines())
    for question, (key, typed) in FIRST.items():
        assert values["%s.%s" % (question, key)] == typed, values
        assert values["%s.answer" % question] == "yes", values


def look_again(path, report):
    """The second day: the same answers, the same report, and no change."""
    with open(path, "rb") as file:
        before = file.read()
    terminal = start(path)
    assert FIRST["volume"][1] in terminal.screen.text()
    terminal.send("\x1b6")
    terminal.wait_for("Verdict")
    terminal.send("r")
    title = report.splitlines()[0].strip()
    terminal.wait_for(title[:40])
    terminal.send("w")
    written = path + ".txt"
    terminal.send("\x15" + written + "\r")
    terminal.send("\x1b")
    terminal.send(QUIT)
    assert terminal.wait_for_end() == 0
    with open(path, "rb") as file:
        assert file.read() == before, "looking changed the file"
    with open(written, encoding="utf-8") as file:
        assert file.read() == report, "two reports of one session differ"


def type_in_a_hurry(path):
    """What stands behind a key may be the beginning of one that never comes,
    or a hundred keys: the screen shows what they did all the same."""
    terminal = start(path)
    time.sleep(0.3)  # nothing is left to be worked out
    terminal.send("\x1b6\x1b[")
    terminal.wait_for("The verdict")
    terminal.send("\x1b1" + HOME + "7" * 60 + "\x7f" * 59 + "M\r")
    terminal.wait_for("7M")
    terminal.send(QUIT)
    terminal.send("d")
    assert terminal.wait_for_end() == 0


def crash(path):
    """The terminal is given back, and the end is still the one it was."""
    if "ASAN_OPTIONS" in os.environ:
        return  # sanitizers want to see a crash themselves
    for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS,
                   signal.SIGFPE, signal.SIGILL):
        terminal = Terminal([PROGRAM, path])
        before = termios.tcgetattr(terminal.master)
        terminal.wait_for(STEP % 1)
        assert termios.tcgetattr(terminal.master) != before
        os.kill(terminal.child, number)
        end = time.monotonic() + 10
        while termios.tcgetattr(terminal.master) != before:
            assert time.monotonic() < end, "modes after %s" % number
            terminal.read(0.05)
        assert terminal.wait_for_end() == -number
        check_terminal(terminal)


# What says something about colours, and whether there are to be any: the
# flag over NO_COLOR over CLICOLOR_FORCE over CLICOLOR over the terminal.
COLOURS = [
    ({}, [], True),
    ({"NO_COLOR": "1"}, [], False),
    ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, [], False),
    ({"CLICOLOR": "0"}, [], False),
    ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, [], True),
    ({"CLICOLOR": "1"}, [], True),
    ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ({"CLICOLOR_FORCE": "1"}, ["--color=never"], False),
]


def see_colours(path):
    for environment, flags, wanted in COLOURS:
        terminal = Terminal([PROGRAM, path, "--theme", "dark", *flags],
                            **environment)
        terminal.wait_for(STEP % 1)
        terminal.send(QUIT)
        assert terminal.wait_for_end() == 0
        seen = re.search(rb"\x1b\[(\d+;)*[34][0-7][;m]", terminal.raw)
        assert bool(seen) == wanted, (environment, flags)
        for attribute in (b"1", b"7"):  # bold and reverse stay in any case
            assert re.search(rb"\x1b\[(\d+;)*%s[;m]" % attribute,
                             terminal.raw), (attribute, environment, flags)


def opened_by(process):
    names = []
    for number in os.listdir("/proc/%s/fd" % process):
        try:
            names.append(os.readlink("/proc/%s/fd/%s" % (process, number)))
        except FileNotFoundError:
            pass  # the listing itself
    return names


def keep_off_the_disk(path):
    """What the screen shows is written nowhere, also not into a file that has
    no name any more: a full or read-only /tmp is no matter, and no secret is
    left there. What CTest holds open is inherited."""
    terminal = start(path)
    opened = opened_by(terminal.child)
    terminal.send(QUIT)
    assert terminal.wait_for_end() == 0
    inherited = opened_by("self")
    written = [name for name in opened if name.startswith("/")
               and not name.startswith(("/dev/", "/memfd:"))
               and not name.endswith(".lock")
               and name not in inherited]
    assert not written, opened


def live_without_home(path):
    """Nowhere to keep anything: the wizard works all the same."""
    terminal = Terminal(["/usr/bin/env", "-u", "HOME", PROGRAM, path])
    terminal.wait_for(STEP % 1)
    terminal.send(QUIT)
    assert terminal.wait_for_end() == 0


def dress(path, home):
    """A terminal that nobody knows, and a theme that is wrong, are told."""
    # ncurses keeps what it had begun for a terminal that it does not know.
    terminal = Terminal([PROGRAM, path], TERM="xterm-of-2031",
                        ASAN_OPTIONS="detect_leaks=0")
    terminal.wait_for("xterm-of-2031 is not known here: drawn as for xterm-")
    terminal.send("8\r")
    assert "2031" not in terminal.screen.text(), "the note stays"
    terminal.send(QUIT + "d")
    assert terminal.wait_for_end() == 0
    broken = os.path.join(home, "broken.theme")
    with open(broken, "w", encoding="utf-8") as file:
        file.write('text = "red";\nfocus = "rde";\n')
    terminal = Terminal([PROGRAM, path, "--theme", broken], columns=120)
    terminal.wait_for("broken.theme:2: focus")
    terminal.wait_for(STEP % 1)
    terminal.send(QUIT)
    assert terminal.wait_for_end() == 0
    assert b"broken.theme:2: focus" in terminal.raw.split(b"\x1b", 1)[0]


def watch(path, trace):
    """--trace: keys by name, files, sizes and times, not what is typed."""
    terminal = Terminal([PROGRAM, "--trace", trace, path])
    terminal.wait_for(STEP % 1)
    terminal.send(HOME)
    terminal.send("987654\r")
    terminal.wait_for("987654")
    terminal.send("\x1b[200~zebra\x1b[201~")
    terminal.settle()
    terminal.send("\x1b\x1b" + SAVE)
    terminal.wait_for("aved")
    terminal.send(QUIT)
    assert terminal.wait_for_end() == 0
    with open(trace, encoding="utf-8") as file:
        lines = file.read().splitlines()
    assert lines[0].startswith("# tuneornot trace: "), lines[0]
    times = [float(line.split()[0]) for line in lines[1:]]
    assert times == sorted(times), "time goes back"
    words = "\n".join(line[12:] for line in lines[1:])
    for part in ("command: the wizard", "24 rows, 80 columns", "colours",
                 "key: Home\ncommand: first", "key: a character",
                 "key: Enter\ncommand: enter", "key: ^S\ncommand: save",
                 "paste", "written: ", "worked out: ", "end: exit status 0"):
        assert part in words, "no %r in the trace:\n%s" % (part, words)
    assert re.search(r"paint: \d+ bytes", words)
    assert "987" not in words and "zebra" not in words, "it says what is typed"
    assert words.count("key: a character") == 6, words


def walk_in_c(path):
    """Where the locale is not UTF-8 nothing but ASCII is sent."""
    for flags, language in (([], "C"), (["--ascii"], "C.UTF-8")):
        speak_ascii([PROGRAM, *flags, path], language)


def speak_ascii(command, language):
    terminal = Terminal(command, LC_ALL=language)
    terminal.wait_for(STEP % 1)
    for keys in ("o", "\x1b6", "\t", "\t", "r", "\x1b", "?", "\x1b", "t",
                 "\x1b", "\x0f", "\x1b", "ppp", QUIT):
        terminal.send(keys)
    assert terminal.wait_for_end() == 0
    assert max(terminal.raw) < 0x80, "not ASCII"


def leave_one_line(path):
    """On the normal screen: the verdict, and where the session is."""
    for keys, words in ((SAVE, "Saved in " + path), ("", "Not saved")):
        terminal = start(path)
        terminal.send(HOME + "7M\r")
        terminal.send(keys)
        terminal.send(QUIT + "d")
        assert terminal.wait_for_end() == 0
        left = terminal.raw.rsplit(b"\x1b[?1049l", 1)[1].decode()
        left = re.sub(r"\x1b[\[(][?\d;]*[a-zA-Z]|\x1b[=>]", "", left)
        lines = left.replace("\r", "\n").split("\n")
        lines = [line for line in lines if line]
        assert len(lines) == 1 and lines[0].endswith(words), lines
        subprocess.run([PROGRAM, "set", path,
                        "volume.requests_per_month=8M"], check=True)


def written(log):
    """Calls that write, as strace has seen them."""
    with open(log, encoding="utf-8", errors="replace") as file:
        return [line for line in file
                if re.search(r"\bp?writev?(64)?\(", line)]


def stay_quiet(path, folder):
    """Nobody types: nothing is drawn and nothing is written anywhere."""
    log = os.path.join(folder, "calls")
    strace = shutil.which("strace")
    command = [PROGRAM, path]
    if strace:
        command = [strace, "-f", "-o", log, "-e", "trace=desc"] + command
    else:
        print("strace is not here: only what reaches the terminal counts")
    terminal = Terminal(command, ASAN_OPTIONS="detect_leaks=0")
    terminal.wait_for(STEP % 1, 60)
    terminal.send("8")
    terminal.settle(3)  # the odds are sharp, the catalogue is read
    before = len(terminal.raw), len(written(log)) if strace else 0
    terminal.settle(2)
    after = len(terminal.raw), len(written(log)) if strace else 0
    assert after == before, "written while nobody types: %s" % (
        written(log)[before[1]:] if strace else terminal.raw[before[0]:])
    assert not strace or before[1] > 0, "strace sees nothing"
    terminal.send(QUIT + "d")
    assert terminal.wait_for_end(60) == 0


def speak_german(path, folder):
    """The locale changes nothing: not what is shown, nor what is read, nor
    the file. A decimal comma is refused with both readings."""
    try:
        locale.setlocale(locale.LC_NUMERIC, "de_DE.UTF-8")
        locale.setlocale(locale.LC_NUMERIC, "C")
    except locale.Error:
        print("no locale de_DE.UTF-8 here: nobody speaks German")
        return
    screens, files = [], []
    for language in ("C.UTF-8", "de_DE.UTF-8"):
        mine = os.path.join(folder, "same.cfg")
        shutil.copyfile(path, mine)
        terminal = Terminal([PROGRAM, mine], LC_ALL=language)
        terminal.wait_for(STEP % 1)
        terminal.send(HOME + "0,5M\r")
        terminal.wait_for("write 0.5 or 5")
        terminal.send("\x1b")
        terminal.send(HOME + "1,234,567.5 to 2.5M\r")
        for page in "123456":
            terminal.send("\x1b" + page)
            terminal.settle(0.5)
            screens.append(terminal.screen.text())
        terminal.send(SAVE)
        terminal.wait_for("saved")
        terminal.send(QUIT)
        assert terminal.wait_for_end() == 0
        with open(mine, "rb") as file:
            files.append(file.read())
    assert screens[:6] == screens[6:], "screens differ"
    assert files[0] == files[1], "files differ"
    assert b'"1,234,567.5 to 2.5M"' in files[0]


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "NO_COLOR",
                     "CLICOLOR", "CLICOLOR_FORCE"):
        os.environ.pop(variable, None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        path = os.path.join(folder, "decision.cfg")
        answer_all(path)
        check_file(path)
        figures = json.loads(run("report", path, "--format", "json"))
        assert [g["answer"] for g in figures["gates"]] == ["yes"] * 5
        look_again(path, run("report", path))
        again = json.loads(run("report", path, "--format", "json"))
        assert again == figures
        type_in_a_hurry(path)
        see_colours(path)
        keep_off_the_disk(path)
        live_without_home(path)
        crash(path)
        dress(path, folder)
        walk_in_c(path)
        watch(path, os.path.join(folder, "trace"))
        leave_one_line(path)
        stay_quiet(path, folder)
        speak_german(path, folder)
    print("1 passed, 0 failed")


main()
