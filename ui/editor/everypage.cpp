// SPDX-License-Identifier: MIT
#include "ui/editor/everypage.h"

#include "core/scheduler/engine.h"
#include "ui/editor/durationedit.h"
#include "ui/editor/optionaldate.h"
#include "ui/editor/walltime.h"

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

EveryPage::EveryPage(const Engine &engine, QWidget *parent) : TriggerPage(parent), m_step(new DurationEdit(this))
{
    const QDateTime today = midnight(engine.clock());
    m_start = new OptionalDate(tr("Counted from"), DateField::Precision::Minute, today.addDays(1), this);
    m_end = new OptionalDate(tr("Not after"), DateField::Precision::Minute, today.addDays(31), this);
    m_step->setObjectName(u"step"_s);
    m_step->setNames(tr("Every so many"), tr("Unit of time"));
    m_step->setValue(10min);
    m_start->setObjectName(u"start"_s);
    m_end->setObjectName(u"end"_s);
    addField(tr("E&very:"), m_step, {u"seconds"_s, u"minutes"_s, u"hours"_s, u"days"_s, u"weeks"_s});
    addField(tr("&Start:"), m_start, {u"start_date"_s}, tr("Without a start, the first run is one step from now."));
    addField(tr("&End:"), m_end, {u"end_date"_s});
    connect(m_step, &DurationEdit::changed, this, [this] { fieldChanged(m_step->unitKey()); });
    connect(m_start, &OptionalDate::changed, this, [this] { fieldChanged(u"start_date"_s); });
    connect(m_end, &OptionalDate::changed, this, [this] { fieldChanged(u"end_date"_s); });
}

Result<QJsonObject> EveryPage::trigger(const QString &zone) const
{
    if (m_step->value() <= 0ms)
        return invalid(m_step->unitKey(), tr("Enter how much time lies between two runs"));
    QJsonObject json{{u"type"_s, u"interval"_s}, {m_step->unitKey(), m_step->number()}};
    m_start->writeTo(json, u"start_date"_s, zone);
    m_end->writeTo(json, u"end_date"_s, zone);
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
    return m_start->setValue(trigger.value("start_date"_L1), zone) && m_end->setValue(trigger.value("end_date"_L1), zone);
}

} // namespace reveille
