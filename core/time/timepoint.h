// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QMetaType>
#include <QString>

#include <date/date.h>

#include <chrono>
#include <optional>

namespace reveille {

using std::chrono::milliseconds;

/// An instant in UTC. The only notion of time outside triggers and the screen.
using TimePoint = date::sys_time<milliseconds>;
using OptionalTime = std::optional<TimePoint>;

/// A wall-clock time without a zone; whole seconds, which is all that offsets and fields know.
using LocalSeconds = date::local_seconds;

/// Fire times lie before this instant.
inline constexpr TimePoint EndOfTime = date::sys_days(date::year(2200) / 1 / 1);

/// `YYYY-MM-DDTHH:MM:SS[.fff]Z`; the milliseconds only where there are some.
[[nodiscard]] QString formatInstant(TimePoint t);
/// formatInstant(), or an empty text for none.
[[nodiscard]] QString formatInstant(OptionalTime t);

/// Reads an instant: a date string with `Z` or `±HH:MM`. The error names `key`.
[[nodiscard]] Result<TimePoint> parseInstant(const QString &text, const QString &key);

/// Reads `90`, `90s`, `10m`, `2h` or `1d` (with or without a fraction): at least 0, at most ten years. The error names `key`.
[[nodiscard]] Result<milliseconds> parseDuration(const QString &text, const QString &key);

/// As a JSON number of seconds.
[[nodiscard]] inline double toSeconds(milliseconds d)
{
    return double(d.count()) / 1000;
}

} // namespace reveille

Q_DECLARE_METATYPE(reveille::TimePoint)
