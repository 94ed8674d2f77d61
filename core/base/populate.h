// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace reveille {

/// Has the pages of new memory set up, of those that lie wholly within it, in one go where there is a call for that (madvise(2),
/// MADV_POPULATE_WRITE). Where each is found missing when it is first written to, the system is called for every one, which
/// takes several times as long.
void populate(void *memory, std::size_t size);

} // namespace reveille
