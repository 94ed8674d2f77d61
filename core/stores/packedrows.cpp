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
constexpr qsizetype HeadSize = 2 * Width;
constexpr qsizetype LikelyText = 20; // of a row
constexpr qint64 NoNumber = std::numeric_limits<qint64>::min();
constexpr qsizetype NoLength = -1;
constexpr char Once = -1; // in a form

bool isName(Type type)
{
    return type == Type::Name || type == Type::OptionalName;
}

bool isText(Type type)
{
    return type == Type::Id || type == Type::Text;
}

qsizetype widthOf(Type type)
{
    if (isName(type))
        return ShortText::MostCharacters;
    return isText(type) ? 2 * Width : Width;
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

/// The value of a column with this place. `length`: of all its texts, or 0.
QString valueOf(Type type, const QString &place, int length)
{
    const QString textsBegin = number(QString::number(Width + 1));
    const QString name = length > 0 ? text(place, QString::number(length))
                                    : u"rtrim(%1)"_s.arg(text(place, QString::number(widthOf(Type::Name))));
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
    if (length > 0)
        return text(u"%1 + key * %2"_s.arg(textsBegin).arg(length), QString::number(length));
    return text(textsBegin + u" + "_s + number(place), number(u"%1 + %2"_s.arg(place).arg(Width)));
}

} // namespace

std::unique_ptr<SqlRows> PackedRows::create(const QList<RowColumn> &columns, qsizetype rows)
{
    return std::unique_ptr<SqlRows>(new PackedRows(columns, rows));
}

PackedRows::PackedRows(const QList<RowColumn> &columns, qsizetype rows)
    : m_columns(columns), m_rowSize(rowSize(columns)), m_lengths(columns.size(), NoLength), m_rows(HeadSize, ' ')
{
    m_rows.reserve(HeadSize + rows * (m_rowSize + LikelyText)); // with the texts in the end
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
    qsizetype &length = m_lengths[m_column];
    length = length == NoLength || length == utf8.size() ? utf8.size() : 0;
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

qsizetype PackedRows::count() const
{
    return (m_rows.size() - HeadSize) / m_rowSize;
}

bool PackedRows::areAlike(qsizetype place, qsizetype width) const
{
    const QByteArrayView first = QByteArrayView(m_rows).sliced(place, width);
    for (qsizetype other = place + m_rowSize; other < m_rows.size(); other += m_rowSize) {
        if (QByteArrayView(m_rows).sliced(other, width) != first)
            return false;
    }
    return true;
}

// For each column whether its values are taken out once, or how long they are. A column of texts must be the only one for that,
// as the length tells then where each begins. A few rows are not worth a statement of their own.
QByteArray PackedRows::form() const
{
    constexpr qsizetype ManyRows = 16;
    constexpr qsizetype Longest = std::numeric_limits<signed char>::max();
    const auto texts = std::count_if(m_columns.begin(), m_columns.end(), [](const RowColumn &column) { return isText(column.type); });
    QByteArray form(m_columns.size(), 0);
    qsizetype place = HeadSize;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const RowColumn &column = m_columns[i];
        const qsizetype width = widthOf(column.type);
        if (column.values == RowColumn::Values::Alike && count() > 0 && areAlike(place, width))
            form[i] = Once;
        else if (column.values == RowColumn::Values::EquallyLong && count() >= ManyRows && m_lengths[i] > 0 && m_lengths[i] <= Longest
                 && (texts == 1 || !isText(column.type)))
            form[i] = char(m_lengths[i]);
        place += width;
    }
    return form;
}

// In bytes, unlike in a text, substr() finds a place at once. The rows are counted off by a JSON array of as many zeros, which
// costs a fraction of a recursive table. What does not depend on the row SQLite computes once.
QString PackedRows::table() const
{
    QStringList values;
    qsizetype place = HeadSize + 1;
    const QByteArray form = this->form();
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const auto &[name, type, _] = m_columns[i];
        const QString first = QString::number(place);
        const bool isOnce = form[i] == Once;
        const QString at = isOnce ? first : u"key * %1 + %2"_s.arg(m_rowSize).arg(first);
        values.append(valueOf(type, at, isOnce ? 0 : form[i]) + u" AS "_s + name);
        place += widthOf(type);
    }
    return u"(SELECT %1 FROM json_each('[' || substr(replace(hex(zeroblob(%2)), '00', ',0'), 2) || ']')) AS v"_s
        .arg(values.join(u", "_s), number(u"1"_s));
}

QVariant PackedRows::take()
{
    m_place = 0;
    put(count());
    put(m_rows.size() + 1);
    m_rows += m_texts;
    return m_rows;
}

} // namespace reveille
