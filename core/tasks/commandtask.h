// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/task.h"

#include <QCoreApplication>

namespace reveille {

/// Runs a program: {"type": "command"} with `program` and `arguments`, or `command_line`, which goes to a shell with
/// "shell": true and else is split as a shell would; `working_directory` (absolute), `environment` (added to ours),
/// `timeout` (seconds; 0: none) and `success_exit_codes` ("0" by default, "0,2-4").
class CommandTask final : public TaskType
{
    Q_DECLARE_TR_FUNCTIONS(CommandTask)

public:
    [[nodiscard]] QString type() const override { return QStringLiteral("command"); }
    [[nodiscard]] Result<CheckedTask> check(const QJsonObject &task) const override;
    [[nodiscard]] std::unique_ptr<TaskRun> createRun(const QJsonObject &task, const TaskContext &context,
                                                     const TaskServices &services) const override;
};

} // namespace reveille
