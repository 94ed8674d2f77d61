#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""pictures.py BINARY FOLDER [en_US|zh_CN|zh_TW]: takes pictures of Reveille's windows on the screen it is run on, into FOLDER.
Run it inside desktop.sh: sh tests/support/desktop.sh /usr/bin/python3 tests/support/pictures.py build/release/reveille FOLDER"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

import pyatspi

binary, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
language = sys.argv[3] if len(sys.argv) > 3 else "en_US"
folder.mkdir(parents=True, exist_ok=True)

JOBS = [
    {"id": "wake", "name": "Wake up", "tags": ["morning"], "task": {"type": "reminder", "message": "Good morning"},
     "trigger": {"type": "cron", "crontab": "30 6 * * 1-5", "timezone": "Asia/Shanghai"}},
    {"id": "backup", "name": "Nightly backup", "tags": ["db", "server"],
     "task": {"type": "command", "command_line": "echo 'dumping all.sql'; echo 'connection to server failed' >&2; exit 3", "shell": True},
     "trigger": {"type": "cron", "crontab": "0 2 * * *", "timezone": "Asia/Shanghai"}},
    {"id": "site", "name": "Keep the site awake", "task": {"type": "http", "url": "https://example.org/ping"},
     "trigger": {"type": "interval", "minutes": 10, "timezone": "Asia/Shanghai"}},
    {"id": "stretch", "name": "Stretch", "task": {"type": "reminder", "message": "Stand up and stretch"},
     "trigger": {"type": "cron", "crontab": "*/30 9-17 * * 1-5", "timezone": "Asia/Shanghai"}},
    {"id": "report", "name": "Monthly report", "tags": ["work"], "task": {"type": "command", "program": "/bin/true"},
     "trigger": {"type": "cron", "crontab": "0 9 LW * *", "timezone": "Asia/Shanghai"}},
    {"id": "tea", "name": "茶 with Ana & Ben", "paused": True, "task": {"type": "reminder", "message": "At the usual place"},
     "trigger": {"type": "date", "run_date": "2026-12-24T16:00:00", "timezone": "Asia/Shanghai"}},
]

# Follows the clocks of New York forward and back, in a combination of combinations.
COMBINED = {"id": "clocks", "name": "When clocks change", "task": {"type": "reminder", "message": "Set the clock in the hall"},
            "trigger": {"type": "or", "triggers": [
                {"type": "cron", "crontab": "30 2 14 mar *", "timezone": "America/New_York"},
                {"type": "cron", "crontab": "*/30 1 7 nov *", "timezone": "America/New_York"},
                {"type": "and", "triggers": [
                    {"type": "cron", "crontab": "0 9 * * sun", "timezone": "America/New_York"},
                    {"type": "calendarinterval", "months": 1, "hour": 9, "start_date": "2026-01-31", "timezone": "America/New_York"}]}]}}

# What each of these shows of the cron page.
CRONTAB_LINES = {"cron-days-of-month": "0 9 1,15,L * *", "cron-positions": "30 9 * jan-mar mon#1,mon#3,thu#1,thu#3",
                 "cron-steps": "*/15 8-18 * * mon-fri", "cron-wordless": "0 9 13 * fri", "cron-wrong": "0 25 * * *"}


def plain(label):
    """A label as it is spoken, without its shortcut: "Name" of "&Name:"."""
    return re.sub(r"\(&?\w\)|[&:：]", "", label).strip()


# What a label of the program may be in the language of the pictures; it differs by context.
TRANSLATIONS = {}
if language != "en_US":
    translations = pathlib.Path(__file__).parents[2] / "translations" / f"reveille_{language}.ts"
    for message in xml.etree.ElementTree.parse(translations).iter("message"):
        TRANSLATIONS.setdefault(plain(message.findtext("source")), set()).add(plain(message.findtext("translation")))

BUTTONS = ("push button", "check box", "radio button", "toggle button")


def run(*command, **more):
    return subprocess.run(command, check=False, capture_output=True, text=True, **more).stdout


