// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/event.h"
#include "core/scheduler/jobtable.h"

#include <QTimer>

namespace reveille {

/// Gathers what one turn of the event loop brought (rows for the ledger, events, changed jobs) and hands it on at its
/// end: the rows in one transaction, the news in one signal. Rows that the store does not take now are tried again.
class Outbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Outbox)

public:
    explicit Outbox(JobStore &store, QObject *parent = nullptr);

    /// Where the row of a run stands that is recorded repeatedly.
    struct Place
    {
        quint64 batch = 0; ///< which the row was written with
        qsizetype row = 0;
    };

    /// Writes the row as it is now; with the same place in the same turn it replaces the one before.
    void record(const Run &run, Place &place);
    void record(const Run &run);
    /// Leaves out a row that is not written yet.
    void forget(const RunId &id);
    /// News, to be filled in by the caller before it does anything else here.
    Event &post(EventType type, TimePoint at);
    void changed(JobEntry &entry);
    /// Also the end of changed() for this job, which is about to go.
    void removed(JobEntry &entry);

    /// Hands on what there is at once; answers when the rows so far are written, or the store refused them.
    QFuture<Result<void>> flush();
    /// Writes the rows so far; the news wait for the end of the turn.
    QFuture<Result<void>> writeRows();

Q_SIGNALS:
    void eventsReady(const QList<reveille::Event> &events);
    /// Valid as long as the slot lasts.
    void jobsChanged(const std::vector<reveille::JobEntry *> &jobs);
    void jobsRemoved(const QList<reveille::JobId> &ids);

private:
    void wake();
    void keep(QList<Run> refused);

    JobStore &m_store;
    QTimer m_turn;  ///< fires at the end of this turn
    QTimer m_retry; ///< after the store refused rows
    quint64 m_batch = 1;
    QList<Run> m_rows;
    QList<Event> m_events;
    std::vector<JobEntry *> m_changed;
    QList<JobId> m_removed;
};

} // namespace reveille
