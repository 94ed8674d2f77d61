// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/event.h"
#include "core/scheduler/jobtable.h"

#include <QTimer>

#include <map>

namespace reveille {

/// Gathers what one turn of the event loop brought (rows for the ledger, events, changed jobs) and hands it on at its
/// end: the rows in one transaction, the news in one signal. Rows that the store does not take now are tried again; those
/// that it refuses by themselves hold up no others.
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
    /// Leaves out a row that is not written yet. False: it is written.
    bool forget(const RunId &id);
    /// Whether the store does not have the newest row of a run.
    [[nodiscard]] bool holds(const RunId &id) const;
    /// News, to be filled in by the caller before it does anything else here.
    Event &post(EventType type, TimePoint at);
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
    void wake();
    [[nodiscard]] QFuture<Result<void>> send(const QList<Run> &rows);
    [[nodiscard]] QList<Run> takeNewest(quint64 sending);
    void keep(QList<Run> rows);
    void keepApart(QList<Run> rows);

    JobStore &m_store;
    QTimer m_turn;  ///< fires at the end of this turn
    QTimer m_retry; ///< after the store was away
    QTimer m_retryRefused;
    quint64 m_batch = 1;
    QList<Run> m_rows;
    QList<Run> m_refused;                 ///< each by itself
    std::map<quint64, QList<Run>> m_sent; ///< without an answer yet, in order
    quint64 m_lastSending = 0;
    QFuture<Result<void>> m_lastAnswer; ///< to the last of what writeRows() sent
    QList<Event> m_events;
    std::vector<JobEntry *> m_changed;
    QList<JobId> m_removed;
};

} // namespace reveille
