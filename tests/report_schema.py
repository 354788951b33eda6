#!/usr/bin/env python3
"""Does the JSON report keep its schema, and does the schema have teeth?

    report_schema.py PROGRAM SOURCE-FOLDER

Every report there is must be valid: of the examples, of the vectors (and
their results from another program), of odd sessions. Then one report is
broken in every place: a key missing, a key too many, a value of another type
or out of its range. None of that may pass. Without jsonschema (Debian:
python3-jsonschema) it says so and exits with 77.
"""
import copy
import glob
import json
import os
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("SKIPPED: no module jsonschema; install python3-jsonschema")
    sys.exit(77)

ODD = {
    "nothing": "",
    "no-options": 'volume: { requests_per_month = "1k to 1M"; };',
    "one-prompt": 'options = ( { name = "A"; adaptation = "prompt"; } );',
    "one-tune": 'options = ( { name = "A"; adaptation = "tune"; } );',
    "no-requests": 'volume: { requests_per_month = "0"; }; options = ( '
    '{ name = "A"; adaptation = "tune"; serving = "selfhost"; }, '
    '{ name = "B"; } );',
    "free": 'savings: { horizon_months = "120"; }; options = ( '
    '{ name = "A"; adaptation = "tune"; live_after_months = "3"; }, '
    '{ name = "B"; input_price = "1 to 2"; pass_rate = "0% to 100%"; } );',
    "all-fails": 'quality: { bar = "99%"; }; latency: { budget_ms = "1"; '
    'api_ruled_out = true; }; options = ( '
    '{ name = "A"; adaptation = "tune"; pass_rate = "10%"; }, '
    '{ name = "B"; } );',
}

# What breaks a rule of its own: path, value.
WRONG = [
    (("report",), 2),
    (("currency",), ""),
    (("horizon_months",), 0),
    (("horizon_months",), 121),
    (("horizon_months",), 24.5),
    (("baseline",), None),
    (("tuned",), None),
    (("savings",), None),
    (("options", 0, "adaptation"), "distil"),
    (("options", 0, "serving"), "cloud"),
    (("options", 0, "why_not"), ["dear"]),
    (("options", 0, "why_not"), ["latency"]),  # though it is feasible
    (("options", 0, "feasible"), False),  # though nothing is against it
    (("options", 0, "pass_rate"), 1.01),
    (("options", 0, "pass_rate"), -0.01),
    (("options", 0, "total_pv"), -1),
    (("options", 0, "monthly"), [0]),
    (("options", 0, "monthly"), [0] * 122),
    (("options", 0, "monthly", 3), -1),
    (("options", 0, "by_category", "data"), -1),
    (("savings", "ratio"), "-inf"),
    (("savings", "ratio"), -1),
    (("savings", "payback_month"), -1),
    (("savings", "payback_month"), 1.5),
    (("savings", "payback_month"), 121),
    (("savings", "break_even_requests"), 0.5),
    (("savings", "break_even_requests"), None),  # though it has a side
    (("savings", "break_even_side"), "left"),
    (("gates", 0, "question"), "quality"),
    (("gates", 0, "suggested"), "auto"),
    (("gates", 0, "answer"), "maybe"),
    (("gates", 1, "evidence", "low"), 1.1),
    (("gates", 3, "evidence", "required_hours"), -1),
    (("verdict", "outcome"), "wait"),
    (("verdict", "outcome"), "tune"),  # though it stops at a question
    (("verdict", "at"), None),
    (("verdict", "at"), "price"),
    (("verdict", "action"), ""),
    (("simulation", "scenarios"), 0),
    (("simulation", "scenarios"), 0.5),
    (("simulation", "seed"), -1),
    (("simulation", "seed"), 2**32),
    (("simulation", "net"), None),
    (("simulation", "p_net_positive"), None),
    (("simulation", "p_pays"), 1.5),
    (("simulation", "p_none_feasible"), None),
    (("simulation", "options", 0, "p_cheapest"), -0.5),
    (("simulation", "options", 0, "regret"), -1),
    (("simulation", "evpi"), -1),
    (("simulation", "evppi", 0, "value"), -1),
    (("simulation", "evppi", 0, "input"), "volume"),
    (("tornado", 0, "input"), "options[8].pass_rate"),
    (("tornado", 0, "input"), "options[x].pass_rate"),
    (("flips", 0, "input"), "price.of_tea"),
    (("flips", 0, "flip"), None),
]

failures = 0


def expect(held, what):
    global failures
    if not held:
        failures += 1
        print("FAILED:", what)


def report(program, path):
    done = subprocess.run(
        [program, "report", path, "--format", "json", "--scenarios", "500"],
        capture_output=True, check=False)
    expect(done.returncode == 0, "%s: %s" % (path, done.stderr))
    return json.loads(done.stdout)


