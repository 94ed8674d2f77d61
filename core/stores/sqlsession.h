// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/sqldialect.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <optional>
#include <type_traits>
#include <unordered_map>

namespace reveille {

/// An open connection with its prepared statements. The first error is kept, later statements are passed over, and the
/// transaction around them is rolled back and answers with it: so the code inside needs no check after each statement.
/// Lives on one thread.
class SqlSession final
{
    Q_DISABLE_COPY_MOVE(SqlSession)

public:
    SqlSession(const QSqlDatabase &database, const SqlDialect &dialect, const QString &url);

    /// Carries out `sql`, prepared once and kept. The answer holds until the same text is run again; after an error it
    /// is an inactive query without rows.
    QSqlQuery &run(const QString &sql, const QVariantList &values = {});
    /// The same with rows, for which `:table` stands in it; always rows of the same columns.
    QSqlQuery &run(const QString &sql, SqlRows &rows);
    /// Carries out a statement whose answer nobody needs.
    void command(const QString &sql);
    /// Carries out a statement that is not worth keeping.
    QSqlQuery direct(const QString &sql);
    /// Goes to the next row of an answer. False: there is none, or it could not be read, which is an error then.
    [[nodiscard]] bool next(QSqlQuery &query);
    /// The first column of the first row, or an invalid value.
    QVariant value(const QString &sql, const QVariantList &values = {});

    /// Rows that are to be given to run(), as many as `count` without growing.
    [[nodiscard]] std::unique_ptr<SqlRows> createRows(const QList<RowColumn> &columns, qsizetype count) const { return m_dialect.createRows(columns, count); }

    void fail(Error error);
    [[nodiscard]] bool ok() const { return !m_error; }
    /// The error so far, which is forgotten.
    [[nodiscard]] Result<void> takeError();
    [[nodiscard]] bool hasTable(const QString &name);

    /// Forgets an error that is a conflict, and whether there was one. Only outside of PostgreSQL does the transaction go on.
    [[nodiscard]] bool takeConflict();
    /// Whether the database still answers, as far as errors so far give reason to ask it.
    [[nodiscard]] bool isAlive();

    /// Begins a transaction, for those who need more than transaction().
    void begin() { command(m_dialect.begin); }
    /// Commits; after an error so far, and where that does not work, rolls back and answers with it.
    [[nodiscard]] Result<void> commit();
    void rollback();
    /// Whether the connection was lost while it committed: it may have taken place all the same.
    [[nodiscard]] bool isInDoubt() const { return m_isInDoubt; }
    /// Whether the error before was a transient one: the same may work at once.
    [[nodiscard]] bool isTransient() const { return m_isTransient; }
    [[nodiscard]] const SqlDialect &dialect() const { return m_dialect; }
    [[nodiscard]] const QString &url() const { return m_url; }
    /// Closes the connection and has `open` open it anew.
    template<typename Open>
    [[nodiscard]] Result<void> reconnect(Open open)
    {
        m_statements.clear();
        m_database.close();
        return open(m_database);
    }
    [[nodiscard]] QSqlDriver *driver() const { return m_database.driver(); }

    /// Runs `work` in one transaction: all of it or, after an error, nothing.
    template<typename Work>
    [[nodiscard]] Result<std::invoke_result_t<Work>> transaction(Work work)
    {
        using T = std::invoke_result_t<Work>;
        begin();
        if constexpr (std::is_void_v<T>) {
            work();
            return commit();
        } else {
            T answer = work();
            return commit().map([&] { return std::move(answer); });
        }
    }

    /// Runs `work` inside a transaction. False: it returned false or met a conflict, and what it did is undone.
    template<typename Work>
    [[nodiscard]] bool attempt(Work work)
    {
        command(QStringLiteral("SAVEPOINT attempt"));
        const bool done = work();
        return endAttempt(done);
    }

private:
    /// A statement's text, and the form of the rows that go with it.
    using Statement = std::pair<QString, QByteArray>;
    struct StatementHash
    {
        size_t operator()(const Statement &statement) const { return qHash(statement); }
    };

    [[nodiscard]] QSqlQuery *prepared(const QString &sql, const SqlRows *rows = nullptr);
    QSqlQuery &carriedOut(QSqlQuery &query);
    void fail(const QSqlError &error);
    [[nodiscard]] bool endAttempt(bool done);

    QSqlDatabase m_database;
    const SqlDialect m_dialect;
    const QString m_url;
    std::unordered_map<Statement, QSqlQuery, StatementHash> m_statements;
    QSqlQuery m_nothing; ///< what run() answers after an error
    std::optional<Error> m_error;
    bool m_isDoubtful = false; ///< something was unavailable: perhaps the connection is lost
    bool m_isInDoubt = false;
    bool m_isTransient = false;
};

} // namespace reveille
