// SPDX-License-Identifier: MIT
#include "core/base/translations.h"

#include <QDir>

static void initTranslationsResource() // outside of every namespace, as the macro demands
{
    Q_INIT_RESOURCE(reveille_translations);
}

namespace reveille {

void provideTranslations()
{
    initTranslationsResource(); // a static library's resources are not there by themselves
}

} // namespace reveille
