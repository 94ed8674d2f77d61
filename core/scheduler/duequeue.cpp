// SPDX-License-Identifier: MIT
#include "core/scheduler/duequeue.h"

#include "core/base/prefetch.h"

#include <algorithm>

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
    OptionalTime first;
    if (!m_heap.empty())
        first = m_heap.front().at;
    if (isReady() && (!first || m_ready[m_nextReady].at < *first))
        first = m_ready[m_nextReady].at;
    return first;
}

std::span<Due *const> DueQueue::takeDue(TimePoint now, int limit)
{
    if (!m_heap.empty() && m_heap.front().at <= now)
        gatherDue(now);
    m_taken.clear();
    for (; isReady() && m_ready[m_nextReady].at <= now && int(m_taken.size()) < limit; ++m_nextReady) {
        constexpr size_t Ahead = 16;
        if (m_nextReady + Ahead < m_ready.size())
            prefetch(m_slots[m_ready[m_nextReady + Ahead].slot].item);
        const Entry &entry = m_ready[m_nextReady];
        if (isVoid(entry))
            continue;
        m_taken.push_back(m_slots[entry.slot].item);
        release(*m_taken.back());
    }
    dropVoid();
    return m_taken;
}

// What of the heap is due goes into the row of what is ready. Where that is much of it, the rest is made a heap anew.
void DueQueue::gatherDue(TimePoint now)
{
    m_ready.erase(m_ready.begin(), m_ready.begin() + ptrdiff_t(m_nextReady));
    m_nextReady = 0;
    const auto before = ptrdiff_t(m_ready.size());
    const size_t few = m_heap.size() / 16;
    if (countInHeap(now, few) < few) {
        for (; !m_heap.empty() && m_heap.front().at <= now; pop())
            m_ready.push_back(m_heap.front());
    } else {
        m_ready.reserve(m_ready.size() + m_heap.size());
        std::erase_if(m_heap, [&](const Entry &entry) {
            const bool isDue = entry.at <= now;
            if (isDue)
                m_ready.push_back(entry);
            return isDue;
        });
        heapify();
    }
    const auto added = m_ready.begin() + before;
    if (!std::is_sorted(added, m_ready.end(), isBefore))
        std::sort(added, m_ready.end(), isBefore);
    std::inplace_merge(m_ready.begin(), added, m_ready.end(), isBefore);
}

size_t DueQueue::countDue(TimePoint at, size_t most) const
{
    const auto ready = m_ready.begin() + ptrdiff_t(m_nextReady);
    const auto end = std::upper_bound(ready, m_ready.end(), at, [](TimePoint time, const Entry &entry) { return time < entry.at; });
    const size_t count = std::min(most, size_t(end - ready));
    return count + countInHeap(at, most - count);
}

// What stands below one that is not due is not due either.
size_t DueQueue::countInHeap(TimePoint at, size_t most) const
{
    size_t count = 0;
    std::vector<size_t> places{0};
    while (!places.empty() && count < most) {
        const size_t place = places.back();
        places.pop_back();
        if (place >= m_heap.size() || m_heap[place].at > at)
            continue;
        ++count;
        for (size_t child = place * Children + 1; child <= place * Children + Children; ++child)
            places.push_back(child);
    }
    return count;
}

void DueQueue::heapify()
{
    for (size_t place = m_heap.size() / Children + 1; place-- > 0;) {
        if (place < m_heap.size())
            siftDown(place, Entry(m_heap[place]));
    }
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
    while (isReady() && isVoid(m_ready[m_nextReady]))
        ++m_nextReady;
    while (!m_heap.empty() && isVoid(m_heap.front()))
        pop();
    const size_t queued = m_slots.size() - m_freeSlots.size();
    if (m_heap.size() <= 2 * queued + 64)
        return;
    std::erase_if(m_heap, [this](const Entry &entry) { return isVoid(entry); });
    heapify();
}

} // namespace reveille
