// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/taskpage.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace reveille {

class DurationEdit;

/// A program or a shell's command line, with its surroundings.
class CommandPage final : public TaskPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPage)

public:
    explicit CommandPage(QWidget *parent = nullptr);

    [[nodiscard]] Result<QJsonObject> task() const override;
    [[nodiscard]] bool setTask(const QJsonObject &task) override;

private:
    QLineEdit *m_line;
    QCheckBox *m_shell;
    QLineEdit *m_directory;
    QPlainTextEdit *m_environment;
    DurationEdit *m_timeout;
    QLineEdit *m_exitCodes;
    QJsonObject m_given; ///< as set, for what has no field here
};

} // namespace reveille
