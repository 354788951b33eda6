#!/usr/bin/env python3
"""Nothing typed is lost, and two programs never overwrite each other unseen.

unsaved.py PROGRAM [SCALE [SEED]]

Ends the wizard in every way and starts it again; kills it at each step of a
recovery (with strace); lets two of them and somebody with another editor loose
on one file. SCALE 1 takes half a minute, 10 ten times as many turns.
"""

import glob
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback

sys.dont_write_bytecode = True  # nothing is written beside the sources
from terminal import Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SCALE = float(sys.argv[2]) if len(sys.argv) > 2 else 1
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 20261124
AT_ONCE = 4  # they mostly wait
HOME, SAVE = "\x1bOH", "\x13"
OFFER, HELD = "Work that was not saved", "Open elsewhere"
CHANGED = re.compile("(Changed|Removed) by somebody else meanwhile")


class Wizard(Terminal):
    """At the first field of a session."""

    def __init__(self, path, before=()):
        super().__init__([*before, PROGRAM, path])
        self.wait_for("1/5")
        self.settle(0.1)

    def shows(self, words):
        return words in self.screen.text()

    def value(self):
        """Of the first field."""
        found = re.search(r"Requests per month +[\[(]([^ \])]*)",
                          self.screen.text())
        return found.group(1) if found else None

    def type(self, value):
        self.send(HOME + str(value) + "\r")
        self.wait_for(str(value))
        self.send(HOME)

    def wait_until(self, pattern):
        end = time.monotonic() + 10
        while not pattern.search(self.screen.text()):
            assert time.monotonic() < end, self.show()
            self.read(0.1)
        self.settle()

    def end(self, number=signal.SIGKILL):
        os.kill(self.child, number)
        return self.wait_for_end()

    def hang_up(self):
        os.close(self.master)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def journals():
    return glob.glob(os.path.join(os.environ["HOME"], ".local", "state",
                                  "tuneornot", "journal", "*.cfg"))


