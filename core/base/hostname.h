// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace reveille {

/// The name of a machine in the form in which names are compared: in lower case. It has 1 to 253 characters (RFC 1035): letters,
/// digits, `-`, `_` and `.`. Invalid: it is none; the error's key is `key`.
[[nodiscard]] Result<QString> hostName(const QString &text, const QString &key = QStringLiteral("host"));
/// The name of this machine; empty where it has none that jobs could have.
[[nodiscard]] QString ownHostName();

} // namespace reveille
