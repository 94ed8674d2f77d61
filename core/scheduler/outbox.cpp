// SPDX-License-Identifier: MIT
#include "core/scheduler/outbox.h"

#include "core/scheduler/serialqueue.h"

#include <QLoggingCategory>

#include <algorithm>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr milliseconds FirstRetry = 1s;
constexpr milliseconds LongestRetry = 60s;
constexpr milliseconds PauseAfterRefusal = 60s;
constexpr milliseconds LongestHold = 250ms;
constexpr qsizetype MostEventsKeptRoomFor = 49152;

QSet<RunId> idsOf(const RunList &rows)
{
    QSet<RunId> ids;
    for (const Run &run : rows)
        ids.insert(run.id);
    return ids;
}

/// Room for `more`, where that is most of the list. Else appending makes room, and never moves all for the sake of a few.
template<typename List>
void makeRoom(List &list, qsizetype more)
{
    if (more > list.size())
        list.reserve(list.size() + more);
}

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
    m_retryRefused.setSingleShot(true);
    connect(&m_retryRefused, &QTimer::timeout, this, &Outbox::writeRefused);
}

void Outbox::catchUp() const
{
    if (m_catchUp)
        m_catchUp();
}

void Outbox::setHeld(bool held)
{
    if (std::exchange(m_isHeld, held) != held && m_isAwake)
        m_turn.start(held ? LongestHold : 0ms);
}

void Outbox::record(const RunPtr &run, Place &place)
{
    catchUp();
    if (place.batch == m_batch) {
        m_rows.replace(place.row, run);
        return;
    }
    place = {m_batch, m_rows.size()};
    m_rows.append(run);
    wake();
}

void Outbox::record(const RunPtr &run)
{
    Place place;
    record(run, place);
}

bool Outbox::forget(const RunId &id)
{
    catchUp();
    const auto isIt = [&](const Run &run) { return run.id == id; };
    ++m_batch; // the places are not what they were
    return m_rows.removeIf(isIt) + m_refused.removeIf(isIt) > 0;
}

bool Outbox::holds(const RunId &id) const
{
    const auto isIt = [&](const Run &run) { return run.id == id; };
    return std::any_of(m_rows.begin(), m_rows.end(), isIt) || std::any_of(m_refused.begin(), m_refused.end(), isIt);
}

void Outbox::post(Event &&event)
{
    catchUp();
    m_events.append(std::move(event));
    wake();
}

void Outbox::expect(size_t runs)
{
    constexpr size_t EventsOfARun = 3;
    makeRoom(m_rows, qsizetype(runs));
    makeRoom(m_events, qsizetype(runs * EventsOfARun));
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
    catchUp();
    if (std::exchange(entry.isChangeNoted, false))
        std::erase(m_changed, &entry);
    m_removed.append(entry.record.id);
    wake();
}

void Outbox::wake()
{
    if (!std::exchange(m_isAwake, true))
        m_turn.start(m_isHeld ? LongestHold : 0ms);
}

QFuture<Result<void>> Outbox::flush()
{
    QFuture<Result<void>> written = writeRows();
    m_turn.stop();
    m_isAwake = false;
    if (!m_changed.empty()) {
        const std::vector<JobEntry *> changed = std::exchange(m_changed, {});
        for (JobEntry *entry : changed)
            entry->isChangeNoted = false;
        Q_EMIT jobsChanged(changed);
    }
    if (!m_removed.isEmpty())
        Q_EMIT jobsRemoved(std::exchange(m_removed, {}));
    if (!m_events.isEmpty()) {
        const QList<Event> events = std::exchange(m_events, {});
        m_events.reserve(std::min(events.size(), MostEventsKeptRoomFor));
        Q_EMIT eventsReady(events);
    }
    return written;
}

QFuture<Result<void>> Outbox::writeRows()
{
    catchUp();
    if (m_rows.isEmpty())
        return m_sent.empty() ? ready<void>({}) : m_lastAnswer->wait();
    ++m_batch;
    const auto answer = std::make_shared<SharedAnswer>();
    m_lastAnswer = answer;
    send(std::exchange(m_rows, {})).then(this, [answer](const Result<void> &written) { answer->give(written); });
    return answer->wait();
}

void Outbox::writeRefused()
{
    const RunList rows = std::exchange(m_refused, {});
    for (const RunPtr &run : rows.shared())
        std::ignore = send(RunList(run));
}

QFuture<Result<void>> Outbox::send(const RunList &rows)
{
    const quint64 sending = ++m_lastSending;
    m_sent.emplace(sending, rows);
    if (!m_refused.isEmpty()) // a newer state of a run is the better one
        m_refused.removeIf([ids = idsOf(rows)](const Run &run) { return ids.contains(run.id); });
    const auto settle = [this, sending](const Result<void> &result) {
        if (result) {
            m_sent.erase(sending);
            m_retry.setInterval(FirstRetry);
            return ready<void>({});
        }
        qCWarning(log).noquote() << "The ledger could not be written, trying again:" << result.error().text();
        const bool isAlone = m_sent.at(sending).size() == 1;
        const RunList newest = takeNewest(sending);
        if (result.error().code == ErrorCode::Unavailable) {
            keep(newest);
            return ready(result);
        }
        if (isAlone) {
            keepApart(newest);
            return ready(result);
        }
        QList<QFuture<Result<void>>> answers; // one of them is at fault; the others must not suffer for it
        for (const RunPtr &run : newest.shared())
            answers.append(send(RunList(run)));
        return allOf(answers, this);
    };
    return m_store.record(rows).then(this, settle).unwrap();
}

// The rows of a sending that no later one has.
RunList Outbox::takeNewest(quint64 sending)
{
    RunList newest = m_sent.extract(sending).mapped();
    for (auto later = m_sent.upper_bound(sending); later != m_sent.end(); ++later)
        newest.removeIf([ids = idsOf(later->second)](const Run &run) { return ids.contains(run.id); });
    return newest;
}

void Outbox::keep(RunList rows)
{
    rows.removeIf([ids = idsOf(m_rows)](const Run &run) { return ids.contains(run.id); });
    rows.append(m_rows);
    m_rows = std::move(rows);
    ++m_batch;
    if (!m_retry.isActive()) {
        m_retry.start();
        m_retry.setInterval(std::min(LongestRetry, m_retry.intervalAsDuration() * 2));
    }
}

void Outbox::keepApart(RunList rows)
{
    rows.removeIf([ids = idsOf(m_rows)](const Run &run) { return ids.contains(run.id); });
    m_refused.append(rows);
    if (!m_refused.isEmpty() && !m_retryRefused.isActive())
        m_retryRefused.start(PauseAfterRefusal);
}

} // namespace reveille
