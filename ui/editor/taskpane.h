// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/fieldform.h"

#include <QJsonObject>

namespace reveille {

class ChoiceBar;
class PageStack;
class TaskPage;

/// What a job does: the kind of task and its page.
class TaskPane final : public FieldForm
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskPane)

public:
    explicit TaskPane(QWidget *parent = nullptr);

    [[nodiscard]] Result<QJsonObject> task() const;
    /// Shows the task; until something is changed, task() is exactly this.
    void setTask(const QJsonObject &task);

    bool showError(const Error &error) override;
    void clearErrors() override;
    void touchAll() override;

private:
    [[nodiscard]] TaskPage *page() const;

    ChoiceBar *m_kind;
    PageStack *m_stack;
    QList<TaskPage *> m_pages;
    std::optional<QJsonObject> m_given; ///< as set, while nobody has changed it
};

} // namespace reveille
