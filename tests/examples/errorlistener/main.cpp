// SPDX-License-Identifier: MIT
// Hears of the jobs that fail, and ends when it has heard of three.
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>

#include <cstdio>
#include <stdexcept>

using namespace reveille;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QtScheduler scheduler;
    int failures = 0;
    scheduler.addListener([&](const Event &event) {
        std::printf("%s failed: %s\n", qPrintable(event.job->name), qPrintable(event.run->reason));
        if (++failures == 3)
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    }, EventType::JobError | EventType::JobMissed);
    scheduler.addJob(u"backup"_s, []() -> void { throw std::runtime_error("the disk is full"); },
                     {{u"type"_s, u"interval"_s}, {u"seconds"_s, 0.3}});
    std::ignore = scheduler.start();
    return application.exec();
}
