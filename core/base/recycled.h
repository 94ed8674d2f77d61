// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/populate.h"
#include "core/base/prefetch.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>
#include <mutex>
#include <new>
#include <vector>

namespace reveille {

/// Memory for objects of one size that come and go by ten thousands: what is given back is kept for the next ones. Each
/// thread has some of it in its hand, for which nothing is locked, and hands on to all what is too much. On the common heap
/// such objects would leave so many holes that looking for a larger piece of memory takes longer than to run what is due.
template<std::size_t Size>
class RecycledMemory final
{
public:
    /// Thread-safe; throws std::bad_alloc.
    [[nodiscard]] static void *take()
    {
        return withHand([](Hand &hand) { return hand.take(); });
    }

    /// Thread-safe. `piece` is from take(), which any thread may have called.
    static void giveBack(void *piece)
    {
        withHand([piece](Hand &hand) { hand.put(piece); });
    }

private:
    using Piece = std::array<std::byte, Size>;
    static constexpr std::size_t AtOnce = 512; ///< pieces that a thread gets or hands on

    /// What is in nobody's hand.
    struct Stock
    {
        std::mutex mutex;
        std::vector<Piece *> pieces;
    };

    class Hand
    {
    public:
        Hand() { m_pieces.reserve(2 * AtOnce); }
        ~Hand() { handOn(m_pieces.size()); }

        void *take()
        {
            if (m_pieces.empty())
                fill();
            Piece *const piece = m_pieces.back();
            m_pieces.pop_back();
            if (!m_pieces.empty())
                prefetch(m_pieces.back());
            return piece;
        }

        void put(void *piece)
        {
            if (m_pieces.size() == 2 * AtOnce)
                handOn(AtOnce);
            m_pieces.push_back(static_cast<Piece *>(piece));
        }

    private:
        void fill()
        {
            {
                Stock &stock = RecycledMemory::stock();
                const std::scoped_lock lock(stock.mutex);
                const auto first = stock.pieces.end() - std::ptrdiff_t(std::min(AtOnce, stock.pieces.size()));
                m_pieces.assign(first, stock.pieces.end());
                stock.pieces.erase(first, stock.pieces.end());
            }
            if (!m_pieces.empty())
                return;
            Piece *const block = static_cast<Piece *>(::operator new(AtOnce * Size));
            populate(block, AtOnce * Size);
            for (std::size_t i = AtOnce; i-- > 0;)
                m_pieces.push_back(block + i);
        }

        // Those that lay here longest.
        void handOn(std::size_t count)
        {
            Stock &stock = RecycledMemory::stock();
            const std::scoped_lock lock(stock.mutex);
            const auto end = m_pieces.begin() + std::ptrdiff_t(count);
            stock.pieces.insert(stock.pieces.end(), m_pieces.begin(), end);
            m_pieces.erase(m_pieces.begin(), end);
        }

        std::vector<Piece *> m_pieces;
    };

    struct ThreadsHand : Hand
    {
        ~ThreadsHand() { t_isGone = true; }
    };

    // Objects that outlive the hand of their thread have one for themselves.
    template<typename Use>
    static auto withHand(Use use)
    {
        if (t_isGone) {
            Hand hand;
            return use(hand);
        }
        return use(handOfThread());
    }

    static Hand &handOfThread()
    {
        thread_local ThreadsHand hand;
        return hand;
    }

    static Stock &stock()
    {
        static auto *const stock = new Stock; // for good: whichever thread or object is the last
        return *stock;
    }

    static constinit inline thread_local bool t_isGone = false; ///< this thread's hand
};

/// A standard allocator of single objects, for std::allocate_shared and std::list.
template<typename T>
struct RecyclingAllocator
{
    using value_type = T;
#if defined(__SANITIZE_ADDRESS__) || QT_HAS_FEATURE(address_sanitizer) // it is to see what is used after its end
    static constexpr bool Recycles = false;
#else
    static constexpr bool Recycles = true;
#endif

    RecyclingAllocator() = default;
    template<typename Other>
    RecyclingAllocator(const RecyclingAllocator<Other> &) noexcept {}

    [[nodiscard]] T *allocate([[maybe_unused]] std::size_t count)
    {
        Q_ASSERT(count == 1);
        static_assert(alignof(T) <= alignof(std::max_align_t));
        return static_cast<T *>(Recycles ? RecycledMemory<sizeof(T)>::take() : ::operator new(sizeof(T)));
    }
    void deallocate(T *object, std::size_t) noexcept
    {
        Recycles ? RecycledMemory<sizeof(T)>::giveBack(object) : ::operator delete(object);
    }

    friend bool operator==(const RecyclingAllocator &, const RecyclingAllocator &) { return true; }
};

} // namespace reveille
