// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QSqlError>

namespace reveille {

/// What differs between SQL databases, as values.
struct SqlDialect
{
    /// How statements without values reach the database: prepared once, where that is faster, or each by itself, where
    /// the database prepares nothing but queries.
    enum class Commands { Prepared, Direct };

    QString driver;       ///< of QtSql
    QString schemaFolder; ///< holds 001.sql, 002.sql, ...
    QString begin;        ///< starts a transaction that is going to write
    QString hasTable;     ///< a query with a row where the table with the given name exists
    Commands commands = Commands::Prepared;
    /// What a database error means; Conflict: a unique key exists already. `url` names the store in the message.
    Error (*explain)(const QSqlError &error, const QString &url) = nullptr;
};

} // namespace reveille
