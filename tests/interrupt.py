#!/usr/bin/env python3
"""Signals, stops and hangups: the terminal comes back, and so does the work.

interrupt.py PROGRAM
"""

import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import termios
import time

sys.dont_write_bytecode = True  # nothing is written beside the sources
from terminal import Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
PATIENCE = float(os.environ.get("INTERRUPT_PATIENCE", "1"))
PROMPT = "ready>"
MODES = ("1049", "1000", "1006", "2004")


def check_modes(raw):
    """The last word on each mode gives the terminal back."""
    for mode in MODES:
        on = raw.rfind(b"\x1b[?%sh" % mode.encode())
        off = raw.rfind(b"\x1b[?%sl" % mode.encode())
        assert off >= on, "mode %s is left on" % mode
    assert raw.rfind(b"\x1b[?25l") <= raw.rfind(b"\x1b[?25h"), "no cursor"


def check_file(path):
    done = subprocess.run([PROGRAM, "check", path], capture_output=True,
                          stdin=subprocess.DEVNULL, text=True)
    assert done.returncode == 0, done.stderr


def begin_with_work(path):
    """A saved session, and an edit that is not."""
    terminal = Terminal(["/usr/bin/env", "-S", "sh -c 'sleep 0.2; exec "
                         "%s %s'" % (PROGRAM, path)])
    before = termios.tcgetattr(terminal.master)
    terminal.wait_for(" 1/5 ")
    terminal.send("8M\r\x13")
    terminal.wait_for("aved")
    terminal.send("\x1bOH9M\r")
    terminal.wait_for("[9M")
    return terminal, before


def rescued(home):
    """What was kept beside the sessions, and is offered at the next start."""
    return [os.path.join(folder, name)
            for folder, _, names in os.walk(os.path.join(home, ".local"))
            for name in names if name.endswith(".cfg")]


def end_of(terminal, before):
    """The status; the modes are looked at when the program is gone."""
    end = time.monotonic() + 10
    while True:
        terminal.read(0.02)
        pid, status = os.waitpid(terminal.child, os.WNOHANG)
        if pid:
            assert termios.tcgetattr(terminal.master) == before, "modes"
            terminal.settle()
            os.close(terminal.master)
            return os.waitstatus_to_exitcode(status)
        assert time.monotonic() < end, "it did not end"


def killed_by(number, home):
    path = os.path.join(home, "mine.cfg")
    terminal, before = begin_with_work(path)
    os.kill(terminal.child, number)
    status = end_of(terminal, before)
    assert status == 128 + number, (number, status)
    check_modes(terminal.raw)
    check_file(path)
    with open(path, encoding="utf-8") as file:
        assert '"8M"' in file.read(), "the saved file is another one"
    kept = rescued(home)
    assert kept, "the work was not kept"
    for name in kept:
        check_file(name)
        os.remove(name)
    os.remove(path)


def shell():
    terminal = Terminal(["/usr/bin/env", "PS1=" + PROMPT, "/bin/sh", "-i"])
    terminal.wait_for(PROMPT)
    return terminal


def stty(terminal):
    terminal.send("clear; stty -a; echo behind it\r")
    terminal.wait_for("\nbehind it")
    return re.findall(r"-?\w+", terminal.screen.text().split("behind it")[0])


def stop_and_go_on(home):
    """^Z as a user knows it: the shell is back, and fg brings all back."""
    path = os.path.join(home, "mine.cfg")
    terminal = shell()
    before = stty(terminal)
    terminal.send("%s %s\r" % (PROGRAM, path))
    terminal.wait_for(" 1/5 ")
    terminal.send("8M")
    terminal.wait_for("[8M")
    screen = terminal.screen.text()
    terminal.send("\x1a")
    terminal.wait_for("topped")
    check_modes(terminal.raw)
    assert stty(terminal) == before
    terminal.send("fg\r")
    terminal.wait_for("[8M")
    settled = re.sub(r"\S+ of 100", "", terminal.screen.text())
    assert settled == re.sub(r"\S+ of 100", "", screen), settled
    terminal.send("\x1b")
    terminal.send("\x11")
    terminal.wait_for("Not saved")
    assert stty(terminal) == before
    check_modes(terminal.raw)
    terminal.send("exit\r")
    terminal.wait_for_end()


def escape_at_once(home):
    """Esc in a field is answered before anybody could notice."""
    terminal = Terminal([PROGRAM, os.path.join(home, "quick.cfg")])
    terminal.wait_for(" 1/5 ")
    times = []
    for _ in range(15):
        terminal.send("7")
        terminal.wait_for("[7")
        begun = time.monotonic()
        os.write(terminal.master, b"\x1b")
        while "[7" in terminal.screen.text():
            assert terminal.read(2), "no answer to Esc"
        times.append(time.monotonic() - begun)
    print("Esc: %.0f ms, at most %.0f" % (1000 * statistics.median(times),
                                          1000 * max(times)))
    assert statistics.median(times) < 0.05 * PATIENCE, times
    terminal.send("\x11")
    assert terminal.wait_for_end() == 0


def no_mouse(home):
    terminal = Terminal([PROGRAM, "--no-mouse", os.path.join(home, "m.cfg")])
    terminal.wait_for(" 1/5 ")
    terminal.send("\x11")
    assert terminal.wait_for_end() == 0
    assert b"\x1b[?1000h" not in terminal.raw, "the mouse is taken"


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "NO_COLOR", "ENV"):
        os.environ.pop(variable, None)
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT,
                       signal.SIGTERM):
            killed_by(number, home)
        stop_and_go_on(home)
        escape_at_once(home)
        no_mouse(home)
    print("1 passed, 0 failed")


main()
