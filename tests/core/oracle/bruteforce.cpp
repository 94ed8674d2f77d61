// SPDX-License-Identifier: MIT
#include "tests/core/oracle/bruteforce.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace reveille::oracle {

using namespace std::chrono_literals;
using date::days;
using date::local_days;

namespace {

// No clock is further from UTC than this.
constexpr auto FurthestOffset = 26h;

struct Span
{
    sys_seconds begin;
    sys_seconds end; // exclusive
    seconds offset;
};

// The spans of equal offset in a window and on both sides of it, as far as its local times may lie: whole days, and a
// clock's distance from UTC on both ways.
std::vector<Span> spansAround(const ZoneFile &zone, const Window &window)
{
    const sys_seconds first = window.first - days(1) - 2 * FurthestOffset;
    const sys_seconds last = window.last + days(1) + 2 * FurthestOffset;
    std::vector<Span> spans{{first, last, zone.offsetAt(first)}};
    for (const OffsetChange &change : zone.changesIn(first + 1s, last - 1s)) {
        spans.back().end = change.at;
        spans.push_back({change.at, last, change.after});
    }
    return spans;
}

std::vector<sys_seconds> instantsShowing(local_seconds local, const std::vector<Span> &spans)
{
    std::vector<sys_seconds> instants;
    for (const Span &span : spans) {
        const sys_seconds t(local.time_since_epoch() - span.offset);
        if (t >= span.begin && t < span.end)
            instants.push_back(t);
    }
    return instants;
}

// The first change at which the clocks go from before `local` to after it.
sys_seconds jumpOver(local_seconds local, const std::vector<Span> &spans)
{
    for (std::size_t i = 1; i < spans.size(); ++i) {
        const seconds t = spans[i].begin.time_since_epoch();
        if (local.time_since_epoch() >= t + spans[i - 1].offset && local.time_since_epoch() < t + spans[i].offset)
            return spans[i].begin;
    }
    std::fprintf(stderr, "A local time neither exists nor is skipped\n");
    std::abort();
}

std::vector<sys_seconds> firesFor(local_seconds local, Rule rule, const std::vector<Span> &spans)
{
    const std::vector<sys_seconds> instants = instantsShowing(local, spans);
    if (rule == Rule::Periodic)
        return instants;
    return {instants.empty() ? jumpOver(local, spans) : instants.front()};
}

int isoWeek(local_days date)
{
    // The week belongs to the year in which its Thursday lies.
    const local_days thursday = date - days(date::weekday(date).iso_encoding()) + days(4);
    const local_days newYear(date::year_month_day(thursday).year() / 1 / 1);
    return int((thursday - newYear).count()) / 7 + 1;
}

Day dayOf(local_days date)
{
    const date::year_month_day ymd(date);
    const date::year_month_day_last last(ymd.year() / ymd.month() / date::last);
    return {int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day())), int(unsigned(last.day())),
            int(date::weekday(date).iso_encoding()), isoWeek(date)};
}

} // namespace

std::vector<sys_seconds> fireTimes(const LocalSchedule &schedule, const ZoneFile &zone, const Window &window)
{
    const std::vector<Span> spans = spansAround(zone, window);
    std::vector<sys_seconds> found;
    const auto addDay = [&](local_days date) {
        for (const int hour : schedule.hours) {
            for (const int minute : schedule.minutes) {
                for (const int second : schedule.seconds) {
                    const local_seconds local = date + std::chrono::hours(hour) + std::chrono::minutes(minute) + seconds(second);
                    for (const sys_seconds t : firesFor(local, schedule.rule, spans)) {
                        if (t >= window.first && t <= window.last)
                            found.push_back(t);
                    }
                }
            }
        }
    };
    const local_days first = date::floor<days>(local_seconds((window.first - FurthestOffset).time_since_epoch()));
    const local_days last = date::floor<days>(local_seconds((window.last + FurthestOffset).time_since_epoch()));
    for (local_days date = std::max(first, local_days(date::year(1970) / 1 / 1)); date <= last; date += days(1)) {
        if (schedule.matches(dayOf(date)))
            addDay(date);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end()); // times skipped by one jump fire together
    return found;
}

sys_seconds fireTime(local_seconds local, const ZoneFile &zone)
{
    const sys_seconds near(local.time_since_epoch());
    return firesFor(local, Rule::Fixed, spansAround(zone, {near, near})).front();
}

} // namespace reveille::oracle
