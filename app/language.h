// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reveille {

/// Puts the application into a language: "en", "zh_CN", "zh_TW", or empty for the system's. Texts, dates and lists follow.
/// Call it once, after the application object was made.
void useLanguage(const QString &language);

} // namespace reveille
