// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlrows.h"

namespace reveille {

/// Rows as bytes in which each value has its place, for SQLite: it takes them out by arithmetic, where of a row of a JSON
/// text it would parse, and copy, all for each of the values.
///
/// At first stand the number of rows and where the texts begin, then row after row, then the texts. Numbers are in decimal figures, all equally wide;
/// names have as much place as the longest; a text has two numbers in its row, where it begins among the texts and its length.
/// Where all rows share the value of a column that is marked as Alike, it is taken out once, of the first one. Where all texts
/// of one that is marked as EquallyLong are so, where they begin and end is not looked for.
class PackedRows final : public SqlRows
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
    [[nodiscard]] QString table() const override;
    [[nodiscard]] QByteArray form() const override;
    [[nodiscard]] QVariant take() override;

private:
    PackedRows(const QList<RowColumn> &columns, qsizetype rows);

    [[nodiscard]] qsizetype count() const;
    /// Whether the bytes that stand at `place` in the first row are the same in all others.
    [[nodiscard]] bool areAlike(qsizetype place, qsizetype width) const;
    void put(qint64 number);
    void addText(QByteArrayView utf8);

    const QList<RowColumn> m_columns;
    const qsizetype m_rowSize;
    QList<qsizetype> m_lengths; ///< of the texts in a column so far; 0: they differ
    QByteArray m_rows;
    QByteArray m_texts;
    qsizetype m_column = 0; ///< the next one
    qsizetype m_place = 0;  ///< in m_rows, of its value
};

} // namespace reveille
