// SPDX-License-Identifier: MIT
#include "core/stores/serverbackend.h"

#include "core/stores/sqlsession.h"

#include <QDeadlineTimer>
#include <QSqlQuery>
#include <QThread>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds LockWait = 60s; // as long as a migration may take
constexpr unsigned long LockRetry = 50; // in milliseconds

} // namespace

ServerBackend::ServerBackend(const ServerDialect &dialect, const QUrl &url) : m_dialect(dialect), m_url(url) {}

Result<void> ServerBackend::check(const QUrl &url)
{
    const QString database = url.path().mid(1);
    if (!url.isValid() || url.host().isEmpty() || database.isEmpty() || database.contains(u'/') || url.hasQuery() || url.hasFragment()) {
        return invalid(u"store"_s, tr("“%1” names no database; write %2://user:password@host:port/database")
                                       .arg(url.toDisplayString(QUrl::RemovePassword), url.scheme()));
    }
    return {};
}

QString ServerBackend::url() const
{
    return m_url.toDisplayString(QUrl::RemovePassword);
}

Result<void> ServerBackend::connect(QSqlDatabase &database)
{
    database.setHostName(m_url.host());
    database.setPort(m_url.port());
    database.setDatabaseName(m_url.path().mid(1));
    database.setUserName(m_url.userName());
    database.setPassword(m_url.password());
    database.setConnectOptions(m_dialect.connectOptions);
    if (!database.isValid())
        return failure(ErrorCode::Unavailable, tr("%1 needs Qt's database driver %2, which is not installed").arg(url(), m_dialect.sql.driver));
    if (!database.open())
        return tl::unexpected(m_dialect.sql.explain(database.lastError(), url()));
    SqlSession session(database, m_dialect.sql, url());
    for (const QString &statement : m_dialect.setup)
        session.command(statement);
    return session.takeError();
}

Result<void> ServerBackend::prepare(SqlSession &session, int from, int to)
{
    if (from == to)
        return {};
    return lock(session).and_then([&] {
        if (from == 0) {
            for (const QString &statement : m_dialect.create)
                session.command(statement);
        } else {
            backUp(session, from);
        }
        return session.takeError();
    });
}

// A copy that is there was made before a migration that was cut short, or by who has just migrated.
void ServerBackend::backUp(SqlSession &session, int version) const
{
    QStringList tables;
    QSqlQuery &query = session.run(u"SELECT table_name FROM information_schema.tables WHERE table_schema = %1 "
                                   "AND table_name IN ('jobs', 'job_times', 'runs')"_s.arg(m_dialect.schema));
    while (query.next())
        tables.append(query.value(0).toString());
    query.finish();
    for (const QString &table : std::as_const(tables))
        session.command(u"CREATE TABLE IF NOT EXISTS %1_schema_%2 AS SELECT * FROM %1"_s.arg(table).arg(version));
}

Result<void> ServerBackend::opened(SqlSession &session)
{
    if (std::exchange(m_isLocked, false))
        (void)session.value(m_dialect.unlock);
    return session.takeError();
}

Result<void> ServerBackend::lock(SqlSession &session)
{
    for (const QDeadlineTimer deadline(LockWait);; QThread::msleep(LockRetry)) {
        m_isLocked = session.value(m_dialect.lock).toInt() == 1;
        if (const Result<void> asked = session.takeError(); !asked || m_isLocked)
            return asked;
        if (deadline.hasExpired())
            return failure(ErrorCode::Unavailable, tr("%1 is being migrated by another program").arg(url()));
    }
}

} // namespace reveille
