#!/usr/bin/env python3
"""Memory and files that fail, one call after the other.

    faults.py PROGRAM LIBFAULT SOURCE_DIR [all] [JOB...]

Each of the jobs below runs once undisturbed, which counts its calls of each
kind (faults/fault.c). Then its k-th call fails, once or from there on: a
sample of these runs, evenly spread, or all of them. Whatever fails:

- the exit status is documented; no signal, no hang;
- status 0: standard output and every file are what they are undisturbed, or
  standard error says what is missing; and whatever says "Saved" has saved;
- another status: standard error says why; each file is as it was, or whole
  and new;
- no temporary file is left, unless the call that fails is the one that would
  have removed it.

Memory that libconfig or curses asks for is used by them unseen: there a
signal is accepted, but the files are held to the same.
"""
import concurrent.futures
import itertools
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from terminal import Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
FAULT = os.path.abspath(sys.argv[2])
SOURCE = pathlib.Path(sys.argv[3]).resolve()
ALL = "all" in sys.argv[4:]
ONLY = [name for name in sys.argv[4:] if name != "all"]
PATIENCE = 30

FILE_CALLS = ("write", "fsync", "rename", "link", "open", "close", "unlink",
              "ftruncate", "mkdir", "fdopen", "fchmod", "fstat", "read",
              "opendir", "realpath")
ERRORS = ("ENOSPC", "EIO", "EACCES", "EINTR", "EMFILE")

failures = []


# ---- jobs -------------------------------------------------------------------

EXAMPLE = (SOURCE / "share" / "examples" / "support-triage.cfg").read_bytes()
PRICES = b"""{"gpt-x": {"litellm_provider": "openai", "mode": "chat",
 "input_cost_per_token": 1e-6, "output_cost_per_token": 4e-6},
 "claude-y": {"litellm_provider": "anthropic", "mode": "chat",
 "input_cost_per_token": 3e-6, "output_cost_per_token": 15e-6}}"""
LOG = b"".join(
    b'{"model":"m%d","created":%d,"usage":{"prompt_tokens":%d,'
    b'"completion_tokens":%d}}\n' % (i % 3, 1790000000 + 40000 * i, 900 + i,
                                     80 + i) for i in range(60))
# What only jansson reads: escaped keys, names that are more than ASCII, numbers
# with exponents.
ESCAPED_LOG = b"".join(
    b'{"mod\\u0065l":"m\\u00e9%d","us\\u0061ge":{"prompt_tokens":%d.0e1,'
    b'"completion_t\\u006fkens":%d}}\n' % (i % 3, 90 + i, 80 + i)
    for i in range(6))
CATALOGUE = "home/tuneornot/catalogue/litellm.cfg"


class Job:
    """A command line; files that are there before, and standard input."""

    def __init__(self, name, *arguments, files=None, stdin=b"", keys=None):
        self.name, self.arguments, self.stdin = name, arguments, stdin
        self.files = {"a.cfg": EXAMPLE, **(files or {})}
        self.keys = keys  # typed, in a terminal
        self.talks = keys or "--plain" in arguments
        self.counts = {}
        self.wanted = self.plain = None  # undisturbed; in ASCII

    def begin(self, folder):
        os.mkdir(os.path.join(folder, "home"))
        for name, body in self.files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)


def report(form):
    return Job(f"report {form}", "report", "a.cfg", "--format", form,
               "--scenarios", "1000", "--date", "2026-11-24")


OLD_PRICES = b"""sources: { s = "acme"; };
models = ( { id = "openai/gpt-x"; name = "x"; vendor = "OpenAI"; figures = (
  { source = "s"; date = "2026-10-01"; input = "2"; output = "3"; } ); } );
"""
JOBS = [
    Job("set", "set", "a.cfg", "name=New", "volume.requests_per_month=2M"),
    Job("new", "new", "b.cfg", "--template", "support-triage"),
    Job("check", "check", "a.cfg"),
    *[report(form) for form in ("text", "markdown", "html", "json", "csv")],
    Job("report to a file", "report", "a.cfg", "--format", "json",
        "--scenarios", "1000", "-o", "r.json",
        files={"r.json": b"old\n"}),
    Job("prices import", "prices", "import", "p.json", "--date", "2026-11-01",
        files={"p.json": PRICES}),
    Job("prices import again", "prices", "import", "p.json", "--date",
        "2026-11-01", files={"p.json": PRICES, CATALOGUE: OLD_PRICES}),
    Job("usage", "usage", "log.jsonl", "--save", "a.sum",
        files={"log.jsonl": LOG, "a.sum": b"old\n"}),
    Job("usage into", "usage", "log.jsonl", "--into", "a.cfg",
        files={"log.jsonl": LOG}),
    Job("usage, escaped", "usage", "log.jsonl", "--save",
        "a.sum", files={"log.jsonl": ESCAPED_LOG, "a.sum": b"old\n"}),
    Job("compare", "compare", "a.cfg", "b.cfg",
        files={"b.cfg": EXAMPLE.replace(b"Support", b"Other")}),
    Job("review", "review", "a.cfg", "--date", "2026-11-24"),
    Job("plain", "--plain", "a.cfg", stdin=b"7M\n:save\n:quit\n"),
    Job("wizard", "a.cfg", keys="7M\r\x13\x11"),
]


