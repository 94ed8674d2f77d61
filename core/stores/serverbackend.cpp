// SPDX-License-Identifier: MIT
#include "core/stores/serverbackend.h"

#include "core/stores/sqlschema.h"
#include "core/stores/sqlsession.h"

#include <QDeadlineTimer>
#include <QSqlQuery>
#include <QThread>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds LockWait = 60s; // as long as most migrations take
constexpr unsigned long LockRetry = 50; // in milliseconds

} // namespace

ServerBackend::ServerBackend(const ServerDialect &dialect, const QUrl &url) : m_dialect(dialect), m_url(url) {}

Result<void> ServerBackend::check(const QUrl &url)
{
    const QString database = url.path().mid(1);
    if (!url.isValid() || url.host().isEmpty() || database.isEmpty() || database.contains(u'/') || url.hasQuery() || url.hasFragment()) {
        return invalid(u"store"_s, tr("“%1” names no database; write %2://user:password@host:port/database")
                                       .arg(shown(url.toString()), url.scheme()));
    }
    return {};
}

QString ServerBackend::shown(const QString &url)
{
    return url.contains(u'@') ? url.section(u':', 0, 0) + u":…"_s : url;
}

QString ServerBackend::url() const
{
    return m_url.toDisplayString(QUrl::RemovePassword);
}

Result<void> ServerBackend::connect(QSqlDatabase &database)
{
    return connect(database, For::Calls);
}

Result<void> ServerBackend::connect(QSqlDatabase &database, For purpose) const
{
    database.setHostName(m_url.host());
    database.setPort(m_url.port());
    database.setDatabaseName(m_url.path().mid(1));
    database.setUserName(m_url.userName());
    database.setPassword(m_url.password());
    database.setConnectOptions(purpose == For::Migration ? m_dialect.patientOptions : m_dialect.connectOptions);
    if (!database.isValid())
        return failure(ErrorCode::Unavailable, tr("%1 needs Qt's database driver %2, which is not installed").arg(url(), m_dialect.sql.driver));
    if (!database.open())
        return tl::unexpected(m_dialect.sql.explain(database.lastError(), url()));
    SqlSession session(database, m_dialect.sql, url());
    for (const QString &statement : m_dialect.setup)
        session.command(statement);
    if (purpose == For::Migration)
        session.command(m_dialect.patientSetup);
    return session.takeError();
}

Result<void> ServerBackend::prepare(SqlSession &session, int from, int to)
{
    if (from == to)
        return {};
    m_isMigrating = true;
    return session.reconnect([this](QSqlDatabase &database) { return connect(database, For::Migration); })
        .and_then([&] { return lock(session); })
        .and_then([&] { return checkIsOurs(session); })
        .and_then([&] { return SqlSchema::versionOf(session); })
        .and_then([&](int known) {
            if (known == 0) {
                for (const QString &statement : m_dialect.create)
                    session.command(statement);
            } else if (known < to) {
                backUp(session, known);
            }
            return session.takeError();
        });
}

// Where a schema is made in steps, its first one is the table of its version.
Result<void> ServerBackend::checkIsOurs(SqlSession &session) const
{
    const int columns = session.value(u"SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = %1 "
                                      "AND table_name = 'schema_version'"_s.arg(m_dialect.schema)).toInt();
    const int tables = session.value(u"SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = %1 AND table_name IN "
                                     "('jobs', 'job_times', 'runs', 'instances', 'job_changes', 'removed_jobs')"_s.arg(m_dialect.schema)).toInt();
    if (const Result<void> asked = session.takeError(); !asked || columns == 1 || (columns == 0 && tables == 0))
        return asked;
    return failure(ErrorCode::Refused, tr("%1 has tables of another program; Reveille needs a database of its own").arg(url()));
}

// What a migration has left half-way was copied before it.
void ServerBackend::backUp(SqlSession &session, int version) const
{
    const bool isHalfWay = session.value(u"SELECT 1 FROM schema_version WHERE version = ?"_s, {-version}).isValid();
    QStringList tables;
    QSqlQuery &query = session.run(u"SELECT table_name FROM information_schema.tables WHERE table_schema = %1 "
                                   "AND table_name IN ('jobs', 'job_times', 'runs')"_s.arg(m_dialect.schema));
    while (session.next(query))
        tables.append(query.value(0).toString());
    query.finish();
    for (const QString &table : std::as_const(tables)) {
        const QString copy = u"%1_schema_%2"_s.arg(table).arg(version);
        if (!isHalfWay)
            session.command(u"DROP TABLE IF EXISTS "_s + copy);
        session.command(u"CREATE TABLE IF NOT EXISTS %1 AS SELECT * FROM %2"_s.arg(copy, table));
    }
}

Result<void> ServerBackend::opened(SqlSession &session)
{
    if (!std::exchange(m_isMigrating, false))
        return {};
    return session.reconnect([this](QSqlDatabase &database) { return connect(database, For::Calls); });
}

Result<void> ServerBackend::lock(SqlSession &session) const
{
    for (const QDeadlineTimer deadline(LockWait);; QThread::msleep(LockRetry)) {
        const bool isLocked = session.value(m_dialect.lock).toInt() == 1;
        if (const Result<void> asked = session.takeError(); !asked || isLocked)
            return asked;
        if (deadline.hasExpired())
            return failure(ErrorCode::Unavailable, tr("%1 is being migrated by another program").arg(url()));
    }
}

} // namespace reveille
