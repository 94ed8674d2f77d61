// SPDX-License-Identifier: MIT
#include "core/triggers/calendarintervaltrigger.h"

#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"
#include "core/triggers/wallclock.h"

#include <QLocale>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using date::days;
using date::local_days;
using date::year_month_day;

namespace {

constexpr int LongestYears = 200;
constexpr int MostMonths = LongestYears * 12;
constexpr int MostDays = LongestYears * 366;
constexpr local_days AfterAll = local_days(date::year(2200) / 1 / 1);

// The date `months` months on, or twice, thrice ... as many: the first that exists. Past the end of time: AfterAll.
local_days addMonths(local_days from, int months)
{
    year_month_day date(from);
    do {
        date += date::months(months);
    } while (!date.ok() && date.year() < date::year(2200));
    return date.ok() ? local_days(date) : AfterAll;
}

local_days following(local_days date, CalendarStep step)
{
    return (step.months ? addMonths(date, step.months) : date) + days(step.days);
}

// A date of the sequence that begins with `first`, not after `target` and near it where arithmetic can leap there.
local_days leapTowards(local_days first, CalendarStep step, local_days target)
{
    if (step.months == 0)
        return first + days((target - first).count() / step.days * step.days);
    if (step.days == 0) {
        // Without days the day of the month stays, and each month that has it is met.
        const year_month_day begin(first);
        const year_month_day end(target);
        const int between = int((end.year() / end.month() - begin.year() / begin.month()).count());
        for (int steps = between / step.months; steps > 0; --steps) {
            const year_month_day date = begin + date::months(steps * step.months);
            if (date.ok() && local_days(date) <= target)
                return local_days(date);
        }
    }
    return first;
}

} // namespace

CalendarIntervalTrigger::CalendarIntervalTrigger(CalendarStep step, std::chrono::seconds timeOfDay, const ActiveSpan &span,
                                                 const Zone &zone)
    : m_step(step)
    , m_timeOfDay(timeOfDay)
    , m_span(span)
    , m_zone(zone)
    , m_firstDate(date::floor<days>(span.start()->localIn(zone)))
{
    Q_ASSERT(step.months >= 0 && step.days >= 0 && (step.months > 0 || step.days > 0));
}

TriggerKinds::Kind CalendarIntervalTrigger::parse(JsonReader &reader, const TriggerContext &context)
{
    const Zone zone = takeZone(reader, context);
    const auto take = [&reader](const QString &key, int maximum) { return int(reader.integer(key, 0, maximum).value_or(0)); };
    const int years = take(QStringLiteral("years"), LongestYears);
    const int months = take(QStringLiteral("months"), MostMonths);
    const int weeks = take(QStringLiteral("weeks"), MostDays / 7);
    const int dayCount = take(QStringLiteral("days"), MostDays);
    const CalendarStep step{years * 12 + months, weeks * 7 + dayCount};
    if (step == CalendarStep())
        reader.failMissing(QStringLiteral("days"), tr("a step of at least one day is needed, in years, months, weeks or days"));
    if (step.months > MostMonths || step.days > MostDays) // its canonical form, in one unit each, could not be read
        reader.fail(step.months > MostMonths ? QStringLiteral("months") : QStringLiteral("days"), tr("the interval is longer than 200 years"));
    const auto timeOfDay = std::chrono::hours(take(QStringLiteral("hour"), 23))
        + std::chrono::minutes(take(QStringLiteral("minute"), 59)) + std::chrono::seconds(take(QStringLiteral("second"), 59));
    ActiveSpan span = ActiveSpan::parse(reader, zone);
    if (!reader.ok())
        return nullptr;
    if (!span.start())
        span.setStart(WrittenDate::fromDay(date::floor<days>(zone.localOf(context.now))), zone);
    span.requireOrder(reader); // an end may lie before the day of creation
    return std::make_shared<CalendarIntervalTrigger>(step, timeOfDay, span, zone);
}

LocalSeconds CalendarIntervalTrigger::nextLocal(LocalSeconds from) const
{
    const local_days target = date::ceil<days>(from - m_timeOfDay);
    local_days date = m_firstDate;
    if (date < target)
        date = leapTowards(date, m_step, target);
    while (date < target) // months with days: at least 28 days a step
        date = following(date, m_step);
    return date < AfterAll ? date + m_timeOfDay : LocalSeconds::max();
}

OptionalTime CalendarIntervalTrigger::next(TimePoint after) const
{
    const auto from = date::floor<std::chrono::seconds>(std::max(after, m_span.first() - 1ms));
    const date::sys_seconds t = wallclock::next(m_zone, from, [this](LocalSeconds local) { return nextLocal(local); });
    return t <= date::floor<std::chrono::seconds>(m_span.last()) ? OptionalTime(t) : std::nullopt;
}

std::optional<LocalSeconds> CalendarIntervalTrigger::skippedTime(TimePoint fireTime) const
{
    return wallclock::skippedTime(m_zone, fireTime, [this](LocalSeconds local) { return nextLocal(local); });
}

void CalendarIntervalTrigger::writeTo(JsonText &json) const
{
    const date::hh_mm_ss time(m_timeOfDay);
    json.key("type"_L1).write("calendarinterval"_L1);
    json.key("hour"_L1).write(int(time.hours().count()));
    json.key("minute"_L1).write(int(time.minutes().count()));
    json.key("second"_L1).write(int(time.seconds().count()));
    json.key("timezone"_L1).write(m_zone.name());
    // In the largest unit that fits, so that equal steps have one form.
    const auto write = [&json](QLatin1StringView large, QLatin1StringView small, int count, int factor) {
        if (count)
            json.key(count % factor == 0 ? large : small).write(count % factor == 0 ? count / factor : count);
    };
    write("years"_L1, "months"_L1, m_step.months, 12);
    write("weeks"_L1, "days"_L1, m_step.days, 7);
    m_span.writeTo(json);
}

QString CalendarIntervalTrigger::describe() const
{
    const date::hh_mm_ss time(m_timeOfDay);
    const QTime clock(int(time.hours().count()), int(time.minutes().count()), int(time.seconds().count()));
    const QString at = clock.toString(clock.second() ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    const QString everyMonths = m_step.months % 12 == 0 ? tr("Every %n year(s)", nullptr, m_step.months / 12)
                                                        : tr("Every %n month(s)", nullptr, m_step.months);
    const QString everyDays = m_step.days % 7 == 0 ? tr("Every %n week(s)", nullptr, m_step.days / 7)
                                                   : tr("Every %n day(s)", nullptr, m_step.days);
    const QString plusDays = m_step.days % 7 == 0 ? tr("%n week(s)", nullptr, m_step.days / 7)
                                                  : tr("%n day(s)", nullptr, m_step.days);
    const QString step = m_step.months == 0 ? everyDays
        : m_step.days == 0                  ? everyMonths
                                            : tr("%1 and %2", "a step of months and days").arg(everyMonths, plusDays);
    return m_span.describe(tr("%1 at %2", "a step, a time of day").arg(step, at), m_zone);
}

} // namespace reveille
