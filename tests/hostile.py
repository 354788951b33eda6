#!/usr/bin/env python3
"""Damaged and hostile input to the program itself.

    hostile.py PROGRAM SOURCE_DIR [SCALE]

Whatever comes in: the exit status is one of those that are documented, no
signal, an end within seconds, no control character and nothing invisible on
standard output or error; and a sealed session that was damaged is never used
without a word. SCALE (1) multiplies what is drawn at random, which is the
same each time.

With strace also: reading a file opens nothing but libraries, the locale, our
own data, and the file; no socket, no other program. Without strace that part
is left out and told.
"""
import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unicodedata

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SCALE = float(sys.argv[3]) if len(sys.argv) > 3 else 1
# Seconds a run may take. The program needs less than two for the worst of
# these; sanitizers and a busy machine are slower.
PATIENCE = float(os.environ.get("HOSTILE_PATIENCE", "20"))

draw = random.Random(20261124)
failures = []
runs = 0
slowest = (0.0, "")


class Run:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err


def environment(home, more=None):
    env = {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8",
           "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home,
           "XDG_DATA_HOME": home, "TZ": "UTC"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]
    env.update(more or {})
    return env


def fail(what, why):
    failures.append(f"{what}: {why}")


def hidden(text):
    """The first character that must not reach a terminal, or None."""
    for c in text:
        if c == "\n":
            continue
        if c in "\u200c\u200d":  # joiners within words are fine
            continue
        if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return c
    return None


def check_stream(what, name, data):
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return fail(what, f"{name} is no UTF-8: {error}")
    text = text.replace("\r\n", "\n")  # of a table
    bad = hidden(text)
    if bad is not None:
        fail(what, f"{name} has {bad!r}: {text[:300]!r}")


def run(what, arguments, home, stdin=b"", more=None, statuses=(0, 1, 2),
        raw=False):
    """One run, looked at; raw: standard output is data, not for a screen."""
    global runs, slowest
    before = os.times()
    try:
        done = subprocess.run([PROGRAM, *arguments], input=stdin,
                              capture_output=True, timeout=PATIENCE, cwd=home,
                              env=environment(home, more))
    except subprocess.TimeoutExpired:
        fail(what, f"not done within {PATIENCE} s")
        return Run(None, b"", b"")
    runs += 1
    took = os.times().elapsed - before.elapsed
    slowest = max(slowest, (took, what))
    if done.returncode < 0:
        fail(what, signal.Signals(-done.returncode).name)
    elif done.returncode not in statuses:
        fail(what, f"status {done.returncode}: {done.stderr[:300]!r}")
    if b"Sanitizer" in done.stderr or b"runtime error" in done.stderr:
        fail(what, done.stderr[:600].decode(errors="replace"))
    if not raw:
        check_stream(what, "standard output", done.stdout)
    check_stream(what, "standard error", done.stderr)
    if done.returncode and not done.stderr and not done.stdout:
        fail(what, "failed without a word")
    return Run(done.returncode, done.stdout, done.stderr)


# ---- damaged sessions -------------------------------------------------------

def sealed(home, source, name):
    """A session as the program saved it."""
    path = os.path.join(home, name)
    shutil.copy(source, path)
    done = run(f"seal {name}", ["set", path, "seed=7"], home)
    assert done.status == 0, done.err
    return pathlib.Path(path).read_bytes()


def truncations(whole):
    return [(f"cut at {at}", whole[:at]) for at in range(len(whole))]


def flips(whole, count):
    for _ in range(count):
        at, bit = draw.randrange(len(whole)), draw.randrange(8)
        damaged = bytearray(whole)
        damaged[at] ^= 1 << bit
        yield f"bit {bit} of byte {at}", bytes(damaged)


def splices(whole, other, count):
    for i in range(count):
        at, size = draw.randrange(len(whole)), draw.randrange(1, 4097)
        kind = i % 4
        if kind == 0:
            damaged = whole[:at] + whole[at + size:]
        elif kind == 1:
            damaged = whole[:at] + whole[at:at + size] + whole[at:]
        elif kind == 2:
            damaged = whole[:at] + bytes(min(size, len(whole) - at)) + \
                whole[at + size:]
        else:
            damaged = whole[:at] + other[draw.randrange(len(other)):]
        yield f"splice {i}", damaged


