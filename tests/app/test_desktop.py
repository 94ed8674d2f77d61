# SPDX-License-Identifier: MIT
"""The window on a real screen, with window manager, tray and notification daemon (see tests/support/desktop.sh)."""
import json
import pathlib
import subprocess
import sys
import time
import unittest

import pyatspi

from reveille import ReveilleTest, wait_for, wall_clock

SHOWING = pyatspi.STATE_SHOWING


def widgets(node):
    """All accessible objects below one, as they are now."""
    for child in node:
        if child is not None:
            yield child
            yield from widgets(child)


def find(role, name):
    """A widget on the screen by its role and accessible name."""
    def look():
        # A program that has just ended may still be listed; what changes under our hands is looked at again.
        for program in pyatspi.Registry.getDesktop(0):
            try:
                if program is not None and program.name == "reveille":
                    for widget in widgets(program):
                        if widget.getRoleName() == role and widget.name == name and widget.getState().contains(SHOWING):
                            return widget
            except (LookupError, RuntimeError, AttributeError):
                pass
        return None
    return wait_for(f"{role} “{name}”", look)


def press(role, name):
    find(role, name).queryAction().doAction(0)


def notifications():
    """What the daemon has shown and taken away again, the newest first."""
    history = json.loads(subprocess.run(["dunstctl", "history"], capture_output=True, text=True, check=True).stdout)
    return [{key: entry[key]["data"] for key in ("summary", "body", "appname")} for entry in history["data"][0]]


def displayed():
    return int(subprocess.run(["dunstctl", "count", "displayed"], capture_output=True, text=True, check=True).stdout)


class Desktop(ReveilleTest):
    on_desktop = True

    def setUp(self):
        super().setUp()
        subprocess.run(["dunstctl", "close-all"], check=True)

    def test_a_person_is_woken_on_monday_at_half_past_six(self):
        begin = time.monotonic()  # when the clock of the process starts, or moments before
        process = self.start(environment=wall_clock("2026-11-23 06:29:40", "Asia/Shanghai"))
        press("push button", "Wake up on weekdays at 06:30")
        press("push button", "Save")
        self.job()
        due = begin + 20
        self.assertEqual(displayed(), 0)
        wait_for("the notification", displayed)
        shown = time.monotonic()
        self.assertGreaterEqual(shown, due)
        self.assertLess(shown - due, 1.0)
        subprocess.run(["dunstctl", "close-all"], check=True)
        self.assertEqual(notifications()[0]["summary"], "Wake up")
        self.end(process)

    def job(self):
        return wait_for("the job", lambda: json.loads(self.reveille("list", "--json")))[0]

    def test_a_failing_command_is_told_of_and_its_output_opened(self):
        name = "<b>x</b> & co"
        self.add([{"id": "bad", "name": name, "task": {"type": "command", "command_line": "echo oops; exit 3", "shell": True},
                   "trigger": {"type": "interval", "days": 1}}])
        process = self.start()
        find("push button", "New job…")
        self.reveille("run-now", "bad")
        wait_for("the notification", displayed)
        # A click is its default action.
        subprocess.run(["dunstctl", "action", "0"], check=True)
        find("page tab", "Output")
        output = find("text", "Output of the run")
        wait_for("the output", lambda: "oops" in output.queryText().getText(0, -1))
        shown = notifications()[0]
        self.assertEqual(shown["summary"], f"{name} failed")
        self.assertIn("exit code 3", shown["body"])
        self.assertIn("oops", shown["body"])
        self.end(process)

    def test_a_closed_window_goes_on_in_the_tray_and_comes_back(self):
        self.add([{"id": "r", "task": {"type": "reminder", "message": "Hello"}, "trigger": {"type": "interval", "days": 1}}])
        process = self.start()
        find("push button", "New job…")
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "^Reveille$", "windowfocus", "--sync", "key", "alt+F4"], check=True)
        wait_for("the window to go", lambda: not self.is_visible())
        self.assertIsNone(process.poll())
        self.reveille("run-now", "r")
        wait_for("the notification", displayed)
        self.reveille()  # a second start raises the first
        wait_for("the window", self.is_visible)
        self.end(process)

    def test_a_damaged_store_is_set_aside_for_its_backup(self):
        self.add([{"id": "r", "task": {"type": "reminder", "message": "Hello"}, "trigger": {"type": "interval", "days": 1}}])
        self.reveille("list")  # which backs it up
        spoilt = bytearray(self.store.read_bytes())
        spoilt[100:4096] = bytes(3996)
        self.store.write_bytes(spoilt)
        process = self.start()
        press("push button", "Restore the backup")
        press("push button", "OK")
        find("push button", "New job…")
        self.assertEqual(self.job()["id"], "r")
        aside, = self.store.parent.glob("*.damaged-*")
        self.assertEqual(aside.read_bytes(), spoilt)
        self.end(process)

    @staticmethod
    def is_visible():
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Reveille$"], capture_output=True, text=True)
        return bool(found.stdout.strip())


def main():
    if len(sys.argv) > 1:
        unittest.main()
    # Each test has a desktop of its own: the accessibility bus misses programs that start while another ends.
    desktop = pathlib.Path(__file__).parent.parent / "support" / "desktop.sh"

    def run(name):
        return subprocess.run(["sh", desktop, sys.executable, "-B", __file__, f"Desktop.{name}"]).returncode

    def run_on_a_desktop(name):
        code = run(name)
        return run(name) if code == 3 else code  # 3: the desktop did not come up, and nothing was tested

    sys.exit(max([run_on_a_desktop(name) for name in unittest.defaultTestLoader.getTestCaseNames(Desktop)]))


if __name__ == "__main__":
    main()
