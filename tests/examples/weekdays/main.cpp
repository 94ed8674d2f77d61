// SPDX-License-Identifier: MIT
// Calls a function at 06:30 on weekdays, and ends after the first time.
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>

#include <cstdio>

using namespace reveille;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QtScheduler scheduler;
    const auto wakeUp = [](const FunctionCall &call) {
        std::printf("Good morning, it is %s\n", qPrintable(formatInstant(call.scheduledAt)));
    };
    scheduler.addJob(u"wake up"_s, wakeUp, {{u"type"_s, u"cron"_s}, {u"day_of_week"_s, u"mon-fri"_s}, {u"hour"_s, 6}, {u"minute"_s, 30}, {u"timezone"_s, u"UTC"_s}});
    std::fputs(qPrintable(scheduler.describeJobs()), stdout);
    QObject::connect(&scheduler, &QtScheduler::eventsHappened, &application, [](const QList<Event> &events) {
        for (const Event &event : events) {
            if (event.type == EventType::JobExecuted)
                QCoreApplication::quit();
        }
    });
    std::ignore = scheduler.start();
    return application.exec();
}
