# SPDX-License-Identifier: MIT
"""The verbs, as a person or a script types them."""
import json
import pathlib
import os
import socket
import time
import unicodedata
import unittest

from reveille import ReveilleTest

DATA = pathlib.Path(__file__).parent.parent / "data"
WAKE = {"id": "wake", "name": "Wake up", "task": {"type": "reminder", "message": "Good morning"},
        "trigger": {"type": "cron", "crontab": "30 6 * * 1-5", "timezone": "Asia/Shanghai"}}


class Next(ReveilleTest):
    def test_one_line_is_answered_with_fire_times(self):
        request = {"trigger": WAKE["trigger"], "after": "2026-11-20T00:00:00Z", "count": 2}
        self.assertEqual(self.reveille("next", "--stdin", stdin=json.dumps(request)).strip(),
                         '{"fire_times": ["2026-11-22T22:30:00Z", "2026-11-23T22:30:00Z"]}')

    def test_errors_are_in_the_answers(self):
        requests = ['{"trigger": {"type": "cron", "hour": "25"}}', "nonsense", "[]", '{"trigger": {}, "bogus": 1}']
        answers = self.reveille("next", "--stdin", stdin="\n".join(requests)).splitlines()
        self.assertEqual(len(answers), len(requests))
        for answer, word in zip(answers, ("hour", "JSON", "object", "bogus")):
            self.assertIn(word, json.loads(answer)["error"])

    def test_checked_cases_are_answered_alike(self):
        cases = [json.loads(line) for line in (DATA / "fire_times.jsonl").read_text().splitlines()]
        cases = [c for c in cases if c["trigger"]["type"] in ("date", "interval", "cron") and c["exhaustive"]]
        requests = "\n".join(json.dumps({k: c[k] for k in ("trigger", "after", "count")}) for c in cases)
        answers = self.reveille("next", "--stdin", stdin=requests).splitlines()
        for case, answer in zip(cases, answers, strict=True):
            self.assertEqual(json.loads(answer).get("fire_times"), case["fire_times"], case)

    def test_arguments_give_lines(self):
        lines = self.reveille("next", json.dumps(WAKE["trigger"]), "--after", "2026-11-20T00:00:00Z", "--count", "1")
        self.assertEqual(lines, "2026-11-22T22:30:00Z\n")
        self.reveille("next", "{", check=1)
        self.reveille("next", check=2)


class Jobs(ReveilleTest):
    def test_add_list_and_remove(self):
        self.assertEqual(self.reveille("add", json.dumps(WAKE)), "wake\n")
        listed, = json.loads(self.reveille("list", "--json"))
        self.assertEqual(listed["task"], WAKE["task"])
        self.assertEqual(listed["status"], "scheduled")
        self.assertIn("Every weekday at 06:30", self.reveille("list"))
        self.reveille("remove", "wake")
        self.assertEqual(json.loads(self.reveille("list", "--json")), [])

    def test_columns_stand_below_each_other_in_any_script(self):
        self.add([WAKE, {**WAKE, "id": "water", "name": "喝水"}, {**WAKE, "id": "cafe", "name": "cafe\u0301"}])
        cells = lambda text: sum(2 if unicodedata.east_asian_width(c) == "W" else not unicodedata.combining(c) for c in text)
        _, *rows = self.reveille("list").splitlines()
        self.assertEqual(len({cells(row[:row.index("Every weekday")]) for row in rows}), 1, rows)

    def test_what_list_prints_can_be_added_again(self):
        self.add([WAKE, {"task": {"type": "command", "program": "/bin/true"}, "trigger": {"type": "interval", "hours": 2}}])
        listed = json.loads(self.reveille("list", "--json"))
        self.reveille("remove", *(job["id"] for job in listed))
        self.add(listed)
        self.assertEqual(json.loads(self.reveille("list", "--json")), listed)

    def test_a_look_at_the_jobs_leaves_what_is_due_to_the_next_start(self):
        self.add([{**WAKE, "trigger": {"type": "interval", "seconds": 0.1}}])
        due = json.loads(self.reveille("list", "--json"))[0]["next_run_time"]
        time.sleep(0.3)
        self.assertEqual(json.loads(self.reveille("list", "--json"))[0]["next_run_time"], due)
        self.assertEqual(self.history(), [])

    def test_all_or_none_are_added_and_the_error_says_where(self):
        jobs = [WAKE, {"task": {"type": "reminder", "message": "x"}, "trigger": {"type": "cron", "hour": "24"}}]
        self.reveille("add", "--stdin", stdin=json.dumps(jobs), check=1)
        self.assertIn("job 2: hour", self.errors)
        self.assertEqual(json.loads(self.reveille("list", "--json")), [])

    def test_a_job_a_line_from_standard_input(self):
        self.reveille("add", "--stdin", stdin="\n".join(json.dumps({**WAKE, "id": i}) for i in ("one", "two")) + "\n\n")
        self.assertEqual([j["id"] for j in json.loads(self.reveille("list", "--json"))], ["one", "two"])

    def test_an_id_that_exists_is_an_error(self):
        self.add([WAKE])
        self.reveille("add", json.dumps(WAKE), check=1)
        self.assertIn("wake", self.errors)

    def test_pause_and_resume(self):
        self.add([WAKE])
        self.reveille("pause", "wake")
        self.assertEqual(json.loads(self.reveille("list", "--json"))[0]["status"], "paused")
        self.reveille("resume", "wake")
        self.assertEqual(json.loads(self.reveille("list", "--json"))[0]["status"], "scheduled")

    def test_unknown_ids_are_named(self):
        for verb in ("remove", "pause", "resume", "run-now", "cancel"):
            self.reveille(verb, "nobody", check=1)
            self.assertIn("nobody", self.errors)

    def test_a_run_asked_for_while_nothing_runs_is_kept(self):
        self.add([WAKE])
        run = self.reveille("run-now", "wake").strip()
        row, = self.history()
        self.assertEqual((row["run_id"], row["state"], row["cause"]), (run, "waiting", "manual"))

    def test_a_run_that_waits_is_taken_back(self):
        self.add([WAKE])
        run = self.reveille("run-now", "wake").strip()
        self.assertEqual(self.reveille("history").splitlines()[1].split()[0], run)
        self.reveille("cancel", "nobody", run, check=1)
        self.assertIn("nobody", self.errors)
        row, = self.history()
        self.assertEqual((row["run_id"], row["outcome"], row["reason"]), (run, "cancelled", "cancelled"))
        self.reveille("cancel", run, check=1)
        self.assertIn("ended", self.errors)


