// SPDX-License-Identifier: MIT
#include "core/stores/sqlitebackend.h"

#include "core/stores/packedrows.h"
#include "core/stores/sqlsession.h"

#include <QLoggingCategory>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.stores")

constexpr int ApplicationId = 0x52564c4c; ///< as in 001.sql

// SQLite keeps a number for its user in the file's head; ours says whether somebody uses the store or died in doing so.
const QString MarkInUse = u"PRAGMA user_version = 1"_s;
const QString MarkAtRest = u"PRAGMA user_version = 0"_s;
const QString ReadMark = u"PRAGMA user_version"_s;

struct SqliteText
{
    Q_DECLARE_TR_FUNCTIONS(SqliteBackend)
};

Error notAStore(const QString &url)
{
    return {ErrorCode::Damaged, SqliteText::tr("%1 is damaged, or not a store of Reveille").arg(url), {}};
}

/// See https://www.sqlite.org/rescode.html
Error explainSqlite(const QSqlError &error, const QString &url)
{
    const QString text = error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return {ErrorCode::Unavailable, SqliteText::tr("%1 is in use by another program").arg(url), {}};
    case 8: // SQLITE_READONLY
        return {ErrorCode::Unavailable, SqliteText::tr("%1 can't be written to").arg(url), {}};
    case 11: // SQLITE_CORRUPT
        return {ErrorCode::Damaged, SqliteText::tr("%1 is damaged: %2").arg(url, text), {}};
    case 13: // SQLITE_FULL
        return {ErrorCode::Unavailable, SqliteText::tr("There is no space left for %1").arg(url), {}};
    case 19: // SQLITE_CONSTRAINT
        if (text.startsWith("UNIQUE"_L1))
            return {ErrorCode::Conflict, SqliteText::tr("This run is in %1 already").arg(url), {}};
        return {ErrorCode::Invalid, SqliteText::tr("%1 does not take this: %2").arg(url, text), {}};
    case 26: // SQLITE_NOTADB
        return notAStore(url);
    default:
        return {ErrorCode::Unavailable, SqliteText::tr("%1 can't be read or written: %2").arg(url, text), {}};
    }
}

} // namespace

SqliteBackend::SqliteBackend(const QString &file, const QString &ownFolder, const QString &schemaFolder,
                             const Clock &clock)
    : m_file(file, ownFolder), m_schemaFolder(schemaFolder), m_backup(m_file, clock, dialect(), url())
{
}

QString SqliteBackend::url() const
{
    return u"sqlite:"_s + m_file.path();
}

SqlDialect SqliteBackend::dialect() const
{
    return {.driver = u"QSQLITE"_s,
            .schemaFolder = m_schemaFolder,
            .begin = u"BEGIN IMMEDIATE"_s,
            .hasTable = u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"_s,
            .lastSequence = u"SELECT seq FROM sqlite_sequence WHERE name = 'jobs'"_s,
            // A text is UTF-8 in the file: so nothing is converted.
            .textFromBytes = u"CAST(? AS TEXT)"_s,
            .bytesFromText = u"CAST(j.data AS BLOB)"_s,
            .explain = &explainSqlite,
            .createRows = &PackedRows::create,
            .updateFrom = &updateWithFrom};
}

Result<void> SqliteBackend::connect(QSqlDatabase &database)
{
    const Result<void> opened = openFile(database);
    // Who meets a damaged file may set it aside, but only one of ours.
    if (!opened && opened.error().code == ErrorCode::Damaged && !m_file.isOurs())
        return failure(ErrorCode::Refused, opened.error().message);
    return opened;
}

Result<void> SqliteBackend::openFile(QSqlDatabase &database)
{
    if (m_file.isEmptied())
        return failure(ErrorCode::Damaged, tr("%1 is damaged: nothing is left of it").arg(url()));
    if (const Result<void> acquired = m_file.acquire(); !acquired)
        return acquired;
    if (!m_file.looksLikeSqlite() || m_file.isCutOff())
        return tl::unexpected(notAStore(url()));
    database.setDatabaseName(m_file.path());
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return tl::unexpected(explainSqlite(database.lastError(), url()));
    const Result<void> identified = identify(database);
    if (identified)
        m_file.makePrivate();
    return identified;
}

Result<void> SqliteBackend::identify(const QSqlDatabase &database) const
{
    SqlSession session(database, dialect(), url());
    const bool empty = session.value(u"SELECT COUNT(*) FROM sqlite_master"_s).toInt() == 0;
    const bool ours = session.value(u"PRAGMA application_id"_s).toInt() == ApplicationId;
    return session.takeError().and_then([&]() -> Result<void> {
        if (empty || ours)
            return {};
        return failure(ErrorCode::Refused, tr("%1 is a database of another program").arg(url()));
    });
}

Result<void> SqliteBackend::prepare(SqlSession &session, int from, int to)
{
    if (const Result<void> checked = checkAfterCrash(session); !checked)
        return checked;
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s})
        session.value(pragma);
    if (const Result<void> set = session.takeError(); !set)
        return set;

    return from > 0 && from < to ? m_backup.writeTo(m_file.path() + u".schema-%1.backup"_s.arg(from)) : Result<void>();
}

Result<void> SqliteBackend::checkAfterCrash(SqlSession &session) const
{
    if (session.value(ReadMark).toInt() != 0) {
        qCInfo(log).noquote() << url() << "was not closed; checking it";
        const QString found = session.value(u"PRAGMA quick_check(1)"_s).toString();
        if (session.ok() && found != "ok"_L1)
            return failure(ErrorCode::Damaged, tr("%1 is damaged: %2").arg(url(), found));
    }
    return session.takeError();
}

Result<void> SqliteBackend::opened(SqlSession &session)
{
    session.run(MarkInUse);
    m_backup.startDaily();
    return session.takeError();
}

Result<void> SqliteBackend::closing(SqlSession &session)
{
    m_backup.finishDaily();
    session.run(MarkAtRest);
    return session.takeError();
}

void SqliteBackend::disconnected()
{
    m_backup.stopDaily();
    m_file.release();
}

} // namespace reveille
