// SPDX-License-Identifier: MIT
#include "ui/main/messagebar.h"

#include "ui/text/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace reveille {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget *parent) : QFrame(parent), m_sign(new QLabel(this)), m_text(new QLabel(this))
{
    setObjectName(u"messageBar"_s);
    setAccessibleName(tr("Message"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeMessage"_s);
    close->setIcon(icon(u"close"_s));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(8, 4, 4, 4);
    line->addWidget(m_sign);
    line->addWidget(m_text, 1);
    line->addWidget(close);
    hide();
}

void MessageBar::showError(const QString &message)
{
    tell(message, u"error"_s, tr("Error"));
}

void MessageBar::showNote(const QString &message)
{
    tell(message, u"info"_s, tr("Note"));
}

void MessageBar::tell(const QString &message, const QString &sign, const QString &spoken)
{
    const int size = fontMetrics().height() + 4;
    m_sign->setPixmap(icon(sign).pixmap(size, size));
    m_sign->setAccessibleName(spoken);
    m_text->setText(message);
    show();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace reveille
