// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"
#include "core/stores/sqlbackend.h"
#include "core/stores/sqlinstance.h"
#include "core/stores/sqltables.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QPromise>
#include <QTimer>

#include <deque>
#include <functional>
#include <variant>

namespace reveille {

/// The part of a SqlStore that blocks: works off its calls, in their order, on the thread it was moved to.
///
/// A call on a shared database that loses its connection connects again and finds out what became of it, some times over,
/// before it answers Unavailable (see SqlInstance). While nobody calls, a timer renews the lease and looks what others did.
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
        RunList runs;
        std::shared_ptr<QPromise<Result<void>>> promise;
    };

    /// Puts a call at the end of the queue. Thread-safe.
    void post(std::variant<Work, Record> call);
    /// For how long it has been at the call that is under way. Thread-safe.
    [[nodiscard]] milliseconds timeOfCall() const;

    // The rest is for calls that were posted.

    void setHost(const QString &host);
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// Carries out a call on the tables of the open store.
    template<typename T>
    [[nodiscard]] Result<T> call(const std::function<Result<T>(SqlTables &)> &work)
    {
        for (int attempt = 1;; ++attempt) {
            const Result<SqlTables *> open = tables();
            if (const std::optional<std::any> answer = open ? takeAnswer() : std::nullopt) {
                note({});
                if constexpr (std::is_void_v<T>)
                    return {};
                else
                    return std::any_cast<T>(*answer);
            }
            Result<T> result = open.and_then([&](SqlTables *tables) { return work(*tables); });
            if (result)
                note({});
            if (result || !mayTryAgain(result.error(), attempt)) {
                if (!result)
                    note(result.error());
                return result;
            }
        }
    }

Q_SIGNALS:
    void changed();
    void availabilityChanged(const std::optional<reveille::Error> &reason);

private:
    void workOff();
    template<typename Call>
    void timed(Call call);
    void record(const QList<Record> &records);
    [[nodiscard]] Result<SqlTables *> tables();
    [[nodiscard]] std::optional<std::any> takeAnswer();
    [[nodiscard]] bool mayTryAgain(const Error &error, int attempt);
    void note(const std::optional<Error> &error);
    [[nodiscard]] Result<void> openSession();
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> join();
    void closeSession();
    void beat();
    void poll();
    /// Sets how often it looks for news.
    void pace();
    void lookForNews();

    const std::unique_ptr<SqlBackend> m_backend;
    std::unique_ptr<SqlSession> m_session;
    std::unique_ptr<SqlInstance> m_instance; ///< of an open store that is shared
    std::unique_ptr<SqlTables> m_tables;
    QTimer m_beat{this};
    QTimer m_poll{this};
    bool m_isOpen = false;
    bool m_isAway = false;
    bool m_isWatching = false; ///< runs of others, until they end
    mutable QMutex m_mutex;
    QElapsedTimer m_sinceCall; ///< guarded by m_mutex; invalid: none is under way
    std::deque<std::variant<Work, Record>> m_calls; ///< guarded by m_mutex
};

/// What a call on a store that is not open answers.
[[nodiscard]] tl::unexpected<Error> storeIsClosed();

} // namespace reveille
