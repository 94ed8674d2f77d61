// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QByteArray>
#include <QList>
#include <QVariant>

#include <memory>

namespace reveille {

/// A column of rows that reach a database as SqlRows.
struct RowColumn
{
    /// Name: at most 23 ASCII characters, as a run's id or state. Id: at most 200 characters.
    enum class Type { Number, OptionalNumber, Name, OptionalName, Id, Text };

    /// Alike: the values of one batch are often all the same, as the instant is at which its jobs are due. EquallyLong: its
    /// texts are, as the ids of runs. It tells no more than where to look, and is for few columns: each multiplies the
    /// statements that may come to be prepared.
    enum class Values { Any, Alike, EquallyLong };

    QString name;
    Type type = Type::Number;
    Values values = Values::Any;
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

    /// The rows so far, given as the value of `:rows`, as a table `v` that can follow FROM.
    [[nodiscard]] virtual QString table() const = 0;
    /// Rows with the same columns and the same form have the same table().
    [[nodiscard]] virtual QByteArray form() const { return {}; }
    /// All rows so far. The last that is asked of it.
    [[nodiscard]] virtual QVariant take() = 0;
};

} // namespace reveille
