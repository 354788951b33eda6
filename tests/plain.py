#!/usr/bin/env python3
"""The interview line by line, typed in a terminal and read from a file.

plain.py PROGRAM
"""

import os
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # nothing is written beside the sources
from terminal import Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
FIRST = "1.1 Requests per month"

# A whole interview of a new session: values, ranges, choices, help, mistakes
# taken back, an option, an overruled answer with its reason.
ANSWERS = [
    "4M to 6M", "2%", "?", "2,400", "500", "60 to 140", "80%", "0%", "$0.02",
    "", "yes", "2", "gpt", "2.50", "0.25", "10", ">", "90%", "<", "92%",
    "1000", "940", ":panel", "$0.10", "2", "2", "no", ":skip", "95%", ">",
    ":undo", ":redo", "2,000", "first token", "", ":go 2.1", ">",
    ":add Smaller", "Qwen", "tune", "", ":verdict", ">", "60",
    ":go 5", "36", ":skip", ":skip", ":skip", ":skip", ":skip", ":skip",
    "yes", "Because we measured it: it is quicker.", ":review", "",
]


class Plain(Terminal):
    """The program's lines come back from the terminal without a screen."""

    def text(self):
        return self.raw.decode().replace("\r\n", "\n")


def start(path, *arguments):
    terminal = Plain([PROGRAM, "--plain", *arguments, path])
    terminal.wait_for(FIRST)
    return terminal


def prompts(terminal):
    """How many times it has asked: each prompt ends with ': '."""
    return terminal.text().count("]: ") + terminal.text().count("question 1: ")


def type_all(terminal, answers):
    for answer in answers:
        asked = prompts(terminal)
        terminal.send(answer + "\n")
        while terminal.status is None and prompts(terminal) == asked:
            if not terminal.read(5):
                break


def check_bytes(raw):
    """Printable ASCII and line ends: no escape, no control, no backspace."""
    strange = set(raw.replace(b"\r\n", b"\n")) - set(range(32, 127)) - {10}
    assert not strange, "bytes %r" % sorted(strange)
    longest = max(len(line) for line in raw.decode().splitlines()
                  if "]: " not in line)
    assert longest <= 78, "a line of %d" % longest


def pipe(path, answers, status=0):
    ended = subprocess.run([PROGRAM, "--plain", path],
                           input="".join(a + "\n" for a in answers),
                           capture_output=True, text=True, check=False)
    assert ended.returncode == status, (ended.returncode, ended.stderr)
    return ended


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def typed_and_piped(folder):
    typed = os.path.join(folder, "typed", "decision.cfg")
    piped = os.path.join(folder, "piped", "decision.cfg")
    os.mkdir(os.path.dirname(typed))
    os.mkdir(os.path.dirname(piped))
    terminal = start(typed)
    type_all(terminal, ANSWERS)
    assert terminal.wait_for_end() == 0, terminal.text()[-2000:]
    check_bytes(terminal.raw)
    ended = pipe(piped, ANSWERS)
    assert ended.stderr == "", ended.stderr
    check_bytes(ended.stdout.encode())
    assert contents(typed) == contents(piped)
    values = subprocess.run([PROGRAM, "get", typed], capture_output=True,
                            text=True, check=True).stdout
    for line in ("volume.requests_per_month=4M to 6M", "quality.bar=92%",
                 "options[4].model=Qwen", "savings.answer=yes",
                 "savings.horizon_months=36"):
        assert line in values, (line, values)
    # What is said is the same, too, but for where it is saved.
    same = terminal.text().replace("typed", "piped")
    assert same.split() == ended.stdout.split(), "two transcripts"
    return typed


def the_same_as_in_the_wizard(folder):
    """Three answers, of three kinds: the files are the same to the byte."""
    plain = os.path.join(folder, "plain", "decision.cfg")
    wizard = os.path.join(folder, "wizard", "decision.cfg")
    os.mkdir(os.path.dirname(plain))
    os.mkdir(os.path.dirname(wizard))
    pipe(plain, ["1.2M to 3M", ":go 2", "90%", ":go 3.3", "yes",
                 ":go 5", "36", ":quit", "yes"])
    terminal = Terminal([PROGRAM, wizard])
    terminal.wait_for(" 1/5 ")
    terminal.send("1.2M to 3M\r")
    terminal.send("\x1b2" + "90%\r")
    terminal.send("\x1b3" + "\x1bOB\x1bOB \r")
    terminal.send("\x1b5" + "36\r")
    terminal.send("\x13")
    terminal.wait_for("aved")
    terminal.send("\x11")
    assert terminal.wait_for_end() == 0
    assert b"36" in contents(plain)
    assert contents(plain) == contents(wizard), (
        contents(plain) + contents(wizard)).decode()


def enter_alone(path):
    before = contents(path)
    ended = pipe(path, [""] * 400)
    assert contents(path) == before
    assert ended.stdout.count("Question ") == 5


def interrupted(path, number, status):
    """Work is kept for the next start; the file is as it was."""
    before = contents(path)
    terminal = start(path)
    type_all(terminal, ["7M"])
    if number == signal.SIGINT:
        terminal.send("\x03")
    else:
        os.kill(terminal.child, number)
    assert terminal.wait_for_end() == status, terminal.status
    assert "Unsaved work is kept in" in terminal.text()
    assert contents(path) == before
    recovered(path)
    assert contents(path) == before


def recovered(path):
    """The next start has it, also after a second end, until it is dropped."""
    for answer, shown in (("2", "[7M]"), ("3", "[4M to 6M]")):
        terminal = Plain([PROGRAM, "--plain", path])
        terminal.wait_for("[keep it for later]:")
        assert "There is work for it that was not saved" in terminal.text()
        terminal.send(answer + "\n")
        terminal.wait_for(FIRST)
        terminal.wait_for(shown)
        if answer == "2":
            os.kill(terminal.child, signal.SIGKILL)
            assert terminal.wait_for_end() == -signal.SIGKILL
    terminal.send(":quit\n")
    assert terminal.wait_for_end() == 0


def ended_by_control_d(path):
    terminal = start(path)
    type_all(terminal, ["8M"])
    terminal.send("\x04")
    assert terminal.wait_for_end() == 0
    assert b"8M" in contents(path)


def dumb(path):
    terminal = Plain(["/usr/bin/env", "TERM=dumb", PROGRAM, path])
    terminal.wait_for(FIRST)
    terminal.send(":quit\n")
    assert terminal.wait_for_end() == 0
    check_bytes(terminal.raw)


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "ACCESSIBLE"):
        os.environ.pop(variable, None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        path = typed_and_piped(folder)
        the_same_as_in_the_wizard(folder)
        enter_alone(path)
        interrupted(path, signal.SIGINT, 130)
        interrupted(path, signal.SIGTERM, 143)
        interrupted(path, signal.SIGHUP, 129)
        ended_by_control_d(path)
        dumb(path)
    print("1 passed, 0 failed")


main()