def check_damage(label, whole, what, damaged):
    if damaged == whole:
        return
    with tempfile.TemporaryDirectory() as home:
        path = os.path.join(home, "a.cfg")
        pathlib.Path(path).write_bytes(damaged)
        label = f"{label}, {what}"
        done = run(label, ["check", path], home)
        head = b"sealed = true;"
        cut = whole.startswith(damaged) and len(damaged) >= len(head)
        if done.status == 0 and cut:
            fail(label, "a cut file is taken for whole")
        # What kept nothing of the seal is a file written by hand.
        plain = not re.search(rb"seal", damaged)
        if done.status == 0 and not done.err and not plain:
            fail(label, "used without a word")


# ---- hostile files ----------------------------------------------------------

HOSTILE_TEXTS = [
    "=1+1", "@SUM(A1)", "<script>alert(1)</script>", "\"><img src=x>",
    "a\x1b[31mb", "\x1b]0;title\x07", "\x1b]52;c;eA==\x07", "\u202ereversed",
    "a\u2066b", "a\u2028b", "\u200b", "\ufeff", "a\rb", "\x9b31m", "\x7f",
    "\U000e0041tag", "Z" + "\u0301" * 50, "\U0001f468" + "\u200d\U0001f469" * 60,
]


def quoted(text):
    return "".join(f"\\x{ord(c):02x}" if ord(c) < 32 or c == "\x7f" else
                   f"\\{c}" if c in "\"\\" else c for c in text)


def hostile_libconfig(home):
    fifo = os.path.join(home, "fifo")
    os.mkfifo(fifo)
    files = {
        "include passwd": '@include "/etc/passwd"\n',
        "include folder": '@include "."\n',
        "include self": '@include "a.cfg"\n',
        "include fifo": f'@include "{fifo}"\n',
        "include zero": '@include "/dev/zero"\n',
        "include in a group": 'volume: {\n \t @include "/etc"\n};\n',
        "include with escape": '@include "a\\qb"\n',
        "include as a value": 'name =\n@include "/etc/passwd"\n',
        "deep lists": "a = " + "(" * 5000 + ")" * 5000 + ";\n",
        "deep groups": "a: {" * 3000 + "}" * 3000,
        "open lists": "(" * 100000,
        "wrap": "seed = 4294967297;\n",
        "wrap L": "seed = 99999999999999999999L;\n",
        "hex": "seed = 0x1FFFFFFFF;\n",
        "huge": "quality: { bar = 1e999; };\n",
        "nan": "quality: { bar = nan.0; };\n",
        "denormal": "quality: { bar = 1e-400; };\n",
        "format": "format = 99999999999;\n",
        "nul": 'name = "a\0b";\n',
        "nul code": 'name = "a\\x00b";\n',
        "nul first": "\0",
        "latin1": b'name = "caf\xe9";\n',
        "surrogate": b'name = "\xed\xa0\x80";\n',
        "overlong": b'name = "\xc0\xaf";\n',
        "long name": "a" * 100000 + " = 1;\n",
        "long text": 'name = "' + "a" * 1000000 + '";\n',
        "long number": "seed = " + "9" * 100000 + ";\n",
        "long comment": "/*" + "*" * 1000000,
        "long line": "#" + "x" * 2000000 + "\n",
        "many names": "".join(f"n{i} = 1;\n" for i in range(20000)),
        "many elements": "a = (" + "1," * 400000 + "1);\n",
        "twice": 'name = "a";\nname = "b";\n',
        "open text": 'name = "a',
        "open comment": "/* a",
        "stray text": 'name "a"',
        "lone cr": 'name = "a";\rname = "b";\r',
        "bom": "\ufeffname = \"a\";\n",
        "mixed array": "a = [1, 2.0, \"x\"];\n",
        "quotes": "name = 'a';\n",
        "semicolons": "name = \"a\";;;;\n",
        "remove": 'volume: { "a.b" = 1; };\n',
        "types": 'volume = 3;\noptions = {};\nevidence = (1, "a", true);\n',
        "options": "options = (" + "{ name = \"a\"; }," * 100 + "{});\n",
        "evidence": "evidence = (" + "{ input = \"quality.bar\"; },"
                    * 3000 + "{});\n",
        "sealed no": "sealed = false;\nseal = 3;\n",
        "seal twice": "sealed = true;\nseal = \"crc32:00000000\";\n"
                      "seal = \"crc32:00000000\";\n",
        "binary": bytes(range(256)) * 16,
        "9 MiB": b"#" * (9 << 20),
    }
    for i, text in enumerate(HOSTILE_TEXTS):
        files[f"text {i}"] = (
            f'name = "{quoted(text)}";\nnotes = "{quoted(text)}";\n'
            f'options = ( {{ name = "{quoted(text)}"; }} );\n'
            f'evidence = ( {{ input = "quality.bar"; grade = "cited"; '
            f'source = "{quoted(text)}"; date = "2026-10-01"; }} );\n')
        files[f"key {i}"] = f"{text} = 1;\n"
        files[f"value {i}"] = f'quality: {{ bar = "{quoted(text)}"; }};\n'
    return files


