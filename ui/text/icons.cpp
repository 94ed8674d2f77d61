// SPDX-License-Identifier: MIT
#include "ui/text/icons.h"

#include "ui/text/svgiconengine.h"

#include <QCoreApplication>
#include <QHash>

namespace reveille {

using namespace Qt::StringLiterals;

QIcon icon(const QString &name)
{
    static QHash<QString, QIcon> loaded;
    auto it = loaded.find(name);
    if (it == loaded.end())
        it = loaded.insert(name, QIcon(new SvgIconEngine(u":/icons/%1.svg"_s.arg(name))));
    return *it;
}

QIcon taskIcon(const QString &taskType)
{
    static const QStringList own{u"reminder"_s, u"command"_s, u"http"_s};
    return icon(own.contains(taskType) ? taskType : u"task"_s);
}

QString taskName(const QString &taskType)
{
    if (taskType == "reminder"_L1)
        return QCoreApplication::translate("TaskName", "Reminder");
    if (taskType == "command"_L1)
        return QCoreApplication::translate("TaskName", "Command");
    if (taskType == "http"_L1)
        return QCoreApplication::translate("TaskName", "Web request");
    if (taskType == "function"_L1)
        return QCoreApplication::translate("TaskName", "Function");
    return taskType;
}

QString stateText(const Run &run)
{
    if (run.state == RunState::Waiting)
        return QCoreApplication::translate("RunState", "Waiting");
    if (run.state == RunState::Claimed) // its executor has no place for it yet
        return QCoreApplication::translate("RunState", "Queued");
    if (run.state == RunState::Running)
        return QCoreApplication::translate("RunState", "Running");
    return run.outcome ? describe(*run.outcome) : QString();
}

QIcon stateIcon(const Run &run)
{
    if (run.state == RunState::Waiting || run.state == RunState::Claimed)
        return icon(u"waiting"_s);
    if (run.isActive())
        return icon(u"running"_s);
    return run.outcome ? icon(toString(*run.outcome)) : QIcon();
}

} // namespace reveille