class Pictures:
    def __init__(self, home):
        library = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
        self.environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": f"{home}/config", "LANG": f"{language}.UTF-8",
                            "LC_ALL": "C.UTF-8", "LANGUAGE": "", "REVEILLE_STORE": f"sqlite:{home}/jobs.sqlite", "TZ": "Asia/Shanghai",
                            "LD_PRELOAD": str(library), "FAKETIME": "@2026-11-23 06:29:45", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        settings = pathlib.Path(home, "config", "reveille", "reveille.conf")
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[General]\nlanguage={language if language != 'en_US' else 'en'}\n[tray]\ntold=true\n")
        self.process = None

    def start(self):
        self.process = subprocess.Popen([binary], env=self.environment)
        run("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Reveille$")
        run("xdotool", "search", "--onlyvisible", "--name", "^Reveille$", "windowsize", "--sync", "1180", "700", "windowmove", "--sync", "40", "34")
        self.settle()

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def verb(self, *arguments, stdin=None):
        return run(binary, *arguments, input=stdin, env=self.environment)

    @staticmethod
    def settle():
        """Until the screen does not change any more."""
        before = None
        for _ in range(40):
            time.sleep(0.25)
            now = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], capture_output=True, check=True).stdout
            if now == before:
                return
            before = now

    def take(self, name):
        self.settle()
        run("import", "-window", "root", str(folder / f"{name}.png"))

    @staticmethod
    def keys(*names):
        for name in names:
            run("xdotool", "key", name)
            time.sleep(0.15)

    def press(self, name):
        """Presses a button by its English accessible name."""
        find(name).queryAction().doAction(0)
        self.settle()

    def type(self, name, text):
        """Replaces what stands in a field, by the field's English accessible name."""
        find(name, ("text",)).queryEditableText().setTextContents(text)
        self.settle()

    @staticmethod
    def open_job(name):
        """Opens the editor on a job of the table."""
        place = find(name, ("table cell",)).queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        run("xdotool", "mousemove", str(place.x + 8), str(place.y + place.height // 2), "click", "--repeat", "2", "--delay", "60", "1")


def find(name, roles=BUTTONS):
    names = TRANSLATIONS.get(name, {name})

    def widgets(node):
        for child in node:
            if child is not None:
                yield child
                yield from widgets(child)
    windows = [window for program in pyatspi.Registry.getDesktop(0) if program is not None and program.name == "reveille" for window in program]
    for window in windows:
        if window.getState().contains(pyatspi.STATE_ACTIVE):
            for widget in widgets(window):
                if plain(widget.name) in names and widget.getRoleName() in roles and widget.getState().contains(pyatspi.STATE_SHOWING):
                    return widget
    raise SystemExit(f"there is no {name}")


def editor_pages(pictures):
    pictures.press("New job…")
    for task in ("Command", "Web request", "Reminder"):
        pictures.press(task)
        pictures.take("editor-" + task.lower().replace(" ", "-"))
    pictures.type("Name", "Stretch")
    pictures.type("Message", "Stand up and stretch")
    for trigger, name in (("Once", "once"), ("Every …", "every"), ("Calendar", "calendar"), ("Combined", "combined-empty"),
                          ("On days at times", "cron")):
        pictures.press(trigger)
        pictures.take("editor-" + name)
    for name, line in CRONTAB_LINES.items():
        pictures.type("Crontab line", line)
        pictures.take("editor-" + name)
    pictures.press("Once")
    pictures.press("More options")
    pictures.take("editor-options")
    pictures.press("More options")
    pictures.keys("Escape")
    pictures.verb("add", "--stdin", stdin=json.dumps([COMBINED]))
    pictures.settle()
    pictures.open_job(COMBINED["name"])
    pictures.take("editor-combined")
    pictures.press("Add…")
    pictures.press("On days at times")
    pictures.take("editor-schedule")
    pictures.keys("Escape", "Escape")


def main():
    with tempfile.TemporaryDirectory() as home:
        pictures = Pictures(home)
        pictures.start()
        pictures.take("empty")
        pictures.verb("add", "--stdin", stdin=json.dumps(JOBS))
        pictures.verb("run-now", "report")
        pictures.verb("run-now", "backup")
        pictures.keys("Home", "Down", "Up")
        run("dunstctl", "close-all")
        pictures.take("main")
        # The reminder of half past six.
        deadline = time.monotonic() + 60
        while run("dunstctl", "count", "displayed").strip() in ("", "0") and time.monotonic() < deadline:
            time.sleep(0.1)
        pictures.take("notification")
        run("dunstctl", "close-all")
        editor_pages(pictures)
        # The tray icon stands in the lower right corner.
        run("xdotool", "mousemove", "1266", "786", "click", "3")
        pictures.take("tray-menu")
        pictures.stop()


if __name__ == "__main__":
    main()
