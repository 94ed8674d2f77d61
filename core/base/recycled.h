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

    /// Has at least that many pieces lie ready for whoever takes one. Thread-safe; throws std::bad_alloc.
    static void reserve(std::size_t count)
    {
        Stock &stock = RecycledMemory::stock();
        const std::size_t there = stock.size();
        if (there < count)
            stock.add(makeBlock(count - there), count - there);
    }

private:
    using Piece = std::array<std::byte, Size>;
    static constexpr std::size_t AtOnce = 512; ///< pieces that a thread gets or hands on

    /// What is in nobody's hand.
    struct Stock
    {
        std::mutex mutex;
        std::vector<Piece *> pieces;

        std::size_t size()
        {
            const std::scoped_lock lock(mutex);
            return pieces.size();
        }
        void add(Piece *block, std::size_t count)
        {
            const std::scoped_lock lock(mutex);
            for (std::size_t i = count; i-- > 0;)
                pieces.push_back(block + i);
        }
    };

    static Piece *makeBlock(std::size_t count)
    {
        Piece *const block = static_cast<Piece *>(::operator new(count * Size));
        populate(block, count * Size);
        return block;
    }

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
            Piece *const block = makeBlock(AtOnce);
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

/// What std::allocate_shared makes of a T, with the count of those who share it.
template<typename T>
#ifdef _LIBCPP_VERSION
inline constexpr std::size_t SharedSize = sizeof(T) + 24;
#else
inline constexpr std::size_t SharedSize = sizeof(T) + 16;
#endif
/// What std::list makes of a T, with the places of its neighbours.
template<typename T>
inline constexpr std::size_t ListNodeSize = sizeof(T) + 2 * sizeof(void *);

/// A standard allocator of single objects for those two, which takes pieces of that size.
template<typename T, std::size_t Size>
struct RecyclingAllocator
{
    using value_type = T;
    using Memory = RecycledMemory<Size>;
    template<typename Other>
    struct rebind
    {
        using other = RecyclingAllocator<Other, Size>;
    };
#if defined(__SANITIZE_ADDRESS__) || QT_HAS_FEATURE(address_sanitizer) // it is to see what is used after its end
    static constexpr bool Recycles = false;
#else
    static constexpr bool Recycles = true;
#endif

    RecyclingAllocator() = default;
    template<typename Other>
    RecyclingAllocator(const RecyclingAllocator<Other, Size> &) noexcept {}

    /// As in RecycledMemory.
    static void reserve([[maybe_unused]] std::size_t count)
    {
        if constexpr (Recycles)
            Memory::reserve(count);
    }

    [[nodiscard]] T *allocate([[maybe_unused]] std::size_t count)
    {
        Q_ASSERT(count == 1);
        static_assert(sizeof(T) <= Size && Size % alignof(T) == 0 && alignof(T) <= alignof(std::max_align_t));
        return static_cast<T *>(Recycles ? Memory::take() : ::operator new(sizeof(T)));
    }
    void deallocate(T *object, std::size_t) noexcept
    {
        Recycles ? Memory::giveBack(object) : ::operator delete(object);
    }

    friend bool operator==(const RecyclingAllocator &, const RecyclingAllocator &) { return true; }
};

} // namespace reveille
