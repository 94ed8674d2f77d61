// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <cstdint>
#include <span>
#include <vector>

namespace reveille {

/// Something that comes due: a job, by its trigger, or a waiting run of one.
class Due
{
public:
    enum class Kind : std::uint8_t { Job, Run };

    explicit Due(Kind kind) : m_kind(kind) {}
    Due(const Due &) = delete;
    Due &operator=(const Due &) = delete;

    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    friend class DueQueue;
    static constexpr std::uint32_t NotQueued = ~0u;

    std::uint32_t m_slot = NotQueued;
    const Kind m_kind;
};

/// Which of them is due when. Each stands in it at most once; those due at the same instant are in the order given by
/// their sequence. Every operation costs at most the logarithm of what is queued. Borrows what is queued.
///
/// The heap holds values only, so that moving one touches no other memory. What is due leaves it all at once, and waits in a
/// row to be taken. What is taken back leaves its entry, which is passed over when its turn comes.
class DueQueue final
{
public:
    /// Queues an item, or moves it.
    void schedule(Due &item, TimePoint at, qint64 sequence);
    /// Takes it out, if it is queued.
    void remove(Due &item);

    /// When the first item is due; nullopt: nothing is queued.
    [[nodiscard]] OptionalTime first() const;
    /// How many are due at or before that time, about: some of them may have been taken back. Stops counting at `most`, so that it
    /// costs no more than that.
    [[nodiscard]] size_t countDue(TimePoint at, size_t most) const;
    /// Takes out what is due at or before `now`, at most `limit` items, in order. Valid until the next call.
    [[nodiscard]] std::span<Due *const> takeDue(TimePoint now, int limit);

private:
    struct Entry
    {
        TimePoint at;
        qint64 sequence = 0;
        std::uint32_t slot = 0;
        std::uint32_t stamp = 0; ///< that of the slot, or the entry is void
    };
    struct Slot
    {
        Due *item = nullptr; ///< null: free
        std::uint32_t stamp = 0;
    };

    [[nodiscard]] static bool isBefore(const Entry &a, const Entry &b)
    {
        return a.at != b.at ? a.at < b.at : a.sequence != b.sequence ? a.sequence < b.sequence : a.slot < b.slot;
    }
    [[nodiscard]] bool isVoid(const Entry &entry) const { return m_slots[entry.slot].stamp != entry.stamp; }
    void push(const Entry &entry);
    void pop();
    void heapify();
    void gatherDue(TimePoint now);
    [[nodiscard]] size_t countInHeap(TimePoint at, size_t most) const;
    [[nodiscard]] bool isReady() const { return m_nextReady < m_ready.size(); }
    void siftDown(size_t place, const Entry &entry);
    void release(Due &item);
    void dropVoid();

    std::vector<Entry> m_heap; ///< each before its four children; the first is never void
    std::vector<Entry> m_ready; ///< in order
    size_t m_nextReady = 0;     ///< from here on; never void
    std::vector<Due *> m_taken; ///< by the last call
    std::vector<Slot> m_slots;
    std::vector<std::uint32_t> m_freeSlots;
};

} // namespace reveille
