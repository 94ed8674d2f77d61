// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QSqlError>

namespace reveille {

/// What differs between SQL databases, as values.
struct SqlDialect
{
    QString driver;       ///< of QtSql
    QString schemaFolder; ///< holds 001.sql, 002.sql, ...
    QString begin;        ///< starts a transaction that is going to write
    /// What a database error means; Conflict: a unique key exists already. `url` names the store in the message.
    Error (*explain)(const QSqlError &error, const QString &url) = nullptr;
};

} // namespace reveille
