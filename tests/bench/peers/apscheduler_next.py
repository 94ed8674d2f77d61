# SPDX-License-Identifier: MIT
"""Walks APScheduler's CronTrigger over the crontab lines read from stdin; prints nanoseconds a step for each line.

usage: apscheduler_next.py ZONE < LINES
"""
import datetime
import sys
import time

from apscheduler.triggers.cron import CronTrigger
import pytz

STEPS = 2000


def nanoseconds_a_step(line, zone):
    trigger = CronTrigger.from_crontab(line, zone)
    start = datetime.datetime(2026, 1, 1, tzinfo=pytz.utc).astimezone(zone)
    previous = start
    began = time.perf_counter()
    for _ in range(STEPS):
        found = trigger.get_next_fire_time(previous, previous)
        previous = found if found and found.year < 2200 else start
    return (time.perf_counter() - began) * 1e9 / STEPS


def main():
    zone = pytz.timezone(sys.argv[1])
    for line in sys.stdin:
        print(nanoseconds_a_step(line.strip(), zone))


if __name__ == "__main__":
    main()
