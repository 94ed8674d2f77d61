// SPDX-License-Identifier: MIT
#include "ui/editor/oncepage.h"

#include "ui/editor/walltime.h"

#include <QDateTimeEdit>

namespace reveille {

using namespace Qt::StringLiterals;

OncePage::OncePage(TimePoint now, QWidget *parent) : TriggerPage(parent), m_when(new QDateTimeEdit(this))
{
    m_when->setObjectName(u"runDate"_s);
    m_when->setTimeSpec(Qt::UTC);
    m_when->setCalendarPopup(true);
    m_when->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    const QDate tomorrow = wallTime(now, Zone::system()).date().addDays(1);
    m_when->setDateTime(QDateTime(tomorrow, QTime(9, 0), Qt::UTC));
    m_when->setMinimumWidth(m_when->fontMetrics().averageCharWidth() * 24);
    m_when->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addField(tr("&Date and time:"), m_when, {u"run_date"_s});
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, [this] { fieldChanged(u"run_date"_s); });
}

Result<QJsonObject> OncePage::trigger() const
{
    return QJsonObject{{u"type"_s, u"date"_s}, {u"run_date"_s, toWritten(m_when->dateTime())}};
}

bool OncePage::setTrigger(const QJsonObject &trigger, const Zone &zone)
{
    const QDateTime when = wallTime(trigger.value("run_date"_L1).toString(), zone);
    if (trigger.value("type"_L1) != "date"_L1 || !when.isValid())
        return false;
    if (when.time().second() != 0)
        m_when->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_when->setDateTime(when);
    return true;
}

} // namespace reveille
