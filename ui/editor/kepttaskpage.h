// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/taskpage.h"

class QPlainTextEdit;

namespace reveille {

/// Shows a task that has no page of its own and keeps it as it is.
class KeptTaskPage final : public TaskPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeptTaskPage)

public:
    explicit KeptTaskPage(QWidget *parent = nullptr);

    [[nodiscard]] Result<QJsonObject> task() const override;
    [[nodiscard]] bool setTask(const QJsonObject &task) override;

private:
    QPlainTextEdit *m_text;
    QJsonObject m_given;
};

} // namespace reveille
