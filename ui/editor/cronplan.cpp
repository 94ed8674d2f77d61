// SPDX-License-Identifier: MIT
#include "ui/editor/cronplan.h"

#include "core/triggers/crontabline.h"
#include "core/triggers/maskwords.h"

#include <bit>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint8_t WorkdayBits = 0x1f;
constexpr std::uint8_t WeekendBits = 0x60;
constexpr int MostTimes = 24;
constexpr int FewTimes = 4; // so many are told one by one, also where they follow a step

std::uint64_t bitsOf(const QList<int> &values)
{
    std::uint64_t bits = 0;
    for (const int value : values)
        bits |= std::uint64_t(1) << value;
    return bits;
}

// first, first + step, ... below `end`
std::uint64_t every(int first, int step, int end)
{
    std::uint64_t bits = 0;
    for (int value = first; value < end; value += step)
        bits |= std::uint64_t(1) << value;
    return bits;
}

// From hour to hour, over midnight where the last comes before the first.
std::uint32_t hoursBetween(int from, int to, int step)
{
    std::uint32_t bits = 0;
    for (int hour = from; hour <= (to < from ? to + 24 : to); hour += step)
        bits |= std::uint32_t(1) << hour % 24;
    return bits;
}

} // namespace

const QList<CronStep> &cronSteps()
{
    static const QList<CronStep> steps = [] {
        QList<CronStep> all;
        for (const int count : {1, 5, 10, 15, 20, 30})
            all.append({CronStep::Seconds, count});
        for (const int count : {1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30})
            all.append({CronStep::Minutes, count});
        for (const int count : {1, 2, 3, 4, 6, 8, 12})
            all.append({CronStep::Hours, count});
        return all;
    }();
    return steps;
}

Result<CronFields> CronPlan::fields() const
{
    CronFields fields;
    fields.years.set();
    fields.weeks = CronFields::AllWeeks;
    fields.months = months ? std::uint16_t(bitsOf(*months) << 1) : CronFields::AllMonths;
    if (!fields.months)
        return invalid(u"month"_s, tr("Choose at least one month"));
    if (const Result<void> written = writeDays(fields); !written)
        return tl::unexpected(written.error());
    if (step)
        writeSteps(fields);
    else if (const Result<void> written = writeTimes(fields); !written)
        return tl::unexpected(written.error());
    return fields;
}

Result<void> CronPlan::writeDays(CronFields &fields) const
{
    fields.days.numbers = CronDays::AllDays;
    fields.weekdays.weekdays = CronDays::AllWeekdays;
    const auto chosen = std::uint8_t(bitsOf(weekdays));
    if (!chosen && (days == ChosenWeekdays || days == WeekdaysOfMonth))
        return invalid(u"day_of_week"_s, tr("Choose at least one weekday"));
    switch (days) {
    case EveryDay:
        break;
    case Workdays:
        fields.weekdays.weekdays = WorkdayBits;
        break;
    case Weekends:
        fields.weekdays.weekdays = WeekendBits;
        break;
    case ChosenWeekdays:
        fields.weekdays.weekdays = chosen;
        break;
    case DaysOfMonth:
        if (monthDays.isEmpty())
            return invalid(u"day"_s, tr("Choose at least one day of the month"));
        fields.days.numbers = std::uint32_t(bitsOf(monthDays) << 1) & CronDays::AllDays;
        if (monthDays.contains(LastDay))
            fields.days.positions = CronPositions{.lastDay = true};
        break;
    case WeekdaysOfMonth:
        if (positions.isEmpty())
            return invalid(u"position"_s, tr("Choose which of them in the month"));
        fields.weekdays = {.positions = CronPositions()};
        for (const int position : positions)
            (position == LastPosition ? fields.weekdays.positions->lastWeekdays
                                      : fields.weekdays.positions->nth[size_t(position)]) = chosen;
        break;
    case FirstWorkday:
        fields.days = {.positions = CronPositions{.nearestWorkdays = 1u << 1}};
        break;
    case LastWorkday:
        fields.days = {.positions = CronPositions{.lastWorkday = true}};
        break;
    }
    return {};
}

Result<void> CronPlan::writeTimes(CronFields &fields) const
{
    for (const QTime &time : times) {
        fields.hours |= 1u << time.hour();
        fields.minutes |= std::uint64_t(1) << time.minute();
        fields.seconds |= std::uint64_t(1) << time.second();
    }
    // One cron schedule means every hour with every minute and every second, so the times must be such a product.
    if (std::popcount(fields.hours) * std::popcount(fields.minutes) * std::popcount(fields.seconds) != times.size()) {
        return invalid(u"hour"_s,
                       tr("These times must share their minutes, such as 06:30 and 18:30; “Combined” joins schedules "
                          "with other times"));
    }
    return {};
}

