// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/strongid.h"
#include "core/time/timepoint.h"

#include <set>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

namespace reveille {

/// What is due: a job, by its trigger, or a waiting run of one.
using DueItem = std::variant<JobId, RunId>;

/// Which job or waiting run is due when. Each item stands in it at most once; those due at the same instant are in the
/// order given by their sequence. Every operation costs the logarithm of what is queued.
class DueQueue final
{
public:
    /// Queues an item, or moves it.
    void schedule(const DueItem &item, TimePoint at, qint64 sequence);
    void remove(const DueItem &item);
    void clear();

    /// When the first item is due; nullopt: nothing is queued.
    [[nodiscard]] OptionalTime first() const;
    /// Takes out what is due at or before `now`, at most `limit` items, in order.
    [[nodiscard]] std::vector<DueItem> takeDue(TimePoint now, int limit);

private:
    struct Entry
    {
        TimePoint at;
        qint64 sequence;
        DueItem item;
        bool operator<(const Entry &other) const
        {
            return std::tie(at, sequence, item) < std::tie(other.at, other.sequence, other.item);
        }
    };
    struct Hash
    {
        size_t operator()(const DueItem &item) const
        {
            return std::visit([](const auto &id) { return qHash(id); }, item);
        }
    };

    std::set<Entry> m_entries;
    std::unordered_map<DueItem, std::set<Entry>::iterator, Hash> m_positions;
};

} // namespace reveille