# ---- a run ------------------------------------------------------------------

class Outcome:
    def __init__(self, status, out, err, files):
        self.status, self.out, self.err = status, out, err
        self.files = files  # name: bytes


def environment(folder, fault, tally, locale):
    home = os.path.join(folder, "home")
    env = {"PATH": os.environ["PATH"], "LC_ALL": locale, "HOME": home,
           "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home,
           "XDG_DATA_HOME": home, "TZ": "UTC", "LD_PRELOAD": FAULT,
           "TERM": "xterm", "TUNEORNOT_SANDBOX": "off"}  # tallies are files
    if fault:
        env["FAULT"] = fault
    if tally:
        env["FAULT_TALLY"] = tally
    return env


def look(folder):
    """Every file below the folder."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file():
            found[str(path.relative_to(folder))] = path.read_bytes()
    return found


def run_command(job, folder, env):
    done = subprocess.run([PROGRAM, *job.arguments], input=job.stdin,
                          capture_output=True, timeout=PATIENCE, cwd=folder,
                          env=env)
    return done.returncode, done.stdout, done.stderr


class Typist(Terminal):
    """Keys for a wizard that may not get as far as its first screen."""

    def run(self, keys):
        self.screen.feed = lambda data: None  # a sequence may be cut short
        for key in keys:
            self.settle(0.1)
            try:
                os.write(self.master, key.encode())
            except OSError:
                break
        try:
            return self.wait_for_end(3)
        except AssertionError:  # it asks before it leaves unsaved work
            os.write(self.master, b"d")
            return self.wait_for_end(PATIENCE)


def run_wizard(job, folder, env):
    command = ["/usr/bin/env", "-i", "-C", folder,
               *[f"{name}={value}" for name, value in env.items()],
               PROGRAM, *job.arguments]
    terminal = Typist(command)
    try:
        status = terminal.run(job.keys)
    except (AssertionError, OSError) as error:
        os.kill(terminal.child, signal.SIGKILL)
        os.waitpid(terminal.child, 0)
        raise subprocess.TimeoutExpired(command, PATIENCE) from error
    return status, b"", terminal.raw


def run(job, fault=None, tally=None, locale="C.UTF-8"):
    with tempfile.TemporaryDirectory() as folder:
        job.begin(folder)
        env = environment(folder, fault, tally, locale)
        runner = run_wizard if job.keys else run_command
        status, out, err = runner(job, folder, env)
        return Outcome(status, out.replace(folder.encode(), b"/F"), err,
                       look(folder))


# ---- what must be true of it --------------------------------------------------

def is_temporary(name):
    return ".tuneornot-" in os.path.basename(name)


def is_beside(name):
    """The list of recent files, who has what open, and work that was kept for
    the next start."""
    return name.startswith(("home/tuneornot/recent", "home/tuneornot/locks/",
                            "home/tuneornot/journal/"))


def check_files(job, done, fault, blame):
    """No file is harmed, none is gone, and none is left over."""
    for name, body in done.files.items():
        if is_temporary(name):
            if not fault.startswith("unlink:"):
                blame(f"{name} was left behind")
        elif not is_beside(name) and \
                body not in (job.files.get(name), job.wanted.files.get(name)):
            blame(f"{name} is neither the old nor the new one")
    for name in job.files:
        if name not in done.files:
            blame(f"{name} is gone")


def check_result(job, done, blame):
    """Status 0 without a word on standard error: all of it is there."""
    if job.talks:
        said = b"Saved" in done.out + done.err
        if said and done.files["a.cfg"] == job.files["a.cfg"]:
            blame("it says saved, and it is not")
        return
    if done.err:
        return
    # The locale could not be had: the text is drawn in ASCII.
    if done.out not in (job.wanted.out, job.plain.out):
        blame("status 0, another output, and not a word")
    for name, body in job.wanted.files.items():
        if done.files.get(name) != body:
            blame(f"status 0, but {name} is not the new one")


def check_text(done, blame):
    for name, data in (("standard output", done.out),
                       ("standard error", done.err)):
        try:
            data.decode()
        except UnicodeDecodeError:
            blame(f"{name} is no UTF-8")


def check_screen(done, blame):
    for mode in ("1049", "1000", "1006", "2004"):
        if done.err.rfind(b"\x1b[?%sh" % mode.encode()) > \
                done.err.rfind(b"\x1b[?%sl" % mode.encode()):
            blame(f"mode {mode} of the terminal is left on")


def check(job, fault):
    def blame(why):
        failures.append(f"{job.name}, {fault}: {why}")

    try:
        done = run(job, fault)
    except subprocess.TimeoutExpired:
        return blame("it hangs")
    unseen = fault.startswith("library:")
    check_files(job, done, fault, blame)
    gone = job.keys and fault.startswith(("write:", "read:"))
    if job.keys and not gone:
        check_screen(done, blame)
    if unseen:
        return None
    if done.status < 0:
        return blame(signal.Signals(-done.status).name)
    if not job.keys:  # without memory libc forgets what curses needs of UTF-8
        check_text(done, blame)
    if fault.endswith((":SHORT", ":EPERM")) and done.status:
        blame(f"status {done.status}: {done.err[-300:]!r}")
    if done.status == 0:
        return check_result(job, done, blame)
    # A terminal that takes or gives no bytes is gone, without last words.
    if done.status not in ((1, 2, 129) if gone else (1, 2)):
        blame(f"status {done.status}: {done.err[-300:]!r}")
    if not done.err.strip() and not gone:
        blame(f"status {done.status}, and not a word")
    return None


# ---- all of them --------------------------------------------------------------

def count_calls(job):
    with tempfile.NamedTemporaryFile() as tally:
        job.wanted = run(job, tally=tally.name)
        job.plain = job.wanted if job.keys else run(job, locale="C")
        if job.wanted.status != 0:
            sys.exit(f"{job.name} does not even work undisturbed: "
                     f"{job.wanted.err!r}")
        for line in tally.read().decode().splitlines():
            name, number = line.split()
            job.counts[name] = max(job.counts.get(name, 0), int(number))
    if not job.counts.get("memory"):
        sys.exit(f"{job.name}: no call was counted; is {FAULT} loaded?")


def memory_faults(job, name):
    for k in range(1, job.counts[name] + 1):
        yield f"{name}:{k}"
        yield f"{name}:{k}+"


def file_faults(job, errors, on):
    """on: also those that last."""
    for name in FILE_CALLS:
        for k, error in itertools.product(range(1, job.counts[name] + 1),
                                          errors):
            yield f"{name}:{k}:{error}"
            # Nobody is interrupted for ever.
            if on and error != "EINTR":
                yield f"{name}:{k}+:{error}"


def harmless_faults(job):
    """Half a write is followed by the rest, and where there are no hard links
    there are other ways."""
    for k in range(1, job.counts["write"] + 1):
        yield f"write:{k}:SHORT"
    for k in range(1, job.counts["link"] + 1):
        yield f"link:{k}:EPERM"


def spread(faults, most):
    """So many of them, evenly; an odd step meets both kinds."""
    faults = list(faults)
    step = -(-len(faults) // most)
    return faults[::step | 1 if step > 1 else 1]


def plan(job):
    """The wizard takes its time, so it has a smaller part."""
    few = 4 if job.keys else 1
    if ALL:
        return [*memory_faults(job, "memory"),
                *file_faults(job, ERRORS, True), *harmless_faults(job),
                *spread(memory_faults(job, "library"), 400 // few)]
    return [*spread(memory_faults(job, "memory"), 30 // few),
            *spread(file_faults(job, ERRORS[:2], False), 60 // few),
            *harmless_faults(job),
            *spread(memory_faults(job, "library"), 8 // few)]


def main():
    jobs = [job for job in JOBS if not ONLY or job.name in ONLY]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(count_calls, jobs))
        done = [pool.submit(check, job, fault)
                for job in jobs for fault in plan(job)]
        for one in done:
            one.result()
    for line in failures[:60]:
        print(line)
    print(f"{len(done)} faults in {len(jobs)} jobs, "
          f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
