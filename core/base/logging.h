// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace reveille {

/// The levels of --log-level, from the most to the least that is written.
[[nodiscard]] const QStringList &logLevels();

/// Sends log messages of `level` and above to `file` (created for its owner alone, appended to) or, where that is empty,
/// to stderr. Invalid: no such level; Unavailable: the file can't be written. Call it once, before other threads start.
[[nodiscard]] Result<void> startLogging(const QString &level, const QString &file);

} // namespace reveille
