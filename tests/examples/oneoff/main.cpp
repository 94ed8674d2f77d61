// SPDX-License-Identifier: MIT
// Calls a registered function once, in a second, with arguments.
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>

#include <cstdio>

using namespace reveille;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    SchedulerParts parts;
    parts.functions.add(u"mail.send"_s, [](const FunctionCall &call) {
        std::printf("To %s: %s\n", qPrintable(call.arguments.value(u"to"_s).toString()), qPrintable(call.arguments.value(u"text"_s).toString()));
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QtScheduler scheduler(parts);
    const QJsonObject task{{u"type"_s, u"function"_s}, {u"name"_s, u"mail.send"_s},
                           {u"arguments"_s, QJsonObject{{u"to"_s, u"ada@example.org"_s}, {u"text"_s, u"The report is ready"_s}}}};
    const TimePoint soon = SystemClock().now() + 1s;
    scheduler.addJob({{u"task"_s, task}, {u"trigger"_s, QJsonObject{{u"type"_s, u"date"_s}, {u"run_date"_s, formatInstant(soon)}}}});
    std::ignore = scheduler.start();
    return application.exec();
}
