// SPDX-License-Identifier: MIT
#include "core/stores/sqlitebackup.h"

#include "core/base/strongid.h"
#include "core/stores/sqlconnection.h"
#include "core/stores/sqlsession.h"
#include "core/time/clock.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QThread>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.stores")

constexpr milliseconds MaxAge = 24h;
constexpr milliseconds LookEvery = 1h;

} // namespace

SqliteBackup::SqliteBackup(const SqliteFile &file, const Clock &clock, const SqlDialect &dialect, const QString &url)
    : m_file(file), m_clock(clock), m_dialect(dialect), m_url(url)
{
}

SqliteBackup::~SqliteBackup() = default;

Result<void> SqliteBackup::writeTo(const QString &path) const
{
    const QString connection = u"backup "_s + randomId();
    Result<void> written;
    {
        QSqlDatabase database = addConnection(m_dialect.driver, connection);
        database.setDatabaseName(m_file.path());
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (database.open()) {
            SqlSession session(database, m_dialect, m_url);
            written = copy(session, path);
        } else {
            written = tl::unexpected(m_dialect.explain(database.lastError(), m_url));
        }
    }
    removeConnection(connection);
    return written;
}

void SqliteBackup::startDaily(milliseconds firstLook)
{
    m_timer = std::make_unique<QTimer>();
    m_timer->setTimerType(Qt::VeryCoarseTimer);
    QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this] {
        m_timer->setInterval(LookEvery);
        if ((m_writer && !m_writer->isFinished()) || !isDue())
            return;
        m_writer.reset(QThread::create([this] { writeDaily(); }));
        m_writer->setObjectName(u"backup"_s);
        m_writer->start(QThread::LowPriority);
    });
    m_timer->start(firstLook);
}

void SqliteBackup::stopDaily()
{
    m_timer.reset();
    if (m_writer)
        m_writer->wait();
    m_writer.reset();
}

void SqliteBackup::finishDaily()
{
    stopDaily();
    if (isDue())
        writeDaily();
}

bool SqliteBackup::isDue() const
{
    const QFileInfo backup(m_file.backupPath());
    if (!backup.exists())
        return true;
    const milliseconds age = m_clock.now() - TimePoint(milliseconds(backup.lastModified().toMSecsSinceEpoch()));
    // One from the future was written while the clock was wrong.
    return std::chrono::abs(age) > MaxAge;
}

void SqliteBackup::writeDaily() const
{
    // A store without a fresh backup is better than none.
    if (const Result<void> written = writeTo(m_file.backupPath()); !written)
        qCWarning(log).noquote() << "No backup:" << written.error().text();
}

Result<void> SqliteBackup::copy(SqlSession &session, const QString &path) const
{
    const bool hasContents = session.value(u"SELECT EXISTS (SELECT 1 FROM jobs) OR EXISTS (SELECT 1 FROM runs)"_s).toBool();
    if (const Result<void> asked = session.takeError(); !asked || !hasContents)
        return asked;
    const QString unfinished = path + u".new"_s;
    QFile::remove(unfinished);
    // VACUUM INTO takes an empty file; made by itself, it would have the rights that the umask leaves.
    if (const Result<void> created = SqliteFile::createPrivate(unfinished); !created)
        return created;
    session.run(u"VACUUM INTO ?"_s, {unfinished});
    // What is damaged is copied as it is: it must not take the place of a backup that is not.
    const Result<void> whole = session.takeError().and_then(
        [&] { return QFileInfo::exists(path) ? check(session, unfinished) : Result<void>(); });
    if (!whole) {
        QFile::remove(unfinished);
        return whole;
    }
    const int fd = ::open(QFile::encodeName(unfinished).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0)
        ::close(fd);
    if (!synced || std::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(path).constData()) != 0)
        return failure(ErrorCode::Unavailable, tr("The backup %1 can't be written").arg(path));
    return {};
}

Result<void> SqliteBackup::check(SqlSession &session, const QString &copy) const
{
    session.run(u"ATTACH DATABASE ? AS copy"_s, {copy});
    const QString found = session.value(u"PRAGMA copy.quick_check(1)"_s).toString();
    session.run(u"DETACH DATABASE copy"_s);
    return session.takeError().and_then([&]() -> Result<void> {
        if (found != "ok"_L1)
            return failure(ErrorCode::Damaged, tr("%1 is damaged: %2").arg(m_url, found));
        return {};
    });
}

} // namespace reveille
