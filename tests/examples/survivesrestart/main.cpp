// SPDX-License-Identifier: MIT
// Jobs in a database survive a restart: survivesrestart FILE. The first start adds a job, each start runs it once more.
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>

#include <cstdio>

using namespace reveille;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    SchedulerParts parts;
    parts.functions.add(u"alarm"_s, [](const FunctionCall &call) {
        std::printf("Alarm of job %s\n", qPrintable(call.jobId.value));
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    SchedulerConfig config;
    config.jobStores[u"default"_s] = u"sqlite:"_s + application.arguments().value(1);
    QtScheduler scheduler(parts);
    if (const Result<void> ok = scheduler.configure(config); !ok)
        qFatal("%s", qPrintable(ok.error().text()));
    QObject::connect(&application, &QCoreApplication::aboutToQuit, &scheduler, [&] {
        QEventLoop loop; // until the ledger is written
        scheduler.shutdown(1s).then(&loop, [&](const Result<void> &) { loop.quit(); });
        loop.exec();
    });
    scheduler.start().then(&scheduler, [](const Result<void> &started) {
        if (!started)
            qFatal("%s", qPrintable(started.error().text()));
    });
    scheduler.allJobs().then(&scheduler, [&](const Result<QList<JobSnapshot>> &jobs) {
        std::printf("%d stored\n", int(jobs.value_or(QList<JobSnapshot>()).size()));
        if (jobs && jobs->isEmpty()) {
            scheduler.addJob({{u"id"_s, u"a"_s}, {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"alarm"_s}}},
                              {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"seconds"_s, 1}}}});
        }
    });
    return application.exec();
}
