# SPDX-License-Identifier: MIT
"""Store files that are damaged, somebody else's, newer, in use or can't be written: a clear message, and nothing is touched until
somebody asks for it."""
import contextlib
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import time
import unittest

from reveille import BINARY, wait_for
from faults import EXHAUSTIVE, FaultTest, seeded

FLIPS = 300 if EXHAUSTIVE else 6
CUTS = 60 if EXHAUSTIVE else 4


class StoreFiles(FaultTest):
    def setUp(self):
        super().setUp()
        self.add_all([self.job("often", step=0.1, delivery="at_most_once"),
                      self.job("seldom", step=86400, delivery="at_most_once")])
        self.run_for(0.7)

    def sql(self, *statements, file=None):
        with contextlib.closing(sqlite3.connect(file or self.store)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    def files(self):
        """All that is beside the store, but for the lock, which shows that somebody looked."""
        contents = {file.name: file.read_bytes() for file in self.store.parent.iterdir() if not file.name.endswith((".lock", "-shm"))}
        return {name: content for name, content in contents.items() if content or not name.endswith("-wal")}

    def run_verbs(self, before=()):
        """What becomes of the verbs: exit codes and messages."""
        jobs = json.dumps([{"id": "new", "task": {"type": "reminder", "message": "x"}, "trigger": {"type": "interval", "hours": 1}}])
        answers = []
        for arguments, text in ((["list", "--json"], ""), (["add", "--stdin"], jobs), (["run", "--for", "0.3s"], "")):
            done = subprocess.run([*before, BINARY, *arguments], input=text, capture_output=True, text=True, env=self.environment, timeout=60)
            self.assertIn(done.returncode, (0, 1), (arguments, done.stderr))
            answers.append((done.returncode, done.stderr))
        return answers

    def check_refused(self, *words, before=()):
        """Each verb says what is wrong with which file, and leaves all as it is."""
        files = self.files()
        for code, message in self.run_verbs(before):
            self.assertEqual(code, 1, message)
            for word in (str(self.store), *words):
                self.assertIn(word, message)
        self.assertTrue(self.files() == files, "something was touched")

    def test_foreign_files_are_left_alone(self):
        for content in (b"Dear diary,\n" * 1000, bytes(20000), b"SQLite format 3\0" + b"\x5a" * 9000, b"x"):
            self.store.write_bytes(content)
            self.check_refused("damaged, or not a store of Reveille")

    def test_the_database_of_another_program_is_left_alone(self):
        self.store.unlink()
        self.sql("CREATE TABLE jobs (theirs)", "PRAGMA application_id = 7")
        self.check_refused("a database of another program")

    def test_a_newer_store_is_left_alone(self):
        self.sql("UPDATE schema_version SET version = version + 1")
        self.check_refused("newer version of Reveille")

    def test_the_first_schema_can_still_be_opened(self):
        rows = self.history()
        self.make_old()
        self.assertEqual(self.history(), rows)
        self.run_for(0.5)
        self.check_books()

    def test_a_truncated_store_is_left_alone(self):
        chance = seeded("cuts")
        whole = self.store.read_bytes()
        notes = self.noted()
        for size in sorted(chance.randrange(1, len(whole)) for _ in range(CUTS)):
            with self.subTest(size=size):
                self.store.write_bytes(whole[:size])
                self.check_refused()
        self.assertEqual(self.noted(), notes)
        self.store.write_bytes(whole)
        self.check_books()

    def test_a_store_with_flipped_bytes_is_no_crash(self):
        chance = seeded("flips")
        whole = self.store.read_bytes()
        refused = 0
        for number in range(FLIPS):
            spoilt = bytearray(whole)
            # A few bytes anywhere, or a whole page of noise; half of the time after an unclean end, which is when it is checked.
            if number % 3:
                for _ in range(chance.randrange(1, 20)):
                    spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
            else:
                page = chance.randrange(len(spoilt) // 4096) * 4096
                spoilt[page:page + 4096] = chance.randbytes(4096)
            if number % 2:
                spoilt[60:64] = (1).to_bytes(4, "big")  # user_version: in use
            with self.subTest(number=number):
                for name in os.listdir(self.store.parent):
                    (self.store.parent / name).unlink()
                self.store.write_bytes(spoilt)
                for code, message in self.run_verbs():
                    if code == 1:
                        refused += 1
                        self.assertTrue(message.strip())
                # Never in its place a new one, as if there had been nothing.
                self.assertGreaterEqual(self.store.stat().st_size, len(whole) // 2)
        print(f"{refused} of {3 * FLIPS} verbs were refused", file=sys.stderr)
        self.assertGreater(refused, 0)

    def spoil(self):
        """Damages what is read first; gives the bytes that are left."""
        spoilt = bytearray(self.store.read_bytes())
        spoilt[100:4096] = seeded("noise").randbytes(3996)
        self.store.write_bytes(spoilt)
        return bytes(spoilt)

    def repair(self, option):
        """Gives the new name of the damaged file."""
        answer = self.reveille("repair", option)
        name, = (line.split(" now ")[1] for line in answer.splitlines() if " now " in line)
        return pathlib.Path(name)

    def test_a_damaged_store_is_set_aside_for_its_backup(self):
        spoilt = self.spoil()
        backup = self.store.with_name(self.store.name + ".backup").read_bytes()
        self.check_refused("is damaged", "reveille repair --restore-backup", "reveille repair --empty")
        files = self.files()
        self.reveille("repair", check=1)
        self.assertRegex(self.errors, r"is damaged.*the newest backup is from \d{4}-\d\d-\d\dT")
        self.assertTrue(self.files() == files, "something was touched")
        aside = self.repair("--restore-backup")
        self.assertTrue(aside.read_bytes() == spoilt, "the damaged file has changed")
        self.assertEqual(aside.parent, self.store.parent)
        self.assertTrue(self.store.with_name(self.store.name + ".backup").read_bytes() == backup, "the backup has changed")
        self.assertEqual(self.store.stat().st_mode & 0o777, 0o600)
        self.assertEqual([job["id"] for job in self.listed()], ["often", "seldom"])
        self.run_for(0.5)
        self.check_store()
        self.assertIn("The store is not damaged", self.reveille("repair", "--empty"))
        self.assertEqual([job["id"] for job in self.listed()], ["often", "seldom"])

    def test_a_damaged_store_is_set_aside_for_an_empty_one(self):
        spoilt = self.spoil()
        backup = self.store.with_name(self.store.name + ".backup").read_bytes()
        aside = self.repair("--empty")
        self.assertEqual(self.listed(), [])
        self.assertTrue(aside.read_bytes() == spoilt, "the damaged file has changed")
        self.assertTrue(aside.with_name(aside.name + ".backup").read_bytes() == backup, "the backup has changed")

    def test_a_damaged_store_without_a_backup_is_not_restored(self):
        self.spoil()
        self.store.with_name(self.store.name + ".backup").write_bytes(b"noise")
        files = self.files()
        self.reveille("repair", "--restore-backup", check=1)
        self.assertIn("no backup that can be read", self.errors)
        self.assertTrue(self.files() == files, "something was touched")

    def test_an_emptied_store_is_damaged(self):
        self.store.write_bytes(b"")
        self.check_refused("nothing is left of it")
        self.repair("--restore-backup")
        self.assertEqual([job["id"] for job in self.listed()], ["often", "seldom"])

    def test_only_a_damaged_store_is_set_aside(self):
        def check_kept(word):
            files = self.files()
            for option in ("--restore-backup", "--empty"):
                self.reveille("repair", option, check=1)
                self.assertIn(word, self.errors)
            self.assertTrue(self.files() == files, "something was touched")
        before = len(self.events())
        process = self.start("run", "--json")
        wait_for("a run", lambda: any(e["event"] == "job_executed" for e in self.events()[before:]))
        self.reveille("repair", "--empty", check=1)
        self.assertIn("in use by another instance", self.errors)
        self.end(process)
        with contextlib.closing(sqlite3.connect(self.store, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            self.reveille("repair", "--empty", check=1)
            self.assertIn("in use by another program", self.errors)
        self.sql("UPDATE schema_version SET version = version + 1")
        check_kept("newer version of Reveille")
        for file in self.store.parent.iterdir():
            file.unlink()
        check_kept("There is no")
        self.store.write_bytes(b"Dear diary,\n" * 1000)
        check_kept("not a store of Reveille")
        self.store.unlink()
        self.sql("CREATE TABLE jobs (theirs)")
        check_kept("a database of another program")

    def test_a_store_that_another_program_writes_is_waited_for(self):
        with contextlib.closing(sqlite3.connect(self.store, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            done = subprocess.run([BINARY, "add", "--stdin"], input='{"task": {"type": "reminder", "message": "x"}}', capture_output=True,
                                  text=True, env=self.environment, timeout=60)
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"{self.store} is in use by another program", done.stderr)
            other.execute("ROLLBACK")
        # And while it runs: longer than SQLite waits.
        before = len(self.events())
        process = self.start("run", "--json")
        wait_for("runs", lambda: sum(e["event"] == "job_executed" for e in self.events()[before:]) > 3)
        with contextlib.closing(sqlite3.connect(self.store, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            time.sleep(6.5)
            other.execute("ROLLBACK")
        seen = len(self.events())
        wait_for("runs", lambda: sum(e["event"] == "job_executed" for e in self.events()[seen:]) > 3)
        self.end(process)
        self.check_books()

    def test_what_can_not_be_written_is_left_alone(self):
        # Root may write everything, unless it goes without its capabilities.
        is_root = os.geteuid() == 0
        before = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if is_root else ()
        if is_root:
            os.chown(self.store, 1, 1)
            self.store.chmod(0o444)
            self.check_refused("can't be written", before=before)
            os.chown(self.store, 0, 0)
            self.store.chmod(0o600)
        self.store.parent.chmod(0o500)
        self.addCleanup(self.store.parent.chmod, 0o700)
        folder = self.store.parent
        files = self.files()
        for code, message in self.run_verbs(before):
            self.assertEqual(code, 1, message)
            self.assertIn(f"{folder} can't be written to", message)
        self.assertEqual(self.files(), files)

    def test_a_job_of_an_unknown_task_is_kept_and_harms_no_other(self):
        self.sql("""UPDATE jobs SET data = replace(data, '"type":"command"', '"type":"teleport"') WHERE id = 'seldom'""")
        self.settle()
        broken, = [job for job in self.listed() if job["id"] == "seldom"]
        self.assertEqual(broken["status"], "broken")
        del self.jobs["seldom"]
        self.check_books()


if __name__ == "__main__":
    unittest.main(argv=[arg for arg in sys.argv if arg != "--exhaustive"])
