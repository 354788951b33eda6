#!/usr/bin/env python3
"""Every command that writes, where writing is hard.

    disks.py PROGRAM SOURCE_DIR

A full disk, a read-only one, folders and files without permission, links,
pipes, devices, a folder in place of a file, long names, and a home that is
missing or cannot be written. Where it fails: status 1 or 2, a message with
the reason and the file's name, every file as it was, nothing left over.
Where it can be done, a link is still a link.

Disks are mounted in a name space of their own (unshare), and permissions are
tried as nobody where this is root. What cannot be had is skipped and told.
"""
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from terminal import Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXAMPLE = (SOURCE / "share" / "examples" / "support-triage.cfg").read_bytes()
LOG = b'{"model":"m","created":1790000000,"usage":{"prompt_tokens":9,' \
    b'"completion_tokens":8}}\n'
PRICES = b'{"gpt-x":{"litellm_provider":"openai","mode":"chat",' \
    b'"input_cost_per_token":1e-6,"output_cost_per_token":4e-6}}'
ROOT = os.geteuid() == 0
NOBODY = {"user": 65534, "group": 65534, "extra_groups": []} if ROOT else {}

checks = 0
failures = []


def holds(what, truth, why):
    global checks
    checks += 1
    if not truth:
        failures.append(f"{what}: {why}")


# ---- running ----------------------------------------------------------------

