// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/cronfields.h"

#include <QString>

namespace reveille::cron {

/// What happens within a day.
struct TimePhrase
{
    bool isTimes = false; ///< "06:30 and 18:30"; otherwise a rule that stands alone, such as "every 5 minutes"
    QString text;
};

[[nodiscard]] TimePhrase timePhrase(const CronFields &fields);

} // namespace reveille::cron
