// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/oracle/zonefile.h"

#include <map>

namespace reveille::oracle {

/// Changes of some zones.
using ChangesByZone = std::map<std::string, std::vector<OffsetChange>>;

/// Every change of 1970 to 2037 in every zone of zone1970.tab.
[[nodiscard]] ChangesByZone allChanges();

/// Of these, in every zone, the first and the last of each kind. Of one kind are those that move the clocks as far, at the
/// same time of day, and with another change within a week or without.
[[nodiscard]] ChangesByZone someOfEachKind();

} // namespace reveille::oracle
