// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/taskpage.h"

class QCheckBox;
class QPlainTextEdit;
class QSlider;

namespace reveille {

/// A message, with or without a sound.
class ReminderPage final : public TaskPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReminderPage)

public:
    explicit ReminderPage(QWidget *parent = nullptr);

    [[nodiscard]] Result<QJsonObject> task() const override;
    [[nodiscard]] bool setTask(const QJsonObject &task) override;

private:
    QPlainTextEdit *m_message;
    QCheckBox *m_sound;
    QSlider *m_volume;
    QJsonObject m_given; ///< as set, for what has no field here
};

} // namespace reveille
