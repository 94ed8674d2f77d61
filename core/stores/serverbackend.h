// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqlbackend.h"

#include <QCoreApplication>
#include <QUrl>

namespace reveille {

/// What differs between database servers, as values.
struct ServerDialect
{
    SqlDialect sql;
    QString connectOptions; ///< of the QtSql driver; with the times that connecting and a call may take
    QString patientOptions; ///< the same for a migration, of which one statement may take an hour
    QStringList setup;      ///< what each new connection carries out: time limits, isolation, where the tables are
    QString patientSetup;   ///< what comes after it for a migration: it takes its time
    QStringList create;     ///< what comes before the first schema file
    QString schema;         ///< an expression that is the name of the schema which the tables are in
    QString lock;           ///< a query that answers 1 where this connection may migrate until it ends, and nobody else
};

/// A database on a server, given by a URL such as `postgresql://user:password@host:5432/database`. Any number of programs
/// may have it open; one at a time migrates it, after it has copied its tables: `runs` of the first schema to `runs_schema_1`,
/// and so on.
class ServerBackend final : public SqlBackend
{
    Q_DECLARE_TR_FUNCTIONS(ServerBackend)

public:
    ServerBackend(const ServerDialect &dialect, const QUrl &url);

    /// A URL that can't be read, for messages: without what may be a password.
    [[nodiscard]] static QString shown(const QString &url);
    /// An error where a URL names no database, or has what it can't have. The error's key is `store`.
    [[nodiscard]] static Result<void> check(const QUrl &url);

    /// Without the password.
    [[nodiscard]] QString url() const override;
    [[nodiscard]] SqlDialect dialect() const override { return m_dialect.sql; }
    [[nodiscard]] Result<void> connect(QSqlDatabase &database) override;
    [[nodiscard]] Result<void> prepare(SqlSession &session, int from, int to) override;
    [[nodiscard]] Result<void> opened(SqlSession &session) override;
    [[nodiscard]] Result<void> closing(SqlSession &) override { return {}; }
    void disconnected() override { m_isMigrating = false; }

private:
    enum class For { Calls, Migration };

    [[nodiscard]] Result<void> connect(QSqlDatabase &database, For purpose) const;
    [[nodiscard]] Result<void> lock(SqlSession &session) const;
    [[nodiscard]] Result<void> checkIsOurs(SqlSession &session) const;
    void backUp(SqlSession &session, int version) const;

    const ServerDialect m_dialect;
    const QUrl m_url;
    bool m_isMigrating = false; ///< the connection is one for that, and has the lock
};

} // namespace reveille
