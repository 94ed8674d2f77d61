// SPDX-License-Identifier: MIT
#include "core/scheduler/duequeue.h"

#include <algorithm>
#include <tuple>

namespace reveille {

namespace {

constexpr size_t Children = 4; // fewer levels than two, and all four in one or two lines of the cache

} // namespace

void DueQueue::schedule(Due &item, TimePoint at, qint64 sequence)
{
    if (item.m_slot == Due::NotQueued) {
        if (m_freeSlots.empty()) {
            m_freeSlots.push_back(std::uint32_t(m_slots.size()));
            m_slots.emplace_back();
        }
        item.m_slot = m_freeSlots.back();
        m_freeSlots.pop_back();
        m_slots[item.m_slot].item = &item;
    } else {
        ++m_slots[item.m_slot].stamp;
    }
    push({at, sequence, item.m_slot, m_slots[item.m_slot].stamp});
    dropVoid();
}

void DueQueue::remove(Due &item)
{
    if (item.m_slot == Due::NotQueued)
        return;
    release(item);
    dropVoid();
}

OptionalTime DueQueue::first() const
{
    return m_heap.empty() ? std::nullopt : OptionalTime(m_heap.front().at);
}

std::vector<Due *> DueQueue::takeDue(TimePoint now, int limit)
{
    std::vector<Due *> due;
    while (!m_heap.empty() && m_heap.front().at <= now && int(due.size()) < limit) {
        due.push_back(m_slots[m_heap.front().slot].item);
        release(*due.back());
        dropVoid();
    }
    return due;
}

bool DueQueue::isBefore(const Entry &a, const Entry &b)
{
    return std::tie(a.at, a.sequence, a.slot) < std::tie(b.at, b.sequence, b.slot);
}

void DueQueue::push(const Entry &entry)
{
    size_t place = m_heap.size();
    m_heap.push_back(entry);
    while (place > 0) {
        const size_t parent = (place - 1) / Children;
        if (!isBefore(entry, m_heap[parent]))
            break;
        m_heap[place] = m_heap[parent];
        place = parent;
    }
    m_heap[place] = entry;
}

void DueQueue::pop()
{
    const Entry last = m_heap.back();
    m_heap.pop_back();
    if (!m_heap.empty())
        siftDown(0, last);
}

void DueQueue::siftDown(size_t place, const Entry &entry)
{
    for (;;) {
        const size_t first = place * Children + 1;
        if (first >= m_heap.size())
            break;
        const size_t end = std::min(first + Children, m_heap.size());
        size_t least = first;
        for (size_t child = first + 1; child < end; ++child) {
            if (isBefore(m_heap[child], m_heap[least]))
                least = child;
        }
        if (!isBefore(m_heap[least], entry))
            break;
        m_heap[place] = m_heap[least];
        place = least;
    }
    m_heap[place] = entry;
}

void DueQueue::release(Due &item)
{
    Slot &slot = m_slots[item.m_slot];
    ++slot.stamp;
    slot.item = nullptr;
    m_freeSlots.push_back(item.m_slot);
    item.m_slot = Due::NotQueued;
}

// Void entries further down wait for their turn, unless they become most of the heap.
void DueQueue::dropVoid()
{
    while (!m_heap.empty() && isVoid(m_heap.front()))
        pop();
    const size_t queued = m_slots.size() - m_freeSlots.size();
    if (m_heap.size() <= 2 * queued + 64)
        return;
    std::erase_if(m_heap, [this](const Entry &entry) { return isVoid(entry); });
    for (size_t place = m_heap.size() / Children + 1; place-- > 0;) {
        if (place < m_heap.size())
            siftDown(place, Entry(m_heap[place]));
    }
}

} // namespace reveille
