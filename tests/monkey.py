#!/usr/bin/env python3
"""A monkey at the keyboard: whatever it does, the wizard stays sane.

monkey.py PROGRAM [EVENTS] [SEED]

Random keys, words, pastes, clicks, broken bytes, sizes and signals; then each
way of leaving. It must answer within MONKEY_PATIENCE seconds (2), never crash,
send nothing that a terminal would not expect, give the terminal back whenever
it stops or ends, and leave no session file that cannot be read.

The program runs as a shell would run it: in a group of its own, under a
process that sees it stop. It never gets a slash to type, and works at the
bottom of many folders, so that it overwrites nobody's files.
"""

import collections
import fcntl
import json
import os
import pty
import random
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

sys.dont_write_bytecode = True  # nothing is written beside the sources
from terminal import Screen  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
EVENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10 ** 6)
PATIENCE = float(os.environ.get("MONKEY_PATIENCE", "2"))
DEPTH = 40  # of folders, above each of which a dialog would have to climb
REDRAW, PASTE_END, ESCAPE = b"\x0c", b"\x1b[201~", b"\x1b"
MODES = (b"1049", b"1000", b"1006", b"2004")


class StrictScreen(Screen):
    """Any size, also another one, and no stray controls."""

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.reset()

    def character(self, rune):
        if rune < " " and rune not in "\r\n\b\t":
            raise ValueError("a stray control, %r" % rune)
        super().character(rune)

    def put(self, rune):
        if self.columns > 1:  # a wide one has no place in one column
            super().put(rune)


# ---- the program, and what holds its terminal -------------------------------

def report(pipe, **facts):
    os.write(pipe, (json.dumps(facts) + "\n").encode())


def quiet_terminal():
    """While the program stands still or says its last line the terminal has
    its own modes again, and the monkey types on: then ^S would hold that line
    back for ever, as it does for any program, and the kernel's echo could get
    into the middle of a sequence."""
    modes = termios.tcgetattr(0)
    modes[0] &= ~termios.IXON
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(0, termios.TCSANOW, modes)


def stands_still(process):
    with open("/proc/%d/stat" % process, encoding="latin-1") as file:
        return file.read().rpartition(")")[2].split()[0] == "T"


def hold(command, environment, pipe):
    """What a shell does: start it, take the terminal back, let it go on."""
    for number in (signal.SIGHUP, signal.SIGTTOU, signal.SIGTTIN):
        signal.signal(number, signal.SIG_IGN)
    quiet_terminal()
    before = termios.tcgetattr(0)
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        for number in (signal.SIGHUP, signal.SIGTTOU, signal.SIGTTIN):
            signal.signal(number, signal.SIG_DFL)
        os.close(pipe)
        os.execve(command[0], command, environment)
    report(pipe, pid=child)
    while True:
        status = os.waitpid(child, os.WUNTRACED)[1]
        try:
            given_back = termios.tcgetattr(0) == before
        except termios.error:
            given_back = True  # there is no terminal any more
        if os.WIFSTOPPED(status) and not stands_still(child):
            given_back = True  # the monkey's SIGCONT was faster than we
        if not os.WIFSTOPPED(status):
            report(pipe, status=os.waitstatus_to_exitcode(status),
                   given_back=given_back)
            os._exit(0)
        report(pipe, stopped=True, given_back=given_back)
        os.kill(child, signal.SIGCONT)


