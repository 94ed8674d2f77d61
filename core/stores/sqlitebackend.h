// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlbackend.h"
#include "core/stores/sqlitebackup.h"
#include "core/stores/sqlitefile.h"

namespace reveille {

class Clock;

/// What is SQLite's own: a file with a lock, its check after a crash, and its backups.
class SqliteBackend final : public SqlBackend
{
    Q_DECLARE_TR_FUNCTIONS(SqliteBackend)

public:
    SqliteBackend(const QString &file, const QString &ownFolder, const QString &schemaFolder, const Clock &clock);

    [[nodiscard]] QString url() const override;
    [[nodiscard]] SqlDialect dialect() const override;
    [[nodiscard]] Result<void> connect(QSqlDatabase &database) override;
    [[nodiscard]] Result<void> prepare(SqlSession &session, int from, int to) override;
    [[nodiscard]] Result<void> opened(SqlSession &session) override;
    [[nodiscard]] Result<void> closing(SqlSession &session) override;
    void disconnected() override;

private:
    [[nodiscard]] Result<void> openFile(QSqlDatabase &database);
    [[nodiscard]] Result<void> identify(const QSqlDatabase &database) const;
    [[nodiscard]] Result<void> checkAfterCrash(SqlSession &session) const;

    SqliteFile m_file;
    const QString m_schemaFolder;
    SqliteBackup m_backup;
};

} // namespace reveille
