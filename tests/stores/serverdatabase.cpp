// SPDX-License-Identifier: MIT
#include "tests/stores/serverdatabase.h"

#include "core/base/strongid.h"
#include "core/stores/sqlconnection.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

QUrl urlOf(const QString &server)
{
    QFile file(QStringLiteral(REVEILLE_DATABASES "/") + server + u".url"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing: start the servers with tests/support/databases.sh, or run ctest", qPrintable(file.fileName()));
    return QUrl(QString::fromUtf8(file.readAll()).trimmed());
}

bool isMariaDb(const QUrl &url)
{
    return url.scheme() == u"mysql";
}

// Gives a connection of its own to `work`.
template<typename Work>
void withConnection(const QUrl &url, Work work)
{
    const QString connection = u"test "_s + randomId();
    {
        QSqlDatabase database = addConnection(isMariaDb(url) ? u"QMYSQL"_s : u"QPSQL"_s, connection);
        database.setHostName(url.host());
        database.setPort(url.port());
        database.setUserName(url.userName());
        database.setDatabaseName(url.path().mid(1));
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        work(database);
    }
    removeConnection(connection);
}

// Carries out a statement, then others that its rows hold. Answers how many rows there were.
int execute(const QUrl &url, const QString &sql)
{
    int rows = 0;
    withConnection(url, [&](const QSqlDatabase &database) {
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        QStringList statements;
        for (; query.next(); ++rows) {
            if (isMariaDb(url))
                statements.append(query.value(0).toString());
        }
        for (const QString &statement : statements)
            query.exec(statement);
    });
    return rows;
}

} // namespace

QString createServerDatabase(const QString &server)
{
    QUrl url = urlOf(server);
    const QString name = u"test_"_s + randomId();
    execute(url, u"CREATE DATABASE "_s + name);
    url.setPath(u'/' + name);
    return url.toString();
}

void executeAll(const QString &url, const QStringList &statements)
{
    withConnection(QUrl(url), [&](const QSqlDatabase &database) {
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        }
    });
}

QVariant valueIn(const QString &url, const QString &sql)
{
    QVariant value;
    withConnection(QUrl(url), [&](const QSqlDatabase &database) {
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        if (query.next())
            value = query.value(0);
    });
    return value;
}

int killConnections(const QString &url)
{
    if (isMariaDb(QUrl(url)))
        return execute(QUrl(url), u"SELECT CONCAT('KILL CONNECTION ', id) FROM information_schema.processlist "
                                  "WHERE db = DATABASE() AND id <> CONNECTION_ID()"_s);
    return execute(QUrl(url), u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                              "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
}

void closeDatabase(const QString &url)
{
    const QString name = QUrl(url).path().mid(1);
    if (isMariaDb(QUrl(url))) {
        killConnections(url);
        execute(urlOf(u"mariadb"_s), u"DROP DATABASE "_s + name);
    } else {
        execute(urlOf(u"postgresql"_s), u"ALTER DATABASE %1 WITH ALLOW_CONNECTIONS false"_s.arg(name));
        execute(urlOf(u"postgresql"_s), u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(name));
    }
}

void reopenDatabase(const QString &url)
{
    const QString name = QUrl(url).path().mid(1);
    if (isMariaDb(QUrl(url)))
        execute(urlOf(u"mariadb"_s), u"CREATE DATABASE "_s + name);
    else
        execute(urlOf(u"postgresql"_s), u"ALTER DATABASE %1 WITH ALLOW_CONNECTIONS true"_s.arg(name));
}

} // namespace reveille
