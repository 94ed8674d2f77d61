// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/triggers/cronfields.h"

#include <QCoreApplication>
#include <QList>
#include <QTime>

namespace reveille {

/// How often a cron schedule runs again within its hours.
struct CronStep
{
    enum Unit { Seconds, Minutes, Hours };

    Unit unit = Minutes;
    int count = 15;

    bool operator==(const CronStep &) const = default;
};

/// The steps that come round evenly in an hour or a day, rising.
[[nodiscard]] const QList<CronStep> &cronSteps();

/// A cron schedule in the words of the builder: on which days, in which months, at which times. What is not chosen
/// keeps its proposal, so that whatever is chosen first means something.
struct CronPlan
{
    Q_DECLARE_TR_FUNCTIONS(CronPlan)

public:
    enum Days {
        EveryDay,
        Workdays,
        Weekends,
        ChosenWeekdays,
        DaysOfMonth,
        WeekdaysOfMonth,
        FirstWorkday,
        LastWorkday,
    };
    static constexpr int LastDay = 31;     ///< among monthDays
    static constexpr int LastPosition = 5; ///< among positions

    Days days = EveryDay;
    QList<int> weekdays{0, 1, 2, 3, 4}; ///< 0 is Monday
    QList<int> monthDays{0};            ///< 0 is the 1st
    QList<int> positions{0};            ///< 0 is the first such weekday of the month
    std::optional<QList<int>> months;   ///< 0 is January; nullopt: all
    std::optional<CronStep> step;       ///< nullopt: at `times`
    QList<QTime> times{QTime(9, 0)};
    int atMinute = 0; ///< of a step: the first one in an hour
    int fromHour = 0; ///< of a step: the first hour
    int toHour = 23;  ///< of a step: the last hour; before the first it is the next day's

    bool operator==(const CronPlan &) const = default;

    /// The error's key is a cron field's.
    [[nodiscard]] Result<CronFields> fields() const;
    /// nullopt: the builder has no words for it.
    [[nodiscard]] static std::optional<CronPlan> of(const CronFields &fields);

private:
    [[nodiscard]] Result<void> writeDays(CronFields &fields) const;
    [[nodiscard]] Result<void> writeTimes(CronFields &fields) const;
    void writeSteps(CronFields &fields) const;
    [[nodiscard]] bool readDays(const CronFields &fields);
    [[nodiscard]] bool readTimes(const CronFields &fields);
    [[nodiscard]] bool readSteps(const CronFields &fields);
};

} // namespace reveille
