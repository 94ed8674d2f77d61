// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <optional>

namespace reveille::cron {

/// What is wrong, and at which index of the text.
struct ItemError
{
    QString message;
    qsizetype at;
};
template<typename T>
using ItemResult = tl::expected<T, ItemError>;

[[nodiscard]] inline tl::unexpected<ItemError> wrong(qsizetype at, const QString &message)
{
    return tl::unexpected(ItemError{message, at});
}

/// In lower case where it is an ASCII letter, which all names and letters of the grammar are.
[[nodiscard]] inline char16_t lower(QChar c)
{
    return c >= u'A' && c <= u'Z' ? char16_t(c.unicode() + (u'a' - u'A')) : c.unicode();
}

/// A cursor over one item of a field; every read either takes what it wants or leaves the cursor where it was.
class Scanner final
{
public:
    /// `offset` is where the item begins in its line.
    Scanner(QStringView text, qsizetype offset) : m_text(text), m_offset(offset) {}

    [[nodiscard]] qsizetype position() const { return m_offset + m_index; }
    [[nodiscard]] bool atEnd() const { return m_index == m_text.size(); }
    [[nodiscard]] QStringView rest() const { return m_text.mid(m_index); }

    bool take(char16_t c)
    {
        if (atEnd() || lower(m_text[m_index]) != c)
            return false;
        ++m_index;
        return true;
    }
    bool takeWord(const char *word)
    {
        qsizetype i = m_index;
        for (; *word; ++word, ++i) {
            if (i == m_text.size() || lower(m_text[i]) != char16_t(*word))
                return false;
        }
        m_index = i;
        return true;
    }
    /// Decimal digits; nullopt where there are none. Anything beyond 9,999 is 10,000: out of every range.
    std::optional<int> number()
    {
        const qsizetype begin = m_index;
        int value = 0;
        for (; !atEnd() && m_text[m_index] >= u'0' && m_text[m_index] <= u'9'; ++m_index)
            value = std::min(10'000, value * 10 + (m_text[m_index].unicode() - u'0'));
        return m_index > begin ? std::optional(value) : std::nullopt;
    }
    bool takeSpaces()
    {
        const qsizetype begin = m_index;
        while (take(u' ')) { }
        return m_index > begin;
    }

private:
    QStringView m_text;
    qsizetype m_offset;
    qsizetype m_index = 0;
};

} // namespace reveille::cron