def hostile_json():
    entry = ('{"litellm_provider":"acme","mode":"chat",'
             '"input_cost_per_token":%s,"output_cost_per_token":1e-6}')
    files = {
        "empty": "", "nul": "\0", "null": "null", "text": '"a"',
        "cut": '{"a":{"input_cost_per_token":1e-6',
        "deep": "[" * 100000, "deep objects": '{"a":' * 100000,
        "deep whole": "[" * 1900 + "]" * 1900,
        "twice": '{"a":%s,"a":%s}' % (entry % "1e-6", entry % "2e-6"),
        "comment": "{} // a", "comma": "{,}", "colon": '{"a"}',
        "latin1": b'{"caf\xe9":1}', "bom": b"\xef\xbb\xbf{}",
        "utf16": "{}".encode("utf-16"),
        "surrogate": '{"\\ud800":1}', "nul code": '{"a\\u0000b":1}',
        "long key": '{"' + "k" * 1000000 + '":1}',
        "long number": '{"a":' + entry % ("9" * 100000) + "}",
        "many": "[" + "{}," * 200000 + "{}]",
        "array": "[1,\"a\",null,[],{}]",
    }
    for i, number in enumerate(["NaN", "-1", "1e309", "1e-400", "0", "-0",
                                "Infinity", "0x10", "\"1\"", "1e5", "[]",
                                "12345678901234567890", "true"]):
        files[f"number {i}"] = '{"a":' + entry % number + "}"
    for i, text in enumerate(HOSTILE_TEXTS):
        name = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c
                       for c in text)
        files[f"id {i}"] = '{"%s":%s}' % (name, entry % "1e-6")
        files[f"raw id {i}"] = '{"%s":%s}' % (text, entry % "1e-6")
    return files


def hostile_logs():
    use = '{"model":%s,"usage":{"prompt_tokens":%s,"completion_tokens":1}}\n'
    files = {f"json {name}": body for name, body in hostile_json().items()}
    for i, number in enumerate(["-1", "1e309", "1e99", "1.5", "99999999999",
                                "18446744073709551616", '"1"', "null", "{}"]):
        files[f"count {i}"] = use % ('"m"', number)
    for i, text in enumerate(HOSTILE_TEXTS):
        name = '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c
                             for c in text) + '"'
        files[f"model {i}"] = use % (name, "1")
    files["models"] = "".join(use % (f'"m{i}"', i) for i in range(3000))
    files["long line"] = use % ('"' + "m" * 40000000 + '"', "1")
    files["summary"] = '{"tuneornot_usage":1,"first":1,"last":2}\n'
    files["summary huge"] = (
        '{"tuneornot_usage":1,"first":-9223372036854775808,"last":1e300,'
        '"skipped":[18446744073709551615,0,0,0,0,0,0],"models":[]}\n')
    return files


