#!/usr/bin/env python3
"""How fast the odds are beside the same model in numpy and in R.

    python3 tests/bench_odds_peers.py [build/bench-odds [ROUNDS]]

Prints scenarios a second, our ratio to each (medians of rounds), and the odds
that each gets: the peers are written from the formulas, not from our code, and
must get the same but for the luck of the draw. It never passes or fails. A
peer that is not installed is left out, and said so. Everything runs on one
core; starting the peers is not counted. They know of the model what the
example needs, and leave out regret and what knowing an input is worth, which
we and the plain C work out, too. Beside bench-odds must lie tuneornot, which
tells the figures.
"""
import importlib.util
import math
import os
import re
import shutil
import statistics
import subprocess
import sys

OPTIONS = 4
SCENARIOS = 1000000  # as many as bench-odds has
HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(HERE, "..", "share", "examples", "support-triage.cfg")
# Name, what to run, whether it is there, and what to say where it is not.
PEERS = [
    ("numpy", [sys.executable, HERE + "/bench_odds_peers_numpy.py"],
     importlib.util.find_spec("numpy"), "%s has no module numpy (Debian: "
     "package python3-numpy, for /usr/bin/python3)" % sys.executable),
    ("R", ["Rscript", "--vanilla", HERE + "/bench_odds_peers.R"],
     shutil.which("Rscript"), "there is no Rscript in PATH (Debian: package "
     "r-base-core)"),
]

# ---- the figures of the example ---------------------------------------------

SHARED = """volume.requests_per_month volume.growth_per_month
    volume.instruction_tokens volume.payload_tokens volume.output_tokens
    volume.cache_hit_rate volume.batch_share volume.value_per_request
    quality.bar quality.failure_cost latency.budget_ms
    upkeep.changes_per_year upkeep.monitoring_hours upkeep.versioning_hours
    upkeep.tracking_hours upkeep.hiring_hours savings.horizon_months
    savings.discount_rate savings.engineer_rate savings.incumbent""".split()
OPTION = """name adaptation serving input_price cached_input_price
    cache_write_price output_price batch_discount hosting_per_hour
    price_decline_per_year instruction_share retrieval_tokens
    retrieval_cost_per_1k reasoning_tokens retry_rate pass_rate
    failure_change_per_year network_ms first_token_ms output_tokens_per_s
    setup_hours eval_hours curation_hours labels label_cost training_mtok
    training_price training_hours training_per_hour training_runs
    retrain_every_months refresh_share retrain_hours retrain_eval_hours
    change_hours base_life_months migration_hours live_after_months ops_hours
    gpus_per_replica min_replicas gpu_price_per_hour prefill_tokens_per_s
    decode_tokens_per_s utilisation peak_to_average""".split()
WORDS = {"name", "adaptation", "serving", "incumbent"}
# Kind and domain; what is not here is positive, and 0 or more.
DOMAIN = dict.fromkeys(
    """cache_hit_rate batch_share bar batch_discount pass_rate
    instruction_share refresh_share""".split(), ("fraction", 0, 1))
DOMAIN.update(retry_rate=("fraction", 0, 0.9),
              utilisation=("fraction", 0.01, 1),
              growth_per_month=("signed", -0.5, 1),
              discount_rate=("signed", 0, 1),
              price_decline_per_year=("signed", -1, 1),
              failure_change_per_year=("signed", -1, 10))
NUMBER = re.compile(
    r"(-?)[^\d.-]*([\d., _]*\d(?:e[+-]?\d+)?)\s*([kmbgt%]?)", re.IGNORECASE)
SCALE = {"": 1, "k": 1e3, "m": 1e6, "b": 1e9, "g": 1e9, "t": 1e12, "%": 0.01}


