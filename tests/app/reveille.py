# SPDX-License-Identifier: MIT
"""What the tests of the program share: a Reveille of their own, with its own store and folders."""
import contextlib
import datetime
import glob
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

BINARY = os.environ["REVEILLE_BINARY"]
PATIENCE = 60  # seconds to wait for what has to come; reaching it is a failure


def instant(text):
    """An instant of Reveille's as a datetime."""
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def wait_for(what, condition, patience=PATIENCE):
    """Waits until condition() is true, and gives what it gave."""
    end = time.monotonic() + patience
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience} s for {what}")
        time.sleep(0.02)


def wall_clock(start, zone):
    """The environment of a process whose wall clock shows `start` when it begins, and goes on from there."""
    library, = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    return {"LD_PRELOAD": library, "FAKETIME": f"@{start}", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": zone}


class ReveilleTest(unittest.TestCase):
    """Each test has an empty folder for everything that Reveille writes."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="reveille-test-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / "store" / "jobs.sqlite"
        self.environment = {
            **os.environ,
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": os.environ.get("XDG_RUNTIME_DIR", str(self.folder)),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "REVEILLE_STORE": f"sqlite:{self.store}",
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "",
        }
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
            if not self.on_desktop:
                self.environment.pop(name, None)

    on_desktop = False

    def reveille(self, *arguments, stdin="", check=0, before=()):
        """Runs a verb to its end; gives its standard output."""
        done = subprocess.run([*before, BINARY, *arguments], input=stdin, capture_output=True, text=True,
                              env=self.environment, timeout=PATIENCE)
        self.assertEqual(done.returncode, check, done.stderr)
        self.errors = done.stderr
        return done.stdout

    def add(self, jobs):
        self.reveille("add", "--stdin", stdin=json.dumps(jobs))

    def history(self, *arguments):
        return json.loads(self.reveille("history", "--json", "--limit", "100000", *arguments))

    def start(self, *arguments, environment=None):
        """Starts a Reveille that stays; it is killed when the test ends."""
        output = open(self.folder / "output", "ab")
        self.addCleanup(output.close)
        process = subprocess.Popen([BINARY, *arguments], stdout=output, stderr=subprocess.STDOUT,
                                   stdin=subprocess.DEVNULL, env={**self.environment, **(environment or {})})
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def output(self):
        file = self.folder / "output"
        return file.read_text() if file.exists() else ""

    def events(self):
        """What `run --json` has printed, line by line."""
        return [json.loads(line) for line in self.output().splitlines() if line.startswith("{") and line.endswith("}")]

    def end(self, process):
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(PATIENCE), 0, self.output()[-2000:])

    @contextlib.contextmanager
    def database(self):
        connection = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        try:
            yield connection
        finally:
            connection.close()
