// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/stores/sqlrows.h"

#include <QSqlError>
#include <QStringList>

#include <chrono>

namespace reveille {

/// What differs between SQL databases, as values.
struct SqlDialect
{
    /// How statements without values reach the database: prepared once, where that is faster, or each by itself, where
    /// the database prepares nothing but queries.
    enum class Commands { Prepared, Direct };
    /// Whether one store has the database for itself, or others may have it open at the same time.
    enum class Use { Exclusive, Shared };

    QString driver;       ///< of QtSql
    QString schemaFolder; ///< holds 001.sql, 002.sql, ...
    QString begin;        ///< starts a transaction that is going to write
    QString hasTable;     ///< a query with a row where the table with the given name exists
    Commands commands = Commands::Prepared;
    Use use = Use::Exclusive;
    // Of a shared database: how long one that hangs keeps what it has begun, how often each renews that lease, how often it
    // looks what the others did, and how often while it knows of runs of theirs that may be waited for.
    std::chrono::milliseconds lease{30'000};
    std::chrono::milliseconds beat{10'000};
    std::chrono::milliseconds poll{1'000};
    std::chrono::milliseconds watch{1'000};
    std::chrono::milliseconds patience{30'000}; ///< how long a call may take before the store counts as away
    QString lastSequence; ///< a query: the last number that a job had, in a store for one
    /// A text that is bound as UTF-8 bytes, and read as such; else a text is bound and read as a text.
    QString textFromBytes;
    QString bytesFromText; ///< of the column `data`
    QString now;           ///< an expression: the server's clock in milliseconds since 1970
    QString notify;        ///< a command that tells the others of a change, with the place of the sender's id; empty: they must look
    QString channel;       ///< where that is heard
    /// What a database error means; Conflict: a unique key exists already. `url` names the store in the message.
    Error (*explain)(const QSqlError &error, const QString &url) = nullptr;
    /// Whether a transaction that met this error may be tried again at once: a deadlock.
    bool (*isTransient)(const QSqlError &error) = nullptr;
    /// Makes a batch of rows, with room for `rows`.
    std::unique_ptr<SqlRows> (*createRows)(const QList<RowColumn> &columns, qsizetype rows) = nullptr;
    /// An UPDATE of `table` (`t`) by rows (`v`, which `:table` stands for) where `condition` holds. Assignments are `column = value`.
    QString (*updateFrom)(const QString &table, const QStringList &assignments, const QString &condition) = nullptr;
};

/// `UPDATE table AS t SET ... FROM :table WHERE condition`, as SQLite and PostgreSQL have it.
[[nodiscard]] QString updateWithFrom(const QString &table, const QStringList &assignments, const QString &condition);

} // namespace reveille
