// SPDX-License-Identifier: MIT
#include "app/language.h"

#include "core/base/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace reveille {

void useLanguage(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    QCoreApplication *application = QCoreApplication::instance();
    auto *qt = new QTranslator(application); // the buttons and menus that Qt brings
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application->installTranslator(qt);
    provideTranslations();
    auto *own = new QTranslator(application);
    // English too has a file: it tells singular from plural.
    if (own->load(locale, QStringLiteral("reveille"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || own->load(QStringLiteral(":/i18n/reveille_en.qm")))
        application->installTranslator(own);
}

} // namespace reveille
