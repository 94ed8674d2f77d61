// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"
#include "core/stores/sqlbackend.h"
#include "core/stores/sqlsession.h"

#include <QCoreApplication>
#include <QMutex>
#include <QPromise>

#include <deque>
#include <functional>
#include <variant>

namespace reveille {

/// The part of a SqlStore that blocks: works off its calls, in their order, on the thread it was moved to.
class SqlWorker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlWorker)

public:
    explicit SqlWorker(std::unique_ptr<SqlBackend> backend);
    ~SqlWorker() override;

    using Work = std::function<void()>;
    struct Record
    {
        QList<Run> runs;
        std::shared_ptr<QPromise<Result<void>>> promise;
    };

    /// Puts a call at the end of the queue. Thread-safe.
    void post(std::variant<Work, Record> call);

    // The rest is for calls that were posted.

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// The session of the open store; where the connection was lost meanwhile, a new one. Never null.
    [[nodiscard]] Result<SqlSession *> session();

private:
    void workOff();
    void record(const QList<Record> &records);
    [[nodiscard]] Result<void> openSession();
    [[nodiscard]] Result<void> connect();
    void closeSession();

    const std::unique_ptr<SqlBackend> m_backend;
    std::unique_ptr<SqlSession> m_session;
    bool m_isOpen = false;
    QMutex m_mutex;
    std::deque<std::variant<Work, Record>> m_calls; ///< guarded by m_mutex
};

/// What a call on a store that is not open answers.
[[nodiscard]] tl::unexpected<Error> storeIsClosed();

} // namespace reveille
