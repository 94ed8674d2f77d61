# SPDX-License-Identifier: MIT
"""A fault at each system call on the store's files: killed there, or told that the disk is broken or full, once or from then on.

With --exhaustive at every call; otherwise at a sample, whose seed is printed."""
import collections
import contextlib
import itertools
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

from reveille import BINARY
from faults import EXHAUSTIVE, FaultTest, seeded

SAMPLE = 7  # faults met in each scenario where not all are tried
NEVER_FULL = {"read", "pread64", "fcntl", "flock", "fstat", "newfstatat", "stat", "lstat", "statx", "access", "faccessat",
              "faccessat2", "readlink", "readlinkat", "mmap", "lseek", "unlink", "fchmod", "chmod", "fchmodat", "getdents64",
              "fchown", "munmap"}
LEFT_OUT = {"close", "execve"}  # that they fail means nothing to their caller
HANG = 60  # seconds; a program that still runs then hangs


class Fault(collections.namedtuple("Fault", "call number what lasting")):
    def injection(self):
        what = "signal=KILL" if self.what == "KILL" else f"error={self.what}"
        return f"inject={self.call}:{what}:when={self.number}{'+' if self.lasting else ''}"

    def __str__(self):
        return f"{self.what} at {self.call} {self.number}{' and all after it' if self.lasting else ''}"


