// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace reveille {

class Clock;

/// Asks the person what is to become of a damaged store, does it, and says where the damaged file is. Nobody may have the
/// store open. True: the store can be opened now; false: the program is to end.
[[nodiscard]] bool rescueStore(const QString &storeUrl, const Error &damage, const Clock &clock);

} // namespace reveille
