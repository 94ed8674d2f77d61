// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace reveille::bench {

/// The crontab lines that every engine walks, from 2026-01-01T00:00:00Z.
inline constexpr std::array<const char *, 12> Crontabs = {
    "*/5 * * * *",       "30 6 * * 1-5", "0 0 1 * *",   "0 0 29 2 *",           "15 14 1 * *",     "0 9-17/2 * * 1-5",
    "0 0 13 * 5",        "59 23 31 12 *", "*/7 3,9,21 * 6-8 *", "0 2 * * 0", "23 0-20/2 * * *", "5 4 * * sun"};

inline constexpr std::array<const char *, 2> Zones = {"UTC", "America/New_York"};

} // namespace reveille::bench
