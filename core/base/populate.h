// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace reveille {

/// Has the pages of new memory set up in one go, of those that lie wholly within it. Where each is found missing when it is
/// first written to, the system is called for every one, which takes several times as long. Does nothing where there is no
/// such call (madvise(2), MADV_POPULATE_WRITE), and harms nothing where it fails.
void populate(void *memory, std::size_t size);

} // namespace reveille
