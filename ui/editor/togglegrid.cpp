// SPDX-License-Identifier: MIT
#include "ui/editor/togglegrid.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace reveille {

using namespace Qt::StringLiterals;

ToggleGrid::ToggleGrid(const QStringList &labels, const QStringList &names, int columns, QWidget *parent)
    : QWidget(parent)
    , m_columns(columns)
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
        button->installEventFilter(this);
        width = std::max(width, button->sizeHint().width() + 6);
        grid->addWidget(button, int(i) / columns, int(i) % columns);
        connect(button, &QToolButton::toggled, this, &ToggleGrid::changed);
        m_buttons.append(button);
    }
    for (QToolButton *button : std::as_const(m_buttons))
        button->setMinimumWidth(width);
    grid->setColumnStretch(columns, 1);
    takeTabTo(0);
}

bool ToggleGrid::eventFilter(QObject *watched, QEvent *event)
{
    const int index = int(m_buttons.indexOf(watched));
    if (event->type() == QEvent::FocusIn)
        takeTabTo(index);
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int along = isRightToLeft() ? -1 : 1;
    const int step = key == Qt::Key_Left    ? -along
                     : key == Qt::Key_Right ? along
                     : key == Qt::Key_Up    ? -m_columns
                     : key == Qt::Key_Down  ? m_columns
                                            : 0;
    if (step != 0 && index + step >= 0 && index + step < m_buttons.size())
        m_buttons[index + step]->setFocus(Qt::TabFocusReason); // with a frame that shows where it is
    return step != 0;
}

void ToggleGrid::takeTabTo(int index)
{
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setFocusPolicy(i == index ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(m_buttons[index]);
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
