// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <memory>

namespace reveille {

class Clock;
class JobStore;

/// The full form of a store URL, so that two that mean the same store are the same text: `sqlite:` alone is the
/// file in the user's data folder, and a file's path becomes absolute. Invalid: its scheme is not known.
[[nodiscard]] Result<QString> canonicalStoreUrl(const QString &url);

/// A store, not yet open, for a URL: `sqlite:FILE` or `memory:`. Borrows the clock. Invalid: its scheme
/// is not known.
[[nodiscard]] Result<std::unique_ptr<JobStore>> createStore(const QString &url, const Clock &clock);

} // namespace reveille
