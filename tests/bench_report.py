#!/usr/bin/env python3
"""How fast reports come: bench_report.py PROGRAM [SESSIONS]

One report by a process of its own, in units of `true` (what any process
takes) and its simulation; then many sessions, 10,000 unless told otherwise,
through one process, with how much memory that took at the most. The sessions
are the examples and the vectors, over and over. Prints; judges nothing.
"""
import glob
import os
import statistics
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = sorted(glob.glob(HERE + "/../share/examples/*.cfg") +
               glob.glob(HERE + "/vectors/*.cfg"))
ROUNDS = 15


def peak(pid):
    """MiB of memory at the most until now. (What wait4() says begins with
    the memory of the process that started it, which is this one.)"""
    try:
        with open("/proc/%d/status" % pid, encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0


def run(command, watch=False):
    """Seconds, seconds of the processor, and MiB at the most if watched."""
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    memory = 0
    done, status, used = os.wait4(child, os.WNOHANG if watch else 0)
    while not done:
        time.sleep(0.01)
        memory = max(memory, peak(child))
        done, status, used = os.wait4(child, os.WNOHANG)
    took = time.perf_counter() - start
    if status != 0:
        sys.exit("%s failed" % " ".join(command[:4]))
    return took, used.ru_utime + used.ru_stime, memory


def median(commands):
    """Of each command; they take turns, so that all see the same machine."""
    took = [[] for _ in commands]
    for _ in range(ROUNDS):
        for i, command in enumerate(commands):
            took[i].append(run(command)[0])
    return [statistics.median(times) for times in took]


def report(program, files, form, scenarios):
    flags = ["--scenarios", str(scenarios)] if scenarios else []
    return [program, "report", *files, "--format", form, *flags]


def simulation(program, files, scenarios):
    """Seconds a session that more than one scenario takes."""
    if scenarios == 1:
        return 0
    many = files * 4
    usual = min(run(report(program, many, "json", scenarios))[1]
                for _ in range(3))
    none = min(run(report(program, many, "json", 1))[1] for _ in range(3))
    return max(0, (usual - none) / len(many))


def one_by_one(program, formats):
    path = FILES[[os.path.basename(f) for f in FILES].index(
        "support-triage.cfg")]
    print("One report of %s by a process:" % os.path.basename(path))
    for scenarios in (1000, None):
        work = simulation(program, [path], scenarios)
        true, *times = median([["true"]] + [
            report(program, [path], form, scenarios) for form in formats])
        print("  %s scenarios: true %.2f ms + simulation %.2f ms" % (
            scenarios or "all", true * 1e3, work * 1e3))
        for form, took in zip(formats, times):
            print("    %-10s %6.2f ms   %.1f times that" % (
                form, took * 1e3, took / (true + work)))


def many(program, count):
    print("%d sessions through one process:" % count)
    for scenarios in (1, 1000, None):
        part = count if scenarios else max(1, count // 20)
        files = (FILES * (part // len(FILES) + 1))[:part]
        work = simulation(program, FILES, scenarios)
        for form in ("json", "csv"):
            took, busy, memory = run(
                report(program, files, form, scenarios), watch=True)
            print("  %-4s %6s scenarios: %6.0f a second; of %.2f ms "
                  "%.2f simulation; %.1f MiB%s" % (
                      form, scenarios or "all", part / took,
                      busy / part * 1e3, work * 1e3, memory,
                      "" if part == count else " (%d sessions)" % part))


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    one_by_one(program, ["text", "json", "csv"])
    many(program, count)


main()
