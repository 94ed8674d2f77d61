// SPDX-License-Identifier: MIT
#include "core/scheduler/outbox.h"

#include "core/scheduler/serialqueue.h"

#include <QLoggingCategory>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr milliseconds FirstRetry = 1s;
constexpr milliseconds LongestRetry = 60s;

} // namespace

Outbox::Outbox(JobStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_turn.setSingleShot(true);
    m_retry.setSingleShot(true);
    m_retry.setInterval(FirstRetry);
    connect(&m_turn, &QTimer::timeout, this, &Outbox::flush);
    connect(&m_retry, &QTimer::timeout, this, &Outbox::writeRows);
}

void Outbox::record(const Run &run, Place &place)
{
    if (place.batch == m_batch) {
        m_rows[place.row] = run;
        return;
    }
    place = {m_batch, m_rows.size()};
    m_rows.append(run);
    wake();
}

void Outbox::record(const Run &run)
{
    Place place;
    record(run, place);
}

void Outbox::forget(const RunId &id)
{
    m_rows.removeIf([&](const Run &run) { return run.id == id; });
    ++m_batch; // the places are not what they were
}

Event &Outbox::post(EventType type, TimePoint at)
{
    wake();
    Event &event = m_events.emplaceBack();
    event.type = type;
    event.at = at;
    return event;
}

void Outbox::changed(JobEntry &entry)
{
    if (std::exchange(entry.isChangeNoted, true))
        return;
    m_changed.push_back(&entry);
    wake();
}

void Outbox::removed(JobEntry &entry)
{
    if (std::exchange(entry.isChangeNoted, false))
        std::erase(m_changed, &entry);
    m_removed.append(entry.record.id);
    wake();
}

void Outbox::wake()
{
    if (!m_turn.isActive())
        m_turn.start(0ms);
}

QFuture<Result<void>> Outbox::flush()
{
    m_turn.stop();
    QFuture<Result<void>> written = writeRows();
    if (!m_changed.empty()) {
        const std::vector<JobEntry *> changed = std::exchange(m_changed, {});
        for (JobEntry *entry : changed)
            entry->isChangeNoted = false;
        Q_EMIT jobsChanged(changed);
    }
    if (!m_removed.isEmpty())
        Q_EMIT jobsRemoved(std::exchange(m_removed, {}));
    if (!m_events.isEmpty())
        Q_EMIT eventsReady(std::exchange(m_events, {}));
    return written;
}

QFuture<Result<void>> Outbox::writeRows()
{
    if (m_rows.isEmpty())
        return ready<void>({});
    ++m_batch;
    const QList<Run> rows = std::exchange(m_rows, {});
    return m_store.record(rows).then(this, [this, rows](const Result<void> &result) {
        if (result) {
            m_retry.setInterval(FirstRetry);
        } else {
            qCWarning(log).noquote() << "The ledger could not be written, trying again:" << result.error().text();
            keep(rows);
        }
        return result;
    });
}

// A newer state of a run, which came meanwhile, is the better one.
void Outbox::keep(QList<Run> refused)
{
    QSet<RunId> newer;
    for (const Run &run : std::as_const(m_rows))
        newer.insert(run.id);
    refused.removeIf([&](const Run &run) { return newer.contains(run.id); });
    m_rows = refused + m_rows;
    ++m_batch;
    if (!m_retry.isActive()) {
        m_retry.start();
        m_retry.setInterval(std::min(LongestRetry, m_retry.intervalAsDuration() * 2));
    }
}

} // namespace reveille