class Room:
    """A folder with what commands read, and a home, beside the place where
    they are to write."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.home = self.folder / "home"
        self.home.mkdir()
        for name, body in (("in.cfg", EXAMPLE), ("log.jsonl", LOG),
                           ("prices.json", PRICES)):
            (self.folder / name).write_bytes(body)
        if ROOT:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, 65534, 65534)

    def run(self, *arguments, stdin=b"", user=None, **more):
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
               "HOME": str(self.home), **more}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                env[name] = os.environ[name]
        env = {name: value for name, value in env.items() if value is not None}
        return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin,
                              capture_output=True, timeout=60, env=env,
                              cwd=self.folder, check=False, **(user or {}))


def writers(path, old):
    """Name, arguments, standard input: each wants to write path. old: it is
    a session already."""
    if old:
        yield "set", ["set", path, "name=New"], b""
        yield "plain", ["--plain", path], b"7M\n"
        yield "usage --into", ["usage", "log.jsonl", "--into", path], b""
    else:
        yield "new", ["new", path, "--template", "support-triage"], b""
    for form in ("text", "html", "json"):
        yield f"report {form}", ["report", "in.cfg", "--format", form, "-o",
                                 path], b""
    yield "usage --save", ["usage", "log.jsonl", "--save", path], b""


def picture(folder):
    """Everything in a folder: kind, permissions, bytes or target."""
    seen = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        status = path.lstat()
        body = None
        if stat.S_ISREG(status.st_mode):
            body = path.read_bytes()
        elif stat.S_ISLNK(status.st_mode):
            body = os.readlink(path)
        seen[str(path)] = (status.st_mode, body)
    return seen


def refused(what, done, word=b""):
    holds(what, done.returncode in (1, 2), f"status {done.returncode}")
    holds(what, done.stderr.strip(), "not a word")
    holds(what, word in done.stderr, f"no {word!r} in {done.stderr!r}")


def check_refusals(room, where, path, old, word=b"", **how):
    """Each writer is refused, and the folder of path stays what it is."""
    before = picture(path.parent)
    for name, arguments, stdin in writers(path, old):
        what = f"{name} {where}"
        refused(what, room.run(*arguments, stdin=stdin, **how), word)
        holds(what, picture(path.parent) == before, "something is different")


# ---- permissions ------------------------------------------------------------

def permissions(room):
    place = room.folder / "place"
    place.mkdir()
    old = place / "old.cfg"
    old.write_bytes(EXAMPLE)
    if ROOT:
        os.chown(place, 65534, 65534)
        os.chown(old, 65534, 65534)
    place.chmod(0o500)
    check_refusals(room, "in a read-only folder", old, True, b"read-only",
                   user=NOBODY)
    check_refusals(room, "anew in a read-only folder", place / "new.cfg",
                   False, b"read-only", user=NOBODY)
    place.chmod(0o700)
    old.chmod(0o400)
    check_refusals(room, "over a read-only file", old, True,
                   b"write-protected", user=NOBODY)
    old.chmod(0o600)
    import_without_home(room)


def import_without_home(room):
    closed = room.folder / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    if ROOT:
        os.chown(closed, 65534, 65534)
    arguments = ("prices", "import", "prices.json")
    refused("import into a closed home",
            room.run(*arguments, user=NOBODY, HOME=str(closed)), b"closed")
    refused("import without a home", room.run(*arguments, HOME=None), b"HOME")
    for home in (None, str(closed), "/proc/none", "/dev/null", "relative"):
        live_with_home(room, home)


def live_with_home(room, home):
    """A home that is no use keeps nobody from work on a session."""
    path = room.folder / "work.cfg"
    path.write_bytes(EXAMPLE)
    if ROOT:
        os.chown(path, 65534, 65534)
    for words, stdin in ((("set", path, "name=New"), b""),
                         (("report", path), b""), (("check", path), b""),
                         (("prices", "list", "luna"), b""),
                         (("--plain", path), b"7M\n")):
        done = room.run(*words, stdin=stdin, user=NOBODY, HOME=home)
        holds(f"HOME={home}: {words[0]}", done.returncode == 0,
              f"status {done.returncode}: {done.stderr!r}")
    for value in (b'"New"', b'"7M"'):
        holds(f"HOME={home}", value in path.read_bytes(), "it is not saved")


def wizard_in_a_closed_home(room):
    """It starts, saves and leaves."""
    path = room.folder / "wizard.cfg"
    path.write_bytes(EXAMPLE)
    terminal = Terminal(["/usr/bin/env", "-u", "XDG_STATE_HOME", "HOME=/proc",
                         PROGRAM, str(path)])
    terminal.wait_for(" 1/5 ")
    terminal.send("7M\r")
    terminal.send("\x13")
    terminal.wait_for("aved")
    terminal.send("\x11")
    holds("wizard, HOME=/proc", terminal.wait_for_end() == 0, "status")
    holds("wizard, HOME=/proc", b'"7M"' in path.read_bytes(), "not saved")


# ---- names ------------------------------------------------------------------

def strange_files(room):
    place = room.folder / "strange"
    (place / "folder").mkdir(parents=True)
    (place / "real").mkdir()
    (place / "dangling").symlink_to("nowhere")
    (place / "loop").symlink_to("loop")
    os.mkfifo(place / "fifo")
    for name in ("folder", "dangling", "loop", "fifo"):
        for old in (False, True):
            check_refusals(room, f"to the {name}", place / name, old)
    for path in ("/dev/null", "/dev/full", "/proc/self/mem", "/", "", "none/x",
                 "in.cfg/x", "n" * 256, "n/" * 3000 + "x"):
        for name, arguments, stdin in writers(path, False):
            done = room.run(*arguments, stdin=stdin)
            refused(f"{name} to {path[:20]!r}", done)


def links_and_long_names(room):
    place = room.folder / "links"
    (place / "far").mkdir(parents=True)
    real, link, hard = place / "far" / "real.cfg", place / "link.cfg", \
        place / "hard.cfg"
    for name, arguments, stdin in writers(link, True):
        shutil.rmtree(place)
        (place / "far").mkdir(parents=True)
        real.write_bytes(EXAMPLE)
        real.chmod(0o640)
        os.link(real, hard)
        link.symlink_to("far/real.cfg")
        done = room.run(*arguments, stdin=stdin)
        what = f"{name} through a link"
        holds(what, done.returncode == 0, f"{done.stderr!r}")
        holds(what, link.is_symlink(), "the link is gone")
        holds(what, real.read_bytes() != EXAMPLE, "the file is the old one")
        holds(what, stat.S_IMODE(real.stat().st_mode) == 0o640, "permissions")
        holds(what, hard.read_bytes() == EXAMPLE,
              "another name of the old file was written into")
        holds(what, len(picture(place)) == 4, "something was left")
    for old in (False, True):
        for name, arguments, stdin in writers(place / ("n" * 255), old):
            (place / ("n" * 255)).unlink(missing_ok=True)
            if old:
                (place / ("n" * 255)).write_bytes(EXAMPLE)
            done = room.run(*arguments, stdin=stdin)
            holds(f"{name}, 255 bytes", done.returncode == 0,
                  f"{done.stderr!r}")


# ---- disks ------------------------------------------------------------------

def fill(place):
    with open(place / "ballast", "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            pass


def make_read_only(place):
    """The kernel lets go of a sandbox, and of the file that was replaced in
    it, a moment after the program has ended."""
    command = ["mount", "-o", "remount,ro", str(place)]
    for _ in range(100):
        if not subprocess.run(command, capture_output=True).returncode:
            return
        time.sleep(0.05)
    subprocess.run(command, check=True)


def disks(room):
    """In a name space of our own."""
    place = room.folder / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k,mode=777", "none",
                    str(place)], check=True)
    old, home = place / "old.cfg", place / "home"
    old.write_bytes(EXAMPLE)
    home.mkdir()
    fill(place)
    check_refusals(room, "on a full disk", old, True, b"no room")
    check_refusals(room, "anew on a full disk", place / "new.cfg", False,
                   b"no room")
    # Where the work is kept that could not be saved is full, too.
    before = picture(place)
    done = room.run("--plain", old, stdin=b"7M\n", HOME=str(home))
    refused("plain on a full disk with its home", done, b"no room")
    holds("plain on a full disk with its home",
          {**picture(place), **before} == before or
          (home / ".local").exists(), "something is different")
    refused("import onto a full disk", room.run(
        "prices", "import", "prices.json", HOME=str(home)), b"room")
    (place / "ballast").unlink()
    done = room.run("set", old, "name=New")
    holds("set, with room again", done.returncode == 0, f"{done.stderr!r}")
    make_read_only(place)
    check_refusals(room, "on a read-only disk", old, True)
    check_refusals(room, "anew on a read-only disk", place / "new.cfg", False)
    subprocess.run(["umount", "-l", str(place)], check=True)


def mount_and_see():
    """Ourselves again, where mounting harms nobody."""
    flags = "-m" if ROOT else "-Urm"
    if not shutil.which("unshare") or subprocess.run(
            ["unshare", flags, "mount", "-t", "tmpfs", "none", "/mnt"],
            capture_output=True, check=False).returncode:
        print("SKIPPED: no disk can be mounted here, so nobody filled one")
        return True
    done = subprocess.run(["unshare", flags, sys.executable, __file__, PROGRAM,
                           str(SOURCE), "disks"], check=False)
    return done.returncode == 0


def main():
    steps = (permissions, wizard_in_a_closed_home, strange_files,
             links_and_long_names)
    if sys.argv[3:] == ["disks"]:
        steps = (disks,)
    for step in steps:
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            step(Room(folder))
    for line in failures[:40]:
        print(line)
    print(f"{checks} checks, {len(failures)} failures")
    fine = not failures
    if steps != (disks,):
        fine = mount_and_see() and fine
    return 0 if fine else 1


sys.exit(main())
