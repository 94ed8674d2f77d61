// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/shorttext.h"

#include <QHashFunctions>
#include <QMetaType>

#include <compare>
#include <functional>

namespace reveille {

/// 50 random bits in ten lower-case letters and digits: short enough to type, unique enough for every store.
[[nodiscard]] QString randomId();

/// 50 random bits of the program's own and a count, in 17 lower-case letters and digits: the ids of one thread follow each
/// other, which a database likes, and no two programs make the same. Thread-safe.
[[nodiscard]] ShortText countedId();

/// A text that identifies one kind of thing and can't be mistaken for the id of another.
template<typename Tag>
struct StrongId
{
    typename Tag::Text value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    [[nodiscard]] static StrongId create() { return {Tag::createId()}; }

    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend auto operator<=>(const StrongId &a, const StrongId &b)
    {
        return a.value == b.value ? std::strong_ordering::equal
            : a.value < b.value   ? std::strong_ordering::less
                                  : std::strong_ordering::greater;
    }
    friend size_t qHash(const StrongId &id, size_t seed = 0) noexcept { return qHash(id.value, seed); }
};

struct JobIdTag
{
    using Text = QString;
    static Text createId() { return randomId(); }
};
/// Runs come by the thousand, and each has an id of its own.
struct RunIdTag
{
    using Text = ShortText;
    static Text createId() { return countedId(); }
};

using JobId = StrongId<JobIdTag>;
using RunId = StrongId<RunIdTag>;

} // namespace reveille

template<typename Tag>
struct std::hash<reveille::StrongId<Tag>>
{
    // Not noexcept: so libstdc++ keeps the hash in the table, and does not look at one text on the way to another.
    size_t operator()(const reveille::StrongId<Tag> &id) const { return qHash(id); }
};

Q_DECLARE_METATYPE(reveille::JobId)
Q_DECLARE_METATYPE(reveille::RunId)
