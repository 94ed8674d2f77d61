// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/functiontable.h"
#include "core/tasks/task.h"

#include <vector>

namespace reveille {

/// The table of task types. Filled before the engine starts and immutable after, hence thread-safe.
class TaskRegistry final
{
public:
    /// Reveille's own types: reminder, command, http, function. `functions`: what tasks of type `function` may name.
    [[nodiscard]] static TaskRegistry builtIn(const FunctionTable &functions = {});

    void add(std::shared_ptr<const TaskType> type);
    /// The type with this name, or null.
    [[nodiscard]] const TaskType *find(const QString &type) const;
    [[nodiscard]] QStringList types() const;

    /// Checks a task's JSON by its `type`. An unknown type is an error with key `type`.
    [[nodiscard]] Result<CheckedTask> check(const QJsonObject &task) const;

    /// The function that runs of a job call: its own, or what its task's type says; null: they wait on an event loop.
    [[nodiscard]] std::shared_ptr<const Function> function(const Job &job) const;

private:
    std::vector<std::shared_ptr<const TaskType>> m_types;
};

} // namespace reveille
