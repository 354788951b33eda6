#!/usr/bin/env python3
"""Completion in the real shells: what Tab makes of a line.

completions.py PROGRAM

A line is typed into an interactive shell in a pseudo-terminal, Tabs and all,
and run. In place of tuneornot stands a script that writes down what it was
called with. Shells that are not there are skipped, loudly.
"""

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time

PROGRAM = os.path.abspath(sys.argv[1])

STAND_IN = """#!/bin/sh
[ "$1" != __complete ] || exec '%s' "$@"
for word; do printf '%%s\\n' "$word"; done >"$CALLED.new"
mv "$CALLED.new" "$CALLED"
"""

# How each shell is started without anybody's settings, and told. zsh finds
# an installed script in its fpath, and runs it as a function.
SHELLS = [
    ("bash", ["--norc", "--noprofile", "-i"],
     "PS1='> '; bind 'set bell-style none'; source ./script"),
    ("zsh", ["-f", "-i"],
     "PS1='> '; autoload -Uz compinit; compinit -u -D; source ./script"),
    ("zsh", ["-f", "-i"],
     "PS1='> '; cp script site/_tuneornot; fpath=($PWD/site $fpath); "
     "autoload -Uz compinit; compinit -u -D"),
    ("fish", ["--no-config", "-i"], "source ./script"),
]

# What is typed behind "tuneornot ", and what the program is to get.
LINES = [
    ("rep\tx", ["report", "x"]),
    ("themes --co\tnev\t", ["themes", "--color", "never"]),
    ("report --form\tjs\t", ["report", "--format", "json"]),
    ("report --format=js\t", ["report", "--format=json"]),
    ("report a.c\t-o m\t", ["report", "a.cfg", "-o", "memo.txt"]),
    ("report tri\t", ["report", "triage of mail.cfg"]),
    ("usage log.jsonl --into=tri\t",
     ["usage", "log.jsonl", "--into=triage of mail.cfg"]),
    ("sub\tbe\t", ["sub/below.cfg"]),
    ("get a.cfg quality.b\t", ["get", "a.cfg", "quality.bar"]),
    ("set a.cfg quality.b\t93%", ["set", "a.cfg", "quality.bar=93%"]),
    ("set a.cfg volume.narrow_task=y\t",
     ["set", "a.cfg", "volume.narrow_task=yes"]),
    ("set a.cfg opt\t1\tpass_r\t84%",
     ["set", "a.cfg", "options[1].pass_rate=84%"]),
    ("set a.cfg savings.incumbent=Se\t",
     ["set", "a.cfg", "savings.incumbent=Self-hosted tune"]),
    ("report a.cfg --set quality.b\t80%",
     ["report", "a.cfg", "--set", "quality.bar=80%"]),
    ("prices sh\tgpu:h100-s\t", ["prices", "show", "gpu:h100-sxm"]),
    ("prices list --kind lab\t", ["prices", "list", "--kind", "labelling"]),
    ("prices list --vendor Anth\t",
     ["prices", "list", "--vendor", "Anthropic"]),
    ("new b.cfg --template sup\t",
     ["new", "b.cfg", "--template", "support-triage"]),
    ("--theme da\t", ["--theme", "dark"]),
    ("completions zs\t", ["completions", "zsh"]),
    ("help set\t", ["help", "set"]),
    # A name from a file is a name, whatever a shell would make of it.
    ("set evil.cfg savings.incumbent=\t",
     ["set", "evil.cfg", "savings.incumbent=$(touch owned);'\"`"]),
]


class Shell:
    def __init__(self, name, path, arguments, setup):
        self.log = b""
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.execv(path, [name] + arguments)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, 200, 0, 0))
        self.settle(0.5)
        self.send(setup + "\r")
        self.settle(0.5)

    def settle(self, quiet):
        while select.select([self.master], [], [], quiet)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            self.log += data

    def send(self, keys):
        os.write(self.master, keys.encode())

    def called(self, typed, record, seconds=20):
        """What the program gets when the line is typed and run."""
        if os.path.exists(record):
            os.remove(record)
        self.log = b""
        for part in ("tuneornot " + typed).split("\t")[:-1]:
            self.send(part + "\t")
            self.settle(0.05)
        self.send(typed.split("\t")[-1] + "\r")
        end = time.monotonic() + seconds
        while not os.path.exists(record):
            self.settle(0.02)
            if time.monotonic() > end:
                self.send("\x03")
                return None
        self.settle(0.05)
        with open(record, encoding="utf-8") as file:
            return file.read().splitlines()

    def close(self):
        self.send("exit\r")
        self.settle(0.2)
        os.close(self.master)
        os.waitpid(self.child, 0)


def prepare(folder):
    def run(*arguments):
        subprocess.run([PROGRAM, *arguments], check=True)

    os.makedirs("bin")
    with open("bin/tuneornot", "w", encoding="utf-8") as file:
        file.write(STAND_IN % PROGRAM)
    os.chmod("bin/tuneornot", 0o755)
    os.makedirs("sub")
    os.makedirs("site")
    run("new", "a.cfg")
    run("new", "sub/below.cfg")
    run("new", "triage of mail.cfg")
    with open("evil.cfg", "w", encoding="utf-8") as file:
        file.write('format = 1;\noptions = ( { name = '
                   '"$(touch owned);\'\\"`"; adaptation = "prompt"; } );\n')
    run("check", "evil.cfg")
    for name in ("memo.txt", "triage.txt"):
        open(name, "w", encoding="utf-8").close()
    for variable in list(os.environ):
        if variable.startswith(("XDG_", "FISH", "ZDOTDIR")):
            del os.environ[variable]
    os.environ.update(HOME=folder, CALLED=os.path.join(folder, "called"),
                      PATH=os.path.join(folder, "bin") + ":" +
                      os.environ["PATH"], TERM="xterm", LC_ALL="C.UTF-8")


def check(name, path, arguments, setup):
    """How many lines came out wrong."""
    with open("script", "wb") as file:
        file.write(subprocess.run([PROGRAM, "completions", name], check=True,
                                  stdout=subprocess.PIPE).stdout)
    subprocess.run([path, "-n", "script"], check=True)
    shell = Shell(name, path, arguments, setup)
    failed = 0
    for typed, expected in LINES:
        got = shell.called(typed, os.environ["CALLED"])
        if got != expected or os.path.exists("owned"):
            failed += 1
            print("FAILED: %s: %r: %s, not %s" % (name, typed, got, expected))
            print("  " + repr(shell.log[-600:]))
    shell.close()
    return failed


def main():
    failed = passed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        prepare(folder)
        for name, arguments, setup in SHELLS:
            path = shutil.which(name)
            if not path:
                print("SKIPPED: there is no %s on this machine" % name)
                continue
            wrong = check(name, path, arguments, setup)
            failed += wrong
            passed += len(LINES) - wrong
        os.chdir("/")
    print("%d passed, %d failed" % (passed, failed))
    return failed > 0


sys.exit(main())
