// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

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
using JobId = StrongId<JobIdTag>;
using RunId = StrongId<RunIdTag>;

} // namespace reveille

Q_DECLARE_METATYPE(reveille::JobId)
Q_DECLARE_METATYPE(reveille::RunId)
