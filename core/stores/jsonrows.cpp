// SPDX-License-Identifier: MIT
#include "core/stores/jsonrows.h"

#include "core/base/jsontext.h"

namespace reveille {

namespace {

constexpr qsizetype LikelyValue = 20; // of characters

}

JsonRows::JsonRows(const QList<RowColumn> &columns, TableOf tableOf, qsizetype rows) : m_columns(columns), m_tableOf(tableOf)
{
    m_text.reserve(rows * columns.size() * LikelyValue);
}

void JsonRows::beginRow()
{
    m_text += m_text.isEmpty() ? "[[" : "],[";
    m_isFirst = true;
}

void JsonRows::separate()
{
    if (!std::exchange(m_isFirst, false))
        m_text += ',';
}

void JsonRows::add(qint64 number)
{
    separate();
    m_text += QByteArray::number(number);
}

void JsonRows::add(const QByteArray &utf8)
{
    add(QString::fromUtf8(utf8));
}

void JsonRows::add(const QString &text)
{
    separate();
    m_text += quotedJson(text);
}

void JsonRows::add(QLatin1StringView text)
{
    separate();
    m_text += '"';
    m_text.append(text.data(), text.size());
    m_text += '"';
}

void JsonRows::addNull()
{
    separate();
    m_text += "null";
}

QVariant JsonRows::take()
{
    m_text += m_text.isEmpty() ? "[]" : "]]";
    return QString::fromUtf8(m_text);
}

} // namespace reveille
