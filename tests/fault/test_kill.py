# SPDX-License-Identifier: MIT
"""SIGKILL at random instants: nothing runs twice, and nothing is lost without a word.

With --exhaustive 2,000 rounds; REVEILLE_TEST_ROUNDS asks for another number."""
import os
import subprocess
import sys
import time
import unittest

from reveille import BINARY
from faults import EXHAUSTIVE, FaultTest, seeded

ROUNDS = int(os.environ.get("REVEILLE_TEST_ROUNDS") or (2000 if EXHAUSTIVE else 40))
ROUNDS_PER_STORE = 40  # so that no row is forgotten for its age in the ledger


class Killed(FaultTest):
    def test_at_random_instants_nothing_doubles_and_nothing_is_lost(self):
        chance = seeded("kill")
        totals = dict.fromkeys(("rounds", "rows", "runs", "interrupted", "repeated"), 0)
        for first in range(0, ROUNDS, ROUNDS_PER_STORE):
            rounds = min(ROUNDS_PER_STORE, ROUNDS - first)
            with self.subTest(rounds=f"{first + 1} to {first + rounds}"):
                self.begin(first)
                for _ in range(rounds):
                    self.kill_one(chance)
                self.settle()
                self.check_store()
                rows = self.check_books()
                totals["rounds"] += rounds
                totals["rows"] += len(rows)
                totals["runs"] += len(self.noted())
                totals["interrupted"] += sum(row["outcome"] == "interrupted" for row in rows)
                totals["repeated"] += sum(row["cause"] == "retry" for row in rows)
        print(", ".join(f"{value} {name}" for name, value in totals.items()), file=sys.stderr)
        self.assertGreater(totals["interrupted"], 0, "no kill met a run")

    def begin(self, number):
        """A store of its own for the next rounds."""
        self.store = self.folder / f"store{number}" / "jobs.sqlite"
        self.notes = self.folder / f"notes{number}"
        self.environment["REVEILLE_STORE"] = f"sqlite:{self.store}"
        self.environment["REVEILLE_TEST_NOTES"] = str(self.notes)
        self.confirmed = []
        self.add_all(self.ensemble())

    def kill_one(self, chance):
        # Half of them while it starts, where it settles what the last one left; the others while it works.
        delay = chance.uniform(0, 0.12) if chance.random() < 0.5 else chance.uniform(0.1, 0.6)
        asks = chance.random() < 0.3
        with open(self.folder / "killed", "ab") as output:
            process = subprocess.Popen([BINARY, "run", "--json"], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                       env=self.environment)
            client = subprocess.Popen([BINARY, "run-now", "once"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                      stderr=output, text=True, env=self.environment) if asks else None
            time.sleep(delay)
            ended = process.poll()
            process.kill()
            process.wait()
            if client:
                answer, _ = client.communicate(timeout=60)
                if client.returncode == 0:
                    self.confirmed.append(answer.strip())
        # A verb that came first has the store, and says so; nothing else ends it but this.
        if not client:
            self.assertIsNone(ended, (self.folder / "killed").read_text()[-2000:])


if __name__ == "__main__":
    unittest.main(argv=[arg for arg in sys.argv if arg != "--exhaustive"])
