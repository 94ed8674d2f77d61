// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/clock.h"

#include <atomic>

namespace reveille {

/// A clock that stands still until a test moves it. Thread-safe.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(TimePoint now) : m_now(now.time_since_epoch().count()) {}

    [[nodiscard]] TimePoint now() const override { return TimePoint(milliseconds(m_now)); }
    void set(TimePoint now) { m_now = now.time_since_epoch().count(); }
    void advance(milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now;
};

/// An instant as tests write it: at("2026-11-23T06:30:00Z").
[[nodiscard]] inline TimePoint at(const char *text)
{
    return parseInstant(QLatin1StringView(text), QStringLiteral("at")).value();
}

} // namespace reveille
