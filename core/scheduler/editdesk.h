// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/claimdesk.h"

namespace reveille {

class Books;

/// What is to be added, and how.
struct NewJob
{
    enum class IfKnown { Refuse, Replace };

    std::shared_ptr<const Job> job;
    /// Replace keeps pause, the host of a reminder and, of an equal trigger, the next fire time.
    IfKnown ifKnown = IfKnown::Refuse;
    OptionalTime nextRunTime;          ///< the first fire time, where it is not to be the trigger's
    bool keepsStart = false;           ///< Replace keeps the start of the interval, too: none was given

    /// The job as it takes the place of one with its id: paused where that was, and with the start that it keeps.
    [[nodiscard]] std::shared_ptr<const Job> replacementOf(const Job &known, const TriggerContext &context) const;
};

/// Changes the jobs of one store: the store first, then the books. All or none of each call, of add() of what is new and of what
/// replaces. The calls answer on the thread of the books and must not overlap.
class EditDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditDesk)

public:
    using Snapshots = QFuture<Result<QList<JobSnapshot>>>;

    /// Borrows both.
    EditDesk(Books &books, ClaimDesk &claims, QObject *parent = nullptr);

    /// A new reminder without a host belongs to this machine, where others share the store.
    [[nodiscard]] Snapshots add(const QList<NewJob> &jobs);
    [[nodiscard]] Snapshots restore(const QList<Job> &jobs);
    /// Which next fire time a job has after the change, where its trigger is the same. ComputeAnew changes nothing else.
    enum class Place { Keep, ComputeAnew };
    /// What jobs bring beside themselves.
    struct Given
    {
        QHash<JobId, TimePoint> nextRunTimes;
        RunList asked; ///< runs of those without a trigger, which run once and now
    };
    [[nodiscard]] Snapshots modify(const QList<Job> &jobs, Place place = Place::Keep, const Given &given = {});
    [[nodiscard]] QFuture<Result<void>> setPaused(const QList<JobId> &ids, bool paused);
    [[nodiscard]] QFuture<Result<void>> remove(const QList<JobId> &ids);
    /// Those of the jobs that run here whose next fire time lies too far off, because the clock was ahead once. One that was given
    /// never does.
    [[nodiscard]] QList<Job> misplaced(const std::vector<JobEntry *> &entries) const;

    /// Whether a job can be kept here, and run. Invalid: its store or executor is not one for it.
    [[nodiscard]] Result<void> check(const Job &job) const;

private:
    [[nodiscard]] Result<void> checkIsFree(const JobId &id) const;
    [[nodiscard]] bool isMisplaced(const JobEntry &entry) const;
    [[nodiscard]] std::shared_ptr<const Job> withHost(const std::shared_ptr<const Job> &job, const QString &host) const;
    /// The runs are those that are asked for at once, of these jobs.
    [[nodiscard]] Snapshots writeNew(QList<JobRecord> records, const RunList &asked = {});
    [[nodiscard]] Snapshots writeBack(const QList<Job> &jobs, const QList<QList<Run>> &histories);
    [[nodiscard]] Snapshots writeEdits(const QList<JobRecord> &records, const RunList &asked);
    [[nodiscard]] Result<QList<JobRecord>> editedRecords(const QList<Job> &jobs, Place place, const Given &given) const;
    void begin(const RunList &asked);

    Books &m_books;
    ClaimDesk &m_claims;
};

} // namespace reveille
