#!/usr/bin/env python3
"""Does the CSV report say what the JSON report says?

    report_csv.py PROGRAM SOURCE-FOLDER

For every example and vector, in every dialect: the months of a category add
up to by_category, the categories of a month are monthly, and the words are
the same. Several sessions in one table are those of each by itself. Read with
the csv module, as the spreadsheet of a stranger would.
"""
import codecs
import csv
import glob
import json
import os
import subprocess
import sys
import tempfile

CATEGORIES = ["build", "data", "evaluation", "training", "serving",
              "maintenance", "failures"]
COLUMNS = ["option", "adaptation", "serving", "feasible", "month", "category",
           "nominal", "present_value", "currency"]
DIALECTS = {"rfc4180": (",", ".", False), "excel": (",", ".", True),
            "excel-eu": (";", ",", True)}
HOSTILE = ['=cmd|"/C calc"!A1', "+1", "-1", "@SUM(A1)", "a,b;c", 'say "so"',
           "\uff1d1+1", "Täglich, 日本"]

PROGRAM, SOURCE = sys.argv[1], sys.argv[2]
failures = 0


def expect(held, what):
    global failures
    if not held:
        failures += 1
        print("FAILED:", what)


def report(*arguments):
    done = subprocess.run(
        [PROGRAM, "report", *arguments, "--scenarios", "200"],
        capture_output=True, check=False)
    expect(done.returncode == 0, "%s: %s" % (arguments, done.stderr))
    return done.stdout


def table(dialect, *files):
    """The rows as dictionaries, numbers as floats."""
    separator, point, marked = DIALECTS[dialect]
    raw = report(*files, "--format", "csv", "--csv-dialect", dialect)
    expect(raw.startswith(codecs.BOM_UTF8) == marked, dialect + ": its mark")
    expect(raw.count(b"\n") == raw.count(b"\r\n") and raw.endswith(b"\r\n"),
           dialect + ": lines end with CR LF")
    lines = raw.decode("utf-8-sig").split("\r\n")[:-1]
    rows = list(csv.reader(lines, delimiter=separator, strict=True))
    head = rows.pop(0)
    expect(head[-len(COLUMNS):] == COLUMNS, dialect + ": columns")
    expect(all(len(row) == len(head) for row in rows), dialect + ": cells")
    made = [dict(zip(head, row)) for row in rows]
    for row in made:
        for key in ("nominal", "present_value"):
            expect(point == "." or "." not in row[key], dialect + ": point")
            row[key] = float(row[key].replace(point, "."))
        row["month"] = int(row["month"])
    return made


def shown(name):
    return "'" + name if name[0] in "=+-@\uff1d" else name


def check_option(what, rows, option, currency):
    """In the order of the file; sums in the order of the program's."""
    months = len(option["monthly"])
    expect([(row["month"], row["category"]) for row in rows] ==
           [(t, c) for t in range(months) for c in CATEGORIES],
           what + ": months and categories")
    for row in rows:
        expect(row["option"] == shown(option["name"]) and
               row["adaptation"] == option["adaptation"] and
               row["serving"] == option["serving"] and
               row["feasible"] == json.dumps(option["feasible"]) and
               row["currency"] == currency, what + ": words")
    for category in CATEGORIES:
        total = 0.0
        for row in rows:
            if row["category"] == category:
                total += row["present_value"]
        expect(total == option["by_category"][category],
               "%s: %s: %r" % (what, category, total))
    for month, nominal in enumerate(option["monthly"]):
        total = 0.0
        for row in rows[month * 7:month * 7 + 7]:
            total += row["nominal"]
        expect(total == nominal, "%s: month %d: %r" % (what, month, total))
    if rows:
        expect(all(row["nominal"] == row["present_value"]
                   for row in rows[:7]), what + ": month 0 is today")


def check_file(path, dialect):
    whole = json.loads(report(path, "--format", "json"))
    rows = table(dialect, path)
    each = 7 * (whole["horizon_months"] + 1)
    expect(len(rows) == each * len(whole["options"]), path + ": rows")
    for i, option in enumerate(whole["options"]):
        what = "%s, %s, option %d" % (path, dialect, i)
        check_option(what, rows[i * each:i * each + each], option,
                     whole["currency"])


def check_several(files):
    together = table("rfc4180", *files)
    by_itself = []
    for path in files:
        for row in table("rfc4180", path):
            by_itself.append({"session": shown(path), **row})
    expect(together == by_itself, "several sessions in one table")
    lines = report(*files, "--format", "json").splitlines()
    expect([json.loads(line) for line in lines] ==
           [json.loads(report(path, "--format", "json")) for path in files],
           "several sessions, a line each")


def hostile(folder):
    path = os.path.join(folder, "hostile.cfg")
    options = ", ".join("{ name = %s; setup_hours = \"%d\"; }" % (
        json.dumps(name, ensure_ascii=False), i)
        for i, name in enumerate(HOSTILE))
    with open(path, "w", encoding="utf-8") as out:
        out.write('format = 1;\ncurrency = "€";\noptions = ( %s );\n' %
                  options)
    return path


def empty(folder):
    path = os.path.join(folder, "empty.cfg")
    with open(path, "w", encoding="utf-8") as out:
        out.write("format = 1;\n")
    return path


def main():
    files = sorted(glob.glob(SOURCE + "/share/examples/*.cfg") +
                   glob.glob(SOURCE + "/tests/vectors/*.cfg"))
    expect(len(files) >= 14, "only %d sessions" % len(files))
    with tempfile.TemporaryDirectory() as folder:
        files += [hostile(folder), empty(folder)]
        for path in files:
            for dialect in DIALECTS:
                check_file(path, dialect)
        check_several(files)
    print("%d sessions in %d dialects, %d failures" % (
        len(files), len(DIALECTS), failures))
    sys.exit(failures > 0)


main()