def put(home, name, body):
    path = os.path.join(home, name)
    pathlib.Path(path).write_bytes(
        body if isinstance(body, bytes) else body.encode())
    return path


def check_libconfig(name, body):
    with tempfile.TemporaryDirectory() as home:
        os.mkfifo(os.path.join(home, "fifo"))
        path = put(home, "a.cfg", body)
        label = f"libconfig {name}"
        run(f"{label}: check", ["check", path], home)
        run(f"{label}: check -", ["check", "-"], home,
            stdin=pathlib.Path(path).read_bytes())
        for form in ("text", "markdown", "json", "csv"):
            run(f"{label}: report {form}",
                ["report", path, "--format", form, "--scenarios", "1000"],
                home)
        run(f"{label}: get", ["get", path], home, raw=True)
        run(f"{label}: import", ["prices", "import", path], home)
        run(f"{label}: theme", ["--theme", path, path], home)
        folder = os.path.join(home, "tuneornot", "catalogue")
        os.makedirs(folder, exist_ok=True)  # an import has made it
        put(folder, "theirs.cfg", body)
        run(f"{label}: catalogue", ["prices", "list", "luna"], home)


def check_json(name, body):
    with tempfile.TemporaryDirectory() as home:
        path = put(home, "prices.json", body)
        run(f"prices {name}", ["prices", "import", path], home)
        run(f"prices {name}: list", ["prices", "list", "acme"], home)


def check_log(name, body):
    with tempfile.TemporaryDirectory() as home:
        path = put(home, "log.jsonl", body)
        run(f"log {name}", ["usage", path], home)
        run(f"log {name}: save", ["usage", path, "--save", "a.sum"], home)


# ---- the command line and the environment -----------------------------------

def check_arguments(text):
    if "\0" in text:
        return
    label = f"argument {text[:20]!r}"
    with tempfile.TemporaryDirectory() as home:
        session = put(home, "a.cfg", "format = 1;\n")
        for words in ([text], ["check", text], ["report", text],
                      ["--" + text], ["report", session, "--set", text],
                      ["report", session, "--set", "name=" + text],
                      ["set", session, text], ["get", session, text],
                      ["report", session, "--section", text],
                      ["report", session, "--format", text],
                      ["report", session, "--explain", text],
                      ["report", session, "-o", "no/" + text],
                      ["prices", "list", text], ["prices", "show", text],
                      ["usage", text], ["help", text], ["new", "no/" + text],
                      ["--theme", text, session],
                      ["report", session, "--date", text],
                      ["review", text], ["compare", session, text]):
            run(f"{label} in {words[0]}", words, home, statuses=(0, 1, 2, 3))
        try:
            named = put(home, text.replace("/", "_")[:60] + ".cfg", "a = 1;\n")
            run(f"{label} as a file", ["check", named], home)
        except OSError:
            pass
        names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME",
                 "XDG_STATE_HOME", "TERM", "LC_ALL", "LANG", "TZ",
                 "COLUMNS", "LINES", "NO_COLOR")
        for i, name in enumerate(names):
            words = (["paths"], ["doctor"], [session])[i % 3]
            run(f"{label} in {name}: {words[0]}", words, home,
                more={name: text})
        for words in (["paths"], ["doctor"], [session], ["report", session]):
            run(f"{label} in the environment: {words[0]}", words, home,
                more=dict.fromkeys(names, text))


# ---- what is opened ---------------------------------------------------------

ALLOWED = re.compile(
    r"^(/etc/ld\.so|/lib|/usr/lib|/usr/share/locale|/proc/self/|"
    r"/proc/sys/vm/overcommit|/proc/cpuinfo|/sys/devices/system/cpu|"
    r"/etc/localtime|/usr/share/zoneinfo|/dev/null$)")
FORBIDDEN = "socket,connect,execve,execveat,fork,vfork,clone,clone3,ptrace," \
    "unlink,rename,mkdir,chmod,link,symlink"


