// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/jobsnapshot.h"

#include <QIcon>

namespace reveille {

/// One of our icons by its file's name in resources/icons. Loaded once; for the GUI thread.
[[nodiscard]] QIcon icon(const QString &name);
[[nodiscard]] QIcon taskIcon(const QString &taskType);
/// A task type's name for the person.
[[nodiscard]] QString taskName(const QString &taskType);

/// What became of a run, or what it is doing, in text and icon that say the same.
[[nodiscard]] QString stateText(const Run &run);
[[nodiscard]] QIcon stateIcon(const Run &run);

} // namespace reveille
