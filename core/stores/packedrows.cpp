// SPDX-License-Identifier: MIT
#include "core/stores/packedrows.h"

#include "core/base/shorttext.h"

#include <QStringList>

#include <algorithm>
#include <charconv>
#include <limits>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

using Type = RowColumn::Type;

constexpr qsizetype Width = 20; // of the longest number
constexpr qsizetype LikelyText = 20; // of a row
constexpr qint64 NoNumber = std::numeric_limits<qint64>::min();

bool isName(Type type)
{
    return type == Type::Name || type == Type::OptionalName;
}

qsizetype widthOf(Type type)
{
    if (isName(type))
        return ShortText::MostCharacters;
    return type == Type::Id || type == Type::Text ? 2 * Width : Width;
}

qsizetype rowSize(const QList<RowColumn> &columns)
{
    qsizetype size = 0;
    for (const RowColumn &column : columns)
        size += widthOf(column.type);
    return size;
}

QString number(const QString &place)
{
    return u"CAST(substr(:rows, %1, %2) AS INTEGER)"_s.arg(place).arg(Width);
}

QString text(const QString &place, const QString &length)
{
    return u"CAST(substr(:rows, %1, %2) AS TEXT)"_s.arg(place, length);
}

/// The value of a column with this place.
QString valueOf(Type type, const QString &place)
{
    const QString name = u"rtrim(%1)"_s.arg(text(place, QString::number(widthOf(Type::Name))));
    switch (type) {
    case Type::Number:
        return number(place);
    case Type::OptionalNumber:
        return u"NULLIF(%1, -9223372036854775808)"_s.arg(number(place));
    case Type::Name:
        return name;
    case Type::OptionalName:
        return u"NULLIF(%1, '')"_s.arg(name);
    case Type::Id:
    case Type::Text:
        break;
    }
    return text(number(QString::number(Width + 1)) + u" + "_s + number(place), number(u"%1 + %2"_s.arg(place).arg(Width)));
}

} // namespace

std::unique_ptr<SqlRows> PackedRows::create(const QList<RowColumn> &columns, qsizetype rows)
{
    return std::unique_ptr<SqlRows>(new PackedRows(columns, rows));
}

PackedRows::PackedRows(const QList<RowColumn> &columns, qsizetype rows)
    : m_columns(columns), m_rowSize(rowSize(columns)), m_rows(2 * Width, ' ')
{
    m_rows.reserve(2 * Width + rows * (m_rowSize + LikelyText)); // with the texts in the end
    m_texts.reserve(rows * LikelyText);
}

void PackedRows::beginRow()
{
    m_column = 0;
    m_place = m_rows.size();
    m_rows.resize(m_place + m_rowSize, ' ');
}

void PackedRows::put(qint64 number)
{
    char figures[Width];
    const qsizetype size = std::to_chars(figures, figures + Width, number).ptr - figures;
    m_place += Width;
    std::copy_n(figures, size, m_rows.data() + m_place - size);
}

void PackedRows::add(qint64 number)
{
    ++m_column;
    put(number);
}

void PackedRows::addText(QByteArrayView utf8)
{
    if (const Type type = m_columns[m_column++].type; isName(type)) {
        Q_ASSERT(utf8.size() <= widthOf(type));
        std::copy(utf8.begin(), utf8.end(), m_rows.data() + m_place);
        m_place += widthOf(type);
        return;
    }
    put(m_texts.size());
    put(utf8.size());
    m_texts.append(utf8.data(), utf8.size());
}

void PackedRows::add(const QByteArray &utf8)
{
    addText(utf8);
}

void PackedRows::add(const QString &text)
{
    addText(text.toUtf8());
}

void PackedRows::add(QLatin1StringView text)
{
    addText(QByteArrayView(text.data(), text.size()));
}

void PackedRows::addNull()
{
    const Type type = m_columns[m_column].type;
    Q_ASSERT(type == Type::OptionalNumber || type == Type::OptionalName);
    if (type == Type::OptionalNumber)
        add(NoNumber);
    else
        addText({});
}

QVariant PackedRows::take()
{
    m_place = 0;
    put((m_rows.size() - 2 * Width) / m_rowSize);
    put(m_rows.size() + 1);
    return m_rows + m_texts;
}

// In bytes, unlike in a text, substr() finds a place at once. The rows are counted off by a JSON array of as many zeros, which
// costs a fraction of a recursive table.
QString PackedRows::table(const QList<RowColumn> &columns)
{
    const qsizetype size = rowSize(columns);
    QStringList values;
    qsizetype place = 2 * Width + 1;
    for (const RowColumn &column : columns) {
        values.append(valueOf(column.type, u"key * %1 + %2"_s.arg(size).arg(place)) + u" AS "_s + column.name);
        place += widthOf(column.type);
    }
    return u"(SELECT %1 FROM json_each('[' || substr(replace(hex(zeroblob(%2)), '00', ',0'), 2) || ']')) AS v"_s
        .arg(values.join(u", "_s), number(u"1"_s));
}

} // namespace reveille
