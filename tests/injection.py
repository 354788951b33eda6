#!/usr/bin/env python3
"""Words that want to be more than words, in every text of a session.

    injection.py PROGRAM SOURCE_DIR

Each hostile text stands in all texts of a session at once: names, notes,
reasons, owners, models, the currency, the sources of evidence. Every format is
read by a reader of its own, and compared with the report of the same session
with a harmless text: no element, attribute, link, cell or row more, and no
character that does not show. What a session may not hold is refused. The
wizard shows the same texts, and sends a terminal nothing but what it knows.
"""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

sys.dont_write_bytecode = True
from reports import Checks, Page  # noqa: E402
from terminal import Terminal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXAMPLE = (SOURCE / "share/examples/support-triage.cfg").read_text()

HARMLESS = "Harmless"
HOSTILE = [
    # for a spreadsheet
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|'/C calc'!A1", "\uff1d1+1",
    " =1+1", "\u00a0=1+1", "a,b;c\"d",
    # for a page
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
    "'-alert(1)-'", "</title></style></svg><a href=javascript:x>y</a>",
    "&lt;b&gt;", "<!--", "]]>", "[x](javascript:y)", "| a | b |", "```",
    # for a terminal
    "a\x1b[31mb", "\x1b]0;title\x07", "\x1b]52;c;eA==\x07", "\x9b31m",
    "\x7f", "a\tb", "a\rb", "a\nb",
    # for the eye
    "\u202ereversed", "a\u2066b\u2069", "a\u2028b", "\u200b", "\ufeff",
    "\U000e0041tag", "Z" + "\u0301" * 50,
    "\U0001f468" + "\u200d\U0001f469" * 40, "%s%n%s%n", "\\x1b[31m",
]
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")

check = Checks()


def texts():
    """Every key whose value is free text, from THE table."""
    table = (SOURCE / "model" / "inputs.def").read_text()
    rows = re.findall(r"^(SHARED|OPTION)_WORDS\(([^.]*)\.kind = KIND_TEXT",
                      table, re.M)
    for kind, words in rows:
        names = [word.strip() for word in words.split(",") if word.strip()]
        if kind == "OPTION":
            yield "options[1]." + names[0]
        elif names[0] == "session":
            yield names[1]
        else:
            yield ".".join(names[:2])


KEYS = list(texts())
assert "upkeep.reason" in KEYS and "options[1].name" in KEYS, KEYS


def run(folder, *arguments):
    return subprocess.run(
        [PROGRAM, *arguments], cwd=folder, capture_output=True, timeout=60,
        stdin=subprocess.DEVNULL, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": folder})


def unseen(text):
    """A character that does not show or moves others; None: there is none."""
    for c in text:
        if c not in "\n\u200c\u200d\u2060" and \
                unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return c
    return None


def make_session(folder, text):
    """Its path, with the text wherever one may stand; what is refused there
    is told in a clean line."""
    path = os.path.join(folder, "s.cfg")
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    if CONTROLS.search(quoted):
        quoted = HARMLESS
    pathlib.Path(path).write_text(re.sub(
        r'source = "[^"]*"', lambda _: f'source = "{quoted}"', EXAMPLE))
    for key in KEYS:
        if key == "savings.incumbent":  # the name of an option
            continue
        done = run(folder, "set", path, f"{key}={text}")
        words = done.stderr.decode()
        check(done.returncode in (0, 1), f"{text!r} in {key}: {words!r}")
        check(unseen(words) is None, f"{text!r} in {key}: told {words!r}")
        if CONTROLS.search(text):
            check(done.returncode == 1, f"{text!r} is taken for {key}")
    return path


def report(folder, path, form):
    done = run(folder, "report", path, "--format", form, "--scenarios", "500")
    check(done.returncode == 0, f"{form}: {done.stderr!r}")
    return done.stdout


# ---- readers ----------------------------------------------------------------

def of_text(data):
    return {"unseen": unseen(data.decode())}


def of_html(data):
    page = Page(data.decode())
    return {"unseen": unseen(page.words),
            "elements": set(page.count), "attributes": page.attributes,
            "links": [link for link in page.links if link[0] != "#"],
            "pictures": page.count.get("svg"), "tables": len(page.tables),
            "rows": [len(table) for table in page.tables[:3]]}


def of_csv(data):
    text = data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    formulas = [cell for row in rows for cell in row
                if re.match("[\\s\u00a0\u3000]*[=+@\\-\uff1d\uff0b\uff0d"
                            "\uff20\t\r\n]", cell)
                and not re.fullmatch(r"-?[0-9.]+(e[-+]?[0-9]+)?", cell)]
    return {"unseen": unseen(text.replace("\r\n", "\n")), "rows": len(rows),
            "cells": {len(row) for row in rows}, "formulas": formulas}


def of_json(data):
    def shape(value):
        if isinstance(value, dict):
            return {key: shape(part) for key, part in value.items()}
        return type(value).__name__

    found = json.loads(data)
    return {"raw": re.search(rb"[^\n -~]", data), "shape": shape(found)}


READERS = {"text": of_text, "markdown": of_text, "html": of_html,
           "csv": of_csv, "json": of_json}


def check_formats(folder, text, reference):
    path = make_session(folder, text)
    for form, read in READERS.items():
        seen = read(report(folder, path, form))
        expected = reference.setdefault(form, seen)
        for what, value in seen.items():
            check(value == expected[what],
                  f"{text!r}, {form}: {what} {value!r}"[:300])
    for words in (("get", path), ("check", path), ("compare", path, path)):
        done = run(folder, *words)
        for name, data in (("output", done.stdout), ("error", done.stderr)):
            # Values as they are, for programs: into a pipe.
            if words[0] != "get" or name == "error":
                check(unseen(data.decode()) is None,
                      f"{text!r}, {words[0]}: standard {name}")


# ---- the screen -------------------------------------------------------------

def check_screen(folder, some):
    """Several texts, each in another field, on every page of the wizard. The
    terminal of these tests knows no sequence but those that curses sends."""
    path = os.path.join(folder, "s.cfg")
    pathlib.Path(path).write_text(EXAMPLE)
    for key, text in zip(KEYS, some * len(KEYS)):
        if key != "savings.incumbent":
            run(folder, "set", path, f"{key}={text}")
    terminal = Terminal([PROGRAM, path], columns=150, rows=40, HOME=folder,
                        XDG_STATE_HOME=folder, LC_ALL="C.UTF-8")
    terminal.wait_for(" 1/5 ")
    for keys in ("\x1b[6~", "\x1b[6~", "\x1b[6~", "\x1b[6~", "\x1b[6~", "r",
                 "\x1b[6~", "\x1b[6~", "\x1b", "=", "\x1b", "s", "\x1b", "o",
                 "\x1b"):
        terminal.send(keys)
        seen = unseen(terminal.screen.text())
        check(seen is None, f"{some!r}: the screen has {seen!r}")
    terminal.send("\x11")
    check(terminal.wait_for_end() == 0, f"{some!r}: the wizard's end")
    for sent in (b"\x1b]", b"\x9b31m", "\u202e".encode(), "\u2066".encode(),
                 b"\x1b[31mb"):
        check(sent not in terminal.raw, f"{some!r}: it sent {sent!r}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        reference = {}
        for text in [HARMLESS] + HOSTILE:
            check_formats(folder, text, reference)
        for first in range(0, len(HOSTILE), 12):
            check_screen(folder, HOSTILE[first:first + 12])
    print(f"{len(HOSTILE)} texts in {len(KEYS)} fields")
    return check.status()


sys.exit(main())
