// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/event.h"
#include "core/stores/jobstore.h"

#include <QSet>
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

    /// Writes the row as it is now; a later call for the same run replaces it.
    void record(const Run &run);
    /// Leaves out a row that is not written yet.
    void forget(const RunId &id);
    void post(const Event &event);
    void changed(const JobId &id);
    void removed(const JobId &id);

    /// Hands on what there is at once; answers when the rows so far are written, or the store refused them.
    QFuture<Result<void>> flush();

Q_SIGNALS:
    void eventsReady(const QList<reveille::Event> &events);
    void jobsChanged(const QList<reveille::JobId> &ids);
    void jobsRemoved(const QList<reveille::JobId> &ids);

private:
    void wake();
    QFuture<Result<void>> writeRows();

    JobStore &m_store;
    QTimer m_turn;  ///< fires at the end of this turn
    QTimer m_retry; ///< after the store refused rows
    QHash<RunId, qsizetype> m_rowIndex;
    QList<Run> m_rows;
    QList<Event> m_events;
    QList<JobId> m_changed;
    QList<JobId> m_removed;
    QSet<JobId> m_changedSet;
};

} // namespace reveille
