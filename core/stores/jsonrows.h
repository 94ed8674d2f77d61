// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlrows.h"

namespace reveille {

/// Rows as a JSON array of arrays, which most databases can read as a table.
class JsonRows final : public SqlRows
{
public:
    [[nodiscard]] static std::unique_ptr<SqlRows> create(const QList<RowColumn> &columns, qsizetype rows);

    using SqlRows::add;
    void beginRow() override;
    void add(qint64 number) override;
    void add(const QByteArray &utf8) override;
    void add(const QString &text) override;
    void add(QLatin1StringView text) override;
    void addNull() override;
    [[nodiscard]] QVariant take() override;

private:
    explicit JsonRows(qsizetype expectedSize) { m_text.reserve(expectedSize); }

    void separate();

    QByteArray m_text;
    bool m_isFirst = true; ///< of its row
};

} // namespace reveille
