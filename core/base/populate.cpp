// SPDX-License-Identifier: MIT
#include "core/base/populate.h"

#include <QtGlobal>

#include <memory>
#include <tuple>

#ifdef Q_OS_UNIX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace reveille {

void populate([[maybe_unused]] void *memory, [[maybe_unused]] std::size_t size)
{
#ifdef Q_OS_UNIX
    static const auto page = std::size_t(sysconf(_SC_PAGESIZE));
    void *first = memory;
    if (!std::align(page, page, first, size))
        return;
#ifdef MADV_POPULATE_WRITE
    std::ignore = madvise(first, size / page * page, MADV_POPULATE_WRITE);
#endif
    for (std::size_t at = 0; at + page <= size; at += page) { // the host of a virtual machine may set up each only now
        volatile unsigned char &byte = static_cast<volatile unsigned char *>(first)[at];
        byte = byte;
    }
#endif
}

} // namespace reveille
