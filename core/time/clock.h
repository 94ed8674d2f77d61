// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

namespace reveille {

/// Tells what time it is. Everything that asks was given one, so that tests can say what time it is.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual TimePoint now() const = 0;
    /// What has gone by of the millisecond that now() tells, for who waits for the next one.
    [[nodiscard]] virtual std::chrono::nanoseconds pastMillisecond() const { return {}; }
};

/// The machine's wall clock, rounded down to milliseconds. Thread-safe.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override;
    [[nodiscard]] std::chrono::nanoseconds pastMillisecond() const override;
};

} // namespace reveille
