# SPDX-License-Identifier: MIT
"""Times systemd-analyze over calendar specifications read from stdin (empty: it has no such one); prints nanoseconds a
step for each line. Each figure is a long run of the command less a short one, so it holds the printing of each step;
what fires too seldom for a long run is left out.

usage: systemd_next.py ZONE < SPECIFICATIONS
"""
import os
import resource
import subprocess
import sys

STEPS = 5000
FEWEST_STEPS = 1000
REPETITIONS = 3


def run(specification, steps, zone):
    """Seconds of processor time, and how many steps there were: yearly ones end in 2199."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # A zone in the specification would cost a process for each step; as the system's zone it costs none.
    output = subprocess.run(["systemd-analyze", "calendar", f"--iterations={steps}", "--base-time=2026-01-01 00:00:00 UTC",
                             specification], check=True, stdout=subprocess.PIPE, env={**os.environ, "TZ": zone}).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return taken, 1 + output.count(b"Iter")


def nanoseconds_a_step(specification, zone):
    short, one = min(run(specification, 1, zone) for _ in range(REPETITIONS))
    long, many = min(run(specification, STEPS, zone) for _ in range(REPETITIONS))
    return (long - short) * 1e9 / (many - one) if many >= FEWEST_STEPS else float("nan")


def main():
    for line in sys.stdin:
        specification = line.strip()
        print(nanoseconds_a_step(specification, sys.argv[1]) if specification else "nan")


if __name__ == "__main__":
    main()
