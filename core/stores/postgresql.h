// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/serverbackend.h"

namespace reveille {

/// PostgreSQL 13 and later; the tables are in the schema `reveille` of the database.
[[nodiscard]] ServerDialect postgresqlDialect();

} // namespace reveille
