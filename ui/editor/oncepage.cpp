// SPDX-License-Identifier: MIT
#include "ui/editor/oncepage.h"

#include "core/scheduler/engine.h"
#include "ui/editor/datefield.h"
#include "ui/editor/walltime.h"

namespace reveille {

using namespace Qt::StringLiterals;

OncePage::OncePage(const Engine &engine, QWidget *parent)
    : TriggerPage(parent)
    , m_when(new DateField(DateField::Precision::Minute, midnight(engine.clock()).addDays(1).addSecs(9 * 3600), this))
{
    m_when->setObjectName(u"runDate"_s);
    addField(tr("&Date and time:"), m_when, {u"run_date"_s});
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, [this] { fieldChanged(u"run_date"_s); });
}

Result<QJsonObject> OncePage::trigger(const QString &zone) const
{
    return QJsonObject{{u"type"_s, u"date"_s}, {u"run_date"_s, m_when->written(zone)}};
}

bool OncePage::setTrigger(const QJsonObject &trigger, const Zone &zone)
{
    return trigger.value("type"_L1) == "date"_L1 && m_when->setWritten(trigger.value("run_date"_L1).toString(), zone);
}

} // namespace reveille
