// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/task.h"

#include <QCoreApplication>

namespace reveille {

/// Shows a message: {"type": "reminder", "message", "sound", "volume"}. `sound` is "bell" (default) or empty for none;
/// `volume` is in percent. A run succeeds once the message was shown.
class ReminderTask final : public TaskType
{
    Q_DECLARE_TR_FUNCTIONS(ReminderTask)

public:
    [[nodiscard]] QString type() const override { return QStringLiteral("reminder"); }
    [[nodiscard]] Result<CheckedTask> check(const QJsonObject &task) const override;
    [[nodiscard]] std::unique_ptr<TaskRun> createRun(const QJsonObject &task, const TaskContext &context,
                                                     const TaskServices &services) const override;
};

} // namespace reveille
