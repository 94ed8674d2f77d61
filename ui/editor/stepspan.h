// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/cronplan.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace reveille {

/// Between which hours a step of a cron schedule comes round, and with which minute it begins.
class StepSpan final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepSpan)

public:
    explicit StepSpan(QWidget *parent = nullptr);

    /// What minutes there are to begin with depends on the step.
    void setStep(CronStep step);
    /// Writes the hours and the minute.
    void writeTo(CronPlan &plan) const;
    void setPlan(const CronPlan &plan);

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_from;
    QComboBox *m_to;
    QLabel *m_minuteLabel;
    QSpinBox *m_minute;
};

} // namespace reveille
