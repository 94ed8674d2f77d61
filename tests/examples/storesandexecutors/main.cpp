// SPDX-License-Identifier: MIT
// Two job stores and two executors: what computes much runs in worker processes of this program. storesandexecutors FILE
#include <core/executors/workermain.h>
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

using namespace reveille;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    SchedulerParts parts;
    parts.functions.add(u"sum"_s, [](const FunctionCall &call) {
        qint64 sum = 0;
        for (int i = 1; i <= call.arguments.value(u"to"_s).toInt(); ++i)
            sum += i;
        return QJsonObject{{u"sum"_s, sum}, {u"pid"_s, qint64(::getpid())}};
    });
    if (const std::optional<int> exitCode = runWorkerIfAsked(argc, argv, parts.functions))
        return *exitCode;

    QCoreApplication application(argc, argv);
    const Result<SchedulerConfig> config = SchedulerConfig::fromMap({
        {u"apscheduler.jobstores.default.type"_s, u"memory"_s},
        {u"apscheduler.jobstores.disk.url"_s, u"sqlite:"_s + application.arguments().value(1)},
        {u"apscheduler.executors.default.type"_s, u"threadpool"_s},
        {u"apscheduler.executors.processpool.type"_s, u"processpool"_s},
        {u"apscheduler.executors.processpool.max_workers"_s, 2},
        {u"apscheduler.job_defaults.coalesce"_s, false},
        {u"apscheduler.timezone"_s, u"UTC"_s},
    });
    QtScheduler scheduler(parts);
    if (const Result<void> ok = config.and_then([&](const SchedulerConfig &c) { return scheduler.configure(c); }); !ok)
        qFatal("%s", qPrintable(ok.error().text()));
    int ended = 0;
    QObject::connect(&scheduler, &QtScheduler::eventsHappened, &application, [&](const QList<Event> &events) {
        for (const Event &event : events) {
            if (event.type != EventType::JobExecuted)
                continue;
            std::printf("%s: %s\n", qPrintable(event.jobId().value), event.run->output.constData());
            ++ended;
        }
        if (ended == 2)
            scheduler.shutdown(1s).then(qApp, [](const Result<void> &) { QCoreApplication::quit(); });
    });
    const auto task = [](int to) { return QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"sum"_s}, {u"arguments"_s, QJsonObject{{u"to"_s, to}}}}; };
    scheduler.addJob({{u"id"_s, u"small"_s}, {u"task"_s, task(10)}});
    scheduler.addJob({{u"id"_s, u"large"_s}, {u"task"_s, task(1'000'000)}, {u"store"_s, u"disk"_s}, {u"executor"_s, u"processpool"_s}});
    std::ignore = scheduler.start();
    return application.exec();
}