def traced(arguments, home):
    log = os.path.join(home, "trace")
    env = environment(home)
    # Leaks are looked for by a process of its own, which cannot be traced;
    # and for a log_path the sanitizers make folders.
    env["ASAN_OPTIONS"] = "detect_leaks=0"
    env.pop("UBSAN_OPTIONS", None)
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", log, "-e",
         "trace=open,openat,openat2," + FORBIDDEN, PROGRAM, *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
        env=env)
    if b"ptrace" in done.stderr and b"not permitted" in done.stderr:
        return None
    return pathlib.Path(log).read_text(errors="replace").splitlines()


def check_trace(arguments, home, own):
    lines = traced(arguments, home)
    if lines is None:
        return False
    label = f"trace of {arguments[0]}"
    seen = False
    for line in lines[1:]:  # behind the start of the program itself
        call = re.match(r"^\d+ +(\w+)\((.*)", line)
        if not call:
            continue
        if "O_PATH" in call[2]:  # for a rule of the sandbox; reads nothing
            continue
        if not call[1].startswith("open"):
            fail(label, line)
            continue
        path = re.search(r'"([^"]*)"', call[2])
        path = os.path.normpath(path[1]) if path else "?"
        seen = seen or path == own
        if path == own or ALLOWED.match(path) or \
                path.startswith(str(SOURCE / "share")) or \
                path.startswith(str(SOURCE / "themes")) or \
                "/share/tuneornot" in path:
            continue
        fail(label, line)
    if not seen:
        fail(label, f"{own} was not opened: is this a trace?")
    return True


def check_opens():
    if not shutil.which("strace"):
        print("SKIPPED: there is no strace, so nobody looked at what is "
              "opened")
        return
    hostile = 'name = "a";\nvolume: {\n@include "/etc/passwd"\n};\n'
    with tempfile.TemporaryDirectory() as home:
        example = SOURCE / "share" / "examples" / "support-triage.cfg"
        good = put(home, "good.cfg", example.read_bytes())
        bad = put(home, "bad.cfg", hostile)
        for path in (good, bad):
            for command in ("check", "report"):
                if not check_trace([command, path], home, path):
                    print("SKIPPED: strace may not trace here, so nobody "
                          "looked at what is opened")
                    return


# ---- all of it --------------------------------------------------------------

def jobs():
    vectors = SOURCE / "tests" / "vectors"
    with tempfile.TemporaryDirectory() as home:
        small = sealed(home, vectors / "case-09.cfg", "small.cfg")
        large = sealed(home, vectors / "case-07.cfg", "large.cfg")
    for label, whole, other in (("small", small, large),
                                ("large", large, small)):
        step = max(1, round(len(whole) / (400 * SCALE)))
        cuts = truncations(whole)
        # Every byte of the two ends, where the seal is; samples between.
        cuts = cuts[:64:] + cuts[64:-64:step] + cuts[-64:]
        for what, damaged in cuts:
            yield check_damage, label, whole, what, damaged
        for what, damaged in flips(whole, round(300 * SCALE)):
            yield check_damage, label, whole, what, damaged
        for what, damaged in splices(whole, other, round(100 * SCALE)):
            yield check_damage, label, whole, what, damaged
    with tempfile.TemporaryDirectory() as home:
        for name, body in hostile_libconfig(home).items():
            yield check_libconfig, name, body
    for name, body in hostile_json().items():
        yield check_json, name, body
    for name, body in hostile_logs().items():
        yield check_log, name, body
    for text in HOSTILE_TEXTS + ["", "-", "a" * 5000, "%s%n", "../../etc",
                                 "\udcff\udc80"]:
        yield check_arguments, text


def main():
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(*job) for job in jobs()]:
            done.result()
    check_opens()
    for line in failures[:60]:
        print(line)
    print(f"{runs} runs, {len(failures)} failures; the slowest took "
          f"{slowest[0]:.2f} s ({slowest[1]})")
    return 1 if failures else 0


sys.exit(main())