class Life:
    """The program from its start to its end."""

    def __init__(self, command, environment):
        self.screen = StrictScreen(80, 24)
        self.raw = b""
        self.status = None
        self.drawn = self.stops = 0
        self.told = b""
        self.pipe, pipe = os.pipe()
        self.holder, self.master = pty.fork()
        if self.holder == 0:
            os.close(self.pipe)
            hold(command, environment, pipe)
        os.close(pipe)
        self.size(80, 24)
        self.pid = None
        self.endings = {0}
        end = time.monotonic() + 5 * PATIENCE
        while b"\x1b[?2004h" not in self.raw:
            self.listen(0.1)
            assert time.monotonic() < end, "it does not begin"
        self.answers()

    def size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(columns, rows)

    def listen(self, seconds=0.0):
        """Take in what it draws, and what its holder says of it."""
        ready = select.select(
            [f for f in (self.master, self.pipe) if f is not None], [], [],
            seconds)[0]
        if self.master in ready:
            self.draw()
        if self.pipe in ready:
            self.hear()
        return bool(ready)

    def draw(self):
        try:
            data = os.read(self.master, 65536)
        except OSError:
            data = b""
        if not data:
            os.close(self.master)
            self.master = None
            return
        self.drawn += len(data)
        self.raw = self.raw[-100000:] + data
        if b"Sanitizer" in data or b"runtime error" in data:
            raise AssertionError(data.decode("utf-8", "replace"))
        self.screen.feed(data)

    def hear(self):
        data = os.read(self.pipe, 65536)
        if not data:
            assert self.status is not None, "its holder is gone"
            os.close(self.pipe)
            self.pipe = None
        *lines, self.told = (self.told + data).split(b"\n")
        for facts in map(json.loads, lines):
            assert facts.get("given_back", True), (
                "the terminal's modes are not as they were: %s" % facts)
            self.pid = facts.get("pid", self.pid)
            self.status = facts.get("status", self.status)
            self.stops += "stopped" in facts

    def send(self, data):
        """As fast as it takes it. While it is stopped ^C is a signal."""
        if b"\x03" in data:
            self.endings.add(128 + signal.SIGINT)
        end = time.monotonic() + PATIENCE
        while data and self.status is None and self.master is not None:
            if select.select([], [self.master], [], 0)[1]:
                data = data[os.write(self.master, data[:512]):]
            elif time.monotonic() > end:
                raise AssertionError("it takes no more keys")
            self.listen()

    def holds_terminal(self):
        """It has not given it back: what is drawn is no farewell."""
        return self.raw.rfind(b"\x1b[?2004h") >= self.raw.rfind(
            b"\x1b[?2004l")

    def answers(self):
        """It draws when it is asked to, or ends. Within a paste it is not
        asked: once more, then.
        """
        end = time.monotonic() + PATIENCE
        while self.status is None:
            drawn = self.drawn
            self.send(REDRAW)
            self.listen(0.2)
            if self.drawn != drawn and self.holds_terminal():
                break
            if time.monotonic() > end:
                raise AssertionError("no answer within %g s" % PATIENCE)
            self.send(PASTE_END)
        while self.status is None and self.listen(0.02):
            pass

    def kill(self, number):
        try:
            os.kill(self.pid, number)
        except ProcessLookupError:
            pass  # it has ended meanwhile

    def hang_up(self):
        os.close(self.master)
        self.master = None

    def end(self):
        """Its exit status. What it left behind is looked at."""
        end = time.monotonic() + PATIENCE
        while self.status is None:
            self.listen(0.05)
            assert time.monotonic() < end, "it did not end"
        if self.master is not None:
            while self.master is not None and self.listen(0.2):
                pass
            self.check_modes()
        for file in (self.master, self.pipe):
            if file is not None:
                os.close(file)
        os.waitpid(self.holder, 0)
        return self.status

    def check_modes(self):
        for mode in MODES:
            on = self.raw.rfind(b"\x1b[?%sh" % mode)
            off = self.raw.rfind(b"\x1b[?%sl" % mode)
            assert off >= on, "mode %s is left on" % mode.decode()
        hidden = self.raw.rfind(b"\x1b[?25l")
        assert hidden <= self.raw.rfind(b"\x1b[?25h"), "the cursor is hidden"


# ---- the monkey -------------------------------------------------------------

ARROWS = [b"\x1bOA", b"\x1bOB", b"\x1bOC", b"\x1bOD", b"\t", b"\x1b[Z", b"\r",
          b" ", b"\x1b[5~", b"\x1b[6~", b"\x1bOH", b"\x1bOF", b"\x1b"]
EDITING = [bytes([c]) for c in b"\x01\x02\x04\x05\x06\x08\x0b\x0e\x12\x15\x17"
           b"\x18\x1f\x7f"] + [b"\x1b[3~", b"\x1bb", b"\x1bd", b"\x1bf",
                               b"\x1b\x7f", b"\x1b[1;5A", b"\x1b[1;5B",
                               b"\x1b[1;5C", b"\x1b[1;5D", b"+", b"-"]
