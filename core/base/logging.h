// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace reveille {

/// The levels of --log-level, from the most to the least that is written.
[[nodiscard]] const QStringList &logLevels();

struct LogOptions
{
    QString level;                     ///< one of logLevels()
    QString file = {};                 ///< created for its owner alone, appended to; empty: stderr
    qint64 rotateAt = 10 * 1024 * 1024; ///< in bytes: the file becomes FILE.1, that FILE.2, and so on
    int kept = 3;                      ///< how many of these
};

/// Sends log messages of the level and above, with the instant and the category, to a file or to stderr.
/// Invalid: no such level; Unavailable: the file can't be written. Call it once, before other threads start.
[[nodiscard]] Result<void> startLogging(const LogOptions &options);

} // namespace reveille
