// SPDX-License-Identifier: MIT
#include "core/scheduler/outbox.h"

#include "core/base/prefetch.h"

#include <QLoggingCategory>

#include <algorithm>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr milliseconds FirstRetry = 1s;
constexpr milliseconds LongestRetry = 60s;
constexpr milliseconds PauseAfterRefusal = 60s; // the first
constexpr milliseconds LongestPauseAfterRefusal = 16min;
constexpr milliseconds LongestHold = 250ms;
constexpr size_t MostToldAtOnce = 512; // of the runs that were put off: what is told of them stays in the cache
constexpr qsizetype EventsOfARun = 3;
constexpr qsizetype RowsInOnePart = 1024;

QSet<RunId> idsOf(const RunList &rows)
{
    QSet<RunId> ids;
    for (const Run &run : rows)
        ids.insert(run.id);
    return ids;
}

} // namespace

Outbox::Outbox(JobStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_refusalPause(PauseAfterRefusal)
{
    m_turn.setSingleShot(true);
    m_retry.setSingleShot(true);
    m_retry.setInterval(FirstRetry);
    connect(&m_turn, &QTimer::timeout, this, &Outbox::onTurnEnded);
    connect(&m_retry, &QTimer::timeout, this, &Outbox::writeRows);
    m_retryRefused.setSingleShot(true);
    connect(&m_retryRefused, &QTimer::timeout, this, &Outbox::writeRefused);
}

void Outbox::putOff(QuickRun &&run)
{
    m_quick.push_back(std::move(run));
    wake();
}

void Outbox::addQuickRuns(size_t most)
{
    constexpr size_t Ahead = 16;
    const auto from = [this](size_t place) { return std::next(m_quick.begin(), ptrdiff_t(std::min(place, m_quick.size()))); };
    auto second = from(Ahead / 2);
    auto first = from(Ahead);
    for (size_t left = std::min(most, m_quick.size()); left > 0; --left) {
        if (first != m_quick.end()) {
            prefetch(first->entry);
            prefetch(first->claimed.get());
            prefetch(second->entry->lastRun.get());
            ++first;
            ++second;
        }
        QuickRun &run = m_quick.front();
        auto begun = makeRun(*run.claimed);
        begun->begin(run.startedAt);
        auto ended = makeRun(*begun);
        ended->end(Outcome::Success, {}, run.finishedAt);
        const auto tell = [this](EventType type, TimePoint at, RunPtr state, std::shared_ptr<const Job> job, int failures = 0) {
            Event &event = m_events.emplaceBack();
            event.type = type;
            event.at = at;
            event.job = std::move(job);
            event.run = std::move(state);
            event.failuresInARow = failures;
        };
        const int failuresBefore = run.entry->failuresInARow;
        m_rows.append(ended);
        run.entry->noteOutcome(ended, false);
        changed(*run.entry);
        tell(EventType::JobSubmitted, run.startedAt, std::move(run.claimed), run.job);
        tell(EventType::JobStarted, run.startedAt, std::move(begun), run.job);
        tell(EventType::JobExecuted, run.finishedAt, std::move(ended), std::move(run.job), failuresBefore);
        m_quick.pop_front();
    }
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
    return holdsAny(QSet<RunId>{id});
}

bool Outbox::holdsAny(const RunList &runs) const
{
    return !runs.isEmpty() && holdsAny(idsOf(runs));
}

bool Outbox::holdsAny(const QSet<RunId> &ids) const
{
    const auto isIn = [&](const RunList &rows) { return std::any_of(rows.begin(), rows.end(), [&](const Run &run) { return ids.contains(run.id); }); };
    return isIn(m_rows) || isIn(m_refused) || std::any_of(m_sent.begin(), m_sent.end(), [&](const auto &sent) { return isIn(sent.second); });
}

void Outbox::post(Event &&event)
{
    catchUp();
    m_events.append(std::move(event));
    wake();
}

void Outbox::changed(JobEntry &entry)
{
    if (entry.changePlace != JobEntry::NotNoted)
        return;
    entry.changePlace = quint32(m_changed.size());
    m_changed.push_back(&entry);
    wake();
}

void Outbox::removed(JobEntry &entry)
{
    catchUp();
    if (const quint32 place = std::exchange(entry.changePlace, JobEntry::NotNoted); place != JobEntry::NotNoted)
        m_changed[place] = nullptr;
    m_removed.append(entry.record.id);
    wake();
}

void Outbox::wake()
{
    if (!std::exchange(m_isAwake, true))
        m_turn.start(m_isHeld ? LongestHold : 0ms);
}

void Outbox::onTurnEnded()
{
    // Of many a part, so that they are told of as fast as they come.
    const size_t part = std::min(m_quick.size(), std::max(MostToldAtOnce, m_quick.size() / 16));
    m_events.reserve(m_events.size() + EventsOfARun * qsizetype(part));
    addQuickRuns(part);
    std::ignore = handOn();
    if (m_quick.empty())
        return;
    m_isAwake = true; // the rest follows at once, also where more and more is due
    m_turn.start(0ms);
}

QFuture<Result<void>> Outbox::flush()
{
    catchUp();
    return handOn();
}

QFuture<Result<void>> Outbox::handOn()
{
    m_turn.stop();
    m_isAwake = false;
    QFuture<Result<void>> written = sendRows();
    if (!m_removed.isEmpty()) // first: a job of the same id may have been added since
        Q_EMIT jobsRemoved(std::exchange(m_removed, {}));
    if (!m_changed.empty()) {
        std::vector<JobEntry *> changed = std::exchange(m_changed, {});
        std::erase(changed, nullptr);
        for (JobEntry *entry : changed)
            entry->changePlace = JobEntry::NotNoted;
        if (!changed.empty())
            Q_EMIT jobsChanged(changed);
    }
    if (!m_events.isEmpty())
        Q_EMIT eventsReady(std::exchange(m_events, {}));
    return written;
}

QFuture<Result<void>> Outbox::writeRows()
{
    catchUp();
    return sendRows();
}

QFuture<Result<void>> Outbox::sendRows()
{
    if (m_rows.isEmpty())
        return m_sent.empty() ? ready<void>({}) : m_lastAnswer->wait();
    ++m_batch;
    const auto answer = std::make_shared<SharedAnswer>();
    m_lastAnswer = answer;
    sendInParts(std::exchange(m_rows, {})).then(this, [answer](const Result<void> &written) { answer->give(written); });
    return answer->wait();
}

// Many in one go would have to be begun anew all together where a connection does not live long.
QFuture<Result<void>> Outbox::sendInParts(const RunList &rows)
{
    if (rows.size() <= RowsInOnePart)
        return send(rows);
    QList<quint64> parts;
    for (qsizetype from = 0; from < rows.size(); from += RowsInOnePart)
        parts.append(note(rows.sliced(from, RowsInOnePart)));
    QList<QFuture<Result<void>>> answers;
    for (const quint64 part : std::as_const(parts))
        answers.append(write(part));
    return allOf(answers, this);
}

void Outbox::writeRefused()
{
    const RunList rows = std::exchange(m_refused, {});
    QList<QFuture<Result<void>>> answers;
    for (const RunPtr &run : rows.shared())
        answers.append(send(RunList(run)));
    allOf(answers, this).then(this, [this](const Result<void> &written) {
        if (written)
            m_refusalPause = PauseAfterRefusal;
    });
}

QFuture<Result<void>> Outbox::send(const RunList &rows)
{
    return write(note(rows));
}

quint64 Outbox::note(const RunList &rows)
{
    const quint64 sending = ++m_lastSending;
    m_sent.emplace(sending, rows);
    if (!m_refused.isEmpty()) // a newer state of a run is the better one
        m_refused.removeIf([ids = idsOf(rows)](const Run &run) { return ids.contains(run.id); });
    return sending;
}

QFuture<Result<void>> Outbox::write(quint64 sending)
{
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
    return m_store.record(RunList(m_sent.at(sending))).then(this, settle).unwrap();
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
    if (m_refused.isEmpty() || m_retryRefused.isActive())
        return;
    m_retryRefused.start(m_refusalPause);
    m_refusalPause = std::min(LongestPauseAfterRefusal, m_refusalPause * 2);
}

} // namespace reveille
