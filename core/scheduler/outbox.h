// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/recycled.h"
#include "core/scheduler/answers.h"
#include "core/scheduler/event.h"
#include "core/scheduler/jobtable.h"

#include <QTimer>

#include <list>
#include <map>
#include <vector>

namespace reveille {

/// A run that did no more than begin and end well while its executor took it.
struct QuickRun
{
    RunPtr claimed;
    std::shared_ptr<const Job> job;
    JobEntry *entry;
    TimePoint startedAt;
    TimePoint finishedAt;
};

/// Gathers what one turn of the event loop brought (rows for the ledger, events, changed jobs) and hands it on at its
/// end: the rows in one transaction, or a few where they are many, the news in one signal. While it is held, some turns count
/// as one. What was put off follows in parts, one a turn. Rows that the store does not take now are tried again; those that it
/// refuses by themselves hold up no others.
class Outbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Outbox)

public:
    explicit Outbox(JobStore &store, QObject *parent = nullptr);

    /// Adds row and events of a run, and the outcome to its job, later: of many that are due together the last does not wait
    /// for what is told of the first. The job stays until then, or removed() is called.
    void putOff(QuickRun &&run);
    /// Has memory ready to put off that many.
    static void reserve(size_t runs) { QuickRuns::allocator_type::reserve(runs); }
    /// Adds what was put off so far. Whatever else is recorded, posted or asked for here comes behind it.
    void catchUp() { addQuickRuns(m_quick.size()); }

    /// Whether the end of a turn waits, as where there is more to be started that is due; for a quarter of a second at most.
    void setHeld(bool held);

    /// Where the row of a run stands that is recorded repeatedly.
    struct Place
    {
        quint64 batch = 0; ///< which the row was written with
        qsizetype row = 0;
    };

    /// Writes the row as it is now; with the same place in the same turn it replaces the one before.
    void record(const RunPtr &run, Place &place);
    void record(const RunPtr &run);
    /// Leaves out a row that waits here. False: it is written, or on its way.
    bool forget(const RunId &id);
    /// Whether the store does not have the newest row of a run.
    [[nodiscard]] bool holds(const RunId &id) const;
    /// The same of one of several.
    [[nodiscard]] bool holdsAny(const RunList &runs) const;
    void post(Event &&event);
    void changed(JobEntry &entry);
    /// Also the end of changed() for this job, which is about to go.
    void removed(JobEntry &entry);

    /// Hands on what there is at once; answers when the rows so far are written, or the store refused them.
    QFuture<Result<void>> flush();
    /// Writes the rows so far; the news wait for the end of the turn.
    QFuture<Result<void>> writeRows();
    /// Tries what the store refused once more.
    void writeRefused();

Q_SIGNALS:
    void eventsReady(const QList<reveille::Event> &events);
    /// Valid as long as the slot lasts.
    void jobsChanged(const std::vector<reveille::JobEntry *> &jobs);
    void jobsRemoved(const QList<reveille::JobId> &ids);

private:
    using QuickRuns = std::list<QuickRun, RecyclingAllocator<QuickRun, ListNodeSize<QuickRun>>>;

    [[nodiscard]] bool holdsAny(const QSet<RunId> &ids) const;
    void wake();
    void addQuickRuns(size_t most);
    void onTurnEnded();
    [[nodiscard]] QFuture<Result<void>> handOn();
    [[nodiscard]] QFuture<Result<void>> sendRows();
    [[nodiscard]] QFuture<Result<void>> sendInParts(const RunList &rows);
    [[nodiscard]] QFuture<Result<void>> send(const RunList &rows);
    /// Rows that are about to be written; answers with the number of their sending.
    [[nodiscard]] quint64 note(const RunList &rows);
    [[nodiscard]] QFuture<Result<void>> write(quint64 sending);
    [[nodiscard]] RunList takeNewest(quint64 sending);
    void keep(RunList rows);
    void keepApart(RunList rows);

    JobStore &m_store;
    QuickRuns m_quick;
    bool m_isHeld = false;
    bool m_isAwake = false; ///< the end of this turn is awaited
    QTimer m_turn;  ///< fires at the end of this turn
    QTimer m_retry; ///< after the store was away
    QTimer m_retryRefused;
    milliseconds m_refusalPause; ///< the next one
    quint64 m_batch = 1;
    RunList m_rows;
    RunList m_refused;                 ///< each by itself
    std::map<quint64, RunList> m_sent; ///< without an answer yet, in order
    quint64 m_lastSending = 0;
    std::shared_ptr<SharedAnswer> m_lastAnswer; ///< to the last of what writeRows() sent
    QList<Event> m_events;
    std::vector<JobEntry *> m_changed; ///< null: removed since
    QList<JobId> m_removed;
};

} // namespace reveille
