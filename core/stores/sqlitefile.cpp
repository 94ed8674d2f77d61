// SPDX-License-Identifier: MIT
#include "core/stores/sqlitefile.h"

#include <QDir>
#include <QtEndian>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t FileMode = 0600;
constexpr mode_t FolderMode = 0700;
constexpr qint64 ApplicationIdAt = 68; // https://www.sqlite.org/fileformat.html

const QStringList &companions()
{
    static const QStringList suffixes{u"-journal"_s, u"-wal"_s, u"-shm"_s};
    return suffixes;
}

} // namespace

SqliteFile::SqliteFile(const QString &path, const QString &ownFolder)
    : m_path(canonicalPath(path)), m_ownFolder(canonicalPath(ownFolder)), m_lock(m_path + u".lock"_s)
{
    // Held for as long as the program runs; that its process is gone is what makes a lock stale.
    m_lock.setStaleLockTime(0);
}

QString SqliteFile::canonicalPath(const QString &path)
{
    const QFileInfo file(path);
    const QString canonical = file.canonicalFilePath(); // empty where there is no such file
    if (!canonical.isEmpty())
        return canonical;
    return QDir(canonicalPath(file.absolutePath())).filePath(file.fileName());
}

Result<void> SqliteFile::acquire()
{
    if (const Result<void> folder = makeFolder(); !folder)
        return folder;
    if (const Result<void> locked = acquireLock(); !locked)
        return locked;
    return QFileInfo::exists(m_path) ? Result<void>() : createPrivate(m_path);
}

Result<void> SqliteFile::acquireLock()
{
    if (tryLock()) {
        ::chmod(QFile::encodeName(m_lock.fileName()).constData(), FileMode);
        return {};
    }
    if (m_lock.error() == QLockFile::LockFailedError) {
        const Owner owner = this->owner().value_or(Owner());
        return failure(ErrorCode::Unavailable, tr("%1 is in use by another instance of Reveille (%2, process %3)")
                                                   .arg(m_path, owner.program, QString::number(owner.pid)));
    }
    return failure(ErrorCode::Unavailable, tr("%1 can't be written to").arg(QFileInfo(m_path).path()));
}

// A lock that QLockFile takes for good may have been left all the same: its owner died before the name was in it, or the
// number of its process went to another Reveille. A living owner holds the file by flock(2), and keeps it from being removed;
// who is about to do so and to write its name gets the time for that. Many have a store for a moment only.
bool SqliteFile::tryLock()
{
    constexpr int TimeToWriteAName = 500; // milliseconds
    constexpr int TimeForAMoment = 2000;
    if (m_lock.tryLock(0))
        return true;
    if (m_lock.error() != QLockFile::LockFailedError)
        return false;
    if (!owner() && m_lock.tryLock(TimeToWriteAName))
        return true;
    const std::optional<Owner> owner = this->owner();
    const bool mayBeLeft = owner ? owner->host == QSysInfo::machineHostName() : m_lock.error() == QLockFile::LockFailedError;
    if (mayBeLeft && m_lock.removeStaleLockFile() && m_lock.tryLock(0))
        return true;
    return m_lock.tryLock(TimeForAMoment);
}

std::optional<SqliteFile::Owner> SqliteFile::owner() const
{
    Owner owner;
    return m_lock.getLockInfo(&owner.pid, &owner.host, &owner.program) ? std::optional(owner) : std::nullopt;
}

Result<void> SqliteFile::makeFolder() const
{
    const QString folder = QFileInfo(m_path).path();
    QStringList missing;
    for (QString path = folder; !QFileInfo::exists(path); path = QFileInfo(path).path())
        missing.prepend(path);
    for (const QString &path : missing) {
        if (::mkdir(QFile::encodeName(path).constData(), FolderMode) != 0 && errno != EEXIST) {
            return failure(ErrorCode::Unavailable,
                           tr("The folder %1 can't be created: %2").arg(path, qt_error_string(errno)));
        }
    }
    if (folder == m_ownFolder && !missing.contains(folder))
        missing.append(folder);
    for (const QString &path : missing)
        ::chmod(QFile::encodeName(path).constData(), FolderMode); // mkdir() obeys the umask
    return {};
}