COMMANDS = [bytes([c]) for c in b"acdhjklmoprstuvwxyD<>=:?\x13\x0f\x10\x17"] + [
    b"\x1bOP", b"\x1bOQ", b"\x1bOR", b"\x1bOS", b"\x1b[15~", b"\x1b[17~",
    b"\x1b[18~", b"\x1b[19~", b"\x1b[20~", b"\x1b[21~", b"\x1b[23~",
    b"\x1b[24~", b"\x1b1", b"\x1b2", b"\x1b3", b"\x1b4", b"\x1b5", b"\x1b6"]
LEAVING = [b"q", b"\x11", b"\x03", b"\x1a", b"d", b"s"]
WORDS = ["5M", "500k to 2M", "12 to", "$1,200", "2%", "1e400", "-3", "0,5",
         "nan", "価格", "e\u0301", "\U0001f468\u200d\U0001f469", "quality", "no",
         "Frontier", "report", "x" * 300, "30..60", "\u202e", "undo"]
SIZES = [(80, 24), (80, 24), (40, 12), (39, 11), (1, 1), (200, 60), (1, 60),
         (200, 1), (160, 50)]


def keys_of(chance, choices):
    return b"".join(chance.choice(choices)
                    for _ in range(chance.randint(1, 4)))


def word(chance, life):
    life.send(chance.choice(WORDS).encode() + chance.choice([b"", b"\r"]))


def paste(chance, life):
    text = "".join(chance.choice(["1e6\n2", "\x1b[200~", "\x03", "\x1b", "k",
                                  "\t", "é", "9", " to ", "\0", "\r\n"])
                   for _ in range(chance.choice([1, 3, 10, 5000])))
    life.send(b"\x1b[200~" + text.encode() +
              chance.choice([PASTE_END, PASTE_END, PASTE_END, b""]))


def mouse(chance, life):
    button = chance.choice([0, 0, 0, 0, 1, 2, 3, 32, 64, 65, 65, 99])
    column = chance.randint(0, life.screen.columns + 2)
    row = chance.randint(0, life.screen.rows + 2)
    for end in "Mm" if button < 3 else "M":
        life.send(b"\x1b[<%d;%d;%d%s" % (button, column, row, end.encode()))


def resize(chance, life):
    columns, rows = chance.choice(
        SIZES + [(chance.randint(1, 200), chance.randint(1, 60))] * 6)
    life.size(columns, rows)


def raise_signal(chance, life):
    life.kill(chance.choice([signal.SIGWINCH, signal.SIGCONT, signal.SIGTSTP]))


def noise(chance, life):
    life.send(bytes(b for b in chance.randbytes(chance.randint(1, 12))
                    if b not in b"/\x03\x11\x1c"))


def pause(chance, life):
    life.listen(chance.choice([0.001, 0.03, 0.1]))


DOINGS = [
    (24, "arrows", lambda c, life: life.send(keys_of(c, ARROWS))),
    (14, "editing", lambda c, life: life.send(keys_of(c, EDITING))),
    (12, "command", lambda c, life: life.send(c.choice(COMMANDS))),
    (12, "digit", lambda c, life: life.send(b"%d" % c.randint(0, 9))),
    (8, "word", word),
    (4, "paste", paste),
    (10, "mouse", mouse),
    (8, "resize", resize),
    (4, "signal", raise_signal),
    (2, "noise", noise),
    (3, "pause", pause),
    (1, "leaving", lambda c, life: life.send(c.choice(LEAVING))),
]


