// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqldialect.h"
#include "core/stores/sqlitefile.h"

#include <QTimer>

#include <memory>

class QThread;

namespace reveille {

class Clock;
class SqlSession;

/// Copies of a SQLite store beside its file. They are written over a connection and, while the store is in use, on a thread
/// of their own: nothing that is due waits for them.
class SqliteBackup final
{
    Q_DECLARE_TR_FUNCTIONS(SqliteBackup)
    Q_DISABLE_COPY_MOVE(SqliteBackup)

public:
    /// Borrows both. `dialect` and `url` are the store's.
    SqliteBackup(const SqliteFile &file, const Clock &clock, const SqlDialect &dialect, const QString &url);
    ~SqliteBackup();

    /// Copies the store as it is now to `path`, which keeps what it had until the copy is whole and on the disk. Thread-safe.
    [[nodiscard]] Result<void> writeTo(const QString &path) const;

    /// From now on, while the event loop of this thread runs, writes the daily backup when it is due. Who starts has better
    /// to do than that: it looks for the first time after `firstLook`.
    void startDaily(milliseconds firstLook = std::chrono::minutes(1));
    /// Ends that, and waits for a backup that is being written.
    void stopDaily();
    /// As stopDaily(), but writes a backup that is due.
    void finishDaily();

private:
    [[nodiscard]] bool isDue() const;
    void writeDaily() const;
    [[nodiscard]] Result<void> copy(SqlSession &session, const QString &path) const;
    [[nodiscard]] Result<void> check(SqlSession &session, const QString &copy) const;

    const SqliteFile &m_file;
    const Clock &m_clock;
    const SqlDialect m_dialect;
    const QString m_url;
    std::unique_ptr<QTimer> m_timer; ///< lives on the thread that started it
    std::unique_ptr<QThread> m_writer;
};

} // namespace reveille
