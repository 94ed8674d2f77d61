// SPDX-License-Identifier: MIT
#pragma once

namespace reveille {

/// Whether a window can be opened here. Qt ends the program where it can't, so it is asked before.
[[nodiscard]] bool hasDisplay();

} // namespace reveille
