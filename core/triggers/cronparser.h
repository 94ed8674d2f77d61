// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/triggers/cronfields.h"

#include <QStringList>

namespace reveille {

class JsonReader;

/// The cron grammar in its two forms; see DESIGN.md section 3.
namespace cron {

/// The names of the fields, from year to second (APScheduler's).
[[nodiscard]] const QStringList &fieldNames();

/// A schedule by fields, as APScheduler's CronTrigger takes them: fields below the least significant one given take
/// their minimum, those above are `*`. `texts` are in the order of fieldNames(); a null text is not given.
/// The error's key is the name of the field.
[[nodiscard]] Result<CronFields> parseFields(const QStringList &texts);

/// A crontab line, see crontab(5): 5 fields, or 6 with seconds first, or a macro such as `@daily`; also `L`, `LW`, `15W`,
/// `fri#2`, `friL` and `?`. The error's key is `crontab` and its message names the column.
[[nodiscard]] Result<CronFields> parseCrontab(QStringView line);

} // namespace cron

} // namespace reveille
