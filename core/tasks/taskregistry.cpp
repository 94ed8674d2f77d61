// SPDX-License-Identifier: MIT
#include "core/tasks/taskregistry.h"

#include "core/tasks/commandtask.h"
#include "core/tasks/functiontask.h"
#include "core/tasks/httptask.h"
#include "core/tasks/remindertask.h"

#include <QCoreApplication>

namespace reveille {

using namespace Qt::StringLiterals;

TaskRegistry TaskRegistry::builtIn(const FunctionTable &functions)
{
    TaskRegistry registry;
    registry.add(std::make_shared<ReminderTask>());
    registry.add(std::make_shared<CommandTask>());
    registry.add(std::make_shared<HttpTask>());
    registry.add(std::make_shared<FunctionTask>(functions));
    return registry;
}

void TaskRegistry::add(std::shared_ptr<const TaskType> type)
{
    Q_ASSERT(!find(type->type()));
    m_types.push_back(std::move(type));
}

const TaskType *TaskRegistry::find(const QString &type) const
{
    for (const std::shared_ptr<const TaskType> &known : m_types) {
        if (known->type() == type)
            return known.get();
    }
    return nullptr;
}

QStringList TaskRegistry::types() const
{
    QStringList types;
    for (const std::shared_ptr<const TaskType> &known : m_types)
        types.append(known->type());
    return types;
}

Result<CheckedTask> TaskRegistry::check(const QJsonObject &task) const
{
    const QString type = task.value("type"_L1).toString();
    if (const TaskType *known = find(type))
        return known->check(task);
    return invalid(u"type"_s, QCoreApplication::translate("TaskRegistry", "“%1” is no task; there are %2")
                                  .arg(type, types().join(u", "_s)));
}

std::shared_ptr<const Function> TaskRegistry::function(const Job &job) const
{
    if (job.function)
        return job.function;
    const TaskType *type = find(job.taskType());
    return type ? type->function(job) : nullptr;
}

} // namespace reveille
