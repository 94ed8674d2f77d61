// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/singleline.h"

#include <QString>

class QLabel;

namespace reveille {

/// singleLine(), cut to `length` characters with an ellipsis.
[[nodiscard]] QString shortened(const QString &text, int length = 60);
/// For tooltips, where Qt would take `<b>` for markup: every character shows as it is.
[[nodiscard]] QString plainToolTip(const QString &text);
/// For the text of actions, where `&` would mark a mnemonic.
[[nodiscard]] QString withoutMnemonic(const QString &text);
/// For output: line breaks and tabs stay, terminal colours go, other control characters become visible.
[[nodiscard]] QString readableOutput(const QString &text);

} // namespace reveille
