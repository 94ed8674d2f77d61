// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/answers.h"
#include "core/scheduler/pass.h"

namespace reveille {

class Books;

/// Turns what is due in one store into runs: decides, claims in one transaction, and only then starts them. What the store
/// did not take is not started, and tried again.
class ClaimDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClaimDesk)

public:
    /// Borrows the books.
    explicit ClaimDesk(Books &books, QObject *parent = nullptr);

    /// Takes what is due now, at most a thousand items, to their start.
    [[nodiscard]] QFuture<Result<void>> runPass();
    /// Writes off what came due since the given jobs were paused, and decides about what was due before. Of those that the store
    /// refuses, the first error is the answer.
    [[nodiscard]] QFuture<Result<void>> skipPaused(const std::vector<JobEntry *> &entries, TimePoint since);
    /// The store answers again: what waits for it need wait no longer.
    void onStoreBack();
    void onClockSetBack();
    /// When there is something to do; nullopt: nothing is queued.
    [[nodiscard]] OptionalTime nextPassAt() const;

Q_SIGNALS:
    /// The store did not answer, with the reason, or does, with none.
    void storeAnswered(const std::optional<reveille::Error> &reason);
    /// Others hold these jobs otherwise than the books do.
    void jobsOutdated(const QList<reveille::JobId> &ids);

private:
    [[nodiscard]] QFuture<Result<void>> skipInHalves(const std::vector<JobEntry *> &entries, TimePoint since);
    [[nodiscard]] QFuture<Result<void>> skipAtOnce(const std::vector<JobEntry *> &entries, TimePoint since);
    [[nodiscard]] QFuture<Result<void>> claim(const std::shared_ptr<const Pass> &pass);
    [[nodiscard]] QFuture<Result<void>> claimWritten(const std::shared_ptr<const Pass> &pass);
    void carryOut(const Pass &pass, const ClaimResult &result);
    void requeueLost(const Pass &pass, const ClaimResult &lost);
    void onFailed(const Pass &pass, const Error &error);
    [[nodiscard]] milliseconds pauseAfterRefusal(const Pass &pass);
    void forgetRefusals(const Pass &taken);
    void setStoreAway(const std::optional<Error> &reason);

    Books &m_books;
    OptionalTime m_pausedUntil;   ///< the store is away; nothing is tried before
    milliseconds m_pause;         ///< the next one
    int m_most;                   ///< how many items to take at once
    int m_oneByOne = 0;           ///< how many items to take alone, to find the one that the store refuses
    QHash<JobId, milliseconds> m_refusals; ///< of jobs that the store did not take, the next pause
};

} // namespace reveille
