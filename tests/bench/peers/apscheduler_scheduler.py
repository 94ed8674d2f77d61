# SPDX-License-Identifier: MIT
"""APScheduler's QtScheduler at the work of bench_scheduler: prints one JSON object.

usage: apscheduler_scheduler.py JOBS
"""
import datetime
import json
import resource
import sys
import tempfile
import time

from apscheduler.events import EVENT_ALL
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.qt import QtScheduler
from PyQt5.QtCore import QCoreApplication, QTimer

JOBS = int(sys.argv[1])
ROUNDS = 5
SECOND = datetime.timedelta(seconds=1)


class Scheduler(QtScheduler):
    """With whole milliseconds: newer Pythons give PyQt no float for them."""

    def _start_timer(self, wait_seconds):
        self._stop_timer()
        if wait_seconds is not None:
            self._timer = QTimer()
            self._timer.setSingleShot(True)
            self._timer.timeout.connect(self._process_jobs)
            self._timer.start(int(min(wait_seconds * 1000, 2147483647)))


def nothing():
    pass


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def adds_a_second(store, count):
    scheduler = Scheduler()
    scheduler.add_jobstore(store)
    scheduler.start(paused=True)
    began = time.perf_counter()
    for i in range(count):
        scheduler.add_job(nothing, "interval", days=1, id=str(i))
    taken = time.perf_counter() - began
    scheduler.shutdown(wait=False)
    return count / taken


caught = []


def catch():
    caught.append(None)


def overdue_seconds(app, count):
    """How long jobs in SQLite that were due before a restart take until all have run."""
    with tempfile.NamedTemporaryFile(suffix=".sqlite") as file:
        url = "sqlite:///" + file.name
        before = Scheduler(timezone="UTC")
        before.add_jobstore(SQLAlchemyJobStore(url=url))
        before.start(paused=True)
        past = datetime.datetime.now(datetime.timezone.utc) - SECOND
        for i in range(count):
            before.add_job(catch, "interval", days=1, next_run_time=past, id=str(i), misfire_grace_time=None)
        before.shutdown(wait=False)
        began = time.perf_counter()
        scheduler = Scheduler(timezone="UTC")
        scheduler.add_jobstore(SQLAlchemyJobStore(url=url))
        scheduler.start()
        while len(caught) < count:
            app.processEvents()
        taken = time.perf_counter() - began
        scheduler.shutdown(wait=False)
        return taken


def main():
    app = QCoreApplication(sys.argv)
    answer = {"memory_adds_a_second": adds_a_second(MemoryJobStore(), 5000)}
    with tempfile.NamedTemporaryFile(suffix=".sqlite") as file:
        answer["sqlite_adds_a_second"] = adds_a_second(SQLAlchemyJobStore(url="sqlite:///" + file.name), 300)

    lateness = []
    first = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + 4 * SECOND
    last = first + ROUNDS * SECOND

    def work():
        now = time.time()
        lateness.append(now - int(now))

    scheduler = Scheduler(timezone="UTC")
    scheduler.add_listener(lambda event: None, EVENT_ALL)
    for i in range(JOBS):
        scheduler.add_job(work, "interval", seconds=1, start_date=first, id=str(i), coalesce=True, misfire_grace_time=None)
    scheduler.start()
    before = []
    QTimer.singleShot(int((first - datetime.datetime.now(datetime.timezone.utc)).total_seconds() * 1000) - 100, lambda: before.append(cpu()))
    QTimer.singleShot(int((last - datetime.datetime.now(datetime.timezone.utc)).total_seconds() * 1000) + 500, app.quit)
    app.exec_()
    used = cpu() - before[0]
    scheduler.shutdown(wait=False)
    lateness.sort()
    answer.update(p99_ms=lateness[len(lateness) * 99 // 100] * 1000, cpu_us_a_run=used * 1e6 / len(lateness), runs=len(lateness))
    taken = overdue_seconds(app, JOBS)
    answer.update(overdue_s=taken, sqlite_runs_a_second=JOBS / taken)
    print(json.dumps(answer))


main()
