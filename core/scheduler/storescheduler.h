// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/books.h"
#include "core/scheduler/editdesk.h"
#include "core/scheduler/preparation.h"
#include "core/scheduler/schedulerstate.h"
#include "core/scheduler/serialqueue.h"

#include <QThreadPool>

namespace reveille {

/// Schedules the jobs of one store. What changes the schedule (a pass, an edit) goes through one queue, so that no edit
/// meets a claim half-way; a store that hangs holds up its own queue only. QtScheduler tells it when to look.
class StoreScheduler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoreScheduler)

public:
    StoreScheduler(const QString &alias, std::unique_ptr<JobStore> store, const Surroundings &surroundings,
                   QObject *parent = nullptr);
    ~StoreScheduler() override;

    [[nodiscard]] const QString &alias() const { return m_books.alias; }
    [[nodiscard]] Books &books() { return m_books; }

    /// Opens the store and takes in what is due; the other jobs follow while it works. Where that failed, or takes its time, by the
    /// first run() or pause(), the store is shown as away, and it is tried until it works.
    [[nodiscard]] QFuture<Result<void>> open();
    /// What was due at its opening is in the books.
    [[nodiscard]] bool isOpen() const { return m_hasTakenIn; }
    void run();
    void pause();
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    /// Writes off what came due while it was paused, decides about what was due before, and runs. Where the store does not take
    /// that, it is tried again until it does, or pause() is called.
    [[nodiscard]] QFuture<Result<void>> resume();
    /// Starts nothing more, waits for what is under way, writes everything down and closes the store.
    [[nodiscard]] QFuture<Result<void>> close();
    /// What is under way is to end, as what begins until close() has its way.
    void endRuns();

    /// When it wants to be called next; nullopt: not before something changes.
    [[nodiscard]] OptionalTime nextWorkAt() const;
    /// Does what is due now.
    void work();
    void onClockSetBack();

    /// Answers once all jobs are in the books, or could not be read, which is tried again then.
    [[nodiscard]] QFuture<Result<void>> whenLoaded();
    /// The same, but says at once that they could not be read: nobody who edits is to wait until the store is back.
    [[nodiscard]] QFuture<Result<void>> whenEditable();
    [[nodiscard]] bool isLoaded() const { return m_loaded.isThere(); }
    [[nodiscard]] QList<JobSnapshot> jobs();
    /// One of those in books().
    [[nodiscard]] JobSnapshot job(const JobId &id);

    /// Whether a job can be kept here, and run.
    [[nodiscard]] Result<void> check(const Job &job) const { return m_edits.check(job); }
    /// Adds what was pending, however long the store takes for it.
    [[nodiscard]] EditDesk::Snapshots addPending(const QList<NewJob> &jobs);

    // As in Engine, where they are documented; each waits until all jobs are in the books. Unavailable: also where the store
    // does not answer, and may still do it.
    [[nodiscard]] EditDesk::Snapshots addJobs(const QList<NewJob> &jobs);
    [[nodiscard]] EditDesk::Snapshots restoreJobs(const QList<Job> &jobs);
    [[nodiscard]] EditDesk::Snapshots modifyJobs(const QList<Job> &jobs, const EditDesk::Given &given = {});
    [[nodiscard]] QFuture<Result<void>> removeJobs(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<void>> removeAllJobs();
    [[nodiscard]] QFuture<Result<void>> setPaused(const QList<JobId> &ids, bool paused);
    [[nodiscard]] QFuture<Result<RunId>> runNow(const JobId &id);
    [[nodiscard]] QFuture<Result<void>> cancelRun(const Run &run);
    [[nodiscard]] QFuture<Result<RunId>> snooze(const Run &run, milliseconds delay);
    [[nodiscard]] QFuture<Result<void>> acknowledge(const Run &run);
    [[nodiscard]] QFuture<Result<QList<Run>>> runs(const RunQuery &query);
    /// Forgets what is beyond retention.
    [[nodiscard]] QFuture<Result<void>> pruneHistory();

Q_SIGNALS:
    /// nextWorkAt() may have changed.
    void dueChanged();
    /// All jobs are in the books.
    void loaded();
    /// The store does not answer, with the reason, or does again, with none.
    void storeAvailabilityChanged(const std::optional<reveille::Error> &reason);

private:
    struct Loaded;

    // Where the store is away: the first pause before it is tried again, and the longest.
    static constexpr milliseconds TryAgainAfter = std::chrono::seconds(5);
    static constexpr milliseconds LongestPause = std::chrono::seconds(60);

    /// Takes what is loaded into the books; answers with the entries.
    [[nodiscard]] QFuture<Result<std::vector<JobEntry *>>> takeIn(QFuture<Result<StoreContents>> loading);
    [[nodiscard]] std::vector<JobEntry *> install(const Loaded &loaded);
    void onStoreAnswered(const std::optional<Error> &reason);
    /// Goes on with what is not in the books yet.
    void load();
    void loadLater(const Error &error);
    void tellNotLoaded(const Error &error);
    [[nodiscard]] QFuture<Result<void>> removeExhausted(const JobId &id);
    [[nodiscard]] QFuture<Result<void>> putRight(const QList<Job> &misplaced);
    [[nodiscard]] QFuture<Result<void>> computeAnew(const QList<Job> &misplaced);
    [[nodiscard]] QFuture<Result<void>> readAgain(const QList<JobId> &ids);
    [[nodiscard]] QFuture<Result<void>> readElsewhere(const QList<JobId> &ids);
    void takeChanges();
    [[nodiscard]] QFuture<Result<void>> readChanges();
    void takeOver(const JobRecord &record);
    void endForOthers(const RunId &id, const QString &reason);
    void lookElsewhere();
    [[nodiscard]] OptionalTime nextPassAt() const;
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> onceLoaded(std::function<QFuture<Result<T>>()> next);
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> operate(std::function<QFuture<Result<T>>()> operation);
    template<typename T>
    [[nodiscard]] QFuture<Result<T>> edit(std::function<QFuture<Result<T>>()> operation);
    [[nodiscard]] QFuture<Result<RunId>> addWaitingRun(const Run &run);
    [[nodiscard]] QFuture<Result<void>> noteAcknowledged(const Run &run, TimePoint at);
    [[nodiscard]] QFuture<Result<void>> waitForRuns();
    /// Those that this scheduler would run.
    [[nodiscard]] std::vector<JobEntry *> unpausedJobs();
    /// Those of them of which nothing was due before it was paused.
    [[nodiscard]] std::vector<JobEntry *> jobsDueSincePause();

    SerialQueue m_operations; ///< first, as what is destroyed answers to it
    Books m_books;
    ClaimDesk m_claims;
    EditDesk m_edits;
    Preparation m_preparation;
    QThreadPool m_readers; ///< turns what is stored into jobs
    QTimer m_pruneTimer;
    QTimer m_loadAgain;
    milliseconds m_loadPause; ///< the next one
    QTimer m_resumeAgain;
    milliseconds m_resumePause; ///< the next one
    TimePoint m_pausedSince;
    SchedulerState m_state = SchedulerState::Stopped;
    bool m_isOpen = false;
    bool m_isClosed = false;
    bool m_hasRun = false;
    bool m_isResuming = false;
    qint64 m_loadedTo = 0;
    QSet<JobId> m_exhausted; ///< while it loads: jobs that came to their end, which a page on its way may still have
    bool m_passQueued = false;
    bool m_isLooking = false; ///< what became of jobs that run elsewhere
    bool m_endsRuns = false;
    OptionalTime m_putRightAt; ///< when fire times are looked at again: the clock was set back
    bool m_hasTakenIn = false; ///< what was due at the start
    std::optional<Error> m_away; ///< why the store does not answer
    SharedAnswer m_loaded;
    SharedAnswer m_closed;
    std::optional<Error> m_notLoaded; ///< why the last attempt failed
};

} // namespace reveille
