// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/task.h"

#include <QCoreApplication>

namespace reveille {

/// Makes a web request: {"type": "http", "url"} with `method`, `headers`, `body`, `expected_status` ("200-299" by default)
/// and `timeout`, the seconds for all of it (60 by default).
class HttpTask final : public TaskType
{
    Q_DECLARE_TR_FUNCTIONS(HttpTask)

public:
    [[nodiscard]] QString type() const override { return QStringLiteral("http"); }
    [[nodiscard]] Result<CheckedTask> check(const QJsonObject &task) const override;
    [[nodiscard]] std::unique_ptr<TaskRun> createRun(const QJsonObject &task, const TaskContext &context,
                                                     const TaskServices &services) const override;
};

} // namespace reveille
