// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlstore.h"

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

    /// In ownFolder(), a folder of Reveille's own in the user's data folder.
    [[nodiscard]] static QString defaultFile();
    [[nodiscard]] static QString ownFolder();
};

} // namespace reveille
