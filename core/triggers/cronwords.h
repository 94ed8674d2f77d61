// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/cronfields.h"

#include <QString>

namespace reveille::cron {

/// Cron fields in words, in the language of the application: "Every weekday at 06:30". Made from what they match and not from how it was written, so it is never wrong.
[[nodiscard]] QString describe(const CronFields &fields);

} // namespace reveille::cron
