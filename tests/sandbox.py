#!/usr/bin/env python3
"""The sandbox changes nothing that a user sees.

    sandbox.py PROGRAM SOURCE_DIR

Every kind of file that a command may meet is given to it twice, with the
sandbox and with TUNEORNOT_SANDBOX=off: status, output and all files must be
the same. (That the sandbox holds is for src/test_sandbox.c.)
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXAMPLE = SOURCE / "share" / "examples" / "support-triage.cfg"
PRICES = '{"m":{"litellm_provider":"acme","mode":"chat",' \
    '"input_cost_per_token":1e-6,"output_cost_per_token":2e-6}}'
USE = '{"model":"m","usage":{"prompt_tokens":5,"completion_tokens":1}}\n'

CASES = [
    # A shell's line; "T" is the program.
    "T check a.cfg",
    "T check link.cfg far.cfg dangling.cfg",
    "T check shut/a.cfg",
    "T check ./x/../a.cfg x//b.cfg \"$PWD/a.cfg\"",
    "T check - < a.cfg",
    "T check /dev/stdin < a.cfg",
    "cat a.cfg | T check /dev/stdin",
    "T check /dev/fd/9 9< a.cfg",
    "T check <(cat a.cfg)",
    "T check x; T check none.cfg; T check fifo; T check /dev/null; T check ''",
    "T check /etc/shadow /proc/self/mem unread.cfg",
    "T check */*.cfg *.cfg many/*",
    "T report a.cfg",
    "T report a.cfg -o out.html && T report a.cfg -o x/out.md",
    "T report a.cfg -o \"$PWD/deep/er/out.json\"",
    "T report a.cfg -o none/out.txt",
    "T report a.cfg -o x",
    "T report a.cfg -o outlink.txt",
    "T report a.cfg -o /dev/null",
    "T report a.cfg -o /dev/full",
    "T report a.cfg -o /dev/stdout | cat",
    "T report a.cfg -o /dev/stdout > to-file",
    "T report a.cfg -o >(cat > to-process); sleep 0.1",
    "T report a.cfg --format json -o - | cat",
    "T report *.cfg x/*.cfg --format json -o all.jsonl",
    "T report a.cfg --prices x/prices.json --section odds",
    "T report a.cfg --prices <(cat x/prices.json) --section odds",
    "T report a.cfg --prices a.cfg",
    "T report < a.cfg - --format csv",
    "T report many/* --format json | tail -c 100",
    "T compare a.cfg x/b.cfg -o x/compare.md",
    "T get a.cfg && T get link.cfg name && T get a.cfg --as-command",
    "T set a.cfg name=b && T set link.cfg seed=7 && T set x/b.cfg seed=8",
    "T set shut/a.cfg name=b",
    "T set - name=b < a.cfg",
    "T set none.cfg name=b; T set x name=b; T set dangling.cfg name=b",
    "cd x && T set ../a.cfg name=c && T set b.cfg name=d",
    "T new n.cfg && T new x/n.cfg --template medical-coding && T new - --bare",
    "T new a.cfg; T new none/n.cfg",
    "T review a.cfg x/b.cfg --date 2026-11-24",
    "T review a.cfg --prices x/prices.json --date 2026-11-24",
    "T prices list luna && T prices show openai/gpt-6-luna --date 2026-11-24",
    "T prices import x/prices.json --date 2026-11-24 && T prices list acme "
    "--date 2026-11-24",
    "T prices import - --date 2026-11-24 < x/prices.json",
    "T prices import <(cat x/prices.json) --date 2026-11-24",
    "T prices import none.json; T prices import a.cfg",
    "XDG_DATA_HOME=$PWD/far/away T prices import x/prices.json "
    "--date 2026-11-24",
    "XDG_DATA_HOME=/dev/null T prices import x/prices.json --date 2026-11-24",
    "HOME= T prices import x/prices.json --date 2026-11-24",
    "XDG_DATA_HOME=$PWD/linked T prices list mine --date 2026-11-24",
    "T usage log.jsonl && T usage - < log.jsonl",
    "T usage <(cat log.jsonl) <(cat log.jsonl)",
    "cat log.jsonl > fifo & T usage fifo; wait",
    "T usage log.jsonl --save x/a.sum && T usage x/a.sum --into a.cfg",
    "T usage log.jsonl --save - | T usage -",
    "T usage none.jsonl; T usage x",
    "T templates; T themes; T paths; T help report; T --version",
    "T completions bash; T completions zsh; T completions fish",
    "T __complete -- get a.cfg ''; T __complete -- set '~/h.cfg' name=",
    "T __complete -- new --template ''; T __complete -- --theme ''",
    "T __complete -- prices show openai/",
    "T check --theme mine.theme a.cfg; T check --theme dark a.cfg",
    "TZ=Europe/Berlin T review a.cfg; TZ=:/etc/localtime T review a.cfg",
    "LC_ALL=C T report a.cfg; LC_ALL=xx_YY T report a.cfg",
    "T report a.cfg >&-; T check a.cfg <&- 2>&-",
    "T --no-input a.cfg; T a.cfg < /dev/null",
    "printf '> \\n:quit\\n' | T --plain a.cfg",
    "printf 'Triage\\n:save x/p.cfg\\n:quit\\n' | T --plain p.cfg",
]


def fill(folder):
    """What the cases have to do with; the same each time."""
    for name in ("x", "deep/er", "shut", "many", "home", "linked/tuneornot/"
                 "catalogue", "elsewhere"):
        (folder / name).mkdir(parents=True)
    example = EXAMPLE.read_bytes()
    for name in ("a.cfg", "x/b.cfg", "shut/a.cfg", "elsewhere/f.cfg",
                 "unread.cfg", "home/h.cfg"):
        (folder / name).write_bytes(example)
    for i in range(70):
        (folder / "many" / f"{i}.cfg").write_text(f'name = "{i}";\n')
    (folder / "x" / "prices.json").write_text(PRICES)
    (folder / "log.jsonl").write_text(USE * 20)
    (folder / "elsewhere" / "mine.cfg").write_text(
        'sources: { mine = "mine.example"; }; models = ({ id = "mine/m"; '
        'name = "M"; vendor = "Mine"; figures = ({ source = "mine"; '
        'date = "2026-11-10"; input = "2"; output = "10"; }); });\n')
    (folder / "link.cfg").symlink_to("a.cfg")
    (folder / "far.cfg").symlink_to(folder / "elsewhere" / "f.cfg")
    (folder / "dangling.cfg").symlink_to("nowhere")
    (folder / "outlink.txt").symlink_to("elsewhere/out.txt")
    (folder / "elsewhere" / "out.txt").write_text("old\n")
    (folder / "linked/tuneornot/catalogue/mine.cfg").symlink_to(
        folder / "elsewhere" / "mine.cfg")
    os.mkfifo(folder / "fifo")
    (folder / "unread.cfg").chmod(0)
    (folder / "shut").chmod(0o311)


def harvest(folder):
    """Every file and folder that is there now, and what is in it."""
    (folder / "shut").chmod(0o711)
    (folder / "unread.cfg").chmod(0o600)
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = os.readlink(path)
        elif path.is_file():
            found[name] = (path.stat().st_mode, path.read_bytes())
        elif not name.startswith("home/.local"):
            # (An import makes the folder of the user's prices first.)
            found[name] = path.stat().st_mode
    return found


def run(case, folder, switch):
    """(status, out, err, files), in a folder that has the same name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    fill(folder)
    env = {"PATH": os.environ["PATH"], "HOME": str(folder / "home"),
           "LC_ALL": "C.UTF-8", "TERM": "xterm", "TZ": "UTC",
           "TUNEORNOT_SANDBOX": switch}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]
    script = f'T() {{ "{PROGRAM}" "$@"; echo "status $?" >&3; }}\n{case}\n'
    statuses, writing = os.pipe()
    kept = []
    reader = threading.Thread(
        target=lambda: kept.append(open(statuses, "rb").read()))
    reader.start()
    done = subprocess.run(
        ["bash", "-c", f"exec 3>&{writing}\n{script}"], cwd=folder, env=env,
        pass_fds=[writing], stdin=subprocess.DEVNULL, capture_output=True,
        timeout=120)
    os.close(writing)
    reader.join()
    return (kept[0], done.stdout, done.stderr, harvest(folder))


