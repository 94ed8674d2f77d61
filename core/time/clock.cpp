// SPDX-License-Identifier: MIT
#include "core/time/clock.h"

namespace reveille {

TimePoint SystemClock::now() const
{
    return date::floor<milliseconds>(std::chrono::system_clock::now());
}

std::chrono::nanoseconds SystemClock::pastMillisecond() const
{
    return std::chrono::system_clock::now().time_since_epoch() % milliseconds(1);
}

} // namespace reveille
