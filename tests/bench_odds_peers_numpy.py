#!/usr/bin/env python3
"""The odds in numpy: a peer of bench_odds_peers.py, see there.

    python3 bench_odds_peers_numpy.py SEED SCENARIOS <TABLE

Each line of the table is a figure of the session (owner 0) or of an option:
owner, key and a word, or owner, key, kind, low, high, least and most.
"""
import math
import sys
import time
from types import SimpleNamespace

import numpy as np

BLOCK = 16384  # columns that fit a cache and are long enough for Python
Z = 1.6448536269514722  # the normal quantile of 0.95


def read_figures():
    """The shared ones, then those of each option."""
    figures = []
    for line in sys.stdin:
        owner, key, *fields = line.rstrip("\n").split("\t")
        if int(owner) == len(figures):
            figures.append({})
        figures[-1][key] = fields[0] if len(fields) == 1 else (
            fields[0], *map(float, fields[1:]))
    return figures


def value_at(figure, deviates):
    """The figure at standard normal deviates; a number where it is one."""
    if isinstance(figure, str):
        return figure
    kind, low, high, least, most = figure
    if low == high:
        return low
    logarithmic = kind == "positive" and low > 0
    logistic = kind == "fraction" and low > 0 and high < 1
    if logarithmic:
        low, high = math.log(low), math.log(high)
    elif logistic:
        low, high = math.log(low / (1 - low)), math.log(high / (1 - high))
    value = (low + high) / 2 + (high - low) / 2 / Z * deviates()
    if logarithmic:
        value = np.exp(value)
    elif logistic:
        value = 1 / (1 + np.exp(-value))
    return np.minimum(np.maximum(value, least), most)


def share(x):
    return np.minimum(np.maximum(x, 0), 1)


def running(s, o, requests):
    """What each month costs in which the option serves: a list of columns."""
    prefix = s.instruction_tokens * o.instruction_share
    cached = prefix * s.cache_hit_rate
    fresh = prefix - cached
    payload = s.payload_tokens + o.retrieval_tokens
    output = s.output_tokens + o.reasoning_tokens
    calls = 1 / (1 - o.retry_rate)
    hours = o.ops_hours + s.changes_per_year / 12 * o.change_hours
    if o.adaptation == "tune":
        hours = hours + (s.monitoring_hours + s.versioning_hours
                         + s.tracking_hours + s.hiring_hours)
    if o.serving == "api":
        money = (payload * o.input_price + fresh * o.cache_write_price
                 + cached * o.cached_input_price + output * o.output_price)
        call = calls * money / 1e6 * (1 - s.batch_share * o.batch_discount)
    else:
        peak = 1 + (o.peak_to_average - 1) * (1 - s.batch_share)
        load = calls * ((fresh + payload) / o.prefill_tokens_per_s
                        + output / o.decode_tokens_per_s) / 2628000
        load = load * peak / o.utilisation
        replica = o.gpus_per_replica * o.gpu_price_per_hour * 730
    people = hours * s.engineer_rate
    retrieval = calls * o.retrieval_cost_per_1k / 1000
    prices, cheaper = 1.0, (1 - o.price_decline_per_year) ** (1 / 12)
    failing, worse = 1 - o.pass_rate, (1 + o.failure_change_per_year) ** (1/12)
    months = []
    for v in requests:
        if o.serving == "api":
            bill = v * (call * prices) + o.hosting_per_hour * 730 * prices
        else:
            bill = np.maximum(np.ceil(v * load - 1e-9), o.min_replicas) * (
                replica * prices)
        failures = v * (np.minimum(failing, 1) * s.failure_cost)
        months.append(bill + v * retrieval + people + failures)
        prices, failing = prices * cheaper, failing * worse
    return months


def accrued(age, life):
    """How much of its successor a model pays for in a month of its age."""
    return share(age - life) / life if np.all(life > 0) else 0.0


