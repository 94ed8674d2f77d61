// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/fieldform.h"

#include <QJsonObject>

namespace reveille {

/// The fields of one kind of task. To add one, write a subclass and name it in taskPages().
class TaskPage : public FieldForm
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskPage)

public:
    using FieldForm::FieldForm;

    /// The task's JSON form. An error where a field can't be said in it.
    [[nodiscard]] virtual Result<QJsonObject> task() const = 0;
    /// Shows a task in canonical form; false: this page can't show it.
    [[nodiscard]] virtual bool setTask(const QJsonObject &task) = 0;
};

struct TaskPageKind
{
    QString type; ///< of the task; empty for the page that shows any
    TaskPage *(*create)(QWidget *parent);
};

/// In the order in which the editor offers them; the last one shows any task that no other page can.
[[nodiscard]] QList<TaskPageKind> taskPages();

} // namespace reveille
