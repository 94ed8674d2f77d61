// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <memory>

namespace reveille {

class Clock;
class JobStore;

/// The full form of a store URL, so that two that mean the same store are the same text: `sqlite:` alone is the
/// file in the user's data folder, a file's path becomes absolute, and a server's port is named. A password stays in it, so
/// it is not for messages: JobStore::url() is. Invalid: its scheme is not known, or it names no database.
[[nodiscard]] Result<QString> canonicalStoreUrl(const QString &url);

/// A store, not yet open, for a URL: `sqlite:FILE`, `memory:`, `postgresql://user:password@host:port/database`
/// or `mysql://...` (MariaDB). Borrows the clock. Invalid: as canonicalStoreUrl().
[[nodiscard]] Result<std::unique_ptr<JobStore>> createStore(const QString &url, const Clock &clock);

} // namespace reveille
