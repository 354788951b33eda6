#!/usr/bin/env python3
"""How long the wizard takes to start and to answer a key, beside dialog.

    python3 tests/bench_wizard.py [build/tuneornot]

Prints medians, and the ratio to dialog round by round where dialog is
installed. It never passes or fails: look at the ratios, on a quiet machine.
"""
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

ROUNDS = 15
QUIET = 0.03  # seconds of silence that mean settled
HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(HERE, "..", "share", "examples", "support-triage.cfg")
FORM = ["dialog", "--form", "x", "15", "60", "8", "a", "1", "1", "", "1", "20",
        "20", "0", "b", "2", "1", "", "2", "20", "20", "0"]
KEYS = [b"\r", b"\x15", b"5", b"0", b"0", b"k", b"\r", b"\x1bOB", b"\x1bOB",
        b"\x1bOA", b"\t", b"\x1b[6~", b"\x1b[5~"]
FORM_KEYS = [b"5", b"0", b"0", b"k", b"\x1bOB", b"7", b"\x1bOA"]


class Run:
    """One program on a terminal of 24 x 80."""

    def __init__(self, command, folder):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, 80, 0, 0))
        environment = dict(os.environ, TERM="xterm-256color",
                           LC_ALL="C.UTF-8", XDG_STATE_HOME=folder)
        name = os.ttyname(slave)
        self.master = master
        self.begun = time.perf_counter()
        # The terminal is opened anew in the child: it becomes its own.
        self.process = os.posix_spawnp(
            command[0], command, environment, setsid=True,
            file_actions=[(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
                          (os.POSIX_SPAWN_DUP2, 0, 1),
                          (os.POSIX_SPAWN_DUP2, 0, 2)])
        os.close(slave)
        self.settled, self.start_bytes = self.collect(self.begun)

    def collect(self, begun, first=2.0):
        """Seconds until the last byte before it is quiet, and the bytes."""
        last, count, patience = begun, 0, first
        while select.select([self.master], [], [], patience)[0]:
            count += len(os.read(self.master, 65536))
            last, patience = time.perf_counter(), QUIET
        return last - begun, count

    def press(self, key):
        begun = time.perf_counter()
        os.write(self.master, key)
        return self.collect(begun, 0.1)

    def resident(self):
        with open("/proc/%d/status" % self.process, encoding="ascii") as file:
            for line in file:
                if line.startswith("VmHWM"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def end(self):
        # Once the odds have sharpened nothing more is drawn.
        self.collect(time.perf_counter(), 0.5)
        idle = self.collect(time.perf_counter(), 0.3)[1]
        memory = self.resident()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.master)
        return idle, memory


def measure(command, keys):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(EXAMPLE, os.path.join(folder, "session.cfg"))
        run = Run([word.replace("@", folder) for word in command], folder)
        answers = [run.press(key) for key in keys]
        idle, memory = run.end()
    return {
        "start, ms": run.settled * 1000,
        "a key, ms": statistics.median(a[0] for a in answers) * 1000,
        "bytes at the start": run.start_bytes,
        "bytes a key": statistics.median(a[1] for a in answers),
        "bytes in 0.3 s of idling": idle,
        "resident, MiB": memory,
    }


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "build/tuneornot"
    targets = {"tuneornot": ([os.path.abspath(program), "@/session.cfg"],
                             KEYS)}
    if shutil.which("dialog"):
        targets["dialog"] = (FORM, FORM_KEYS)
    rounds = [{name: measure(*target) for name, target in targets.items()}
              for _ in range(ROUNDS)]
    for figure in rounds[0]["tuneornot"]:
        line = "%-26s" % figure
        for name in targets:
            line += "%12s %9.3f" % (
                name, statistics.median(r[name][figure] for r in rounds))
        if len(targets) == 2 and rounds[0]["dialog"][figure]:
            line += "   ratio %6.2f" % statistics.median(
                r["tuneornot"][figure] / r["dialog"][figure] for r in rounds)
        print(line)


if __name__ == "__main__":
    main()
