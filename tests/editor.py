#!/usr/bin/env python3
"""A text in the user's own editor: ^X^E, in a terminal.

editor.py PROGRAM

Editors are small shell scripts. What they do first is to show themselves, and
then most wait for a line, so that the test can act while they run.
"""

import fcntl
import os
import re
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import termios
import time

sys.dont_write_bytecode = True  # nothing is written beside the sources
from terminal import Screen, Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
END, EDITOR, PALETTE = "\x1bOF", "\x18\x05", "\x10"
SAVE, QUIT, UNDO = "\x13", "\x11", "\x1f"
FIRST = " 1/5 "
WAIT = 'printf "EDITING $*\\n"; read -r line; '
REASON = "volume.reason"


class Desk:
    """A folder with a session and a home of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, "decision.cfg")
        self.state = os.path.join(folder, ".local/state/tuneornot")

    def editor(self, name, script):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + script)
        os.chmod(path, 0o700)
        return path

    def start(self, **environment):
        for name in ("VISUAL", "EDITOR"):
            environment.setdefault(name, "")
        terminal = Terminal([PROGRAM, self.path], columns=140, **environment)
        terminal.wait_for(FIRST)
        terminal.send(END)  # the reason, a text
        return terminal

    def leave(self, terminal):
        """Save and quit; what the session says then."""
        terminal.send(SAVE)
        terminal.wait_for("saved")
        terminal.send(QUIT)
        assert terminal.wait_for_end() == 0
        return subprocess.run([PROGRAM, "get", self.path, REASON],
                              check=True, capture_output=True,
                              text=True).stdout.rstrip("\n")

    def forget(self, terminal):
        terminal.send(QUIT + "d")
        assert terminal.wait_for_end() == 0

    def left_over(self):
        """Texts that were handed to an editor and still lie there."""
        return [name for name in os.listdir(self.state)
                if name.startswith("text-")]


def takes_the_text(desk):
    """Its lines are one line; the file was for us alone, and is gone. The
    command has arguments, and VISUAL goes before EDITOR."""
    shown = os.path.join(desk.folder, "shown")
    writes = desk.editor("writes", """
test "$1" = --wait || exit 9
ls -l "$2" > %s
cat "$2" >> %s
printf 'We measured\\r\\n  it twice.\\n' > "$2.new"
printf '\\tZo\\303\\253 has it.\\n\\n' >> "$2.new"
mv "$2.new" "$2"
""" % (shown, shown))
    terminal = desk.start(VISUAL=writes + " --wait", EDITOR="false")
    terminal.send("As it was")
    terminal.send(EDITOR)
    terminal.wait_for("We measured it twice. Zo")
    with open(shown, encoding="utf-8") as file:
        listed, *text = file.read().split("\n")
    assert listed.startswith("-rw-------"), listed
    assert text == ["As it was", ""], text
    assert not desk.left_over()
    said = desk.leave(terminal)
    assert said == "We measured it twice. Zoë has it.", said


def one_undo(desk):
    adds = desk.editor("adds", 'echo "and more" >> "$1"')
    terminal = desk.start(EDITOR=adds)
    terminal.send(EDITOR)
    terminal.wait_for("Zoë has it. and more")
    terminal.send(UNDO)
    assert "and more" not in terminal.screen.text()
    assert "We measured it twice" in terminal.screen.text()
    terminal.send("\x12")  # and redo
    terminal.wait_for("Zoë has it. and more")
    terminal.send(UNDO)
    terminal.send(QUIT)
    assert terminal.wait_for_end() == 0, "one undo was not enough"


def found_in_the_palette(desk):
    upper = desk.editor("upper", 'echo "FROM THE PALETTE" > "$1"')
    terminal = desk.start(EDITOR=upper)
    terminal.send(PALETTE + "own editor")
    terminal.wait_for("1 found")
    terminal.wait_for("^X^E")
    terminal.send("\r")
    terminal.wait_for("FROM THE PALETTE")
    desk.forget(terminal)


def nowhere_but_in_texts(desk):
    terminal = desk.start(EDITOR="false")
    terminal.send("\x1bOH" + EDITOR)
    assert "editor" not in terminal.screen.text().splitlines()[-1]
    terminal.send(PALETTE + "own editor")
    terminal.wait_for("0 found")
    terminal.send("\x1b")
    terminal.send(END + "\x18" + "x\x18\x01y")  # chords that are none
    terminal.wait_for("[y")
    desk.forget(terminal)


TROUBLE = [
    ("", "no editor is set; set VISUAL or EDITOR"),
    ("no-such-editor -n", 'the editor "no-such-editor -n" is not there'),
    ("/etc/passwd", 'the editor "/etc/passwd" cannot be run'),
    ("FOO=1 sh -c 'exit 3'", "the editor ended with status 3; "
     "the text is as it was"),
    ("sh -c 'kill -9 $$'", "the editor was ended by signal 9"),
    ("rm", "the file for the editor cannot be read: No such file"),
]


def told_and_unchanged(desk):
    for command, words in TROUBLE:
        terminal = desk.start(EDITOR=command)
        terminal.send("half a sent" + EDITOR)
        terminal.wait_for(words)
        terminal.wait_for("[half a sent")
        terminal.send("ence\r")
        assert desk.leave(terminal) == "half a sentence", command
        assert not desk.left_over(), command


def nothing_is_lost(desk):
    """What cannot be taken stays in its file."""
    for script, words in [
            ('yes "A long text" | head -n 400 > "$1"', "longer than 4000"),
            ('head -c 100000 /dev/zero > "$1"', "longer than 4000"),
            ('printf "caf\\351\\n" > "$1"', "is not UTF-8")]:
        terminal = desk.start(EDITOR=desk.editor("strange", script))
        terminal.send(EDITOR)
        terminal.wait_for(words)
        kept = desk.left_over()
        assert len(kept) == 1, kept
        mode = os.stat(os.path.join(desk.state, kept[0])).st_mode
        assert stat.S_IMODE(mode) == 0o600
        os.remove(os.path.join(desk.state, kept[0]))
        terminal.send(QUIT)
        assert terminal.wait_for_end() == 0, "the field has changed"


def escapes_do_nothing(desk):
    evil = desk.editor("evil", r"printf 'a\033]0;b\007\302\233c\n' > "
                       '"$1"')
    terminal = desk.start(EDITOR=evil)
    terminal.send(EDITOR)
    terminal.wait_for("[a]0;bc")
    desk.forget(terminal)


def check_modes(terminal, on):
    """The screen, the mouse and pastes are ours, or nobody's."""
    for mode in ("1049", "1000", "1006", "2004"):
        at = {how: terminal.raw.rfind(b"\x1b[?%s%s" % (mode.encode(), how))
              for how in (b"h", b"l")}
        assert (at[b"h"] > at[b"l"]) == on, (mode, on)
    raw = termios.tcgetattr(terminal.master)[3] & termios.ICANON == 0
    assert raw == on, "modes of the terminal"


