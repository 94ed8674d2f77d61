// SPDX-License-Identifier: MIT
// Calls a function every five seconds: everyfiveseconds [SECONDS [TIMES]]
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>

#include <cstdio>

using namespace reveille;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const double seconds = arguments.size() > 1 ? arguments[1].toDouble() : 5;
    int timesLeft = arguments.size() > 2 ? arguments[2].toInt() : -1;

    SchedulerConfig config;
    config.executors[u"default"_s].kind = SchedulerConfig::Executor::Kind::EventLoop; // so that the counter needs no lock
    QtScheduler scheduler;
    if (const Result<void> ok = scheduler.configure(config); !ok)
        qFatal("%s", qPrintable(ok.error().text()));
    scheduler.addJob(u"tick"_s, [&] {
        std::puts("Tick!");
        if (--timesLeft == 0)
            QCoreApplication::quit();
    }, {{u"type"_s, u"interval"_s}, {u"seconds"_s, seconds}});
    std::ignore = scheduler.start();
    return application.exec();
}
