// SPDX-License-Identifier: MIT
#include "core/stores/memorystore.h"

#include <algorithm>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

struct MemoryStoreText
{
    Q_DECLARE_TR_FUNCTIONS(MemoryStore)
};

template<typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

template<typename T>
QFuture<Result<T>> ready(const tl::unexpected<Error> &error)
{
    return ready(Result<T>(error));
}

bool hasFireKey(const Run &run)
{
    return run.cause == Cause::Schedule || run.cause == Cause::Retry;
}

tl::unexpected<Error> noSuchJob(const JobId &id)
{
    return failure(ErrorCode::NotFound, MemoryStoreText::tr("There is no job “%1”").arg(id.value));
}

} // namespace

QFuture<Result<void>> MemoryStore::open()
{
    if (m_open)
        return ready<void>(failure(ErrorCode::Refused, MemoryStoreText::tr("The store is open already")));
    m_open = true;
    return ready(Result<void>());
}

QFuture<Result<void>> MemoryStore::close()
{
    const Result<void> wasOpen = checkOpen();
    m_open = false;
    return ready(wasOpen);
}

Result<void> MemoryStore::checkOpen() const
{
    if (!m_open)
        return failure(ErrorCode::Refused, MemoryStoreText::tr("The store is not open"));
    return {};
}

QFuture<Result<StoreContents>> MemoryStore::load()
{
    return ready(checkOpen().map([this] {
        StoreContents contents;
        for (const auto &[sequence, job] : m_jobs) {
            contents.jobs.append(job);
            if (const std::optional<Run> last = newestFinished(job.id))
                contents.lastRuns.insert(job.id, *last);
            if (const int failures = countFailures(job.id); failures > 0)
                contents.failures.insert(job.id, failures);
        }
        for (const auto &[place, id] : m_byTime) {
            Run run = m_rows[id].run;
            run.output.clear();
            if (run.state != RunState::Finished)
                contents.unfinishedRuns.append(run);
        }
        std::stable_sort(contents.unfinishedRuns.begin(), contents.unfinishedRuns.end(),
                         [](const Run &a, const Run &b) { return a.dueAt < b.dueAt; });
        return contents;
    }));
}

QFuture<Result<QList<JobRecord>>> MemoryStore::add(const QList<JobRecord> &jobs)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready<QList<JobRecord>>(tl::unexpected(opened.error()));
    QSet<JobId> added;
    for (const JobRecord &job : jobs) {
        if (m_sequences.contains(job.id) || added.contains(job.id)) {
            return ready<QList<JobRecord>>(tl::unexpected(
                Error{ErrorCode::Conflict, MemoryStoreText::tr("There is already a job “%1”").arg(job.id.value), u"id"_s}));
        }
        added.insert(job.id);
    }
    QList<JobRecord> records = jobs;
    for (JobRecord &job : records) {
        job.sequence = m_nextSequence++;
        m_jobs.insert({job.sequence, job});
        m_sequences.insert(job.id, job.sequence);
    }
    return ready(Result<QList<JobRecord>>(records));
}

QFuture<Result<void>> MemoryStore::update(const QList<JobRecord> &jobs)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready(opened);
    QHash<JobId, JobRecord> updated; // an id may come twice, one revision after the other
    for (const JobRecord &job : jobs) {
        if (!m_sequences.contains(job.id))
            return ready<void>(noSuchJob(job.id));
        const JobRecord before = updated.value(job.id, m_jobs.at(m_sequences[job.id]));
        if (before.revision != job.revision - 1) {
            return ready<void>(failure(ErrorCode::Conflict,
                                       MemoryStoreText::tr("The job “%1” was changed meanwhile").arg(job.id.value)));
        }
        JobRecord after = job;
        after.sequence = before.sequence;
        updated.insert(job.id, after);
    }
    for (const JobRecord &job : std::as_const(updated))
        m_jobs[job.sequence] = job;
    return ready(Result<void>());
}

QFuture<Result<void>> MemoryStore::remove(const QList<JobId> &ids)
{
    if (const Result<void> opened = checkOpen(); !opened)
        return ready(opened);
    QSet<JobId> removed;
    for (const JobId &id : ids) {
        if (!m_sequences.contains(id) || removed.contains(id))
            return ready<void>(noSuchJob(id));
        removed.insert(id);
    }
    for (const JobId &id : ids) {
        m_jobs.erase(m_sequences.take(id));
        const std::set<Place> places = m_byJob.value(id);
        for (const Place &place : places) {
            const RunId run = m_byTime.at(place);
            if (m_rows[run].run.state == RunState::Waiting)
                take(run);
        }
    }
    return ready(Result<void>());
}

QFuture<Result<ClaimResult>> MemoryStore::claim(const ClaimBatch &batch)
{
    return ready(checkOpen().map([&] {
        ClaimResult result;
        for (const JobClaim &claim : batch.jobs) {
            claimJob(claim, result);
        }
        for (const Run &run : batch.waiting) {
            const auto row = m_rows.constFind(run.id);
            if (row == m_rows.cend() || row->run.state != RunState::Waiting || !putAll({run}))
                result.lostRuns.insert(run.id);
        }
        return result;
    }));
}

void MemoryStore::claimJob(const JobClaim &claim, ClaimResult &result)
{
    const auto sequence = m_sequences.constFind(claim.jobId);
    JobRecord *job = sequence == m_sequences.cend() ? nullptr : &m_jobs.at(*sequence);
    if (!job || job->revision != claim.revision || job->nextFireTime != claim.expected) {
        result.lostJobs.insert(claim.jobId);
        return;
    }
    job->nextFireTime = claim.next;
    job->newestFireTime = claim.newestFireTime;
    for (const Run &run : claim.rows) {
        if (m_rows.contains(run.id) || !put(run))
            result.lostRuns.insert(run.id);
    }
}