def the_terminal_is_lent(desk):
    """Its modes are the editor's; it may have another size afterwards."""
    waits = desk.editor("waits", WAIT + 'echo "$line" > "$1"')
    terminal = desk.start(EDITOR=waits)
    terminal.send(EDITOR)
    terminal.wait_for("EDITING")
    check_modes(terminal, False)
    fcntl.ioctl(terminal.master, termios.TIOCSWINSZ,
                struct.pack("HHHH", 30, 100, 0, 0))
    terminal.screen = Screen(100, 30)
    terminal.send("said in it\r")
    terminal.wait_for("[said in it")
    check_modes(terminal, True)
    rows = terminal.screen.text().splitlines()
    assert len(rows) == 30 and "editor" in rows[29], rows[29]
    assert len(rows[2]) == 100, "the size is as it was"
    desk.forget(terminal)


def interrupts_are_the_editors(desk):
    catches = desk.editor("catches", """
trap 'echo caught > "$1"; exit 0' INT
printf 'EDITING\\n'
while :; do sleep 0.05; done
""")
    terminal = desk.start(EDITOR=catches)
    terminal.send(EDITOR)
    terminal.wait_for("EDITING")
    terminal.send("\x03")
    terminal.wait_for("[caught")
    terminal.send(UNDO + "\x03")  # ^C is ours again
    assert terminal.wait_for_end() == 0


def stops_and_goes_on(desk):
    """^Z in the editor stops all of us; fg goes back to the editor."""
    waits = desk.editor("waits", WAIT + 'echo "$line" > "$1"')
    terminal = Terminal(["/bin/sh", "-i"], EDITOR=waits, VISUAL="",
                        PS1="shell> ", ENV="")
    terminal.wait_for("shell>")
    terminal.send("%s %s\n" % (PROGRAM, desk.path))
    terminal.wait_for(FIRST)
    terminal.send(END + EDITOR)
    terminal.wait_for("EDITING")
    terminal.send("\x1a")
    terminal.wait_for("topped")
    terminal.send("echo still $((40 + 2))\n")
    terminal.wait_for("still 42")
    terminal.send("fg\n")
    time.sleep(0.2)
    terminal.send("back again\r")
    terminal.wait_for("[back again")
    terminal.send(QUIT + "d")
    terminal.wait_for("shell>")
    terminal.send("exit\n")
    terminal.wait_for_end()


def ended_meanwhile(desk):
    """TERM ends the editor, then us; what was not saved is kept."""
    ends = desk.editor("ends", """
trap 'echo ended > %s/ended; exit 1' TERM
printf 'EDITING\\n'
while :; do sleep 0.05; done
""" % desk.folder)
    terminal = desk.start(EDITOR=ends)
    terminal.send("not saved\r\x1b1" + END + EDITOR)
    terminal.wait_for("EDITING")
    os.kill(terminal.child, signal.SIGTERM)
    assert terminal.wait_for_end() == 128 + signal.SIGTERM
    assert os.path.exists(os.path.join(desk.folder, "ended"))
    assert re.search(r"/journal/\w+-\d+\.cfg",
                     terminal.screen.text().replace("\n", ""))


def without_a_home(desk):
    """The file lies where temporary files go."""
    says = desk.editor("says", 'echo "$1" > "$1"')
    terminal = Terminal(["/usr/bin/env", "-u", "HOME", PROGRAM, desk.path],
                        columns=150, EDITOR=says, VISUAL="",
                        TMPDIR=desk.folder)
    terminal.wait_for(FIRST)
    terminal.send(END + EDITOR)
    terminal.wait_for("[" + desk.folder + "/tuneornot-")
    assert not [name for name in os.listdir(desk.folder)
                if name.startswith("tuneornot-")]
    desk.forget(terminal)


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ.pop(variable, None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        for test in (takes_the_text, one_undo, found_in_the_palette,
                     nowhere_but_in_texts, told_and_unchanged, nothing_is_lost,
                     escapes_do_nothing, the_terminal_is_lent,
                     interrupts_are_the_editors, stops_and_goes_on,
                     ended_meanwhile, without_a_home):
            test(Desk(folder))
    print("1 passed, 0 failed")


main()
