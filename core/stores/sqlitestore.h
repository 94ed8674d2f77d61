// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlstore.h"
#include "core/time/timepoint.h"

namespace reveille {

class Clock;

/// The default store: one SQLite file for one running Reveille.
class SqliteStore final : public SqlStore
{
    Q_OBJECT

public:
    /// Borrows the clock, which tells how old the backup is. `schemaFolder` is for tests of migrations.
    SqliteStore(const QString &file, const Clock &clock, QObject *parent = nullptr,
                const QString &schemaFolder = QStringLiteral(":/reveille/schema/sqlite"));

    /// In the user's data folder, a folder of Reveille's own.
    [[nodiscard]] static QString defaultFile();
    /// Renames a damaged file, and what SQLite keeps beside it, to `<file>.damaged-<time>`, so that a new store can be
    /// made; answers with the new name. Unavailable while a store has it open.
    [[nodiscard]] static Result<QString> setAside(const QString &file, TimePoint now);
};

} // namespace reveille
