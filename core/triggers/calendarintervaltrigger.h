// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/activespan.h"
#include "core/triggers/triggerkinds.h"

namespace reveille {

/// Years, months, weeks and days between two dates of a calendar interval.
struct CalendarStep
{
    int months = 0; ///< years count as twelve
    int days = 0;   ///< weeks count as seven

    bool operator==(const CalendarStep &) const = default;
};

/// Fires at one time of day on dates that follow each other by a step of the calendar (APScheduler's
/// CalendarIntervalTrigger). Each date is the one before plus the months, added again until the day of the month exists
/// (31 January + 1 month is 31 March), then plus the days.
class CalendarIntervalTrigger final : public TriggerKind
{
    Q_DECLARE_TR_FUNCTIONS(CalendarIntervalTrigger)

public:
    /// `span` has a start, whose date is the first one.
    CalendarIntervalTrigger(CalendarStep step, std::chrono::seconds timeOfDay, const ActiveSpan &span, const Zone &zone);
    /// Years, months, weeks and days are whole numbers up to 200 years; one of them is positive. Without a start the day
    /// of creation is the first date.
    [[nodiscard]] static TriggerKinds::Kind parse(JsonReader &reader, const TriggerContext &context);

    [[nodiscard]] OptionalTime next(TimePoint after) const override;
    [[nodiscard]] std::optional<LocalSeconds> skippedTime(TimePoint fireTime) const override;
    void writeTo(JsonText &json) const override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] const Zone &zone() const override { return m_zone; }

private:
    [[nodiscard]] LocalSeconds nextLocal(LocalSeconds from) const;

    CalendarStep m_step;
    std::chrono::seconds m_timeOfDay;
    ActiveSpan m_span;
    Zone m_zone;
    date::local_days m_firstDate;
};

} // namespace reveille
