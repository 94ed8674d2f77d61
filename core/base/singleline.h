// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reveille {

/// Text from outside on one line, for tables and terminals: control characters and line breaks become spaces.
[[nodiscard]] QString singleLine(const QString &text);

} // namespace reveille
