// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>
#include <cstring>

namespace reveille {

/// 50 random bits in ten lower-case letters and digits: short enough to type, unique enough for every store.
[[nodiscard]] QString randomId();

/// 50 random bits of the program's own and a count, in 17 lower-case letters and digits: the ids of one program follow each
/// other, which a database likes, and no two programs make the same. Thread-safe.
[[nodiscard]] QString countedId();

/// A text that identifies one kind of thing and can't be mistaken for the id of another.
template<typename Tag>
struct StrongId
{
    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    [[nodiscard]] static StrongId create() { return {Tag::createId()}; }

    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend auto operator<=>(const StrongId &a, const StrongId &b)
    {
        return QString::compare(a.value, b.value) <=> 0;
    }
    friend size_t qHash(const StrongId &id, size_t seed = 0) noexcept { return qHash(id.value, seed); }
};

struct JobIdTag
{
    static QString createId() { return randomId(); }
};
struct RunIdTag
{
    static QString createId() { return countedId(); }
};
/// For the standard library's tables. Of a countedId() the last signs tell most.
struct RunIdHash
{
    template<typename Id>
    size_t operator()(const Id &id) const
    {
        constexpr qsizetype Signs = 8;
        quint64 words[2];
        if (id.value.size() < Signs)
            return qHash(id.value);
        std::memcpy(words, id.value.constData() + id.value.size() - Signs, sizeof words);
        return (words[0] * 31 + words[1]) * 0x9e3779b97f4a7c15u >> 8;
    }
};

using JobId = StrongId<JobIdTag>;
using RunId = StrongId<RunIdTag>;

} // namespace reveille

Q_DECLARE_METATYPE(reveille::JobId)
Q_DECLARE_METATYPE(reveille::RunId)
