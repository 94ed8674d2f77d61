// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/serverbackend.h"

namespace reveille {

/// MariaDB 10.5 and later, with tables of InnoDB.
[[nodiscard]] ServerDialect mariadbDialect();

} // namespace reveille
