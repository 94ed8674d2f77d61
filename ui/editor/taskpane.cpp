// SPDX-License-Identifier: MIT
#include "ui/editor/taskpane.h"

#include "ui/editor/choicebar.h"
#include "ui/editor/pagestack.h"
#include "ui/editor/taskpage.h"
#include "ui/text/icons.h"

namespace reveille {

using namespace Qt::StringLiterals;

TaskPane::TaskPane(QWidget *parent) : FieldForm(parent), m_kind(new ChoiceBar(this)), m_stack(new PageStack(this))
{
    m_kind->setObjectName(u"what"_s);
    m_kind->setAccessibleName(tr("What it does"));
    addWide(m_kind);
    addWide(m_stack, {u"task"_s, u"type"_s});
    for (const TaskPageKind &kind : taskPages()) {
        const bool any = kind.type.isEmpty();
        m_kind->addChoice(any ? u"keptKind"_s : kind.type, any ? tr("As it is") : taskName(kind.type),
                          taskIcon(kind.type));
        TaskPage *page = kind.create(m_stack);
        page->setObjectName((any ? u"keptTask"_s : kind.type) + u"Page"_s);
        m_stack->addPage(page);
        m_pages.append(page);
        connect(page, &FieldForm::changed, this, [this] { m_given.reset(); fieldChanged(u"task"_s); });
    }
    m_kind->setChoiceVisible(int(m_pages.size()) - 1, false);
    connect(m_kind, &ChoiceBar::chosen, this, [this](int index) {
        m_stack->setCurrent(index);
        m_given.reset();
        fieldChanged(u"task"_s);
    });
}

TaskPage *TaskPane::page() const
{
    return m_pages[m_kind->current()];
}

Result<QJsonObject> TaskPane::task() const
{
    return m_given ? Result<QJsonObject>(*m_given) : page()->task();
}

void TaskPane::setTask(const QJsonObject &task)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (!m_pages[i]->setTask(task))
            continue;
        m_kind->setChoiceVisible(int(m_pages.size()) - 1, i == m_pages.size() - 1);
        m_kind->setCurrent(i);
        break;
    }
    m_given = task;
    Q_EMIT changed();
}

bool TaskPane::showError(const Error &error)
{
    return page()->showError(error) || FieldForm::showError(error);
}

void TaskPane::clearErrors()
{
    FieldForm::clearErrors();
    for (TaskPage *page : std::as_const(m_pages))
        page->clearErrors();
}

void TaskPane::touchAll()
{
    FieldForm::touchAll();
    for (TaskPage *page : std::as_const(m_pages))
        page->touchAll();
}

} // namespace reveille
