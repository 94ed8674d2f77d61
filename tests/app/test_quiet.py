# SPDX-License-Identifier: MIT
"""With nothing due, nothing happens. REVEILLE_IDLE_MINUTES says how long to look, 2 unless set."""
import os
import pathlib
import time
import unittest

from reveille import ReveilleTest, wait_for


class Quiet(ReveilleTest):
    def test_with_nothing_due_the_engine_sleeps(self):
        self.add([{"task": {"type": "reminder", "message": "x"}, "trigger": {"type": "date", "run_date": "2190-01-01T00:00:00Z"}}])
        minutes = float(os.environ.get("REVEILLE_IDLE_MINUTES", "2"))
        process = self.start("run", "--json")
        wait_for("the start", lambda: self.events())
        engine = wait_for("the engine thread", lambda: self.engine_thread(process))
        # Only from here on; what starting brings about settles within moments.
        before = self.settled_switches(engine)
        time.sleep(minutes * 60)
        self.assertLessEqual(self.switches(engine) - before, 2 * minutes)
        self.end(process)

    def settled_switches(self, task):
        count = self.switches(task)
        while True:
            time.sleep(1)
            if self.switches(task) == count:
                return count
            count = self.switches(task)

    @staticmethod
    def switches(task):
        with open(f"{task}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("voluntary"))

    @staticmethod
    def engine_thread(process):
        for task in pathlib.Path(f"/proc/{process.pid}/task").iterdir():
            if (task / "comm").read_text().strip() == "engine":
                return task
        return None


if __name__ == "__main__":
    unittest.main()
