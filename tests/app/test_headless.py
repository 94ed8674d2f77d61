# SPDX-License-Identifier: MIT
"""`reveille run`: on time, once each, and nothing lost."""
import collections
import datetime
import json
import signal
import subprocess
import time
import unittest

from reveille import ReveilleTest, instant, wait_for, wall_clock

UTC = datetime.timezone.utc


def crowd(count, start):
    """Jobs of one second with one start; twenty of them commands."""
    return [{"id": f"job{i}", "task": {"type": "command", "program": "/bin/true"} if i < 20 else {"type": "reminder", "message": str(i)},
             "trigger": {"type": "interval", "seconds": 1, "start_date": start.strftime("%Y-%m-%dT%H:%M:%SZ"), "timezone": "UTC"}}
            for i in range(count)]


class OnTime(ReveilleTest):
    def test_a_thousand_jobs_each_second_have_one_row_each_and_none_early(self):
        start = datetime.datetime.now(UTC).replace(microsecond=0) + datetime.timedelta(seconds=4)
        self.add(crowd(1000, start))
        process = self.start("run", "--json", "--until", (start + datetime.timedelta(seconds=11)).strftime("%Y-%m-%dT%H:%M:%SZ"))
        self.assertEqual(process.wait(60), 0, self.output()[-2000:])

        covered = collections.Counter()
        for run in self.history():
            first = instant(run["scheduled_at"])
            last = instant(run["until"]) if run["until"] else first
            self.assertEqual(run["state"], "finished", run)
            for k in range(round((last - first).total_seconds()) + 1):
                covered[run["job_id"], first + datetime.timedelta(seconds=k)] += 1
            if run["started_at"]:
                self.assertGreaterEqual(instant(run["started_at"]), first, run)
        for i in range(1000):
            for k in range(10):
                self.assertEqual(covered[f"job{i}", start + datetime.timedelta(seconds=k)], 1, (i, k))

    def test_the_reminder_of_a_monday_morning_rings_at_half_past_six(self):
        self.add([{"id": "wake", "name": "Wake up", "task": {"type": "reminder", "message": "Good morning"},
                   "trigger": {"type": "cron", "crontab": "30 6 * * 1-5", "timezone": "Asia/Shanghai"}}])
        # Sunday 22:29:50 UTC is Monday 06:29:50 in Shanghai.
        process = self.start("run", "--json", "--for", "15s", environment=wall_clock("2026-11-23 06:29:50", "Asia/Shanghai"))
        self.assertEqual(process.wait(60), 0, self.output())
        executed, = [e for e in self.events() if e["event"] == "job_executed"]
        due = instant("2026-11-22T22:30:00Z")
        self.assertEqual(instant(executed["scheduled_at"]), due)
        self.assertLessEqual(due, instant(executed["started_at"]))
        self.assertLess(instant(executed["at"]) - due, datetime.timedelta(seconds=1))


class Servers(ReveilleTest):
    away = "postgresql://nobody@127.0.0.1:1/none"

    def test_server_that_is_not_up_yet_is_waited_for(self):
        process = self.start("run", "--store", self.away)
        wait_for("another attempt", lambda: self.output().count("127.0.0.1:1/none can't be reached") == 2)
        self.end(process)
        self.assertIn("scheduler_shutdown", self.output())

    def test_verbs_say_that_it_can_not_be_reached(self):
        job = json.dumps({"name": "a", "task": {"type": "reminder", "message": "a"}})
        for verb in (["list"], ["history"], ["add", job], ["remove", "a"], ["run-now", "a"], ["cancel", "a"]):
            with self.subTest(verb=verb[0]):
                self.reveille(*verb, "--store", self.away, check=1)
                self.assertIn("127.0.0.1:1/none can't be reached", self.errors.splitlines()[-1])