def differences(case, with_it, without):
    parts = ("statuses", "standard output", "standard error")
    for name, a, b in zip(parts, with_it, without):
        if a != b:
            yield f"{case}: {name}: {a[-300:]!r}, not {b[-300:]!r}"
    a, b = with_it[3], without[3]
    for name in sorted(set(a) | set(b)):
        if a.get(name) != b.get(name):
            yield f"{case}: {name} is not the same"


def holds():
    """Is there a sandbox at all, as doctor says?"""
    env = dict(os.environ)
    env.pop("TUNEORNOT_SANDBOX", None)
    said = subprocess.run([PROGRAM, "doctor"], env=env, capture_output=True,
                          text=True, check=False).stdout
    lines = [line for line in said.splitlines() if line.startswith("sandbox")]
    assert len(lines) == 1, said
    if "Landlock" in lines[0] and "not in this kernel" not in lines[0]:
        return True
    print("SKIPPED:", lines[0])
    return False


def main():
    if not holds():
        return 77
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "f"
        for case in CASES:
            outcomes = [run(case, folder, switch) for switch in ("", "off")]
            assert b"status" in outcomes[0][0], (case, outcomes[0])
            for line in differences(case, *outcomes):
                failures += 1
                print(line)
    print(f"{len(CASES)} cases, {failures} differences")
    return 1 if failures else 0


sys.exit(main())
