// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlrows.h"

namespace reveille {

/// Rows as a JSON array of arrays, which most databases can read as a table.
class JsonRows final : public SqlRows
{
public:
    /// Of rows with these columns, as SqlRows::table().
    using TableOf = QString (*)(const QList<RowColumn> &columns);

    template<TableOf tableOf>
    [[nodiscard]] static std::unique_ptr<SqlRows> create(const QList<RowColumn> &columns, qsizetype rows)
    {
        return std::unique_ptr<SqlRows>(new JsonRows(columns, tableOf, rows));
    }

    using SqlRows::add;
    void beginRow() override;
    void add(qint64 number) override;
    void add(const QByteArray &utf8) override;
    void add(const QString &text) override;
    void add(QLatin1StringView text) override;
    void addNull() override;
    [[nodiscard]] QString table() const override { return m_tableOf(m_columns); }
    [[nodiscard]] QVariant take() override;

private:
    JsonRows(const QList<RowColumn> &columns, TableOf tableOf, qsizetype rows);

    void separate();

    const QList<RowColumn> m_columns;
    const TableOf m_tableOf;
    QByteArray m_text;
    bool m_isFirst = true; ///< of its row
};

} // namespace reveille
