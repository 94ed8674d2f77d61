// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/cronscanner.h"

#include <cstdint>

/// The grammar that all cron fields share: items between commas, each `*`, `*/n`, `a`, `a/n`, `a-b` or `a-b/n`.
namespace reveille::cron {

/// A crontab line also takes `?` for `*`, and a step longer than its range.
enum class Form { Fields, Crontab };

/// What a field may hold. A cyclic field's ranges may wrap over its end.
struct FieldSpec
{
    int first;
    int last;
    const char *const *names = nullptr;
    int nameCount = 0;
    bool cyclic = false;
    Form form = Form::Fields;
    const char *also = nullptr; ///< what else there is, as an error shows it: "L, LW or 15W"
};

/// Values first, first + step, ... up to last; where last < first the range wraps.
struct Range
{
    int first;
    int last;
    int step;
};

/// What the field takes, for an error.
[[nodiscard]] QString allowed(const FieldSpec &spec);
/// The error for what follows something that is complete.
[[nodiscard]] tl::unexpected<ItemError> leftOver(const Scanner &scan, const FieldSpec &spec);
[[nodiscard]] std::optional<int> takeName(Scanner &scan, const FieldSpec &spec);
/// A number or a name, of any size.
[[nodiscard]] std::optional<int> takeNumberOrName(Scanner &scan, const FieldSpec &spec);
/// A whole item.
[[nodiscard]] ItemResult<Range> takeRange(Scanner &scan, const FieldSpec &spec);
/// A bit for each value of the range.
[[nodiscard]] std::uint64_t bitsOf(const Range &range, const FieldSpec &spec);
/// The error for nothing between two commas.
[[nodiscard]] tl::unexpected<ItemError> missingItem(qsizetype at, const FieldSpec &spec);

/// Calls `takeItem` with a scanner for each item between commas.
template<typename TakeItem>
[[nodiscard]] ItemResult<void> forEachItem(QStringView text, qsizetype offset, const FieldSpec &spec, TakeItem takeItem)
{
    qsizetype begin = 0;
    for (;;) {
        const qsizetype comma = text.indexOf(u',', begin);
        const qsizetype end = comma < 0 ? text.size() : comma;
        if (end == begin)
            return missingItem(offset + begin, spec);
        Scanner scan(text.mid(begin, end - begin), offset + begin);
        if (const ItemResult<void> taken = takeItem(scan); !taken)
            return taken;
        if (comma < 0)
            return {};
        begin = comma + 1;
    }
}

template<typename Mask>
[[nodiscard]] ItemResult<void> addRange(Scanner &scan, const FieldSpec &spec, Mask &mask)
{
    return takeRange(scan, spec).map([&](const Range &range) { mask = Mask(mask | bitsOf(range, spec)); });
}

template<typename Mask>
[[nodiscard]] ItemResult<void> parseMask(QStringView text, qsizetype offset, const FieldSpec &spec, Mask &mask)
{
    return forEachItem(text, offset, spec, [&](Scanner &scan) { return addRange(scan, spec, mask); });
}

} // namespace reveille::cron
