// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/fieldform.h"

#include <QJsonObject>

class QCheckBox;
class QComboBox;

namespace reveille {

class TimeList;
class ToggleGrid;

/// A cron schedule that can be clicked together: which days, in which months, at which times.
class SimpleCronForm final : public FieldForm
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimpleCronForm)

public:
    explicit SimpleCronForm(QWidget *parent = nullptr);

    [[nodiscard]] Result<QJsonObject> trigger() const;
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger);

private:
    enum Days { EveryDay, Weekdays, Weekends, ChosenWeekdays, DaysOfMonth };

    void showFields();
    [[nodiscard]] Result<void> addTimes(QJsonObject &json) const;
    [[nodiscard]] bool setTimes(const QJsonObject &trigger);
    [[nodiscard]] bool setDays(const QJsonObject &trigger);

    QComboBox *m_days;
    ToggleGrid *m_weekdays;
    ToggleGrid *m_monthDays;
    TimeList *m_times;
    QCheckBox *m_someMonths;
    ToggleGrid *m_months;
};

} // namespace reveille
