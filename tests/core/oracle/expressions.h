// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/oracle/bruteforce.h"

namespace reveille::oracle {

/// A cron trigger in its two forms: as a person writes it, and spelt out by hand.
struct Expression
{
    const char *trigger; ///< JSON without a zone
    LocalSchedule schedule;
};

/// Fixed and periodic ones, and every element of the grammar.
[[nodiscard]] const std::vector<Expression> &expressions();

} // namespace reveille::oracle
