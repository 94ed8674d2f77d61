# SPDX-License-Identifier: MIT
"""What the fault tests share: jobs that note each run in a file, and what must hold between that file and the ledger."""
import collections
import contextlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import time

from reveille import BINARY, PATIENCE, ReveilleTest, instant, wait_for

EXHAUSTIVE = "--exhaustive" in sys.argv
SCHEMA = pathlib.Path(os.environ["REVEILLE_SCHEMA"]) / "sqlite"
MOST_COUNTED = 10_000  # fire times of a span
FIRST_TIME = "2000-01-01T00:00:00Z"


def milliseconds(text):
    return round(instant(text).timestamp() * 1000)


def seeded(name):
    """A source of random numbers; its seed is printed, and REVEILLE_TEST_SEED repeats a run. In short the same every time, at
    length another each time."""
    anew = str(random.SystemRandom().randrange(1 << 32)) if EXHAUSTIVE else name
    seed = os.environ.get("REVEILLE_TEST_SEED") or anew
    print(f"{name}: REVEILLE_TEST_SEED={seed}", file=sys.stderr, flush=True)
    return random.Random(seed)


class FaultTest(ReveilleTest):
    """Runs jobs whose commands append their run ids to a file outside the store, the notes."""

    def setUp(self):
        super().setUp()
        self.notes = self.folder / "notes"
        self.environment["REVEILLE_TEST_NOTES"] = str(self.notes)
        self.jobs = {}
        self.first_times = {}  # by job: its first fire time, where it is known
        self.confirmed = []  # runs that `run-now` has promised

    def job(self, name, step=0.1, then="", **options):
        """A job that is due every `step` seconds, notes its run and then does something else."""
        job = {"id": name, "trigger": {"type": "interval", "seconds": step, "start_date": FIRST_TIME, "timezone": "UTC"},
               "task": {"type": "command", "program": "/bin/sh",
                        "arguments": ["-c", f'echo "$REVEILLE_RUN_ID" >> "$REVEILLE_TEST_NOTES"; {then}']}, **options}
        self.jobs[name] = job
        return job

    def ensemble(self):
        """Jobs of each delivery, with overlaps, retries and much due at once."""
        return [
            self.job("once", delivery="at_most_once"),
            self.job("again", delivery="at_least_once"),
            self.job("all", step=0.2, coalesce="all", delivery="at_most_once"),
            self.job("queued", step=0.2, then="sleep 0.15", overlap="queue", delivery="at_most_once"),
            self.job("failing", step=0.2, then="exit 3", retries={"count": 1, "delay": 0.05}, delivery="at_most_once"),
            self.job("stubborn", step=0.3, then="exit 3", retries={"count": 2, "delay": 0.05}, delivery="at_least_once"),
            self.job("long", step=0.5, then="sleep 0.2", max_instances=2, delivery="at_least_once"),
        ]

    def add_all(self, jobs):
        """Adds jobs and notes when they are due first: their fire times are accounted for from there."""
        self.add(jobs)
        self.first_times = {job["id"]: milliseconds(job["next_run_time"]) for job in self.listed()}

    def noted(self):
        return self.notes.read_text().splitlines() if self.notes.exists() else []

    def listed(self):
        return json.loads(self.reveille("list", "--json"))

    def run_for(self, seconds):
        """Runs what is due for this long, and ends cleanly."""
        seen = len(self.events())
        process = self.start("run", "--json")
        wait_for("its start", lambda: len(self.events()) > seen or process.poll() is not None)
        time.sleep(seconds)
        self.assertIsNone(process.poll(), self.output()[-2000:])
        self.end(process)

    def settle(self):
        """Starts without faults, lets what is left behind be done, and ends."""
        process = self.start("run", "--json")
        seen = len(self.events())
        ended = {"job_executed", "job_error"}
        wait_for("runs", lambda: len([e for e in self.events()[seen:] if e["event"] in ended]) > len(self.jobs) or process.poll() is not None)
        self.assertIsNone(process.poll(), self.output()[-2000:])
        self.end(process)

    def make_old(self):
        """Turns the store into one of the first schema."""
        old = self.folder / "old.sqlite"
        with contextlib.closing(sqlite3.connect(old)) as connection:
            connection.executescript((SCHEMA / "001.sql").read_text())
            connection.execute("INSERT INTO schema_version VALUES (1)")
            connection.execute("ATTACH ? AS present", (str(self.store),))
            present = {
                "jobs": "present.jobs JOIN present.job_times USING (sequence)",
                "runs": "(SELECT *, CASE WHEN slot IS NULL THEN NULL ELSE scheduled_at END AS fire_time FROM present.runs)",
            }
            for table, rows_of_it in present.items():
                columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
                connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM {rows_of_it}")
            connection.commit()
        old.replace(self.store)

    def check_store(self):
        with self.database() as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")

    def check_books(self):
        """No run twice, at most one for a fire time of an at-most-once job, and each fire time has its place in the ledger."""
        noted = collections.Counter(self.noted())
        rows = self.history()
        ledger = {row["run_id"]: row for row in rows}
        self.assertEqual([run for run in noted if run not in ledger], [], "runs that the ledger does not know")
        self.assertEqual([ledger[run] for run, times in noted.items() if times > 1], [], "runs that ran twice")
        self.assertEqual([run for run in self.confirmed if run not in ledger], [], "runs that were promised and are gone")
        for row in rows:
            self.check_row(row, row["run_id"] in noted)

        attempts = collections.defaultdict(dict)
        for row in rows:
            if row["cause"] in ("schedule", "retry") and not row["until"]:
                tries = attempts[row["job_id"], row["scheduled_at"]]
                self.assertNotIn(row["attempt"], tries, row)
                tries[row["attempt"]] = row
        for tries in attempts.values():
            self.check_attempts(tries)
        for job in self.listed():
            if job["id"] in self.jobs:
                self.check_fire_times(job, [row for row in rows if row["job_id"] == job["id"]])
        return rows

    def check_row(self, row, was_noted):
        """A run that ended by itself has run; one that was left out or waits has not."""
        self.assertIn(row["state"], ("finished", "waiting"), row)
        notes = self.jobs.get(row["job_id"], {}).get("task", {}).get("type") == "command"
        if row["outcome"] in ("success", "error") and notes:
            self.assertTrue(was_noted, row)
        elif row["outcome"] in (None, "missed", "skipped"):
            self.assertFalse(was_noted, row)

    def check_attempts(self, tries):
        """What follows an attempt is what the job's options say."""
        numbers = sorted(tries)
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)), tries)
        last = tries[numbers[-1]]
        job = self.jobs[last["job_id"]]
        retries = job.get("retries", {}).get("count", 0)
        repeats = job["delivery"] == "at_least_once"
        for number in numbers[:-1]:
            row = tries[number]
            self.assertTrue(row["outcome"] == "error" and number <= retries or row["outcome"] == "interrupted" and repeats, tries)
        if repeats:
            self.assertNotEqual(last["outcome"], "interrupted", tries)
        if last["outcome"] == "error":
            self.assertGreater(last["attempt"], retries, tries)

    def check_fire_times(self, job, rows):
        """From the first one to the job's next run every fire time is in exactly one row."""
        step = round(self.jobs[job["id"]]["trigger"]["seconds"] * 1000)
        expected = self.first_times.get(job["id"])
        for row in sorted((r for r in rows if r["cause"] == "schedule"), key=lambda r: milliseconds(r["scheduled_at"])):
            first = milliseconds(row["scheduled_at"])
            last = milliseconds(row["until"] or row["scheduled_at"])
            self.assertEqual(row["count"], min((last - first) // step + 1, MOST_COUNTED), row)
            self.assertEqual(first, expected if expected is not None else first, f"lost or doubled before {row}")
            expected = last + step
        if expected is not None:
            self.assertEqual(milliseconds(job["next_run_time"]), expected, f"lost or doubled before the next run of {job}")
