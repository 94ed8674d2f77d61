// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstring>

namespace reveille {

/// A text of at most 23 ASCII characters, which stands where it is and needs no memory of its own. Made of any other text
/// it is empty.
class ShortText final
{
public:
    static constexpr qsizetype MostCharacters = 23;

    ShortText() = default;
    ShortText(QStringView text)
    {
        const auto isAscii = [](QChar c) { return c.unicode() > 0 && c.unicode() < 0x80; };
        if (text.size() > MostCharacters || !std::all_of(text.begin(), text.end(), isAscii))
            return;
        std::transform(text.begin(), text.end(), m_characters.begin(), [](QChar c) { return char(c.unicode()); });
    }
    ShortText(const QString &text) : ShortText(QStringView(text)) {}
    /// ASCII characters, none of them 0.
    template<size_t N>
        requires(N <= MostCharacters)
    explicit ShortText(const std::array<char, N> &text)
    {
        std::copy(text.begin(), text.end(), m_characters.begin());
    }

    operator QString() const { return view(); }
    operator QJsonValue() const { return QJsonValue(view()); }
    [[nodiscard]] QByteArray toUtf8() const { return QByteArray(m_characters.data()); }
    [[nodiscard]] QLatin1StringView view() const { return QLatin1StringView(m_characters.data()); }
    [[nodiscard]] bool isEmpty() const { return m_characters[0] == 0; }

    friend bool operator==(const ShortText &a, const ShortText &b) { return a.words() == b.words(); }
    friend bool operator==(const ShortText &a, const QString &b) { return a.view() == b; }
    friend std::strong_ordering operator<=>(const ShortText &a, const ShortText &b)
    {
        return std::memcmp(a.m_characters.data(), b.m_characters.data(), sizeof a.m_characters) <=> 0;
    }
    friend size_t qHash(const ShortText &text, size_t seed = 0) noexcept
    {
        constexpr quint64 Factor = 0x9e3779b97f4a7c15u; // odd, and of no pattern: 2^64 divided by the golden ratio
        quint64 hash = seed;
        for (const quint64 word : text.words())
            hash = (hash ^ word) * Factor;
        hash = (hash ^ (hash >> 32)) * Factor; // a product's low bits, which tables look at, know nothing of the high ones
        return size_t(hash ^ (hash >> 32));
    }

private:
    [[nodiscard]] std::array<quint64, 3> words() const { return std::bit_cast<std::array<quint64, 3>>(m_characters); }

    std::array<char, MostCharacters + 1> m_characters{}; ///< zeros after the text
};

} // namespace reveille
