// SPDX-License-Identifier: MIT
#include "core/stores/sqliterepair.h"

#include "core/stores/sqlitestore.h"
#include "core/stores/sqlschema.h"
#include "core/stores/storeurl.h"
#include "core/time/clock.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <unistd.h>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

const QString Scheme = u"sqlite:"_s;

/// The first value that a statement gives; the error is in SQLite's words.
Result<QVariant> valueOf(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql) || !query.next())
        return failure(ErrorCode::Damaged, query.lastError().databaseText());
    return query.value(0);
}

Result<void> readAll(QSqlDatabase &database)
{
    if (!database.open())
        return failure(ErrorCode::Damaged, database.lastError().databaseText());
    const Result<QVariant> version = valueOf(database, u"SELECT MAX(version) FROM schema_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() < 1 || version->toInt() > SqlSchema(u":/reveille/schema/sqlite"_s).newest())
        return failure(ErrorCode::Refused, u"schema_version"_s);
    const Result<QVariant> found = valueOf(database, u"PRAGMA quick_check(1)"_s);
    if (!found)
        return tl::unexpected(found.error());
    return *found == u"ok"_s ? Result<void>() : failure(ErrorCode::Damaged, found->toString());
}

/// Reads all of a store's file.
Result<void> readAll(const QString &path)
{
    const QString connection = u"repair "_s + randomId();
    Result<void> result;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(path);
        result = readAll(database);
    }
    QSqlDatabase::removeDatabase(connection);
    return result;
}

/// Copies a file for its owner's eyes only; it is on the disk when this returns.
Result<void> copyPrivately(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (const Result<void> created = SqliteFile::createPrivate(to); !created)
        return created;
    QFile source(from);
    QFile copy(to);
    const bool copied = source.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && copy.write(source.readAll()) == source.size() && ::fsync(copy.handle()) == 0;
    if (copied)
        return {};
    const QString reason = copy.error() == QFileDevice::NoError ? source.errorString() : copy.errorString();
    copy.remove();
    return failure(ErrorCode::Unavailable, QCoreApplication::translate("SqliteRepair", "%1 can't be copied to %2: %3").arg(from, to, reason));
}

} // namespace

SqliteRepair::SqliteRepair(const QString &file, const Clock &clock) : m_file(file, SqliteStore::ownFolder()), m_clock(clock) {}

Result<std::unique_ptr<SqliteRepair>> SqliteRepair::create(const QString &storeUrl, const Clock &clock)
{
    return canonicalStoreUrl(storeUrl).and_then([&](const QString &url) -> Result<std::unique_ptr<SqliteRepair>> {
        if (!url.startsWith(Scheme))
            return invalid(u"store"_s, tr("only a store in a file can be repaired here"));
        return std::unique_ptr<SqliteRepair>(new SqliteRepair(url.mid(Scheme.size()), clock));
    });
}

Result<void> SqliteRepair::check() const
{
    if (!QFileInfo::exists(m_file.path()) && !m_file.isEmptied())
        return failure(ErrorCode::NotFound, tr("There is no %1").arg(m_file.path()));
    SqliteStore store(m_file.path(), m_clock);
    if (const Result<void> opened = store.open().result(); !opened)
        return opened;
    if (const Result<void> closed = store.close().result(); !closed)
        return closed;
    return readAll(m_file.path()).map_error([this](const Error &error) {
        return Error{error.code, tr("%1 is damaged: %2").arg(m_file.path(), error.message), {}};
    });
}

std::optional<SqliteRepair::Backup> SqliteRepair::newestBackup() const
{
    const QFileInfo file(m_file.path());
    // Of this store only, not of one whose name begins alike.
    const QRegularExpression name(u"^%1(\\.schema-\\d+|\\.damaged-[0-9TZ]+)?\\.backup$"_s.arg(QRegularExpression::escape(file.fileName())));
    for (const QFileInfo &found : file.dir().entryInfoList(QDir::Files | QDir::Hidden, QDir::Time)) {
        if (name.match(found.fileName()).hasMatch() && readAll(found.filePath()))
            return Backup{found.filePath(), TimePoint(milliseconds(found.lastModified().toMSecsSinceEpoch()))};
    }
    return std::nullopt;
}

Result<QString> SqliteRepair::restore(const Backup &backup)
{
    // A whole copy is there before anything else is touched.
    const QString copy = m_file.path() + u".restored"_s;
    return copyPrivately(backup.path, copy).and_then([&] { return m_file.setAside(m_clock.now(), copy); });
}

Result<QString> SqliteRepair::beginEmpty()
{
    return m_file.setAside(m_clock.now());
}

} // namespace reveille
