# SPDX-License-Identifier: MIT
"""The clock is set while Reveille runs, awake or asleep: nothing runs twice, what is late is treated so, and it goes on at rest."""
import datetime
import os
import signal
import sys
import time
import unittest

from reveille import instant, wait_for, wall_clock
from faults import EXHAUSTIVE, FaultTest, milliseconds

SECOND, MINUTE, HOUR, DAY = 1, 60, 3600, 86400
JUMPS = {"1 s": SECOND, "1 min": MINUTE, "1 h": HOUR, "1 day": DAY, "40 days": 40 * DAY, "1 year": 365 * DAY, "10 years": 3652 * DAY}
LONGEST_RUN = datetime.timedelta(seconds=0.5)
MOST_CPU = 2  # seconds of computing after a jump
GRACE_TIMES = {"command": DAY, "reminder": 10 * MINUTE}
WRONG_CLOCK = 3 * HOUR  # a fire time in the ledger that lies further ahead came from a wrong clock


class ClockSet(FaultTest):
    def setUp(self):
        super().setUp()
        self.offset = 0
        self.set_back = []  # the last that the clock showed before, and the first after
        self.set_clock(0)

    def set_clock(self, by):
        """Sets the clock of what start_faked() started forward or back by so many seconds."""
        self.offset += by
        first = self.now()
        unfinished = self.folder / "offset.new"
        unfinished.write_text(f"{self.offset:+d}\n")
        unfinished.rename(self.folder / "offset")
        if by < 0:
            self.set_back.append((self.now() - by, first))

    def now(self):
        return time.time() + self.offset

    def start_faked(self):
        environment = wall_clock("", "UTC")
        del environment["FAKETIME"]
        return self.start("run", "--json", environment={**environment, "FAKETIME_TIMESTAMP_FILE": str(self.folder / "offset"),
                                                        "FAKETIME_NO_CACHE": "1"})

    def begin(self):
        reminder = {"type": "reminder", "message": "all"}
        often = self.job("command", step=0.25, delivery="at_most_once")
        every_ten = {**self.job("all", step=10, delivery="at_least_once", coalesce="all", overlap="allow"), "task": reminder}
        self.jobs["all"] = every_ten
        rings = {**self.job("reminder", step=0.25, delivery="at_least_once"), "task": reminder}
        self.jobs["reminder"] = rings
        other = {**self.job("other", step=400 * DAY, delivery="at_most_once"), "task": reminder}
        self.jobs["other"] = other
        self.add_all([often, every_ten, rings, other])
        process = self.start_faked()
        self.wait_for_runs(process, "it begins")
        return process

    def wait_for_runs(self, process, what, count=3, patience=15):
        """Waits for runs that are due now."""
        seen = len(self.events())
        start = self.now()

        def runs():
            self.assertIsNone(process.poll(), self.output()[-2000:])
            return [e for e in self.events()[seen:] if e["event"] == "job_executed" and e["job_id"] == "command"
                    and instant(e["scheduled_at"]).timestamp() > start - 2]
        wait_for(f"runs after {what}", lambda: len(runs()) >= count, patience)

    @staticmethod
    def cpu_seconds(process):
        """What it has computed itself, without its children."""
        with open(f"/proc/{process.pid}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def check_quiet(self, process, before, what):
        used = self.cpu_seconds(process) - before
        print(f"{what}: {used:.2f} s of computing", file=sys.stderr)
        self.assertLess(used, MOST_CPU, what)

    def was_claimed_before(self, row):
        """Whether a run began when the clock was just set back, and was claimed by the one before."""
        moment = LONGEST_RUN.total_seconds()
        started, scheduled = (instant(row[key]).timestamp() for key in ("started_at", "scheduled_at"))
        return any(after <= started <= after + moment and before - moment <= scheduled <= before for before, after in self.set_back)

    def check_lateness(self, rows):
        for row in rows:
            if row["started_at"] and self.was_claimed_before(row):
                continue
            grace = GRACE_TIMES[self.jobs[row["job_id"]]["task"]["type"]]
            last = instant(row["until"] or row["scheduled_at"]).timestamp()
            if row["started_at"] and row["finished_at"] and abs(instant(row["finished_at"]) - instant(row["started_at"])) > LONGEST_RUN:
                continue  # the clock was set meanwhile: the preloaded one shows its threads the old time for a moment more
            if row["started_at"]:
                late = instant(row["started_at"]).timestamp() - last
                self.assertTrue(0 <= late <= grace + 2, row)
            elif row["outcome"] == "missed":
                self.assertEqual(row["reason"], "late", row)
                self.assertGreater(instant(row["finished_at"]).timestamp() - last, grace, row)
            elif row["outcome"] == "skipped":
                self.assertIn(row["reason"], ("coalesced", "overlap"), row)

    def check_doubles(self):
        noted = self.noted()
        self.assertEqual(len(noted), len(set(noted)), "runs that ran twice")
        rows = self.history()
        ran = [(row["job_id"], row["scheduled_at"]) for row in rows if row["run_id"] in set(noted)]
        self.assertEqual(len(ran), len(set(ran)), "fire times that ran twice")
        self.assertLessEqual(set(noted), {row["run_id"] for row in rows}, "runs that the ledger does not know")
        self.check_lateness(rows)

    def test_forward_accounts_for_each_fire_time_once(self):
        process = self.begin()
        for name, seconds in JUMPS.items():
            before = self.cpu_seconds(process)
            self.set_clock(seconds)
            self.wait_for_runs(process, f"{name} forward")
            self.check_quiet(process, before, f"{name} forward")
        for name in ("1 min", "1 day"):
            before = self.cpu_seconds(process)
            process.send_signal(signal.SIGSTOP)
            self.set_clock(JUMPS[name])
            process.send_signal(signal.SIGCONT)
            self.wait_for_runs(process, f"{name} asleep")
            self.check_quiet(process, before, f"{name} asleep")
        self.check_lateness(self.history())
        self.settle_now(process)
        self.check_books()

    def settle_now(self, process):
        """Stops claiming, so that what the verbs tell one after the other is of one moment."""
        self.reveille("pause", *self.jobs)
        wait_for("the runs to end", lambda: all(row["state"] == "finished" for row in self.history()))
        self.assertIsNone(process.poll())

    def check_fire_times(self, job, rows):
        if job["next_run_time"] is None:  # paused: its rows alone say what became of its fire times
            step = round(self.jobs[job["id"]]["trigger"]["seconds"] * 1000)
            newest = max((milliseconds(row["until"] or row["scheduled_at"]) for row in rows if row["cause"] == "schedule"), default=0)
            job = {**job, "next_run_time": datetime.datetime.fromtimestamp((newest + step) / 1000, datetime.timezone.utc).isoformat()}
        super().check_fire_times(job, rows)

    def test_back_repeats_nothing_and_goes_on(self):
        process = self.begin()
        for name, seconds in JUMPS.items():
            before = self.cpu_seconds(process)
            newest = max(milliseconds(row["scheduled_at"]) for row in self.history("--job", "command"))
            asleep = seconds == DAY
            if asleep:
                process.send_signal(signal.SIGSTOP)
            self.set_clock(-seconds - 2)
            if asleep:
                process.send_signal(signal.SIGCONT)
            if seconds > WRONG_CLOCK:
                self.wait_for_runs(process, f"{name} back")
            else:  # it waits for the first fire time that is not in the ledger
                time.sleep(1)
                next_run, = [milliseconds(job["next_run_time"]) for job in self.listed() if job["id"] == "command"]
                self.assertGreater(next_run, newest)
                self.assertLess(next_run, newest + 5000)
            self.set_clock(seconds + 2)
            # The clock that is set for this process alone tells nobody. It looks at it once a minute at the latest, and at once
            # where it has something to do.
            if not EXHAUSTIVE:
                self.reveille("run-now", "other")
            self.wait_for_runs(process, f"{name} back and forth", patience=75)
            self.check_quiet(process, before, f"{name} back and forth")
            self.check_doubles()
        self.end(process)


if __name__ == "__main__":
    unittest.main(argv=[arg for arg in sys.argv if arg != "--exhaustive"])
