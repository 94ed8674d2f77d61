// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/cronschedule.h"

#include <QString>

namespace reveille::cron {

/// A cron schedule in words, in the language of the application: "Every weekday at 06:30". It is made from what the
/// schedule matches and not from how it was written, so it is never wrong.
[[nodiscard]] QString describe(const CronSchedule &schedule);

} // namespace reveille::cron
