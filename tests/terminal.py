"""A program in a pseudo-terminal, and the screen that it paints.

Python's standard library only. The emulator knows the sequences that ncurses
sends to TERM=xterm and stops at any other, so that nothing is overlooked.
"""

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
import unicodedata

CSI = re.compile(r"\x1b\[([<-?]?)([\d;]*)([ -/]?)([@-~])")
OSC = re.compile(r"\x1b\].*?(\x07|\x1b\\)", re.S)
# A terminal gives up a sequence when another one begins. Of the wizard only
# those of leaving and coming back may, when a signal has ended what was being
# written while the terminal took nothing.
BROKEN_OFF = re.compile(
    r"\x1b(\[[0-9;?]*|\()?(?=\x1b\[\?(?:1006l|2004l|1h|1049h))")


class Screen:
    """Rows of cells. Wide characters take two: themselves and an empty one."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.pending = ""
        self.last = " "
        self.reset()

    def reset(self):
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.row = self.column = 0
        self.top, self.bottom = 0, self.rows - 1
        self.saved = (0, 0)

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cells)

    def feed(self, data):
        self.pending += self.decoder.decode(data)
        while self.pending:
            taken = self.step(self.pending)
            if taken == 0:
                return
            self.pending = self.pending[taken:]

    def step(self, text):
        """Carry out what text begins with; characters taken, 0: wait."""
        if text[0] != "\x1b":
            self.character(text[0])
            return 1
        broken_off = BROKEN_OFF.match(text)
        if broken_off:
            return broken_off.end()
        if len(text) < 2 or (text[1] in "()" and len(text) < 3):
            return 0
        if text[1] == "[":
            match = CSI.match(text)
            if match:
                self.control(*match.groups())
        elif text[1] == "]":
            match = OSC.match(text)
        else:
            return self.escape(text)
        if not match and len(text) > 200:
            raise ValueError("strange sequence %r" % text[:40])
        return match.end() if match else 0

    def escape(self, text):
        if text[1] in "()":
            return 3
        if text[1] == "M":
            self.move(self.row - 1, self.column)
        elif text[1] == "7":
            self.saved = (self.row, self.column)
        elif text[1] == "8":
            self.move(*self.saved)
        elif text[1] == "c":
            self.reset()
        elif text[1] not in "=>":
            raise ValueError("strange sequence %r" % text[:10])
        return 2

    def move(self, row, column):
        self.row = min(max(row, 0), self.rows - 1)
        self.column = min(max(column, 0), self.columns - 1)

    def character(self, rune):
        if rune == "\r":
            self.column = 0
        elif rune == "\n":
            if self.row == self.bottom:
                self.scroll(self.top, 1)
            else:
                self.move(self.row + 1, self.column)
        elif rune == "\b":
            self.move(self.row, self.column - 1)
        elif rune == "\t":
            self.move(self.row, (self.column // 8 + 1) * 8)
        elif rune >= " ":
            self.put(rune)

    def put(self, rune):
        if unicodedata.combining(rune):
            return
        wide = unicodedata.east_asian_width(rune) in "WF"
        if self.column + 1 + wide > self.columns:
            self.character("\r")
            self.character("\n")
        self.cells[self.row][self.column] = self.last = rune
        if wide:
            self.cells[self.row][self.column + 1] = ""
        self.column += 1 + wide

    def scroll(self, top, count):
        """Lines from top to the region's bottom go up (or down)."""
        if top > self.bottom:  # the cursor is below the region
            return
        for _ in range(abs(count)):
            gone, new = (top, self.bottom) if count > 0 else (self.bottom, top)
            del self.cells[gone]
            self.cells.insert(new, [" "] * self.columns)

    def region(self, top, bottom):
        """One that was meant for a larger screen is cut to this one; of less
        than two lines it is none."""
        if not 0 <= bottom < self.rows:
            bottom = self.rows - 1
        if top < bottom:
            self.top, self.bottom = top, bottom
            self.move(0, 0)

    def erase(self, row, first, end):
        for column in range(first, min(end, self.columns)):
            self.cells[row][column] = " "

    def control(self, private, numbers, between, final):
        given = [int(n) if n else 0 for n in numbers.split(";")]
        one, zero = given[0] or 1, given[0]
        cells = self.cells[self.row]
        if private or between or final in "mhltnc":
            return
        if final in "Hf":
            self.move(one - 1, (given + [1])[1] - 1)
        elif final in "ABCD":
            down, right = {"A": (-1, 0), "B": (1, 0), "C": (0, 1),
                           "D": (0, -1)}[final]
            self.move(self.row + down * one, self.column + right * one)
        elif final == "G":
            self.move(self.row, one - 1)
        elif final == "d":
            self.move(one - 1, self.column)
        elif final == "K":
            self.erase(self.row, 0 if zero else self.column,
                       self.column + 1 if zero == 1 else self.columns)
        elif final == "J":
            self.erase_screen(zero)
        elif final == "X":
            self.erase(self.row, self.column, self.column + one)
        elif final == "P":
            del cells[self.column:self.column + one]
            cells.extend([" "] * (self.columns - len(cells)))
        elif final == "@":
            cells[self.column:self.column] = [" "] * one
            del cells[self.columns:]
        elif final == "b":
            for _ in range(one):
                self.put(self.last)
        elif final in "LMST":
            top = self.row if final in "LM" else self.top
            self.scroll(top, one if final in "MS" else -one)
        elif final == "r":
            self.region(one - 1, (given + [0])[1] - 1)
        else:
            raise ValueError("strange sequence %s %s" % (numbers, final))

    def erase_screen(self, how):
        if how == 0:
            self.erase(self.row, self.column, self.columns)
        for row in range(self.rows):
            if how >= 2 or (row > self.row and how == 0) or (
                    row < self.row and how == 1):
                self.erase(row, 0, self.columns)


class Terminal:
    """A program that runs in a terminal of its own."""

    def __init__(self, command, columns=80, rows=24, **environment):
        self.screen = Screen(columns, rows)
        self.raw = b""
        self.status = None
        self.child, self.master = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ,
                        struct.pack("HHHH", rows, columns, 0, 0))
            os.environ.update({"TERM": "xterm", **environment})
            os.execv(command[0], command)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """What comes within so many seconds; False: nothing, or the end."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.raw += data
        self.screen.feed(data)
        return bool(data)

    def settle(self, quiet=0.05):
        while self.read(quiet):
            pass

    def send(self, keys):
        os.write(self.master, keys.encode())
        self.settle()

    def wait_for(self, text, seconds=10):
        """Until the screen shows it."""
        end = time.monotonic() + seconds
        while text not in self.screen.text():
            if time.monotonic() > end:
                self.show()
                raise AssertionError("the screen never showed %r" % text)
            self.read(0.1)
        self.settle()

    def wait_for_end(self, seconds=10):
        """Exit status; what was still written is on the screen."""
        end = time.monotonic() + seconds
        while True:
            self.read(0.02)
            pid, status = os.waitpid(self.child, os.WNOHANG)
            if pid:
                self.settle()
                os.close(self.master)
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() > end:
                self.show()
                raise AssertionError("the program did not end")

    def show(self):
        print(self.screen.text(), file=sys.stderr)
