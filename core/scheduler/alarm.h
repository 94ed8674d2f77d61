// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/precisetimer.h"
#include "core/time/timepoint.h"

#include <memory>

namespace reveille {

class Clock;
class ClockWatch;

/// Says when to look at the clock: at the time that it was set to or earlier, and whenever the clock jumped. Never tells the
/// time itself.
class Alarm final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Alarm)

public:
    /// Borrows the clock.
    explicit Alarm(const Clock &clock, QObject *parent = nullptr);
    ~Alarm() override;

    /// None: it rings for no time.
    void set(OptionalTime at);
    /// From now on it rings when the clock jumps.
    void watchClock();
    /// Looks at the clock: whether it was set back since the last look.
    [[nodiscard]] bool noticesSetBack();

Q_SIGNALS:
    void rang();

private:
    const Clock &m_clock;
    PreciseTimer m_timer;
    std::unique_ptr<ClockWatch> m_clockWatch; ///< null: not yet
    OptionalTime m_lastNow;
};

} // namespace reveille
