// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlitefile.h"

namespace reveille {

class Clock;

/// The ways on from a store's file that is damaged: its newest backup, or an empty store. The file itself is kept under
/// another name, so that nothing is lost that somebody might still read.
class SqliteRepair final
{
    Q_DECLARE_TR_FUNCTIONS(SqliteRepair)
    Q_DISABLE_COPY_MOVE(SqliteRepair)

public:
    struct Backup
    {
        QString path;
        TimePoint writtenAt;
    };

    /// Borrows the clock. Invalid: the store of this URL is no file.
    [[nodiscard]] static Result<std::unique_ptr<SqliteRepair>> create(const QString &storeUrl, const Clock &clock);

    /// Reads the whole file. Damaged says what is wrong with it; another code is for a file that nobody should set aside:
    /// there is none, somebody has it, or it is of another program.
    [[nodiscard]] Result<void> check() const;
    /// The newest backup that can be read; nullopt: there is none.
    [[nodiscard]] std::optional<Backup> newestBackup() const;

    /// Both answer with the new name of the damaged file. Unavailable: somebody has the file, or a file can't be written.
    [[nodiscard]] Result<QString> restore(const Backup &backup);
    /// The next who opens the store finds none and makes it. Backups are not written over.
    [[nodiscard]] Result<QString> beginEmpty();

private:
    SqliteRepair(const QString &file, const Clock &clock);

    SqliteFile m_file;
    const Clock &m_clock;
};

} // namespace reveille
