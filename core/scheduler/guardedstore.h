// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/answers.h"
#include "core/stores/jobstore.h"

#include <QTimer>

namespace reveille {

/// Stands before a store that somebody else may have written: a call that throws, and an answer that is an exception, was
/// cancelled or is none, become an error of that store (Refused). The answers come on the thread that asks, which is the
/// one it lives on, whichever thread the store gives them on.
///
/// A store that has not answered for its patience() is silent, and away: what only reads is answered Unavailable, and so is at once what
/// it is asked until it answers again, but for a call now and then that finds out whether it does. What changes something is waited
/// for, as nobody else knows what became of it.
class GuardedStore final : public JobStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuardedStore)

public:
    explicit GuardedStore(std::unique_ptr<JobStore> store);

    /// Asks something that goes through the store, and answers Unavailable where it is silent or falls so meanwhile: then it
    /// may still be done.
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> whileItAnswers(const std::function<QFuture<Result<T>>()> &asked)
    {
        return m_isSilent ? failed<T>(silence()) : orSilence(asked());
    }

    void setHost(const QString &host) override;
    void expect(size_t runs) override;
    [[nodiscard]] QFuture<Result<void>> open() override;
    [[nodiscard]] QFuture<Result<StoreContents>> loadDue(TimePoint now) override;
    [[nodiscard]] QFuture<Result<StoreContents>> loadPage(qint64 after, int limit) override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> jobs(const QList<JobId> &ids) override;
    [[nodiscard]] QFuture<Result<StoreChanges>> changes() override;
    [[nodiscard]] QFuture<Result<QList<JobRecord>>> add(QList<JobRecord> jobs, const RunList &runs = {}) override;
    [[nodiscard]] QFuture<Result<void>> update(const QList<JobRecord> &jobs, const RunList &runs = {}) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QList<JobId> &ids) override;
    [[nodiscard]] QFuture<Result<ClaimResult>> claim(const ClaimBatch &batch) override;
    [[nodiscard]] QFuture<Result<void>> record(const RunList &runs) override;
    [[nodiscard]] QFuture<Result<void>> requestCancel(const RunId &id) override;
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query) override;
    [[nodiscard]] QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override;
    [[nodiscard]] QFuture<Result<void>> close() override;
    [[nodiscard]] bool isShared() const override;
    [[nodiscard]] bool keepsFunctions() const override;
    [[nodiscard]] milliseconds patience() const override;
    [[nodiscard]] QString url() const override;

Q_SIGNALS:
    void fellSilent();

private:
    enum class Kind {
        Reads,
        Changes,      ///< something in the store, or what it has said
        Records,      ///< a change that the store gets also while it is silent: it may be the last
        TakesItsTime, ///< likewise, and may do so
    };

    template<typename Call>
    [[nodiscard]] std::invoke_result_t<Call> ask(Kind kind, Call call);
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> orSilence(QFuture<Result<T>> asked);
    /// Whether that ends a silence.
    [[nodiscard]] bool noteAnswer(bool isAway);
    void fallSilent();
    [[nodiscard]] Error silence() const;

    const std::unique_ptr<JobStore> m_store;
    /// While calls are under way, since the last answer; and once in a silence, until a call may find out.
    QTimer m_patience;
    quint64 m_asked = 0;    ///< the number of the newest call that is to be answered soon
    quint64 m_answered = 0; ///< and of the newest that was: an answer to one before it is lost
    bool m_isSilent = false;
    bool m_mayProbe = false; ///< the next call may find out whether it is so still
};

template<typename T>
QFuture<Result<T>> GuardedStore::orSilence(QFuture<Result<T>> asked)
{
    if (asked.isFinished())
        return asked;
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto give = [promise](const Result<T> &answer) {
        if (promise->future().isFinished()) // by the other of the two
            return;
        promise->addResult(answer);
        promise->finish();
    };
    const QMetaObject::Connection silent = connect(this, &GuardedStore::fellSilent, this, [this, give] { give(tl::unexpected(silence())); });
    asked.then([silent, give](const Result<T> &answer) {
        disconnect(silent);
        give(answer);
    });
    return promise->future();
}

} // namespace reveille
