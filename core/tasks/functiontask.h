// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/functiontable.h"
#include "core/tasks/task.h"

#include <QCoreApplication>

namespace reveille {

/// Calls a C++ function: {"type": "function", "name", "arguments", "timeout"}. `name` is one of a FunctionTable; `timeout` is
/// in seconds, 0 for none. Where the function is called, and what a timeout or cancelling can do about it, is the executor's.
/// A job that brings its own function (Job::function) has a task without a name, which only checkOwn() accepts.
class FunctionTask final : public TaskType
{
    Q_DECLARE_TR_FUNCTIONS(FunctionTask)

public:
    explicit FunctionTask(FunctionTable functions) : m_functions(std::move(functions)) {}

    /// Checks the task of a job with a function of its own, in place of check().
    [[nodiscard]] static Result<CheckedTask> checkOwn(const QJsonObject &task);

    [[nodiscard]] QString type() const override { return QStringLiteral("function"); }
    /// A name that is not registered is an error with key `name` which says what is.
    [[nodiscard]] Result<CheckedTask> check(const QJsonObject &task) const override;
    [[nodiscard]] std::unique_ptr<TaskRun> createRun(const QJsonObject &, const TaskContext &,
                                                     const TaskServices &) const override { return nullptr; }
    /// The job's own or the registered one. Never null: of an unknown name it is one that throws.
    [[nodiscard]] std::shared_ptr<const Function> function(const Job &job) const override;

private:
    [[nodiscard]] QString unknownName(const QString &name) const;

    const FunctionTable m_functions;
};

} // namespace reveille