class SystemCalls(FaultTest):
    def watched(self):
        """The options that make strace look at the store's files alone."""
        backups = [f"{name}{end}" for name in (".backup", ".schema-1.backup") for end in ("", ".new", ".new-journal")]
        beside = ("", "-wal", "-shm", "-journal", ".lock", ".lock.rmlock", *backups)
        paths = [str(self.store.parent), *(f"{self.store}{name}" for name in beside)]
        return [option for path in paths for option in ("-P", path)]

    def traced(self, *arguments, injection=(), stdin="", until=None):
        """Runs the program to its end under strace; `until` tells when to ask it to end. Gives exit code and messages."""
        log = self.folder / "calls"
        command = ["strace", "-f", "-qq", "-e", "signal=none", "-o", str(log), *self.watched(),
                   *(injection or ("-e", "trace=%file,%desc")), "--", BINARY, *arguments]
        with open(self.folder / "traced", "wb+") as output:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT,
                                       env=self.environment, start_new_session=True)
            try:
                process.stdin.write(stdin.encode())
                process.stdin.close()
                if until:
                    self.end_when(process, lambda: until((self.folder / "traced").read_text()))
                code = process.wait(HANG)
            except BaseException:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                raise
        return code, (self.folder / "traced").read_text()

    @staticmethod
    def end_when(process, done, patience=2.5):
        end = time.monotonic() + patience
        while process.poll() is None and time.monotonic() < end and not done():
            time.sleep(0.02)
        if process.poll() is None:
            children = f"/proc/{process.pid}/task/{process.pid}/children"
            with open(children) as file:
                for child in file.read().split():
                    with contextlib.suppress(ProcessLookupError):  # the fault has just ended it
                        os.kill(int(child), signal.SIGTERM)

    def calls(self):
        """How often the traced program called what on the store's files, in the thread that did it most."""
        counts = collections.Counter()
        for line in (self.folder / "calls").read_text().splitlines():
            if match := re.match(r"(\d+) +(\w+)\(", line):
                counts[match.groups()] += 1
        most = collections.Counter()
        for (_, call), count in counts.items():
            most[call] = max(most[call], count)
        self.assertGreater(len(most), 5, "strace saw nothing: it can't attach, or looks at other files")
        return {call: count for call, count in most.items() if call not in LEFT_OUT}

    @staticmethod
    def faults(calls, chance):
        faults = []
        for call, count in sorted(calls.items()):
            for number in range(1, count + 1):
                faults.append(Fault(call, number, "KILL", False))
                for what in ("EIO",) if call in NEVER_FULL else ("EIO", "ENOSPC"):
                    faults += [Fault(call, number, what, False), Fault(call, number, what, True)]
        if EXHAUSTIVE:
            return faults
        # Two of three at calls that change a file: there are few of them and they matter most.
        chance.shuffle(faults)
        reading = [fault for fault in faults if fault.call in NEVER_FULL]
        changing = [fault for fault in faults if fault.call not in NEVER_FULL]
        return list(itertools.chain(*zip(changing[::2], changing[1::2], reading)))

    def go_through(self, scenario, prepare, act, check):
        """Records the calls of act(), then does it anew with each fault; check() is told what became of it.

        No two runs make quite the same calls, so that some faults come too late: others are tried in place of those of a sample."""
        template = self.folder / "template"
        prepare()
        if self.store.parent.exists():
            shutil.copytree(self.store.parent, template)
        notes = self.notes.read_bytes() if self.notes.exists() else b""
        code, messages = act()
        self.assertEqual(code, 0, messages)
        reached = collections.Counter()
        faults = self.faults(self.calls(), seeded(scenario))
        met = lambda: sum(count for (_, hit), count in reached.items() if hit)
        for fault in faults if EXHAUSTIVE else faults[:SAMPLE * 5]:
            if not EXHAUSTIVE and met() == SAMPLE:
                break
            with self.subTest(scenario=scenario, fault=str(fault)):
                shutil.rmtree(self.store.parent, ignore_errors=True)
                if template.exists():
                    shutil.copytree(template, self.store.parent)
                self.notes.write_bytes(notes)
                code, messages = act("-e", f"trace={fault.call}", "-e", fault.injection())
                hit = code == -signal.SIGKILL if fault.what == "KILL" else "(INJECTED)" in (self.folder / "calls").read_text()
                reached[fault.what, hit] += 1
                allowed = (0, 1, -signal.SIGKILL) if hit and fault.what == "KILL" else (0, 1)
                self.assertIn(code, allowed, messages[-2000:])
                try:
                    check(code, messages)
                except BaseException as error:  # there may be hours until the end
                    print(f"{scenario}: {fault}: {error}\n{messages[-2000:]}", file=sys.stderr, flush=True)
                    raise
        print(f"{scenario}:", ", ".join(f"{count} {what} {'met' if hit else 'came too late'}" for (what, hit), count in sorted(reached.items())),
              file=sys.stderr)
        self.assertGreaterEqual(met(), len(faults) // 2 if EXHAUSTIVE else SAMPLE, "most faults did not happen")

    def light_ensemble(self):
        return [self.job("once", step=0.2, delivery="at_most_once"),
                self.job("again", step=0.2, delivery="at_least_once"),
                self.job("failing", step=0.4, then="exit 3", retries={"count": 1, "delay": 0}, delivery="at_most_once")]

    def test_of_a_new_store_and_its_first_jobs(self):
        jobs = self.light_ensemble()

        def check(code, messages):
            before = self.listed()
            self.assertIn(len(before), (0, len(jobs)), "some of the jobs were added")
            if code == 0:
                self.assertEqual(len(before), len(jobs), messages)
            elif code == 1:
                self.assertIn(str(self.store.parent), messages)
            if not before:
                self.add(jobs)
            self.settle()
            self.check_store()
            self.check_books()

        self.go_through("new store", lambda: None,
                        lambda *injection: self.traced("add", "--stdin", stdin=json.dumps(jobs), injection=injection), check)

    def test_of_runs_from_their_claim_to_their_end(self):
        self.go_through("runs", lambda: self.add_all(self.light_ensemble()), self.work, self.check_after_work)

    def test_of_what_a_crash_left_behind(self):
        def prepare():
            self.add_all(self.light_ensemble())
            process = self.start("run", "--json")
            deadline = time.monotonic() + HANG
            while sum(e["event"] == "job_started" for e in self.events()) < 4 and time.monotonic() < deadline:
                time.sleep(0.002)
            process.kill()
            process.wait()

        self.go_through("after a crash", prepare, self.work, self.check_after_work)

    def test_of_an_upgrade(self):
        def prepare():
            self.add_all(self.light_ensemble())
            self.run_for(0.7)
            self.make_old()

        def check(code, messages):
            for copy in (self.store, *self.store.parent.glob("*.schema-1.backup")):  # neither is ever half a store
                with contextlib.closing(sqlite3.connect(copy)) as database:
                    self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok", copy)
            self.check_after_work(code, messages)

        self.go_through("upgrade", prepare, self.work, check)

    def work(self, *injection):
        return self.traced("run", "--json", injection=injection, until=lambda text: text.count('"job_executed"') >= 3)

    def check_after_work(self, code, messages):
        if code == 1:
            self.assertIn(str(self.store.parent), messages)
        self.settle()
        self.check_store()
        self.check_books()


if __name__ == "__main__":
    unittest.main(argv=[arg for arg in sys.argv if arg != "--exhaustive"])
