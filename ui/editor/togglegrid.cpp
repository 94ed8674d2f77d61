// SPDX-License-Identifier: MIT
#include "ui/editor/togglegrid.h"

#include <QGridLayout>
#include <QToolButton>

namespace reveille {

using namespace Qt::StringLiterals;

ToggleGrid::ToggleGrid(const QStringList &labels, const QStringList &names, int columns, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    int width = 0;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"toggle%1"_s.arg(i));
        button->setText(labels[i]);
        button->setAccessibleName(names.value(i, labels[i]));
        button->setToolTip(names.value(i));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        width = std::max(width, button->sizeHint().width() + 6);
        grid->addWidget(button, int(i) / columns, int(i) % columns);
        connect(button, &QToolButton::toggled, this, &ToggleGrid::changed);
        m_buttons.append(button);
    }
    for (QToolButton *button : std::as_const(m_buttons))
        button->setMinimumWidth(width);
    grid->setColumnStretch(columns, 1);
    setFocusProxy(m_buttons.constFirst());
}

QList<int> ToggleGrid::checked() const
{
    QList<int> indices;
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->isChecked())
            indices.append(i);
    }
    return indices;
}

void ToggleGrid::setChecked(const QList<int> &indices)
{
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(indices.contains(i));
}

} // namespace reveille
