// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>

namespace reveille {

/// What another scheduler's own tests say of a schedule, told in our words. A name that ends in a reason tells where our
/// rules differ on purpose; `fireTimes` are then ours.
struct FireTimeCase
{
    const char *name;
    const char *zone;
    const char *trigger;   ///< JSON without a zone
    const char *from;      ///< the first fire time is at or after this one
    const char *fireTimes; ///< with blanks between them; "never" at the end: no other follows
};

/// A trigger that is refused.
struct RefusedCase
{
    const char *trigger; ///< JSON
    const char *key;     ///< which the error names
};

/// Rows for verifyFireTimes(). Times are on the wall clock of the zone, or instants.
void addCases(std::initializer_list<FireTimeCase> cases);
/// For a test function: holds the fire times of the current row against what next() finds.
void verifyFireTimes();

/// Rows for verifyRefused().
void addRefusedCases(std::initializer_list<RefusedCase> cases);
/// For a test function: holds that the trigger of the current row is refused.
void verifyRefused();

} // namespace reveille