QFuture<Result<void>> MemoryStore::record(const QList<Run> &runs)
{
    return ready(checkOpen().and_then([&]() -> Result<void> {
        if (!putAll(runs))
            return failure(ErrorCode::Conflict, MemoryStoreText::tr("This run is in %1 already").arg(url()));
        return {};
    }));
}

QFuture<Result<QList<Run>>> MemoryStore::runs(const RunQuery &query)
{
    return ready(checkOpen().map([&] {
        QList<Run> found;
        for (auto it = m_byTime.crbegin(); it != m_byTime.crend() && found.size() < query.limit; ++it) {
            const Run &run = m_rows[it->second].run;
            if ((query.jobId && run.jobId != *query.jobId) || (query.runId && run.id != *query.runId)
                || (query.since && run.scheduledAt < *query.since) || (query.until && run.scheduledAt > *query.until)
                || (query.outcome && run.outcome != query.outcome))
                continue;
            found.append(run);
            if (!query.withOutput)
                found.last().output.clear();
        }
        return found;
    }));
}

QFuture<Result<int>> MemoryStore::prune(const Retention &retention, TimePoint now)
{
    return ready(checkOpen().map([&] {
        const TimePoint oldest = now - retention.age;
        QList<RunId> forgotten;
        for (const std::set<Place> &places : std::as_const(m_byJob)) {
            int kept = 0;
            for (auto place = places.crbegin(); place != places.crend(); ++place) {
                const Run &run = m_rows[m_byTime.at(*place)].run;
                if (run.state != RunState::Finished)
                    continue;
                const bool newest = place == places.crbegin();
                const bool old = run.scheduledAt < oldest && run.finishedAt && *run.finishedAt < oldest;
                if (!newest && (old || kept >= std::max(1, retention.runsPerJob)))
                    forgotten.append(run.id);
                else
                    ++kept;
            }
        }
        for (const RunId &id : std::as_const(forgotten))
            take(id);
        return int(forgotten.size());
    }));
}

bool MemoryStore::putAll(const QList<Run> &runs)
{
    QList<std::pair<RunId, std::optional<Run>>> undo;
    for (const Run &run : runs) {
        const auto row = m_rows.constFind(run.id);
        undo.append({run.id, row == m_rows.cend() ? std::nullopt : std::optional(row->run)});
        if (put(run))
            continue;
        undo.removeLast();
        for (auto it = undo.crbegin(); it != undo.crend(); ++it) {
            if (it->second)
                (void)put(*it->second);
            else
                take(it->first);
        }
        return false;
    }
    return true;
}

bool MemoryStore::put(const Run &run)
{
    const auto old = m_rows.constFind(run.id);
    const bool known = old != m_rows.cend();
    const FireKey key{run.jobId, run.scheduledAt, run.attempt};
    const bool keepsKey = known && hasFireKey(old->run) && key == FireKey{old->run.jobId, old->run.scheduledAt, old->run.attempt};
    if (hasFireKey(run) && !keepsKey && m_fireKeys.contains(key))
        return false;
    const qint64 sequence = known ? old->sequence : m_nextSequence++;
    if (known)
        take(run.id);
    m_rows.insert(run.id, {run, sequence});
    m_byTime.insert({{run.scheduledAt, sequence}, run.id});
    m_byJob[run.jobId].insert({run.scheduledAt, sequence});
    if (hasFireKey(run))
        m_fireKeys.insert(key);
    return true;
}

void MemoryStore::take(const RunId &id)
{
    const Row row = m_rows.take(id);
    const Place place{row.run.scheduledAt, row.sequence};
    m_byTime.erase(place);
    std::set<Place> &places = m_byJob[row.run.jobId];
    places.erase(place);
    if (places.empty())
        m_byJob.remove(row.run.jobId);
    if (hasFireKey(row.run))
        m_fireKeys.erase({row.run.jobId, row.run.scheduledAt, row.run.attempt});
}

std::optional<Run> MemoryStore::newestFinished(const JobId &id) const
{
    const Row *newest = nullptr;
    const std::set<Place> places = m_byJob.value(id);
    for (const Place &place : places) {
        const Row &row = *m_rows.constFind(m_byTime.at(place));
        if (row.run.finishedAt
            && (!newest || std::pair(row.run.finishedAt, row.sequence) > std::pair(newest->run.finishedAt, newest->sequence)))
            newest = &row;
    }
    if (!newest)
        return std::nullopt;
    Run run = newest->run;
    run.output.clear();
    return run;
}

int MemoryStore::countFailures(const JobId &id) const
{
    using End = std::pair<OptionalTime, qint64>;
    std::optional<End> success;
    QList<End> failures;
    const std::set<Place> places = m_byJob.value(id);
    for (const Place &place : places) {
        const Row &row = *m_rows.constFind(m_byTime.at(place));
        const End end{row.run.finishedAt, row.sequence};
        if (row.run.outcome == Outcome::Success)
            success = std::max(success, std::optional(end));
        else if (row.run.failed() && !m_fireKeys.contains({id, row.run.scheduledAt, row.run.attempt + 1}))
            failures.append(end);
    }
    return int(std::count_if(failures.begin(), failures.end(), [&](const End &end) { return !success || end > *success; }));
}

} // namespace reveille