def check_valid(validator, what, value):
    for error in validator.iter_errors(value):
        place = "/".join(map(str, error.absolute_path))
        expect(False, "%s: %s: %s" % (what, place, error.message[:200]))


def objects_of(schema, path="#"):
    """Every object of the schema that lists its keys."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield path, schema
        for key, value in schema.items():
            yield from objects_of(value, path + "/" + key)
    elif isinstance(schema, list):
        for i, value in enumerate(schema):
            yield from objects_of(value, "%s/%d" % (path, i))


def check_strict(schema):
    conditions = ("/if/", "/then/", "/else/")
    found = 0
    for path, node in objects_of(schema):
        if any(word in path + "/" for word in conditions):
            continue
        found += 1
        expect(node.get("additionalProperties") is False,
               path + " takes other keys")
        expect(node.get("required") == list(node["properties"]),
               path + " has keys that may be missing")
    expect(found > 15, "the schema has only %d objects" % found)


def places(value, path=()):
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, path + (key,))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from places(inner, path + (i,))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def broken(whole, path, value):
    changed = copy.deepcopy(whole)
    at(changed, path[:-1])[path[-1]] = value
    return changed


def mutations(whole):
    """Reports with one thing wrong, and what it is."""
    for path, value in places(whole):
        name = "/".join(map(str, path)) or "the report"
        if isinstance(value, dict):
            changed = copy.deepcopy(whole)
            at(changed, path)["extra"] = 1
            yield "a key more in " + name, changed
            for key in value:
                changed = copy.deepcopy(whole)
                del at(changed, path)[key]
                yield "no %s in %s" % (key, name), changed
        if not path:
            continue
        for other in ({"a": 1}, [{}], "word", 12345678, True):
            if type(other) is type(value) or (
                    other == 12345678 and isinstance(value, float)):
                continue
            if value is None and other in ("word", 12345678):
                continue  # it may be one
            yield "%s is %s" % (name, other), broken(whole, path, other)
    for path, value in WRONG:
        yield "%s is %s" % ("/".join(map(str, path)), value), broken(
            whole, path, value)
    yield "a sixth gate", broken(
        whole, ("gates",), whole["gates"] + whole["gates"][:1])
    yield "four gates", broken(whole, ("gates",), whole["gates"][:4])


def thinned(whole):
    """The same with two items of each long list: they are all alike."""
    if isinstance(whole, dict):
        return {key: thinned(value) for key, value in whole.items()}
    if isinstance(whole, list) and len(whole) > 5:
        return whole[:4]
    if isinstance(whole, list):
        return [thinned(value) for value in whole]
    return whole


def check_reports(validator, program, source, scratch):
    files = sorted(glob.glob(source + "/share/examples/*.cfg") +
                   glob.glob(source + "/tests/vectors/*.cfg"))
    expect(len(files) >= 14, "only %d sessions" % len(files))
    for name, text in ODD.items():
        path = os.path.join(scratch, name + ".cfg")
        with open(path, "w", encoding="utf-8") as out:
            out.write("format = 1;\n" + text)
        files.append(path)
    for path in files:
        check_valid(validator, path, report(program, path))
    lines = subprocess.run(
        [program, "report", *files, "--format", "json", "--scenarios", "1"],
        capture_output=True, check=False).stdout.splitlines()
    expect(len(lines) == len(files), "%d lines" % len(lines))
    for line in lines:
        check_valid(validator, "a line", json.loads(line))


def check_vectors(validator, source):
    """The other program leaves two keys out, and small rounding in."""
    for path in sorted(glob.glob(source + "/tests/vectors/*.json")):
        with open(path, encoding="utf-8") as file:
            theirs = json.load(file)
        theirs["verdict"]["action"] = "none"
        theirs["simulation"]["seed"] = 1
        for measure in theirs["simulation"]["evppi"]:
            if -1e-6 < measure["value"] < 0:
                measure["value"] = 0
        check_valid(validator, path, theirs)


def main():
    program, source = sys.argv[1:]
    path = source + "/share/schema/report.schema.json"
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    check_strict(schema)
    with tempfile.TemporaryDirectory() as scratch:
        check_reports(validator, program, source, scratch)
    check_vectors(validator, source)
    whole = thinned(report(program, source +
                           "/share/examples/support-triage.cfg"))
    check_valid(validator, "support-triage, thinned", whole)
    count = 0
    for what, changed in mutations(whole):
        count += 1
        expect(not validator.is_valid(changed), "it passes with " + what)
    expect(count > 500, "only %d mutations" % count)
    print("%d broken reports refused, %d failures" % (
        count - failures, failures))
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