def text(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def recover(path):
    """What the next start offers, once it is saved."""
    wizard = Wizard(path)
    assert wizard.shows(OFFER), wizard.show()
    assert not wizard.shows(HELD), "a lock was left"
    wizard.send("r")
    wizard.wait_for("not saved yet")
    value = wizard.value()
    wizard.send(SAVE)
    wizard.wait_for("Saved in")
    assert value.encode() in text(path)
    assert not journals(), journals()
    wizard.end()
    again = Wizard(path)
    assert not again.shows(OFFER), "what is saved is offered"
    again.end()
    return value


# ---- how it ends ------------------------------------------------------------

def ends_without_a_word(folder, number):
    """Somebody types without a pause for three seconds."""
    path = os.path.join(folder, "end-%d.cfg" % number)
    wizard = Wizard(path)
    begun, typed = time.monotonic(), {}
    value = 1000
    while time.monotonic() < begun + 3:
        value += 1
        wizard.type(value)
        typed[value] = time.monotonic()
        time.sleep(0.05)
    end = time.monotonic()
    assert wizard.end(number) == -number
    kept = int(recover(path))
    lost = [v for v in typed if v > kept and typed[v] < end - 2.5]
    assert not lost, "lost what was typed %.1f s before the end" % (
        end - typed[lost[0]])


def ends_by_signal(folder, number):
    """Not even the last key is lost, in the field or handed in."""
    path = os.path.join(folder, "signal-%d.cfg" % number)
    wizard = Wizard(path)
    wizard.type(1001)
    wizard.send("1002")
    wizard.wait_for("[1002")
    assert wizard.end(number) == 128 + number
    assert recover(path) == "1002"


def hangs_up(folder):
    path = os.path.join(folder, "hangup.cfg")
    wizard = Wizard(path)
    wizard.type(1001)
    assert wizard.hang_up() == 128 + signal.SIGHUP
    assert recover(path) == "1001"


# ---- a crash while recovering from a crash -----------------------------------

# strace ends it on the way into a call of these: the first, the second...
CALLS = ("fsync", "link", "rename", "unlink")


def is_killed_at(path, call, number):
    """Recovers; False: it came through."""
    tracer = ["/usr/bin/env",
              "ASAN_OPTIONS=%s:detect_leaks=0" % os.environ["ASAN_OPTIONS"],
              "strace", "-D", "-o", "/dev/null", "-e",
              "inject=%s:signal=KILL:when=%d" % (call, number)]
    wizard = Wizard(path, tracer)
    wizard.wait_for(OFFER)
    wizard.send("r")
    end = time.monotonic() + 20
    while not wizard.shows("Recovered"):
        wizard.read(0.05)
        if os.waitpid(wizard.child, os.WNOHANG)[0]:
            os.close(wizard.master)
            return True
        assert time.monotonic() < end, wizard.show()
    wizard.end()
    return False


def crashes_while_recovering(folder):
    if not shutil.which("strace"):
        print("skipped: no strace, so no crash while recovering")
        return
    path = os.path.join(folder, "twice.cfg")
    wizard = Wizard(path)
    wizard.type(1001)
    wizard.end(signal.SIGTERM)
    for call in CALLS:
        number = 1
        while is_killed_at(path, call, number):
            assert any(b'"1001"' in text(name) for name in journals())
            number += 1
        assert number > 1 or call == "rename", "it never calls %s" % call
    # A crash between two steps may leave both; each is offered in its turn.
    while len(journals()) > 1:
        wizard = Wizard(path)
        wizard.send("dd")
        wizard.end()
    assert recover(path) == "1001"


# ---- two of them -------------------------------------------------------------

class Table:
    """Two wizards at one file, and who knows which of its texts."""

    def __init__(self, path, dice):
        self.path, self.dice = path, dice
        self.wizards, self.known, self.typed = {}, {}, {}
        self.warned = {}  # which text they were told of
        self.lost = []  # of those killed: what was typed, on which text
        self.value = 1000
        self.log = []

    def next_value(self):
        self.value += 1
        return str(self.value)

    def others_write(self):
        """As git checkout does it: another file takes the name."""
        beside = self.path + ".new"
        with open(beside, "w", encoding="ascii") as file:
            file.write('volume: { requests_per_month = "%s"; };\n'
                       % self.next_value())
        os.rename(beside, self.path)

    def open(self, who):
        other = self.wizards.get("B" if who == "A" else "A")
        wizard = Wizard(self.path)
        assert wizard.shows(HELD) == bool(other), "told wrongly who has it"
        if other:
            wizard.send("\r")
        self.known[who], self.typed[who] = text(self.path), None
        self.warned.pop(who, None)
        self.wizards[who] = wizard
        assert wizard.shows(OFFER) == bool(self.lost), "offered wrongly"
        if self.lost:
            self.take_over(who)

    def take_over(self, who):
        """The work of who was killed last; or it is left for later."""
        wizard = self.wizards[who]
        if self.dice.random() < 0.3:
            wizard.send("\x1b")
            return
        wizard.send("r")
        wizard.wait_for("not saved yet")
        value = wizard.value()
        at = [lost[0] for lost in self.lost].index(value)
        self.known[who], self.typed[who] = self.lost.pop(at)[1], value

    def edit(self, who):
        self.typed[who] = self.next_value()
        self.wizards[who].type(self.typed[who])

    def kill(self, who):
        unsaved = self.typed[who] is not None
        if unsaved:
            self.wait_for_journal(self.typed[who])
        self.wizards.pop(who).end()
        if unsaved:
            self.lost.append((self.typed[who], self.known[who]))

    def wait_for_journal(self, value):
        words, end = b'"%s"' % value.encode(), time.monotonic() + 10
        while not any(words in (text(name) or b"") for name in journals()):
            assert time.monotonic() < end, "%s is in no journal" % value
            self.pause()

    def pause(self):
        """The terminals are read, or nothing more would be written there."""
        for wizard in self.wizards.values():
            wizard.settle()

    def kept(self):
        """The texts that were kept beside the file."""
        return [text(name) for name in glob.glob(
            self.path.replace(".cfg", ".theirs-*.cfg"))]

    def save(self, who):
        wizard, before = self.wizards[who], text(self.path)
        wizard.send(SAVE)
        if before != self.known[who]:
            if self.warned.get(who) != before:
                wizard.wait_until(CHANGED)
                assert text(self.path) == before, "overwritten unseen"
                self.warned[who] = before
                if self.dice.random() < 0.3:
                    return
                wizard.send(SAVE)
            wizard.wait_for("Saved")
            assert before is None or before in self.kept(), "a text is lost"
        wizard.wait_for("Saved")
        self.known[who] = text(self.path)
        assert (self.typed[who] or "").encode() in self.known[who]
        self.typed[who] = None
        self.warned.pop(who, None)

    def step(self):
        who = self.dice.choice("AB")
        if self.dice.random() < 0.15:
            self.log.append("others write")
            self.others_write()
            return
        acts = [self.edit, self.edit, self.save, self.save, self.kill]
        act = self.dice.choice(acts) if who in self.wizards else self.open
        self.log.append("%s %s" % (who, act.__name__))
        act(who)

    def clear(self):
        for who in list(self.wizards):
            self.wizards.pop(who).end()
        for name in journals() + glob.glob(self.path.replace(".cfg", "*")):
            os.unlink(name)


def two_at_once(folder, seeds):
    for seed in seeds:
        table = Table(os.path.join(folder, "both.cfg"), random.Random(seed))
        try:
            for _ in range(8):
                table.step()
        except AssertionError:
            print("seed %d: %s" % (seed, ", ".join(table.log)))
            raise
        table.clear()


def changes_under_it(folder):
    """Told while nobody types, and only then is anything drawn."""
    path = os.path.join(folder, "outside.cfg")
    wizard = Wizard(path)
    wizard.type(1001)
    wizard.send(SAVE)
    wizard.wait_for("Saved")
    wizard.settle(0.5)
    drawn = len(wizard.raw)
    os.utime(path)
    wizard.settle(2.5)
    assert len(wizard.raw) == drawn, "a touch is no change"
    Table(path, None).others_write()
    wizard.wait_for("changed by somebody else", 3)
    drawn = len(wizard.raw)
    wizard.settle(2.5)
    assert len(wizard.raw) == drawn, "it is told once"
    wizard.end()


# ---- all of it ----------------------------------------------------------------

def scenarios():
    """Functions of a folder, each in a home of its own."""
    once = [lambda folder, n=number: ends_without_a_word(folder, n)
            for number in (signal.SIGKILL, signal.SIGSEGV)]
    once += [lambda folder, n=number: ends_by_signal(folder, n)
             for number in (signal.SIGTERM, signal.SIGHUP)]
    once += [hangs_up, crashes_while_recovering, changes_under_it]
    turns = [range(SEED + first, SEED + first + 5)
             for first in range(0, int(20 * SCALE), 5)]
    return once * max(1, int(SCALE / 4)) + [
        lambda folder, seeds=seeds: two_at_once(folder, seeds)
        for seeds in turns]


def begin(scenario):
    """In a process of its own; its number."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["HOME"] = folder
            scenario(folder)
        status = 0
    except BaseException:  # whatever it is, it is told and counted
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(status)


def main():
    os.environ["LC_ALL"] = "C.UTF-8"
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ.pop(variable, None)
    # A sanitizer leaves the crash to the program.
    os.environ["ASAN_OPTIONS"] = ":".join(
        filter(None, (os.environ.get("ASAN_OPTIONS"), "handle_segv=0")))
    waiting, running, failed, passed = scenarios(), 0, 0, 0
    while waiting or running:
        while waiting and running < AT_ONCE:
            begin(waiting.pop(0))
            running += 1
        status = os.wait()[1]
        running -= 1
        failed, passed = failed + (status != 0), passed + (status == 0)
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(failed > 0)


main()
