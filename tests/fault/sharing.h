// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

namespace reveille::sharing {

using namespace std::chrono_literals;

// What the programs that share a store and the test that starts them agree on: each job has a fire time every Step, from
// Start to before End.
inline constexpr std::chrono::seconds Step = 1s;
inline constexpr TimePoint Start(1'800'000'000s);
inline constexpr int FireTimes = 10;
inline constexpr TimePoint End = Start + FireTimes * Step;

} // namespace reveille::sharing