class Survives(ReveilleTest):
    def test_kill_in_the_middle_loses_and_doubles_nothing(self):
        start = datetime.datetime.now(UTC).replace(microsecond=0) + datetime.timedelta(seconds=2)
        jobs = crowd(1000, start)
        for job in jobs[:20]:
            job["task"] = {"type": "command", "program": "/bin/sleep", "arguments": ["0.5"]}
        self.add(jobs)
        for _ in range(3):
            process = self.start("run", "--json")
            seen = len(self.events())
            wait_for("runs", lambda: sum(e["event"] == "job_started" for e in self.events()[seen:]) > 1500)
            process.kill()
            process.wait()
        process = self.start("run", "--json", "--for", "3s")
        self.assertEqual(process.wait(60), 0, self.output()[-2000:])

        with self.database() as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        rows = self.history()
        keys = collections.Counter((r["job_id"], r["scheduled_at"], r["attempt"]) for r in rows if r["cause"] in ("schedule", "retry"))
        self.assertEqual([key for key, count in keys.items() if count > 1], [])
        self.assertEqual([r for r in rows if r["state"] in ("running", "claimed")], [])
        commands = {job["id"] for job in jobs[:20]}
        interrupted = [r for r in rows if r["outcome"] == "interrupted"]
        self.assertTrue([r for r in interrupted if r["job_id"] in commands])
        # At most once: an interrupted command is not repeated; a reminder is.
        self.assertFalse([r for r in rows if r["job_id"] in commands and r["attempt"] > 1])

    def test_an_endless_command_and_all_that_it_started_end_at_the_timeout(self):
        script = "trap '' TERM; setsid sh -c \"trap '' TERM; sleep 4711 & wait\" & sleep 4711 & yes"
        self.add([{"id": "endless", "task": {"type": "command", "command_line": script, "shell": True, "timeout": 3}}])
        process = self.start("run", "--json")
        wait_for("the start", lambda: any(e["event"] == "job_started" for e in self.events()))
        memory = self.memory(process)
        grown = 0
        while not any(e["event"] == "job_error" for e in self.events()):
            grown = max(grown, self.memory(process) - memory)
            time.sleep(0.05)
        error = [e for e in self.events() if e["event"] == "job_error"][0]
        self.assertEqual(error["outcome"], "timeout")
        self.assertLess(instant(error["finished_at"]) - instant(error["started_at"]), datetime.timedelta(seconds=3 + 6))
        self.assertLess(grown, 16 * 1024)
        run, = [r for r in self.history("--job", "endless")]
        alive = subprocess.run(["pgrep", "-f", "sleep 4711"], capture_output=True, text=True).stdout
        self.assertEqual(alive, "")
        self.assertTrue(run["output_truncated"])
        self.end(process)

    @staticmethod
    def memory(process):
        """Resident memory in KiB."""
        with open(f"/proc/{process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

    def test_an_interrupted_shutdown_ends_running_work(self):
        self.add([{"id": "long", "task": {"type": "command", "program": "/bin/sleep", "arguments": ["4712"]}}])
        process = self.start("run", "--json")
        wait_for("the start", lambda: any(e["event"] == "job_started" for e in self.events()))
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(60), 0)
        row, = self.history()
        self.assertEqual(row["outcome"], "cancelled")

    def test_an_end_while_it_starts_is_a_clean_one(self):
        jobs = [{"id": f"job{i}", "task": {"type": "command", "program": "/bin/true"}, "trigger": {"type": "interval", "hours": 1}}
                for i in range(500)]
        self.add(jobs)
        seen = 0
        for _ in range(10):
            process = self.start("run", "--json")
            wait_for("its first event", lambda: len(self.output()) > seen)
            self.end(process)
            seen = len(self.output())
        self.assertEqual(len(json.loads(self.reveille("list", "--json"))), len(jobs))


class Together(ReveilleTest):
    def test_verbs_reach_the_running_one(self):
        process = self.start("run", "--json")
        wait_for("the start", lambda: len(self.events()) >= 3)
        self.assertEqual([e["event"] for e in self.events()], ["executor_added", "jobstore_added", "scheduler_started"])
        self.add([{"id": "greet", "task": {"type": "command", "program": "/bin/echo", "arguments": ["hello"]},
                   "trigger": {"type": "interval", "hours": 1}}])
        self.reveille("run-now", "greet")
        wait_for("the run", lambda: any(e["event"] == "job_executed" for e in self.events()))
        row, = self.history()
        self.assertEqual((row["output"], row["exit_code"], row["outcome"]), ("hello\n", 0, "success"))
        self.reveille("run", check=1)
        self.assertIn(str(process.pid), self.errors)
        self.end(process)

    def test_an_active_run_is_ended(self):
        process = self.start("run", "--json")
        self.add([{"id": "long", "task": {"type": "command", "program": "/bin/sleep", "arguments": ["4714"]}}])
        wait_for("the start", lambda: any(e["event"] == "job_started" for e in self.events()))
        self.reveille("cancel", self.history()[0]["run_id"])
        wait_for("the end", lambda: any(e["event"] == "job_error" for e in self.events()))
        row, = self.history()
        self.assertEqual((row["outcome"], row["reason"]), ("cancelled", "cancelled"))
        self.end(process)

    def test_verbs_reach_one_that_starts_or_ends(self):
        for turn in range(5):
            process = self.start("run", "--json")
            self.add([{"id": f"while it starts {turn}", "task": {"type": "command", "program": "/bin/true"}}])
            wait_for("the start", lambda: [e["event"] for e in self.events()].count("scheduler_started") == turn + 1)
            process.send_signal(signal.SIGTERM)
            self.add([{"id": f"while it ends {turn}", "task": {"type": "command", "program": "/bin/true"}}])
            self.assertEqual(process.wait(60), 0)
        self.assertEqual(len(json.loads(self.reveille("list", "--json"))), 10)

    def test_without_a_display_it_runs_and_says_how_to_add_a_job(self):
        process = self.start()
        wait_for("the hint", lambda: "reveille add" in self.output())
        self.assertIn("no display", self.output())
        self.end(process)


if __name__ == "__main__":
    unittest.main()
