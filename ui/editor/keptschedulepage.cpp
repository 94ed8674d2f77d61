// SPDX-License-Identifier: MIT
#include "ui/editor/keptschedulepage.h"

#include <QFontDatabase>
#include <QJsonDocument>
#include <QPlainTextEdit>

namespace reveille {

using namespace Qt::StringLiterals;

KeptSchedulePage::KeptSchedulePage(const Engine &, QWidget *parent) : TriggerPage(parent), m_text(new QPlainTextEdit(this))
{
    m_text->setObjectName(u"keptTrigger"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMaximumHeight(m_text->fontMetrics().height() * 8);
    addField(tr("Schedule:"), m_text, {},
             tr("This schedule was made elsewhere and is kept as it is. Choose another kind to replace it."));
}

bool KeptSchedulePage::setTrigger(const QJsonObject &trigger, const Zone &)
{
    m_trigger = trigger;
    m_hasZone = trigger.contains("timezone"_L1);
    m_text->setPlainText(QString::fromUtf8(QJsonDocument(trigger).toJson()).trimmed());
    Q_EMIT changed();
    return true;
}

} // namespace reveille