bool SqliteFile::looksLikeSqlite() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return true; // SQLite will say why
    const QByteArray magic("SQLite format 3\0", 16);
    const QByteArray head = file.read(magic.size());
    return head.isEmpty() || head == magic;
}

bool SqliteFile::isOurs() const
{
    QFile file(m_path);
    return QFileInfo::exists(backupPath()) || isEmptied()
        || (file.open(QIODevice::ReadOnly) && file.seek(ApplicationIdAt) && file.read(4) == "RVLL"); // as in 001.sql
}

bool SqliteFile::isEmptied() const
{
    const QFileInfo file(m_path);
    const bool isLogged = QFileInfo(m_path + u"-wal"_s).size() > 0; // there is none before the file has its first page
    return (!file.exists() || file.size() == 0) && (isLogged || QFileInfo::exists(backupPath()));
}

bool SqliteFile::isCutOff() const
{
    constexpr qint64 PageSizeAt = 16; // https://www.sqlite.org/fileformat.html
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(PageSizeAt))
        return false; // SQLite will say why
    const QByteArray bytes = file.read(2);
    if (bytes.size() < 2)
        return false;
    const int written = qFromBigEndian<quint16>(bytes.constData());
    const int pageSize = written == 1 ? 65536 : std::max(1, written);
    const auto isThere = [this](const QString &suffix) { return QFileInfo(m_path + suffix).size() > 0; };
    return file.size() % pageSize != 0 && !isThere(u"-wal"_s) && !isThere(u"-journal"_s);
}

void SqliteFile::makePrivate() const
{
    QStringList paths{m_path, backupPath()};
    for (const QString &suffix : companions())
        paths.append(m_path + suffix);
    for (const QString &path : paths)
        ::chmod(QFile::encodeName(path).constData(), FileMode); // not all of them exist
}

Result<void> SqliteFile::createPrivate(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, FileMode);
    if (fd < 0)
        return failure(ErrorCode::Unavailable, tr("%1 can't be created: %2").arg(path, qt_error_string(errno)));
    ::fchmod(fd, FileMode);
    ::close(fd);
    return {};
}

Result<QString> SqliteFile::setAside(TimePoint now, const QString &successor)
{
    if (const Result<void> locked = acquireLock(); !locked)
        return tl::unexpected(locked.error());
    const QString stamp = formatInstant(TimePoint(date::floor<std::chrono::seconds>(now))).remove(u':').remove(u'-');
    const QString target = m_path + u".damaged-"_s + stamp;
    QStringList suffixes = companions();
    if (successor.isEmpty())
        suffixes.append(backupPath().mid(m_path.size()));
    suffixes.append(QString());
    Result<void> done = rename(target, suffixes);
    if (done && !successor.isEmpty() && !QFile::rename(successor, m_path)) {
        done = failure(ErrorCode::Unavailable, tr("%1 can't be renamed to %2; the damaged file is now %3")
                                                   .arg(successor, m_path, target));
    }
    release();
    return done.map([&] { return target; });
}

Result<void> SqliteFile::rename(const QString &target, const QStringList &suffixes) const
{
    QStringList renamed;
    for (const QString &suffix : suffixes) {
        const QString path = m_path + suffix;
        if (!QFileInfo::exists(path))
            continue;
        if (!QFile::rename(path, target + suffix)) { // which never writes over another file
            for (const QString &done : renamed)
                QFile::rename(target + done, m_path + done);
            return failure(ErrorCode::Unavailable, tr("%1 can't be renamed to %2").arg(path, target + suffix));
        }
        renamed.append(suffix);
    }
    return {};
}

} // namespace reveille
