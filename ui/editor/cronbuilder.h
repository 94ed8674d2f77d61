// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/cronplan.h"
#include "ui/editor/fieldform.h"

class QCheckBox;
class QComboBox;

namespace reveille {

class StepSpan;
class TimeList;
class ToggleGrid;

/// A cron schedule clicked together: on which days, at which times, in which months.
class CronBuilder final : public FieldForm
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CronBuilder)

public:
    explicit CronBuilder(QWidget *parent = nullptr);

    [[nodiscard]] CronPlan plan() const;
    void setPlan(const CronPlan &plan);

private:
    void addDays();
    void addTimes();
    void addMonths();
    void showFields();

    QComboBox *m_days;
    ToggleGrid *m_positions;
    ToggleGrid *m_weekdays;
    ToggleGrid *m_monthDays;
    QComboBox *m_rhythm; ///< at certain times, or one of cronSteps()
    TimeList *m_times;
    StepSpan *m_span;
    QCheckBox *m_someMonths;
    ToggleGrid *m_months;
};

} // namespace reveille
