// SPDX-License-Identifier: MIT
#include "core/stores/jsonrows.h"

#include <charconv>

namespace reveille {

using namespace Qt::StringLiterals;

void JsonRows::beginRow()
{
    m_text += m_text.isEmpty() ? u"[["_s : u"],["_s;
    m_isFirst = true;
}

void JsonRows::separate()
{
    if (!std::exchange(m_isFirst, false))
        m_text += u',';
}

void JsonRows::append(qint64 number)
{
    char digits[24];
    const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, number);
    m_text += QLatin1StringView(digits, end.ptr - digits);
}

void JsonRows::add(qint64 number)
{
    separate();
    append(number);
}

void JsonRows::add(OptionalTime t)
{
    if (t)
        add(qint64(t->time_since_epoch().count()));
    else
        addNull();
}

void JsonRows::addNull()
{
    separate();
    m_text += "null"_L1;
}

template<typename Text>
void JsonRows::addText(Text text)
{
    separate();
    m_text += u'"';
    const auto isPlain = [](QChar c) { return c >= u' ' && c != u'"' && c != u'\\'; };
    qsizetype plain = 0;
    while (plain < text.size() && isPlain(text[plain]))
        ++plain;
    m_text += text.first(plain);
    for (qsizetype i = plain; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c < u' ')
            m_text += u"\\u%1"_s.arg(ushort(c.unicode()), 4, 16, QChar(u'0'));
        else if (!isPlain(c))
            (m_text += u'\\') += c;
        else
            m_text += c;
    }
    m_text += u'"';
}

void JsonRows::add(const QString &text)
{
    addText(QStringView(text));
}

void JsonRows::add(QLatin1StringView text)
{
    addText(text);
}

QString JsonRows::take()
{
    m_text += m_text.isEmpty() ? "[]"_L1 : "]]"_L1;
    return std::move(m_text);
}

} // namespace reveille
