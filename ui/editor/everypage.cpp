// SPDX-License-Identifier: MIT
#include "ui/editor/everypage.h"

#include "ui/editor/durationedit.h"
#include "ui/editor/optionaldate.h"
#include "ui/editor/walltime.h"

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

EveryPage::EveryPage(TimePoint now, QWidget *parent) : TriggerPage(parent), m_step(new DurationEdit(this))
{
    const QDate today = wallTime(now, Zone::system()).date();
    m_start = new OptionalDate(tr("Counted from"), QDateTime(today.addDays(1), QTime(0, 0), Qt::UTC), this);
    m_end = new OptionalDate(tr("Not after"), QDateTime(today.addDays(31), QTime(0, 0), Qt::UTC), this);
    m_step->setObjectName(u"step"_s);
    m_step->setNames(tr("Every so many"), tr("Unit of time"));
    m_step->setValue(10min);
    m_start->setObjectName(u"start"_s);
    m_end->setObjectName(u"end"_s);
    addField(tr("E&very:"), m_step, {u"seconds"_s, u"minutes"_s, u"hours"_s, u"days"_s, u"weeks"_s});
    addField(tr("S&tart:"), m_start, {u"start_date"_s}, tr("Without a start, the first run is one step from now."));
    addField(tr("E&nd:"), m_end, {u"end_date"_s});
    connect(m_step, &DurationEdit::changed, this, [this] { fieldChanged(m_step->unitKey()); });
    connect(m_start, &OptionalDate::changed, this, [this] { fieldChanged(u"start_date"_s); });
    connect(m_end, &OptionalDate::changed, this, [this] { fieldChanged(u"end_date"_s); });
}

Result<QJsonObject> EveryPage::trigger() const
{
    if (m_step->value() <= 0ms)
        return invalid(m_step->unitKey(), tr("Enter how much time lies between two runs"));
    QJsonObject json{{u"type"_s, u"interval"_s}, {m_step->unitKey(), m_step->number()}};
    if (const QJsonValue start = m_start->value(); !start.isNull())
        json.insert(u"start_date"_s, start);
    if (const QJsonValue end = m_end->value(); !end.isNull())
        json.insert(u"end_date"_s, end);
    return json;
}

bool EveryPage::setTrigger(const QJsonObject &trigger, const Zone &zone)
{
    if (trigger.value("type"_L1) != "interval"_L1)
        return false;
    const double seconds = trigger.value("weeks"_L1).toDouble() * 604'800 + trigger.value("days"_L1).toDouble() * 86'400
                         + trigger.value("hours"_L1).toDouble() * 3600 + trigger.value("minutes"_L1).toDouble() * 60
                         + trigger.value("seconds"_L1).toDouble();
    m_step->setValue(milliseconds(qRound64(seconds * 1000)));
    m_start->setValue(trigger.value("start_date"_L1), zone);
    m_end->setValue(trigger.value("end_date"_L1), zone);
    return true;
}

} // namespace reveille