void CronPlan::writeSteps(CronFields &fields) const
{
    const bool ofHours = step->unit == CronStep::Hours;
    const bool ofSeconds = step->unit == CronStep::Seconds;
    fields.seconds = ofSeconds ? every(0, step->count, 60) : 1;
    fields.minutes = ofSeconds ? CronFields::AllSixty
                     : ofHours ? std::uint64_t(1) << atMinute
                               : every(atMinute, step->count, 60);
    fields.hours = hoursBetween(fromHour, toHour, ofHours ? step->count : 1);
    // As the line is written: with a star where nothing but the step is said.
    const bool wholeDay = fields.hours == CronFields::AllHours || (ofHours && fromHour == 0 && toHour == 23);
    fields.periodic = ofSeconds || wholeDay || (!ofHours && atMinute == 0);
}

std::optional<CronPlan> CronPlan::of(const CronFields &given)
{
    const CronFields fields = inCrontabForm(given);
    CronPlan plan;
    if (fields.months != CronFields::AllMonths)
        plan.months = cron::valuesOf(fields.months >> 1);
    if (!plan.readDays(fields))
        return std::nullopt;
    const int times = std::popcount(fields.hours) * std::popcount(fields.minutes) * std::popcount(fields.seconds);
    const bool few = !fields.periodic && times <= FewTimes;
    if (few ? plan.readTimes(fields) : plan.readSteps(fields) || plan.readTimes(fields))
        return plan;
    return std::nullopt;
}

bool CronPlan::readDays(const CronFields &fields)
{
    const bool anyDay = fields.days == CronDays{.numbers = CronDays::AllDays};
    const bool anyWeekday = fields.weekdays == CronDays{.weekdays = CronDays::AllWeekdays};
    const CronDays &chosen = anyDay ? fields.weekdays : fields.days;
    const CronPositions places = chosen.positions.value_or(CronPositions());
    if (anyDay && !anyWeekday && chosen.weekdays) {
        weekdays = cron::valuesOf(chosen.weekdays);
        days = chosen.weekdays == WorkdayBits ? Workdays : chosen.weekdays == WeekendBits ? Weekends : ChosenWeekdays;
    } else if (anyDay && !anyWeekday) {
        days = WeekdaysOfMonth;
        positions.clear();
        std::uint8_t all = places.lastWeekdays;
        for (int n = 0; n < LastPosition; ++n) {
            all |= places.nth[size_t(n)];
            if (places.nth[size_t(n)])
                positions.append(n);
        }
        if (places.lastWeekdays)
            positions.append(LastPosition);
        weekdays = cron::valuesOf(all);
    } else if (anyWeekday && !anyDay) {
        days = places.lastWorkday ? LastWorkday : places.nearestWorkdays ? FirstWorkday : DaysOfMonth;
        if (days == DaysOfMonth)
            monthDays = cron::valuesOf(chosen.numbers >> 1);
        if (places.lastDay)
            monthDays.append(LastDay);
    }
    // The plan must not leave out what else the fields say.
    CronFields said;
    said.years.set();
    said.weeks = CronFields::AllWeeks;
    return writeDays(said) && said.days == fields.days && said.weekdays == fields.weekdays && !fields.eitherDay &&
           said.years == fields.years && said.weeks == fields.weeks;
}

bool CronPlan::readTimes(const CronFields &fields)
{
    step.reset();
    if (fields.periodic ||
        std::popcount(fields.hours) * std::popcount(fields.minutes) * std::popcount(fields.seconds) > MostTimes)
        return false;
    times.clear();
    for (const int hour : cron::valuesOf(fields.hours)) {
        for (const int minute : cron::valuesOf(fields.minutes)) {
            for (const int second : cron::valuesOf(fields.seconds))
                times.append(QTime(hour, minute, second));
        }
    }
    return true;
}

bool CronPlan::readSteps(const CronFields &fields)
{
    for (const CronStep &candidate : cronSteps()) {
        const int hourStep = candidate.unit == CronStep::Hours ? candidate.count : 1;
        CronPlan plan;
        plan.step = candidate;
        plan.atMinute = std::countr_zero(fields.minutes);
        if (candidate.unit == CronStep::Minutes && plan.atMinute >= candidate.count)
            continue;
        // It begins with the hour that none comes before.
        const QList<int> hours = cron::valuesOf(fields.hours);
        const auto begin = std::find_if(hours.cbegin(), hours.cend(),
                                        [&](int hour) { return !hours.contains((hour - hourStep + 24) % 24); });
        plan.fromHour = begin == hours.cend() ? hours.constFirst() : *begin;
        const int last = plan.fromHour + (int(hours.size()) - 1) * hourStep;
        plan.toHour = begin == hours.cend() ? 23 : last % 24;
        CronFields said;
        if (last < plan.fromHour + 24)
            plan.writeSteps(said);
        if (said.seconds != fields.seconds || said.minutes != fields.minutes || said.hours != fields.hours ||
            said.periodic != fields.periodic)
            continue;
        step = candidate;
        atMinute = plan.atMinute;
        fromHour = plan.fromHour;
        toHour = plan.toHour;
        return true;
    }
    return false;
}

} // namespace reveille
