# SPDX-License-Identifier: MIT
"""Installs the library, builds the examples against it as a stranger would, and runs each.

usage: test_examples.py SOURCE_FOLDER BUILD_FOLDER CXX_COMPILER
"""
import http.server
import os
import re
import subprocess
import sys
import tempfile
import threading
import unittest

SOURCE, BUILD, COMPILER = sys.argv[1:4]
PREFIX = os.path.join(BUILD, "examples", "prefix")
EXAMPLES = os.path.join(BUILD, "examples", "build")


def run(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600, **options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def example(name, *arguments, prefix=()):
    return run(*prefix, os.path.join(EXAMPLES, name), *arguments)


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        run("cmake", "--install", BUILD, "--prefix", PREFIX)
        run("cmake", "-S", os.path.join(SOURCE, "tests", "examples"), "-B", EXAMPLES, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={PREFIX}",
            f"-DCMAKE_CXX_COMPILER={COMPILER}", "-DCMAKE_BUILD_TYPE=Debug")
        run("cmake", "--build", EXAMPLES)

    def test_every_example_is_run_here(self):
        folders = {e.name for e in os.scandir(os.path.join(SOURCE, "tests", "examples")) if e.is_dir()}
        with open(__file__, encoding="utf-8") as text:
            run_here = set(re.findall(r'(?:example|EXAMPLES,)\(?\s*"(\w+)"', text.read()))
        self.assertEqual(folders, run_here)

    def test_weekdays_rings_at_half_past_six(self):
        output = example("weekdays", prefix=("faketime", "2026-11-23 06:29:58"))  # a Monday
        self.assertIn("Pending jobs:", output)
        self.assertIn("Good morning, it is 2026-11-23T06:30:00Z", output)

    def test_every_five_seconds_ticks_as_often_as_asked(self):
        self.assertEqual(example("everyfiveseconds", "0.1", "5"), "Tick!\n" * 5)

    def test_one_off_gets_its_arguments(self):
        self.assertEqual(example("oneoff"), "To ada@example.org: The report is ready\n")

    def test_error_listener_hears_three_failures(self):
        self.assertEqual(example("errorlistener"), "backup failed: the disk is full\n" * 3)

    def test_stores_and_executors_work_in_their_places(self):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "jobs.sqlite")
            output = example("storesandexecutors", file)
            self.assertTrue(os.path.exists(file))
        self.assertIn('"sum":55}', output)
        self.assertIn('"sum":500000500000}', output)
        self.assertEqual(len(set(re.findall(r'"pid":(\d+)', output))), 2, output)

    def test_survives_restart(self):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "jobs.sqlite")
            self.assertEqual(example("survivesrestart", file), "0 stored\nAlarm of job a\n")
            self.assertEqual(example("survivesrestart", file).splitlines()[-1], "Alarm of job a")
            self.assertIn("1 stored", example("survivesrestart", file))

    def test_modify_and_pause(self):
        output = example("modifyandpause")
        self.assertGreaterEqual(output.count("Tick!"), 2)
        self.assertEqual(output.replace("Tick!\n", ""),
                         "Rescheduled\nPaused, next run: none\nResumed, next run: some time\nRemoved: yes\n")

    def test_hosts(self):
        self.assertEqual(example("hosts"), "background\nguest\nblocking\n")

    def test_site_awake_asks_the_site(self):
        asked = threading.Event()

        class Site(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()
                asked.set()

            def log_message(self, *_):
                pass

        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as site:
            threading.Thread(target=site.serve_forever, daemon=True).start()
            url = f"http://127.0.0.1:{site.server_address[1]}/"
            process = subprocess.Popen([os.path.join(EXAMPLES, "siteawake"), url, "1"], stdout=subprocess.PIPE, text=True)
            try:
                self.assertTrue(asked.wait(60))
                line = next(line for line in process.stdout if "job_executed" in line)
                self.assertIn("success", line)
            finally:
                process.kill()
                process.communicate()
                site.shutdown()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
