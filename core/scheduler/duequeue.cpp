// SPDX-License-Identifier: MIT
#include "core/scheduler/duequeue.h"

namespace reveille {

void DueQueue::schedule(const DueItem &item, TimePoint at, qint64 sequence)
{
    remove(item);
    m_positions.emplace(item, m_entries.insert({at, sequence, item}).first);
}

void DueQueue::remove(const DueItem &item)
{
    if (const auto found = m_positions.find(item); found != m_positions.end()) {
        m_entries.erase(found->second);
        m_positions.erase(found);
    }
}

void DueQueue::clear()
{
    m_positions.clear();
    m_entries.clear();
}

OptionalTime DueQueue::first() const
{
    return m_entries.empty() ? std::nullopt : OptionalTime(m_entries.begin()->at);
}

std::vector<DueItem> DueQueue::takeDue(TimePoint now, int limit)
{
    std::vector<DueItem> due;
    while (!m_entries.empty() && m_entries.begin()->at <= now && int(due.size()) < limit) {
        due.push_back(m_entries.begin()->item);
        remove(due.back());
    }
    return due;
}

} // namespace reveille
