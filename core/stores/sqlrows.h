// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QList>
#include <QVariant>

#include <memory>

namespace reveille {

/// A column of rows that reach a database as SqlRows.
struct RowColumn
{
    /// Name: at most 23 ASCII characters, as a run's id or state. Id: at most 200 characters.
    enum class Type { Number, OptionalNumber, Name, OptionalName, Id, Text };

    QString name;
    Type type = Type::Number;
};

/// Rows of values as one value, which a database takes as one parameter and reads as a table: so a batch costs one
/// statement and one value, however many rows there are.
class SqlRows
{
public:
    virtual ~SqlRows() = default;

    // A row: begin it, then add a value for each column in their order.
    virtual void beginRow() = 0;
    virtual void add(qint64 number) = 0;
    virtual void add(const QByteArray &utf8) = 0;
    virtual void add(const QString &text) = 0;
    virtual void add(QLatin1StringView text) = 0; ///< ASCII without characters that need escapes
    virtual void addNull() = 0; ///< of an optional column
    void add(OptionalTime t) { t ? add(qint64(t->time_since_epoch().count())) : addNull(); }

    /// All rows so far; no more can follow.
    [[nodiscard]] virtual QVariant take() = 0;
};

/// One of the forms that such rows have.
struct RowFormat
{
    /// Makes room for `rows` rows.
    std::unique_ptr<SqlRows> (*create)(const QList<RowColumn> &columns, qsizetype rows) = nullptr;
    /// The rows, given as the value of `:rows`, as a table `v` that can follow FROM.
    QString (*table)(const QList<RowColumn> &columns) = nullptr;
};

} // namespace reveille
