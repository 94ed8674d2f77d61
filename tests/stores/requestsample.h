// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

namespace reveille {

/// Whether tests are to try everything: REVEILLE_TEST_EXHAUSTIVE is set.
[[nodiscard]] bool isExhaustive();

/// Of the requests 1 to `count` of a test case those at which it breaks the connection. In an exhaustive run all of them;
/// otherwise the first, the last, and `between` them some by chance: the same ones every time, or others with
/// REVEILLE_TEST_SEED. Prints which, and of what seed.
[[nodiscard]] QList<int> requestsToBreak(int count, int between);

} // namespace reveille
