// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/zone.h"

namespace reveille {

/// What a schedule of wall-clock times means in a zone: a time that the clocks skip fires when they jump, and a repeated
/// one the first time. A schedule is a function that finds its first local time at or after a given one, and answers
/// LocalSeconds::max() where there is none: `LocalSeconds (LocalSeconds from)`.
namespace wallclock {

/// The first fire time strictly after `after`; sys_seconds::max(): there is none.
template<typename NextLocal>
[[nodiscard]] date::sys_seconds next(const Zone &zone, date::sys_seconds after, NextLocal nextLocal)
{
    const Zone::Segment *segment = zone.segmentAt(after);
    const LocalSeconds local = nextLocal(std::max(segment->localOf(after) + std::chrono::seconds(1), segment->ownedFrom));
    if (local >= segment->ownedTo) {
        if (local == LocalSeconds::max())
            return date::sys_seconds::max();
        segment = zone.ownerOf(local);
    }
    return segment->instantOf(local);
}

/// The first local time that fires at `fireTime` because the clocks skip it then; nullopt: there is none.
template<typename NextLocal>
[[nodiscard]] std::optional<LocalSeconds> skippedTime(const Zone &zone, TimePoint fireTime, NextLocal nextLocal)
{
    const Zone::Segment *segment = zone.segmentAt(date::floor<std::chrono::seconds>(fireTime));
    const LocalSeconds jumpsTo = segment->localOf(segment->begin);
    if (fireTime != segment->begin || segment->ownedFrom >= jumpsTo)
        return std::nullopt;
    const LocalSeconds local = nextLocal(segment->ownedFrom);
    return local < jumpsTo ? std::optional(local) : std::nullopt;
}

} // namespace wallclock

} // namespace reveille