def read_range(text):
    """The two ends of "3 to 8%"; the program has checked the text already."""
    parts = [NUMBER.fullmatch(part.strip()).groups()
             for part in re.split(r"\bto\b|\.\.", text)]
    values = [float(p[0] + re.sub("[, _]", "", p[1])) for p in parts]
    suffixes = [p[2].lower() for p in parts]
    if "%" in suffixes:
        suffixes = ["%"] * len(parts)
    elif not suffixes[0] and values[0] < values[-1]:
        suffixes = suffixes[-1:] * len(parts)
    ends = [v * SCALE[suffix] for v, suffix in zip(values, suffixes)]
    return ends[0], ends[-1]


def read_example(program):
    """The shared figures, then those of each option: key to word, or to
    (kind, low, high, least, most)."""
    figures = []
    for prefix in ["", *("options[%d]." % i for i in range(OPTIONS))]:
        keys = OPTION if prefix else SHARED
        out = subprocess.run(
            [program, "get", EXAMPLE, *(prefix + key for key in keys)],
            check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
        figures.append({})
        for key, text in zip(keys, out.split("\n")):
            key = key.split(".")[-1]
            kind, least, most = DOMAIN.get(key, ("positive", 0, math.inf))
            # Only prices that an option has no use for are not set: 0.
            figures[-1][key] = text if key in WORDS else (
                kind, *read_range(text or "0"), least, most)
    return figures


# ---- the programs -----------------------------------------------------------

def printed_odds(command, text=None):
    """What a program prints: scenarios a second by name, and the odds."""
    out = subprocess.run(command, check=True, input=text, encoding="utf-8",
                         stdout=subprocess.PIPE).stdout
    rates = re.findall(r"^(.+?):? +([\d.]+)M scenarios/s", out, re.MULTILINE)
    odds = re.findall(r"^odds (\w+) (\S+)$", out, re.MULTILINE)
    return ({name: float(rate) * 1e6 for name, rate in rates},
            {name: float(value) for name, value in odds})


def table_of(figures):
    """What the peers read: a figure a line, fields with tabs between."""
    return "".join("%d\t%s\t%s\n" % (
        owner, key, figure if key in WORDS else "\t".join(map(str, figure)))
        for owner, some in enumerate(figures) for key, figure in some.items())


# ---- side by side -----------------------------------------------------------

def print_odds(ours, peers):
    print("\n%-15s%13s" % ("", "ours"), *(
        "%13s%9s%6s" % (name, "+-", "off") for name in peers))
    for figure, value in ours.items():
        line = "%-15s%13.6g" % (figure, value)
        got = {name: [odds[figure] for odds in rounds]
               for name, rounds in peers.items()}
        # All peers draw alike: together they tell best how rounds differ.
        spread = statistics.mean(map(statistics.variance, got.values())) ** 0.5
        for values in got.values():
            mean, error = statistics.mean(values), spread / len(values) ** 0.5
            line += " %13.6g%9.2g%6.1f" % (
                mean, error, (mean - value) / error if error else 0)
        print(line)
    print("+-: standard error of the peer; off: by how many of them (ours is "
          "one round,\nand has a small error of its own)")


def main():
    bench = sys.argv[1] if len(sys.argv) > 1 else "build/bench-odds"
    count = max(2, int(sys.argv[2])) if len(sys.argv) > 2 else 7
    table = table_of(
        read_example(os.path.join(os.path.dirname(bench), "tuneornot")))
    run = {}
    for name, command, there, why in PEERS:
        if there:
            run[name] = command
        else:
            print("%s is SKIPPED: %s" % (name, why))
    rounds, odds = [], {name: [] for name in run}
    for seed in range(1, count + 1):
        rates, ours = printed_odds([bench])
        best = max(rates, key=rates.get)
        for name, command in run.items():
            rate, got = printed_odds(
                [*command, str(seed), str(SCENARIOS)], table)
            rates.update(rate)
            odds[name].append(got)
        rounds.append(rates)
    for name in rates:
        print("%-26s %7.3fM scenarios/s; our %s is %5.1f times as fast" % (
            name, statistics.median(r[name] for r in rounds) / 1e6, best,
            statistics.median(r[best] / r[name] for r in rounds)))
    if odds:
        print_odds(ours, odds)


if __name__ == "__main__":
    main()
