// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace reveille {

/// Has the memory of an object fetched while something else is done: of thousands of objects that are looked at one after
/// another, each would be waited for by itself. Null does nothing.
template<typename T>
inline void prefetch([[maybe_unused]] const T *object)
{
#ifdef __GNUC__
    constexpr std::size_t Line = 64;
    const char *const memory = reinterpret_cast<const char *>(object);
    for (std::size_t at = 0; at < sizeof(T); at += Line)
        __builtin_prefetch(memory + at);
    asm volatile(""); // GCC leaves out calls of a function that has no other effect
#endif
}

} // namespace reveille
