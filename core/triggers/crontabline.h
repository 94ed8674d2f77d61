// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/cronfields.h"

#include <QString>

#include <optional>

namespace reveille {

/// The same days in the one form that a crontab line gives them: fields have a weekday's position in the month
/// ("2nd fri") among the days, a line has it among the weekdays (`fri#2`).
[[nodiscard]] CronFields inCrontabForm(CronFields fields);

/// A crontab line that means exactly this, also where clocks change; weekdays and months by name. nullopt: no line
/// does, for it has no years, no calendar weeks, and its days and weekdays are not both to match.
[[nodiscard]] std::optional<QString> crontabLine(const CronFields &fields);

} // namespace reveille
