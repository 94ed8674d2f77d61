// SPDX-License-Identifier: MIT
#include "ui/text/clocknote.h"

#include <QTime>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Notes
{
    Q_DECLARE_TR_FUNCTIONS(ClockNote)
};

QString wallClock(TimePoint t, const Zone &zone)
{
    const QTime time = toDateTime(t, zone).time();
    return time.toString(time.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

} // namespace

QString clockNote(const Trigger &trigger, TimePoint fireTime)
{
    const Zone zone = trigger.partAt(fireTime).zone();
    if (trigger.skippedTime(fireTime))
        return Notes::tr("clocks go forward: runs at %1").arg(wallClock(fireTime, zone));

    const auto second = date::floor<std::chrono::seconds>(fireTime);
    const Zone::Segment *segment = zone.segmentAt(second);
    const std::vector<Zone::Segment> &all = zone.segments();
    const LocalSeconds local = segment->localOf(second);
    // The clocks went back, and showed this time before that already.
    if (segment != &all.front() && local < segment[-1].localOf(segment->begin))
        return Notes::tr("clocks go back: %1 comes a second time").arg(wallClock(fireTime, zone));
    if (segment == &all.back() || local < segment[1].localOf(segment->end))
        return {};
    const TimePoint again = fireTime + (segment->offset - segment[1].offset);
    if (trigger.next(again - 1ms) == again)
        return {};
    return Notes::tr("clocks go back: runs the first time %1 comes").arg(wallClock(fireTime, zone));
}

} // namespace reveille
