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
#ifdef MADV_POPULATE_WRITE
    static const auto page = std::size_t(sysconf(_SC_PAGESIZE));
    void *first = memory;
    if (std::align(page, page, first, size))
        std::ignore = madvise(first, size / page * page, MADV_POPULATE_WRITE);
#endif
}

} // namespace reveille
