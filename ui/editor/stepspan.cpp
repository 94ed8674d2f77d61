// SPDX-License-Identifier: MIT
#include "ui/editor/stepspan.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace reveille {

using namespace Qt::StringLiterals;

StepSpan::StepSpan(QWidget *parent)
    : QWidget(parent)
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_minuteLabel(new QLabel(tr("at minute"), this))
    , m_minute(new QSpinBox(this))
{
    for (int hour = 0; hour < 24; ++hour) {
        m_from->addItem(QTime(hour, 0).toString(u"HH:mm"_s));
        m_to->addItem(QTime(hour, 59).toString(u"HH:mm"_s));
    }
    m_from->setObjectName(u"fromHour"_s);
    m_from->setAccessibleName(tr("From this hour on"));
    m_to->setObjectName(u"toHour"_s);
    m_to->setAccessibleName(tr("To the end of this hour"));
    m_to->setCurrentIndex(23);
    m_minute->setObjectName(u"atMinute"_s);
    m_minute->setAccessibleName(tr("Minute of the hour to begin with"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("from", "an hour"), this));
    layout->addWidget(m_from);
    layout->addWidget(new QLabel(tr("to", "an hour"), this));
    layout->addWidget(m_to);
    layout->addSpacing(8);
    layout->addWidget(m_minuteLabel);
    layout->addWidget(m_minute);
    layout->addStretch(1);
    setFocusProxy(m_from);
    connect(m_from, &QComboBox::currentIndexChanged, this, &StepSpan::changed);
    connect(m_to, &QComboBox::currentIndexChanged, this, &StepSpan::changed);
    connect(m_minute, &QSpinBox::valueChanged, this, &StepSpan::changed);
}

void StepSpan::setStep(CronStep step)
{
    const int most = step.unit == CronStep::Hours ? 59 : step.unit == CronStep::Minutes ? step.count - 1 : 0;
    m_minute->setMaximum(most);
    m_minute->setVisible(most > 0);
    m_minuteLabel->setVisible(most > 0);
}

void StepSpan::writeTo(CronPlan &plan) const
{
    plan.fromHour = m_from->currentIndex();
    plan.toHour = m_to->currentIndex();
    plan.atMinute = m_minute->value();
}

void StepSpan::setPlan(const CronPlan &plan)
{
    if (plan.step)
        setStep(*plan.step);
    m_from->setCurrentIndex(plan.fromHour);
    m_to->setCurrentIndex(plan.toHour);
    m_minute->setValue(plan.atMinute);
}

} // namespace reveille
