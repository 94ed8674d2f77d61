// SPDX-License-Identifier: MIT
#include "ui/editor/choicebar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace reveille {

ChoiceBar::ChoiceBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        // Tab comes to the one that is down, the arrow keys to its neighbours.
        for (QAbstractButton *button : m_group->buttons())
            button->setFocusPolicy(m_group->id(button) == id ? Qt::StrongFocus : Qt::ClickFocus);
        setFocusProxy(m_group->button(id));
        Q_EMIT chosen(id);
    });
}

void ChoiceBar::addChoice(const QString &name, const QString &label, const QIcon &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(label);
    button->setIcon(icon);
    button->setToolButtonStyle(icon.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::ClickFocus);
    button->setMinimumHeight(button->fontMetrics().height() + 14);
    button->setMinimumWidth(button->sizeHint().width() + 12);
    const int id = int(m_group->buttons().size());
    m_group->addButton(button, id);
    m_layout->insertWidget(id, button);
    if (id == 0)
        button->setChecked(true);
}

void ChoiceBar::setChoiceVisible(int index, bool visible)
{
    m_group->button(index)->setVisible(visible);
}

int ChoiceBar::current() const
{
    return m_group->checkedId();
}

void ChoiceBar::setCurrent(int index)
{
    m_group->button(index)->setChecked(true);
}

} // namespace reveille
