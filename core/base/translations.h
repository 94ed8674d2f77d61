// SPDX-License-Identifier: MIT
#pragma once

namespace reveille {

/// Makes the library's texts in other languages loadable, as `:/i18n/reveille_zh_CN.qm` and so on, for QTranslator.
void provideTranslations();

} // namespace reveille