def total(s, o, own, incumbent):
    """The present value; own, incumbent: what the months cost with either."""
    tuned = o.adaptation == "tune"
    live = o.live_after_months if o.name != s.incumbent else 0.0
    data = o.curation_hours * s.engineer_rate + o.labels * o.label_cost
    run = (o.training_mtok * o.training_price
           + o.training_hours * o.training_per_hour)
    anew = o.refresh_share * data
    testing = o.retrain_eval_hours * s.engineer_rate
    retraining = anew + run + testing + o.retrain_hours * s.engineer_rate
    migration = (o.migration_hours * s.engineer_rate + testing
                 + tuned * (anew + o.training_runs * run))
    pv = ((o.setup_hours + o.eval_hours) * s.engineer_rate + data
          + o.training_runs * run)
    for t, cost in enumerate(own, 1):
        retrainings = accrued(t - live, o.retrain_every_months)
        waiting = share(live - (t - 1))
        if np.any(waiting):
            cost = (1 - waiting) * cost + waiting * incumbent[t - 1]
        if tuned:
            retrainings = retrainings + (1 - waiting) * s.changes_per_year / 12
        pv = pv + (1 + s.discount_rate) ** (-t / 12) * (
            cost + retrainings * retraining
            + accrued(t, o.base_life_months) * migration)
    return pv


def feasible(s, o):
    latency = o.network_ms + o.first_token_ms + 1000 * (
        s.output_tokens + o.reasoning_tokens) / o.output_tokens_per_s
    return (o.pass_rate >= s.bar) & (latency <= s.budget_ms)


def work(figures, deviates):
    """The total of each option, and whether it will do."""
    s, *options = [SimpleNamespace(**{key: value_at(figure, deviates)
                                      for key, figure in some.items()})
                   for some in figures]
    requests = [s.requests_per_month]
    while len(requests) < s.horizon_months:
        requests.append(requests[-1] * (1 + s.growth_per_month))
    months = {o.name: running(s, o, requests) for o in options}
    return ([total(s, o, months[o.name], months[s.incumbent])
             for o in options], [feasible(s, o) for o in options])


def cheapest(figures, adaptation):
    """Of those that will do, all figures at their medians."""
    totals, will_do = work(figures, lambda: 0.0)
    return min((i for i, option in enumerate(figures[1:])
                if option["adaptation"] == adaptation and will_do[i]),
               key=lambda i: totals[i])


def work_out(figures, seed, count):
    """Scenarios a second, and the odds."""
    baseline, tuned = cheapest(figures, "prompt"), cheapest(figures, "tune")
    random = np.random.default_rng(seed)
    begun = time.perf_counter()
    totals = np.empty((len(figures) - 1, count))
    will_do = np.empty(totals.shape, dtype=bool)
    for at in range(0, count, BLOCK):
        size = min(BLOCK, count - at)
        columns = work(figures, lambda: random.standard_normal(size))
        for i, (cost, able) in enumerate(zip(*columns)):
            totals[i, at:at + size], will_do[i, at:at + size] = cost, able
    net = totals[baseline] - totals[tuned]
    percentiles = np.quantile(net, [0.05, 0.5, 0.95])
    np.quantile(totals, [0.05, 0.5, 0.95], axis=1)  # as we do; not shown
    odds = {"p_net_positive": np.mean(net > 0),
            "p_pays": np.mean((net > 0) & will_do[tuned]),
            "net_mean": np.mean(net), "net_p05": percentiles[0],
            "net_p50": percentiles[1], "net_p95": percentiles[2]}
    for i, cost in enumerate(totals):
        odds["total_mean%d" % (i + 1)] = np.mean(cost)
        odds["p_feasible%d" % (i + 1)] = np.mean(will_do[i])
    return count / (time.perf_counter() - begun), odds


def main():
    figures, seed, count = read_figures(), int(sys.argv[1]), int(sys.argv[2])
    work_out(figures, seed, count)  # to warm up, as bench-odds does
    rate, odds = work_out(figures, seed, count)
    print("numpy %.6fM scenarios/s" % (rate / 1e6))
    for name, value in odds.items():
        print("odds %s %.17g" % (name, value))


if __name__ == "__main__":
    main()
