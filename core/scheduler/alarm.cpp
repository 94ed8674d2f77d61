// SPDX-License-Identifier: MIT
#include "core/scheduler/alarm.h"

#include "core/time/clock.h"
#include "core/time/clockwatch.h"

#include <algorithm>

namespace reveille {

using namespace std::chrono_literals;

namespace {

constexpr milliseconds LongestWait = 60s; // where nobody says that the clock jumped, nothing is later than this
constexpr milliseconds SetBack = 1s;      // the clock went back by more: it was set

bool isBack(OptionalTime before, TimePoint now)
{
    return before && now < *before - SetBack;
}

} // namespace

Alarm::Alarm(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&m_timer, &PreciseTimer::rang, this, &Alarm::rang);
}

Alarm::~Alarm() = default;

void Alarm::set(OptionalTime at)
{
    const TimePoint now = m_clock.now();
    if (isBack(m_lastNow, now)) { // to be noticed at once: `at` may be of the wrong clock
        m_timer.start({});
        return;
    }
    if (m_lastNow) // also where nothing rings for hours, it is to be noticed that the clock was set back by a few
        m_lastNow = std::max(*m_lastNow, now);
    if (!at) {
        m_timer.stop();
        return;
    }
    const std::chrono::nanoseconds past = m_clock.pastMillisecond(); // asked first: rather a millisecond too early than too late
    m_timer.start(std::clamp(*at - m_clock.now(), milliseconds(0), LongestWait) - past);
}

void Alarm::watchClock()
{
    if (m_clockWatch)
        return;
    m_lastNow = m_clock.now();
    m_clockWatch = std::make_unique<ClockWatch>();
    connect(m_clockWatch.get(), &ClockWatch::clockJumped, this, &Alarm::rang);
}

bool Alarm::noticesSetBack()
{
    const TimePoint now = m_clock.now();
    return isBack(std::exchange(m_lastNow, now), now);
}

} // namespace reveille
