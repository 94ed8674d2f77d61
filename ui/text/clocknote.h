// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/trigger.h"

namespace reveille {

/// What a change of the clocks does to a fire time of the trigger, as a phrase: "clocks go forward: runs at 03:00".
/// Empty where it does nothing.
[[nodiscard]] QString clockNote(const Trigger &trigger, TimePoint fireTime);

} // namespace reveille
