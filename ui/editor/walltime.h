// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/zone.h"

namespace reveille {

class Clock;

/// Wall-clock times in date fields. They are kept as if they were UTC, so that no clock change of this machine's zone
/// can move what the person typed.
[[nodiscard]] QDateTime wallTime(TimePoint t, const Zone &zone);
/// The first moment of today in the system's zone.
[[nodiscard]] QDateTime midnight(const Clock &clock);
/// Of a date in JSON; invalid where it can't be read.
[[nodiscard]] QDateTime wallTime(const QString &written, const Zone &zone);
/// `YYYY-MM-DDTHH:MM:SS[.fff]`, for JSON.
[[nodiscard]] QString toWritten(const QDateTime &wallTime);

} // namespace reveille
