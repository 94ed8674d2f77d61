// SPDX-License-Identifier: MIT
#include "ui/editor/calendarpage.h"

#include "core/scheduler/engine.h"
#include "ui/editor/calendarstepedit.h"
#include "ui/editor/optionaldate.h"
#include "ui/editor/walltime.h"

#include <QLabel>
#include <QTimeEdit>

namespace reveille {

using namespace Qt::StringLiterals;

CalendarPage::CalendarPage(const Engine &engine, QWidget *parent)
    : TriggerPage(parent)
    , m_step(new CalendarStepEdit(this))
    , m_time(new QTimeEdit(QTime(9, 0), this))
    , m_start(new DateField(DateField::Precision::Day, midnight(engine.clock()), this))
    , m_passedOver(new QLabel(this))
    , m_end(new OptionalDate(tr("Not after"), DateField::Precision::Day, midnight(engine.clock()).addYears(1), this))
{
    m_step->setObjectName(u"calendarStep"_s);
    m_time->setObjectName(u"time"_s);
    m_time->setDisplayFormat(u"HH:mm"_s);
    m_time->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_start->setObjectName(u"startDate"_s);
    m_passedOver->setObjectName(u"passedOver"_s);
    m_passedOver->setWordWrap(true);
    m_passedOver->setForegroundRole(QPalette::PlaceholderText);
    m_end->setObjectName(u"end"_s);
    addField(tr("E&very:"), m_step, CalendarStepEdit::keys());
    addField(tr("A&t:"), m_time, {u"hour"_s, u"minute"_s, u"second"_s});
    addField(tr("&Start:"), m_start, {u"start_date"_s});
    addField({}, m_passedOver, {});
    addField(tr("&End:"), m_end, {u"end_date"_s});
    connect(m_step, &CalendarStepEdit::changed, this, [this] {
        explain();
        fieldChanged(u"days"_s);
    });
    connect(m_time, &QTimeEdit::timeChanged, this, [this] { fieldChanged(u"hour"_s); });
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, [this] {
        explain();
        fieldChanged(u"start_date"_s);
    });
    connect(m_end, &OptionalDate::changed, this, [this] { fieldChanged(u"end_date"_s); });
    explain();
}

void CalendarPage::explain()
{
    const QDate start = m_start->date();
    m_passedOver->setText(tr("Months without a day %1 are passed over.").arg(start.day()));
    setFieldVisible(m_passedOver, m_step->passesOverMonths(start));
}

Result<QJsonObject> CalendarPage::trigger(const QString &zone) const
{
    const QTime time = m_time->time();
    QJsonObject json{{u"type"_s, u"calendarinterval"_s},
                     {u"hour"_s, time.hour()},
                     {u"minute"_s, time.minute()},
                     {u"second"_s, time.second()},
                     {u"start_date"_s, m_start->written(zone)}};
    m_step->writeTo(json);
    m_end->writeTo(json, u"end_date"_s, zone);
    return json;
}

bool CalendarPage::setTrigger(const QJsonObject &trigger, const Zone &zone)
{
    if (trigger.value("type"_L1) != "calendarinterval"_L1)
        return false;
    const QTime time(trigger.value("hour"_L1).toInt(), trigger.value("minute"_L1).toInt(),
                     trigger.value("second"_L1).toInt());
    if (!time.isValid() ||
        (trigger.contains("start_date"_L1) && !m_start->setWritten(trigger.value("start_date"_L1).toString(), zone)))
        return false;
    if (!m_step->setStep(trigger))
        return false;
    m_time->setDisplayFormat(time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    m_time->setTime(time);
    return m_end->setValue(trigger.value("end_date"_L1), zone);
}

} // namespace reveille
