// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"
#include "core/stores/sqlsession.h"

#include <any>

namespace reveille {

/// One of those who share a database: its row in `instances`, with a lease by the server's clock. Outlives connections.
///
/// Every transaction that writes begins by renewing the lease and writing its own number into that row. So it holds the
/// row to its end, and
/// - whoever finds the lease over has what the instance left unfinished: no transaction of it is under way or can follow;
/// - after a lost connection the number tells whether the transaction took place. Reading it waits until the server is
///   through with it.
/// An instance whose lease ran out goes on under a new id with what nobody has taken over; what was taken is fenced.
class SqlInstance final
{
    Q_DISABLE_COPY_MOVE(SqlInstance)

public:
    explicit SqlInstance(std::chrono::milliseconds lease);

    /// The machine that this is on, before attach(); by default its own name.
    void setHost(const QString &host);
    /// Who this is now; texts of letters and digits.
    [[nodiscard]] const QString &id() const { return m_ids.last(); }

    /// On a new connection: finds out about a transaction in doubt, and renews the lease or becomes a new instance.
    [[nodiscard]] Result<void> attach(SqlSession &session);
    /// Gives up the lease, so that others take over at once. Answers whether there is something to take over.
    [[nodiscard]] Result<bool> detach(SqlSession &session);

    /// Runs `work` in one transaction of this instance.
    template<typename Work>
    [[nodiscard]] Result<std::invoke_result_t<Work>> transaction(SqlSession &session, Work work)
    {
        using T = std::invoke_result_t<Work>;
        if (const Result<void> begun = begin(session); !begun)
            return tl::unexpected(begun.error());
        if constexpr (std::is_void_v<T>) {
            work();
            return end(session, {});
        } else {
            T answer = work();
            return end(session, answer).map([&] { return std::move(answer); });
        }
    }

    /// Once after attach(): what the transaction that was in doubt answers, as it took place.
    [[nodiscard]] std::optional<std::any> takeAnswer();
    /// The caller was told that the transaction in doubt failed. Where it took place, the runs it began are given up: they
    /// come back from takeOver(), as those of somebody who is gone, and what it claimed as waiting, for nobody started it.
    void abandonDoubt();

    // Inside of a transaction of this instance:

    /// A run that it wrote, one that it left to others, and those that its caller knows only from what the transaction answers:
    /// one that it claimed, and one that it took over.
    void note(const Run &run) { m_noted.append({run.id, run.state != RunState::Finished}); }
    void noteLeft(const Run &run) { m_noted.append({run.id, false}); }
    void noteClaim(const Run &run);
    void noteTaken(const Run &run);
    /// Whether it knows an unfinished run as its own.
    [[nodiscard]] bool has(const RunId &id) const { return m_mine.contains(id); }
    /// Whether a run was taken over by others: it is theirs to write.
    [[nodiscard]] bool isFenced(const RunId &id) const { return m_fenced.contains(id); }
    /// Makes unfinished runs of those who are gone its own, where their job may run on its host or all that is left to do is to
    /// cancel them, and answers how many.
    int takeOver(SqlSession &session);
    /// Whether a job may not run on its host.
    [[nodiscard]] bool isElsewhere(SqlSession &session, const JobId &job) const;
    /// Leaves a run that waits to others, where its job may not run on this host. False: it may.
    [[nodiscard]] bool leave(SqlSession &session, const Run &run);
    /// The number of a change to jobs, which is held to the end of the transaction.
    [[nodiscard]] qint64 nextChange(SqlSession &session);

    /// A condition of runs `r`: its own that others ask to end, which it has not recorded yet.
    [[nodiscard]] QString ownCancelRequests() const;
    /// Whether others changed jobs after what was answered, ask it to end a run, or are gone and left runs behind that it may
    /// take over.
    [[nodiscard]] bool hasNews(SqlSession &session) const;
    [[nodiscard]] static qint64 newestChange(SqlSession &session);

    /// Who others are not: where it does not know what became of a change of its own, that is as good as another's.
    [[nodiscard]] QString knownSelf() const;

    qint64 seenChange = 0;         ///< the newest change to jobs that was answered
    QHash<JobId, int> activeElsewhere; ///< of the jobs where it is not 0, as it was answered last
    bool isUnsureOfItself = false; ///< a change of its own may have taken place although it was told it did not

private:
    struct Noted
    {
        RunId run;
        bool isMine; ///< unfinished, and not left to others
    };
    struct Doubt
    {
        qint64 number;
        std::any answer;
        QList<Noted> runs;
        QList<RunId> claimed;
        QList<RunId> taken;
        bool tookPlace = false; ///< that much is known
        bool isAbandoned = false;
    };

    [[nodiscard]] Result<void> begin(SqlSession &session);
    [[nodiscard]] Result<void> end(SqlSession &session, std::any answer);
    [[nodiscard]] bool renew(SqlSession &session);
    [[nodiscard]] Result<void> enroll(SqlSession &session);
    [[nodiscard]] Result<void> settle(SqlSession &session);
    [[nodiscard]] Result<void> giveUp(SqlSession &session, const Doubt &doubt);
    void keep(const QList<Noted> &runs);

    const std::chrono::milliseconds m_lease;
    QString m_host; ///< never null, as that is NULL in a database
    QStringList m_ids; ///< the present one, behind those whose runs may not have followed it yet
    bool m_isEnrolled = false;
    qint64 m_number = 0;    ///< of the newest transaction
    QList<Noted> m_noted;   ///< by the transaction under way
    QList<RunId> m_claimed; ///< likewise
    QList<RunId> m_taken;   ///< likewise
    std::optional<Doubt> m_doubt; ///< until its answer is taken, or what it began is given up
    QSet<RunId> m_mine;   ///< unfinished
    QSet<RunId> m_fenced;
};

} // namespace reveille
