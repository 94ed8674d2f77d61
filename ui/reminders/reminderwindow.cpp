// SPDX-License-Identifier: MIT
#include "ui/reminders/reminderwindow.h"

#include "ui/text/icons.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestBody = 2000;

} // namespace

ReminderWindow::ReminderWindow(const Notification &notification, QWidget *parent)
    : QFrame(parent, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::WindowDoesNotAcceptFocus)
    , m_id(notification.id)
{
    setObjectName(u"reminderWindow"_s);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameStyle(QFrame::Box | QFrame::Plain);
    setWindowTitle(notification.title);
    setAccessibleName(notification.title);
    setAccessibleDescription(notification.body);

    auto *sign = new QLabel(this);
    sign->setPixmap(icon(notification.urgent ? u"error"_s : u"reminder"_s).pixmap(32, 32));
    sign->setAccessibleName(notification.urgent ? tr("Error") : tr("Reminder"));
    auto *title = new QLabel(notification.title, this);
    title->setObjectName(u"title"_s);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    QFont font = title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    title->setFont(font);
    auto *body = new QLabel(notification.body.left(LongestBody), this);
    body->setObjectName(u"body"_s);
    body->setTextFormat(Qt::PlainText);
    body->setWordWrap(true);
    body->setVisible(!notification.body.isEmpty());
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeReminder"_s);
    close->setIcon(icon(u"close"_s));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close"));
    connect(close, &QToolButton::clicked, this, &QWidget::close);

    auto *head = new QHBoxLayout;
    head->addWidget(sign, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->addWidget(title);
    texts->addWidget(body);
    texts->addStretch(1);
    head->addLayout(texts, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (const Notification::Action &action : notification.actions) {
        if (action.key == "default"_L1) {
            m_hasDefault = true;
            setCursor(Qt::PointingHandCursor);
            continue;
        }
        auto *button = new QPushButton(action.label, this);
        button->setObjectName(u"action_"_s + action.key);
        button->setCursor(Qt::ArrowCursor);
        connect(button, &QPushButton::clicked, this, [this, key = action.key] { invoke(key); });
        buttons->addWidget(button);
    }
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(10);
    rows->addLayout(head);
    rows->addLayout(buttons);
    const int width = std::max(fontMetrics().averageCharWidth() * 50, sizeHint().width());
    setFixedWidth(width);
    resize(width, rows->hasHeightForWidth() ? rows->totalHeightForWidth(width) : sizeHint().height());
}

void ReminderWindow::invoke(const QString &key)
{
    Q_EMIT actionInvoked(m_id, key);
    close();
}

void ReminderWindow::closeEvent(QCloseEvent *event)
{
    QFrame::closeEvent(event);
    Q_EMIT closed(m_id);
}

void ReminderWindow::mouseReleaseEvent(QMouseEvent *event)
{
    QFrame::mouseReleaseEvent(event);
    if (m_hasDefault && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        invoke(u"default"_s);
}

} // namespace reveille
