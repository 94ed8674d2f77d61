// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/triggerpage.h"

class QLabel;
class QTimeEdit;

namespace reveille {

class CalendarStepEdit;
class DateField;
class OptionalDate;

/// Every so many years, months, weeks or days of the calendar, at a time of day.
class CalendarPage final : public TriggerPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CalendarPage)

public:
    CalendarPage(const Engine &engine, QWidget *parent);

    [[nodiscard]] Result<QJsonObject> trigger(const QString &zone) const override;
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger, const Zone &zone) override;

private:
    void explain();

    CalendarStepEdit *m_step;
    QTimeEdit *m_time;
    DateField *m_start;
    QLabel *m_passedOver; ///< that months without the day are
    OptionalDate *m_end;
};

} // namespace reveille
