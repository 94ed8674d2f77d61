// SPDX-License-Identifier: MIT
// Writes runs into a SQLite store until it is killed, and prints the id of each that the store has confirmed.
#include "core/stores/sqlitestore.h"
#include "core/time/clock.h"

#include <QCoreApplication>

#include <cstdio>

using namespace reveille;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const SystemClock clock;
    SqliteStore store(application.arguments().value(1), clock);
    if (!store.open().result())
        return 1;
    for (qint64 i = 0;; ++i) {
        Run run;
        run.id = RunId::create();
        run.jobId = {QStringLiteral("a")};
        run.scheduledAt = TimePoint(milliseconds(i));
        run.dueAt = run.scheduledAt;
        run.output = QByteArray(1000, 'x');
        if (!store.record({run}).result())
            return 1;
        std::puts(qPrintable(run.id.value));
        std::fflush(stdout);
    }
}
