// SPDX-License-Identifier: MIT
#include "core/time/clock.h"

namespace reveille {

TimePoint SystemClock::now() const
{
    return date::floor<milliseconds>(std::chrono::system_clock::now());
}

} // namespace reveille
