// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqldialect.h"

#include <QSqlDatabase>

namespace reveille {

class SqlSession;

/// What a SqlStore leaves to one kind of database: how it is reached and let go of. Used on the store's thread, but for url().
class SqlBackend
{
public:
    virtual ~SqlBackend() = default;

    /// For messages; thread-safe.
    [[nodiscard]] virtual QString url() const = 0;
    [[nodiscard]] virtual SqlDialect dialect() const = 0;
    /// Opens the database, which has the dialect's driver.
    [[nodiscard]] virtual Result<void> connect(QSqlDatabase &database) = 0;
    /// Looks whether the database is in order, before its schema goes from version `from` (0: it is empty) to `to`. Where
    /// it is shared, another may have migrated it meanwhile.
    [[nodiscard]] virtual Result<void> prepare(SqlSession &session, int from, int to) = 0;
    /// The store is about to be used.
    [[nodiscard]] virtual Result<void> opened(SqlSession &session) = 0;
    /// The store was used and everything is written.
    [[nodiscard]] virtual Result<void> closing(SqlSession &session) = 0;
    /// The connection is closed, also after an error while opening.
    virtual void disconnected() = 0;
};

} // namespace reveille
