// SPDX-License-Identifier: MIT
#include "core/stores/sqlsession.h"

namespace reveille {

using namespace Qt::StringLiterals;

SqlSession::SqlSession(const QSqlDatabase &database, const SqlDialect &dialect, const QString &url)
    : m_database(database), m_dialect(dialect), m_url(url), m_nothing(database)
{
}

// Null: there is an error.
QSqlQuery *SqlSession::prepared(const QString &sql, const SqlRows *rows)
{
    if (m_error)
        return nullptr;
    if (!m_database.isOpen()) { // a driver that listens to the server notices by itself
        fail(QSqlError());
        return nullptr;
    }
    const Statement statement(sql, rows ? rows->form() : QByteArray());
    auto it = m_statements.find(statement);
    if (it == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(rows ? QString(sql).replace(u":table"_s, rows->table()) : sql)) {
            fail(query.lastError());
            return nullptr;
        }
        it = m_statements.emplace(statement, std::move(query)).first;
    }
    return &it->second;
}

QSqlQuery &SqlSession::carriedOut(QSqlQuery &query)
{
    if (query.exec())
        return query;
    fail(query.lastError());
    query.finish();
    return m_nothing;
}

QSqlQuery &SqlSession::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery *const query = prepared(sql);
    if (!query)
        return m_nothing;
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(int(i), values[i]);
    return carriedOut(*query);
}

QSqlQuery &SqlSession::run(const QString &sql, SqlRows &rows)
{
    QSqlQuery *const query = prepared(sql, &rows);
    if (!query)
        return m_nothing;
    query->bindValue(u":rows"_s, rows.take());
    QSqlQuery &done = carriedOut(*query);
    if (!query->isSelect()) // which still reads them
        query->bindValue(u":rows"_s, QVariant());
    return done;
}

void SqlSession::command(const QString &sql)
{
    if (m_dialect.commands == SqlDialect::Commands::Prepared) {
        run(sql).finish();
        return;
    }
    (void)direct(sql);
}

QSqlQuery SqlSession::direct(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!m_error && (!m_database.isOpen() || !query.exec(sql)))
        fail(query.lastError());
    return query;
}

bool SqlSession::next(QSqlQuery &query)
{
    if (query.next())
        return true;
    if (const QSqlError error = query.lastError(); error.isValid())
        fail(error);
    return false;
}

QVariant SqlSession::value(const QString &sql, const QVariantList &values)
{
    QSqlQuery &query = run(sql, values);
    const QVariant first = next(query) ? query.value(0) : QVariant();
    query.finish();
    return first;
}

void SqlSession::fail(const QSqlError &error)
{
    if (m_error) // the first one tells
        return;
    m_isTransient = m_dialect.isTransient && m_dialect.isTransient(error);
    fail(m_dialect.explain(error, m_url));
}

void SqlSession::fail(Error error)
{
    if (m_error)
        return;
    m_isDoubtful = m_isDoubtful || error.code == ErrorCode::Unavailable;
    m_error = std::move(error);
}

bool SqlSession::takeConflict()
{
    const bool isConflict = m_error && m_error->code == ErrorCode::Conflict;
    if (isConflict)
        m_error.reset();
    return isConflict;
}

bool SqlSession::isAlive()
{
    if (m_isDoubtful)
        m_isDoubtful = !m_database.isOpen() || !QSqlQuery(m_database).exec(u"SELECT 1"_s);
    return !m_isDoubtful;
}

Result<void> SqlSession::takeError()
{
    if (const std::optional<Error> error = std::exchange(m_error, std::nullopt))
        return tl::unexpected(*error);
    return {};
}

bool SqlSession::hasTable(const QString &name)
{
    return value(m_dialect.hasTable, {name}).isValid();
}

Result<void> SqlSession::commit()
{
    m_isTransient = m_isTransient && m_error;
    const bool isCommitting = !m_error;
    command(u"COMMIT"_s);
    const Result<void> result = takeError();
    if (!result) {
        m_isInDoubt = isCommitting && result.error().code == ErrorCode::Unavailable && !m_isTransient;
        rollback();
    }
    return result;
}

void SqlSession::rollback()
{
    const bool wasTransient = m_isTransient;
    m_error.reset();
    command(u"ROLLBACK"_s);
    // Some errors have ended the transaction already; then there is nothing to roll back.
    (void)takeError();
    m_isTransient = wasTransient;
}

bool SqlSession::endAttempt(bool done)
{
    const bool conflict = takeConflict();
    if (conflict || !done)
        command(u"ROLLBACK TO SAVEPOINT attempt"_s);
    command(u"RELEASE SAVEPOINT attempt"_s);
    return done && !conflict;
}

} // namespace reveille