class Monkey:
    def __init__(self, folder):
        self.chance = random.Random(SEED)
        self.folder = folder
        self.bottom = os.path.join(folder, *["d"] * DEPTH)
        os.makedirs(self.bottom)
        self.session = "decision.cfg"
        self.done = collections.deque(maxlen=40)
        self.lives = self.stops = 0
        self.life = None

    def environment(self):
        extra = self.chance.choice(
            [{}, {}, {"NO_COLOR": "1"}, {"COLORTERM": "truecolor"},
             {"LC_ALL": "C"}])
        kept = {name: value for name, value in os.environ.items()
                if name.endswith("SAN_OPTIONS") or name == "PATH"}
        return {**kept, "HOME": self.folder, "TERM": "xterm",
                "LC_ALL": "C.UTF-8", **extra}

    def start(self, where=None):
        flags = self.chance.choice(
            [[], [], ["--no-mouse"], ["--ascii"], ["--theme", "dark"]])
        if where is None:
            where = self.chance.choice([[self.session], [self.session], []])
        self.life = Life([PROGRAM, *flags, *where], self.environment())
        self.lives += 1

    def end(self, wanted):
        self.stops += self.life.stops
        status = self.life.end()
        assert status in wanted, "exit status %d, not of %s" % (status, wanted)
        self.life = None
        self.check_files()

    def check_files(self):
        """Whatever it saved or rescued is a session that can be read."""
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.join(folder, name)
                if not name.endswith(".cfg"):
                    continue
                done = subprocess.run(
                    [PROGRAM, "check", path], stdin=subprocess.DEVNULL,
                    capture_output=True, text=True)
                assert done.returncode == 0, (path, done.stderr)

    def play(self, events):
        weights = [doing[0] for doing in DOINGS]
        for number in range(events):
            if self.life is None:
                self.start()
            _, name, do = self.chance.choices(DOINGS, weights)[0]
            self.done.append(name)
            do(self.chance, self.life)
            self.life.listen(0.002)
            if number % 25 == 0:
                self.life.answers()
            if self.life.status is not None:
                self.end(self.life.endings)
        self.find_alive()

    def find_alive(self):
        """What was sent may have ended it: then the next one takes over."""
        while self.life is None or self.ended():
            self.start()

    def ended(self):
        self.life.answers()
        if self.life.status is not None:
            self.end(self.life.endings)
        return self.life is None

    # ---- ways to leave ------------------------------------------------------

    def calm_down(self):
        """Alive, with nothing open and no key on its way that ends it."""
        self.life.size(80, 24)
        self.life.send(PASTE_END)
        for _ in range(8):
            self.life.send(ESCAPE)
            self.life.listen(0.06)
        if self.ended():  # Esc leaves where nothing is unsaved
            self.start(["calm-%d.cfg" % self.lives])

    def quit(self):
        self.life.send(b"\x11")
        self.life.answers()
        self.life.send(b"d")
        self.end([0])

    def hang_up(self):
        self.life.hang_up()
        self.end([128 + signal.SIGHUP])

    def signalled(self, number):
        self.life.kill(number)
        self.end([128 + number])

    def leave_in_each_way(self, events):
        ways = [self.quit, self.hang_up] + [
            lambda number=number: self.signalled(number)
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT,
                           signal.SIGHUP)]
        for way in ways:
            self.play(events)
            self.calm_down()
            way()


def look_into(life):
    """What it is doing, for whoever has to find out why."""
    for name in ("status", "wchan", "syscall"):
        try:
            with open("/proc/%d/%s" % (life.pid, name),
                      encoding="ascii") as file:
                print(name, [line for line in file.read().split("\n")
                             if name != "status" or
                             line.startswith(("State", "Sig", "Shd"))],
                      file=sys.stderr)
        except OSError as error:
            print(error, file=sys.stderr)
    if life.master is not None:
        print("modes", termios.tcgetattr(life.master)[:4], file=sys.stderr)
    print("drawn at the end", life.raw[-200:], file=sys.stderr)
    if shutil.which("gdb"):
        subprocess.run(["gdb", "-p", str(life.pid), "-batch", "-ex", "bt"],
                       stdin=subprocess.DEVNULL, stdout=sys.stderr,
                       stderr=subprocess.DEVNULL, timeout=60, check=False)


def main():
    print("seed %d, %d events" % (SEED, EVENTS), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        monkey = Monkey(folder)
        os.chdir(monkey.bottom)
        try:
            monkey.play(EVENTS)
            monkey.leave_in_each_way(EVENTS // 50)
        except Exception:
            print("seed %d, the last doings: %s" % (SEED, " ".join(
                monkey.done)), file=sys.stderr)
            if monkey.life:
                print(monkey.life.screen.text(), file=sys.stderr)
                look_into(monkey.life)
                monkey.life.kill(signal.SIGKILL)
            raise
        finally:
            os.chdir("/")
    print("%d lives, %d stops; 1 passed, 0 failed" % (monkey.lives,
                                                      monkey.stops))


main()