class Hosts(ReveilleTest):
    """Jobs that a certain machine runs."""
    THERE = {**WAKE, "host": "There.example", "trigger": {"type": "interval", "seconds": 0.2}}

    def test_the_host_is_kept_and_shown(self):
        self.reveille("add", json.dumps(WAKE))
        self.assertNotIn("HOST", self.reveille("list"))
        self.add([{**self.THERE, "id": "there"}])
        listed = json.loads(self.reveille("list", "--json"))
        self.assertEqual([job.get("host") for job in listed], [None, "there.example"])
        heading, here, there = self.reveille("list").splitlines()
        self.assertEqual(here[heading.index("HOST")], "-")
        self.assertEqual(there[heading.index("HOST"):].split()[0], "there.example")
        self.reveille("remove", "wake", "there")
        self.add(listed)
        self.assertEqual(json.loads(self.reveille("list", "--json"))[1]["host"], "there.example")

    def test_what_is_no_host_is_named(self):
        self.reveille("add", json.dumps({**WAKE, "host": "my machine"}), check=1)
        self.assertIn("host: “my machine”", self.errors)

    def test_a_run_that_waits_for_another_machine_is_said_to(self):
        self.add([self.THERE])
        run = self.reveille("run-now", "wake").strip()
        self.assertEqual(self.errors, "wake waits for the machine there.example, which runs it\n")
        self.assertEqual(json.loads(self.reveille("run-now", "wake", "--json"))[0], self.history()[0]["run_id"])
        self.assertIn(run, [row["run_id"] for row in self.history()])

    def test_a_run_that_waits_for_another_machine_is_taken_back(self):
        self.add([self.THERE])
        self.reveille("cancel", self.reveille("run-now", "wake").strip())
        row, = self.history()
        self.assertEqual(row["outcome"], "cancelled")

    def test_only_its_machine_runs_a_job(self):
        task = {"type": "command", "program": "/bin/true"}
        self.add([{**self.THERE, "task": task}, {**self.THERE, "task": task, "id": "own", "host": socket.gethostname()}])
        self.reveille("run-now", "wake", "own")
        self.assertEqual(self.errors, "Reveille is not running; the run starts when it does.\n"
                                      "wake waits for the machine there.example, which runs it\n")
        events = [json.loads(line) for line in self.reveille("run", "--json", "--for", "1s").splitlines()]
        self.assertEqual({event["job_id"] for event in events if event.get("run_id")}, {"own"})
        self.assertEqual([row["state"] for row in self.history("--job", "wake")], ["waiting"])


class Usage(ReveilleTest):
    def test_help_and_version(self):
        self.assertIn("run-now", self.reveille("--help"))
        self.assertIn("--since", self.reveille("history", "--help"))
        self.assertRegex(self.reveille("--version"), r"^reveille \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_exit_code_2(self):
        for arguments in (["frobnicate"], ["--frobnicate"], ["list", "--until", "x"], ["remove"], ["add"], ["run", "--for", "soon"],
                          ["list", "--store", "ftp://x"], ["list", "--log-level", "loud"], ["repair", "--store", "memory:"],
                          ["repair", "--empty", "--restore-backup"]):
            self.reveille(*arguments, check=2)
            self.assertTrue(self.errors, arguments)

    def test_a_store_that_can_not_be_opened_is_named(self):
        foreign = self.folder / "notes.txt"
        foreign.write_text("these are no jobs\n" * 100)
        self.reveille("list", "--store", f"sqlite:{foreign}", check=1)
        self.assertIn("notes.txt", self.errors)
        self.assertEqual(foreign.read_text(), "these are no jobs\n" * 100)

    def test_the_store_is_private_under_any_umask(self):
        for mask in ("000", "022", "077"):
            self.environment["XDG_DATA_HOME"] = str(self.folder / mask)
            del self.environment["REVEILLE_STORE"]
            self.reveille("add", json.dumps(WAKE), before=("sh", "-c", f'umask {mask}; exec "$@"', "sh"))
            self.environment["REVEILLE_STORE"] = ""
            home = self.folder / mask / "reveille"
            self.assertEqual(home.stat().st_mode & 0o777, 0o700)
            for file in home.iterdir():
                self.assertEqual(file.stat().st_mode & 0o777, 0o600, file)
            self.environment["REVEILLE_STORE"] = f"sqlite:{self.store}"


if __name__ == "__main__":
    unittest.main()
