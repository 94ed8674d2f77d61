// SPDX-License-Identifier: MIT
// A clock process that wakes a site every ten minutes: siteawake URL [SECONDS]
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>

#include <cstdio>

using namespace reveille;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int seconds = arguments.size() > 2 ? arguments[2].toInt() : 600;

    QtScheduler scheduler;
    QObject::connect(&scheduler, &QtScheduler::eventsHappened, &application, [](const QList<Event> &events) {
        for (const Event &event : events)
            std::puts(qPrintable(event.describe()));
        std::fflush(stdout);
    });
    scheduler.addJob({{u"id"_s, u"wake"_s},
                      {u"task"_s, QJsonObject{{u"type"_s, u"http"_s}, {u"method"_s, u"GET"_s}, {u"url"_s, arguments.value(1)}}},
                      {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"seconds"_s, seconds}}}})
        .then(&application, [](const Result<JobHandle> &job) {
            if (!job)
                qFatal("%s", qPrintable(job.error().text()));
        });
    std::ignore = scheduler.start();
    return application.exec();
}
