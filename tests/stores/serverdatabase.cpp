// SPDX-License-Identifier: MIT
#include "tests/stores/serverdatabase.h"

#include "core/base/strongid.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

namespace reveille {

using namespace Qt::StringLiterals;

QString createServerDatabase(const QString &server)
{
    QFile file(QStringLiteral(REVEILLE_DATABASES "/") + server + u".url"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing: start the servers with tests/support/databases.sh, or run ctest", qPrintable(file.fileName()));
    QUrl url(QString::fromUtf8(file.readAll()).trimmed());
    const QString name = u"test_"_s + randomId().remove(u'-');
    const QString connection = u"create "_s + name;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(url.scheme() == u"mysql" ? u"QMYSQL"_s : u"QPSQL"_s, connection);
        database.setHostName(url.host());
        database.setPort(url.port());
        database.setUserName(url.userName());
        database.setDatabaseName(url.path().mid(1));
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        if (!query.exec(u"CREATE DATABASE "_s + name))
            qFatal("%s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(connection);
    url.setPath(u'/' + name);
    return url.toString();
}

} // namespace reveille
