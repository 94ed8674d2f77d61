// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QCoreApplication>
#include <QLockFile>

#include <optional>

namespace reveille {

/// The file of a SQLite store and those beside it. They are for their owner's eyes only, whatever the umask is, and one
/// process at a time may have them.
class SqliteFile final
{
    Q_DECLARE_TR_FUNCTIONS(SqliteFile)
    Q_DISABLE_COPY_MOVE(SqliteFile)

public:
    /// `ownFolder` is Reveille's: it is made private even where it exists already.
    SqliteFile(const QString &path, const QString &ownFolder);

    /// The one name of a file that several paths may lead to, through links; what does not exist yet keeps its own. Whoever
    /// locks a file or compares two must go by it.
    [[nodiscard]] static QString canonicalPath(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Where the daily backup is.
    [[nodiscard]] QString backupPath() const { return m_path + QStringLiteral(".backup"); }

    /// Takes the lock, which it waits for two seconds, and makes sure that there is a file, an empty one at first. Unavailable names
    /// who has the lock.
    [[nodiscard]] Result<void> acquire();
    void release() { m_lock.unlock(); }
    /// Whether it is empty or begins as a SQLite database does. SQLite itself would write over some files that do not.
    [[nodiscard]] bool looksLikeSqlite() const;
    /// Whether it once was a store of ours: it says so itself, or something beside it does.
    [[nodiscard]] bool isOurs() const;
    /// Whether nothing is left of it, perhaps not even the file, though there is a backup, or a log of what is not in it yet.
    /// SQLite itself would begin anew, and remove that.
    [[nodiscard]] bool isEmptied() const;
    /// Whether a part of the last page is missing, and nothing beside the file that would bring it back. SQLite itself would take
    /// it for zeros.
    [[nodiscard]] bool isCutOff() const;
    /// Takes rights of others to the file and its companions away. To be called once it is known to be ours.
    void makePrivate() const;
    /// Creates an empty file that only the owner can read. Unavailable where that does not work, or where it exists.
    [[nodiscard]] static Result<void> createPrivate(const QString &path);

    /// Renames the file and its companions to `<file>.damaged-<time>`, all of them or none, and answers with the new name of
    /// the file. Then `successor` becomes the file; without one its backup is renamed, too, before a new store writes over
    /// it. Unavailable while somebody has the file, or where renaming does not work.
    [[nodiscard]] Result<QString> setAside(TimePoint now, const QString &successor = {});

private:
    /// Who has the lock, as it says itself.
    struct Owner
    {
        qint64 pid = 0;
        QString host;
        QString program;
    };

    [[nodiscard]] Result<void> acquireLock();
    [[nodiscard]] bool tryLock();
    /// None: nobody, or somebody who did not write it yet.
    [[nodiscard]] std::optional<Owner> owner() const;
    [[nodiscard]] Result<void> makeFolder() const;
    [[nodiscard]] Result<void> rename(const QString &target, const QStringList &suffixes) const;

    const QString m_path; ///< canonical
    const QString m_ownFolder;
    QLockFile m_lock;
};

} // namespace reveille
