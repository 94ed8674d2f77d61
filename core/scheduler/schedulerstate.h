// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>

namespace reveille {

/// Paused: it knows what is due but starts nothing.
enum class SchedulerState { Stopped, Running, Paused };

} // namespace reveille

Q_DECLARE_METATYPE(reveille::SchedulerState)
