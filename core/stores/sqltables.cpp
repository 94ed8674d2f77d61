// SPDX-License-Identifier: MIT
#include "core/stores/sqltables.h"

#include "core/base/guarded.h"
#include "core/stores/runrow.h"
#include "core/stores/sqlinstance.h"

#include <algorithm>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

// In milliseconds: longer than a machine that has the store open sleeps.
constexpr qint64 TombstoneAge = qint64(90) * 24 * 3600 * 1000;

QString numbers(const QList<JobClaim> &claims)
{
    QStringList all;
    all.reserve(claims.size());
    for (const JobClaim &claim : claims)
        all.append(QString::number(claim.sequence));
    return all.join(u',');
}

constexpr auto OptionalNumber = RowColumn::Type::OptionalNumber;
constexpr qsizetype JobsInOneStatement = 1000;
const QList<RowColumn> JobColumns{{u"sequence"_s}, {u"id"_s, RowColumn::Type::Id}, {u"data"_s, RowColumn::Type::Text}};
constexpr auto Alike = RowColumn::Values::Alike;
const QList<RowColumn> TimesColumns{{u"sequence"_s}, {u"revision"_s, RowColumn::Type::Number, Alike}, {u"next"_s, OptionalNumber, Alike},
                                    {u"newest"_s, OptionalNumber, Alike}};
const QList<RowColumn> AdvanceColumns{{u"sequence"_s}, {u"revision"_s, RowColumn::Type::Number, Alike},
                                      {u"expected"_s, RowColumn::Type::Number, Alike}, {u"next"_s, OptionalNumber, Alike},
                                      {u"newest"_s, OptionalNumber, Alike}};
const QString InsertJobs = u"INSERT INTO jobs (sequence, id, data) SELECT sequence, id, data FROM :table"_s;
const QString InsertTimes = u"INSERT INTO job_times (sequence, revision, next_fire_time, newest_fire_time) "
                            "SELECT sequence, revision, next, newest FROM :table"_s;

QVariant hostValue(const JobRecord &job)
{
    const QString host = job.data.host();
    return host.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(host);
}

bool isBefore(const JobRecord &a, const JobRecord &b)
{
    return a.sequence < b.sequence;
}

} // namespace

SqlTables::SqlTables(SqlSession &session, SqlInstance *instance)
    : m_session(session), m_instance(instance), m_ledger(session, instance)
{
    // The sum keeps a database from looking for the fire time, which many share.
    m_advance = session.dialect().updateFrom(u"job_times"_s, {u"next_fire_time = v.next"_s, u"newest_fire_time = v.newest"_s},
                                             u"t.sequence = v.sequence AND t.revision = v.revision AND t.next_fire_time + 0 = v.expected"_s);
}

template<typename Work>
auto SqlTables::write(Work work)
{
    return m_instance ? m_instance->transaction(m_session, work) : m_session.transaction(work);
}

Result<StoreContents> SqlTables::loadDue(TimePoint now)
{
    const Result<StoreContents> result = write([&] {
        StoreContents contents;
        if (m_instance)
            m_instance->takeOver(m_session);
        contents.unfinishedRuns = m_ledger.unfinished();
        contents.jobs = readJobs(u"t.next_fire_time <= ?"_s, {toValue(now)});
        QSet<JobId> known;
        for (const JobRecord &job : std::as_const(contents.jobs))
            known.insert(job.id);
        for (const Run &run : std::as_const(contents.unfinishedRuns)) {
            if (m_instance && !m_instance->has(run.id))
                m_instance->noteTaken(run);
            if (!known.contains(run.jobId)) {
                known.insert(run.jobId);
                contents.jobs += readJobs(u"j.id = ?"_s, {run.jobId.value});
            }
        }
        std::sort(contents.jobs.begin(), contents.jobs.end(), &isBefore);
        fillInActivity(contents.jobs);
        m_ledger.addEnds(contents);
        return contents;
    });
    if (result)
        noteActivity(result->jobs);
    return result;
}

Result<StoreContents> SqlTables::loadPage(qint64 after, int limit)
{
    const Result<StoreContents> result = m_session.transaction([&] {
        StoreContents contents;
        contents.jobs = readJobs(u"t.sequence > ? ORDER BY t.sequence LIMIT ?"_s, {after, std::max(0, limit)});
        fillInActivity(contents.jobs);
        m_ledger.addEnds(contents);
        return contents;
    });
    if (result)
        noteActivity(result->jobs);
    return result;
}

Result<QList<JobRecord>> SqlTables::jobs(const QList<JobId> &ids)
{
    const Result<QList<JobRecord>> result = m_session.transaction([&] {
        QList<JobRecord> jobs;
        for (const JobId &id : ids)
            jobs += readJobs(u"j.id = ?"_s, {id.value});
        fillInActivity(jobs);
        return jobs;
    });
    if (result)
        noteActivity(*result);
    return result;
}

Result<StoreChanges> SqlTables::changes()
{
    if (!m_instance)
        return StoreChanges();
    const qint64 before = m_instance->seenChange;
    qint64 newest = before;
    QList<JobId> lessActive;
    const Result<StoreChanges> result = write([&] {
        StoreChanges changes;
        m_instance->takeOver(m_session); // first: of the jobs of these, all that was changed before is answered
        newest = SqlInstance::newestChange(m_session);
        const QString self = m_instance->knownSelf();
        changes.jobs = readJobs(u"j.change_number > ? AND j.change_number <= ? AND j.changed_by <> ? ORDER BY j.sequence"_s,
                                {before, newest, self});
        lessActive = this->lessActive();
        for (const JobId &id : std::as_const(lessActive)) {
            if (std::none_of(changes.jobs.cbegin(), changes.jobs.cend(), [&](const JobRecord &job) { return job.id == id; }))
                changes.jobs += readJobs(u"j.id = ?"_s, {id.value});
        }
        std::sort(changes.jobs.begin(), changes.jobs.end(), &isBefore);
        fillInActivity(changes.jobs);
        QSqlQuery &query = m_session.run(u"SELECT DISTINCT id FROM removed_jobs WHERE change_number > ? AND change_number <= ? "
                                         "AND removed_by <> ?"_s, {before, newest, self});
        while (m_session.next(query))
            changes.removed.append({query.value(0).toString()});
        query.finish();
        const QList<Run> all = m_ledger.unfinished();
        for (const Run &run : all) {
            if (!m_instance->has(run.id)) {
                changes.unfinishedRuns.append(run);
                m_instance->noteTaken(run);
            }
        }
        changes.cancelRequests = m_ledger.cancelRequests();
        return changes;
    });
    if (result) {
        m_instance->seenChange = newest;
        m_instance->isUnsureOfItself = false;
        for (const JobId &id : std::as_const(lessActive)) // also where the job is gone
            m_instance->activeElsewhere.remove(id);
        noteActivity(result->jobs);
    }
    return result;
}

Result<QList<JobRecord>> SqlTables::add(const QList<JobRecord> &jobs, const RunList &runs)
{
    return write([&] {
        QList<JobRecord> added = jobs;
        if (jobs.isEmpty())
            return added;
        if (m_instance)
            insertForAll(added);
        else
            insertForOne(added);
        insertTimes(added);
        std::ignore = m_ledger.write(runs);
        notify();
        return added;
    });
}

// Where nobody else adds any, what comes next is known, and a batch costs few statements.
void SqlTables::insertForOne(QList<JobRecord> &jobs)
{
    qint64 sequence = m_session.value(m_session.dialect().lastSequence).toLongLong();
    for (qsizetype first = 0; first < jobs.size() && m_session.ok(); first += JobsInOneStatement) {
        const std::span part(jobs.begin() + first, size_t(std::min(JobsInOneStatement, jobs.size() - first)));
        const std::unique_ptr<SqlRows> rows = m_session.createRows(JobColumns, qsizetype(part.size()));
        for (JobRecord &job : part) {
            job.sequence = ++sequence;
            rows->beginRow();
            rows->add(job.sequence);
            rows->add(job.id.value);
            rows->add(textOf(job));
        }
        m_session.run(InsertJobs, *rows);
        if (m_session.takeConflict())
            failAsTaken(firstTaken(part));
    }
}

// A trigger of somebody else's may throw.
QByteArray SqlTables::textOf(const JobRecord &job)
{
    const Result<QByteArray> text = guarded([&] { return job.data.text(); });
    if (!text)
        m_session.fail({ErrorCode::Invalid, tr("The job “%1” can't be written: %2").arg(job.id.value, text.error().message), u"trigger"_s});
    return text.value_or(QByteArray());
}

// Of jobs that were refused together, and of which none is in the store by this.
JobId SqlTables::firstTaken(std::span<const JobRecord> jobs)
{
    QSet<JobId> before;
    for (const JobRecord &job : jobs) {
        if (before.contains(job.id) || sequenceOf(job.id))
            return job.id;
        before.insert(job.id);
    }
    return {};
}

void SqlTables::insertForAll(QList<JobRecord> &jobs)
{
    const qint64 change = m_instance->nextChange(m_session);
    for (JobRecord &job : jobs) {
        const QSqlQuery &inserted = m_session.run(u"INSERT INTO jobs (id, data, host, change_number, changed_by) VALUES (?, ?, ?, ?, ?)"_s,
                                                  {job.id.value, QString::fromUtf8(textOf(job)), hostValue(job), change, m_instance->id()});
        if (!m_session.ok()) {
            if (m_session.takeConflict())
                failAsTaken(job.id);
            return;
        }
        job.sequence = inserted.lastInsertId().toLongLong(); // asking costs a statement of its own
    }
}

void SqlTables::failAsTaken(const JobId &id)
{
    m_session.fail({ErrorCode::Conflict, tr("There is already a job “%1”").arg(id.value), u"id"_s});
}

void SqlTables::insertTimes(const QList<JobRecord> &jobs)
{
    const std::unique_ptr<SqlRows> rows = m_session.createRows(TimesColumns, jobs.size());
    for (const JobRecord &job : jobs) {
        rows->beginRow();
        rows->add(job.sequence);
        rows->add(job.revision);
        rows->add(job.nextFireTime);
        rows->add(job.newestFireTime);
    }
    m_session.run(InsertTimes, *rows);
}

Result<void> SqlTables::update(const QList<JobRecord> &jobs, const RunList &runs)
{
    return write([&] {
        const qint64 change = m_instance && !jobs.isEmpty() ? m_instance->nextChange(m_session) : 0;
        const QString &text = m_session.dialect().textFromBytes;
        const QString sql = m_instance ? u"UPDATE jobs SET data = ?, host = ?, change_number = ?, changed_by = ? WHERE sequence = ?"_s
                                       : u"UPDATE jobs SET data = %1 WHERE sequence = ?"_s.arg(text.isEmpty() ? u"?"_s : text);
        for (const JobRecord &job : jobs) {
            const std::optional<qint64> sequence = sequenceOf(job.id);
            if (!sequence) {
                m_session.fail({ErrorCode::NotFound, tr("There is no job “%1”").arg(job.id.value), {}});
                return;
            }
            const int changed = m_session.run(u"UPDATE job_times SET revision = ?, next_fire_time = ?, newest_fire_time = ? "
                                              "WHERE sequence = ? AND revision = ?"_s,
                                              {job.revision, toValue(job.nextFireTime), toValue(job.newestFireTime), *sequence,
                                               job.revision - 1}).numRowsAffected();
            if (changed != 1) {
                m_session.fail({ErrorCode::Conflict, tr("The job “%1” was changed meanwhile").arg(job.id.value), {}});
                return;
            }
            const QByteArray bytes = textOf(job);
            QVariantList values{text.isEmpty() ? QVariant(QString::fromUtf8(bytes)) : QVariant(bytes)};
            if (m_instance)
                values << hostValue(job) << change << m_instance->id();
            m_session.run(sql, values << *sequence);
        }
        std::ignore = m_ledger.write(runs);
        if (!jobs.isEmpty())
            notify();
    });
}

Result<void> SqlTables::remove(const QList<JobId> &ids)
{
    return write([&] {
        const qint64 change = m_instance && !ids.isEmpty() ? m_instance->nextChange(m_session) : 0;
        for (const JobId &id : ids) {
            const std::optional<qint64> sequence = sequenceOf(id);
            if (!sequence) {
                m_session.fail({ErrorCode::NotFound, tr("There is no job “%1”").arg(id.value), {}});
                return;
            }
            // In the order in which claims lock them.
            const bool isRemoved = m_session.run(u"DELETE FROM job_times WHERE sequence = ?"_s, {*sequence}).numRowsAffected() == 1;
            m_session.run(u"DELETE FROM jobs WHERE sequence = ?"_s, {*sequence});
            if (!isRemoved)
                m_session.fail({ErrorCode::NotFound, tr("There is no job “%1”").arg(id.value), {}});
            m_ledger.removeWaiting(id);
            if (m_instance) {
                m_session.run(u"INSERT INTO removed_jobs (change_number, id, removed_by, removed_at) VALUES (?, ?, ?, %1)"_s
                                  .arg(m_session.dialect().now), {change, id.value, m_instance->id()});
            }
        }
        if (m_instance && !ids.isEmpty()) {
            m_session.run(u"DELETE FROM removed_jobs WHERE removed_at < %1 - ?"_s.arg(m_session.dialect().now), {TombstoneAge});
            notify();
        }
    });
}

void SqlTables::notify()
{
    if (const QString &command = m_session.dialect().notify; m_instance && !command.isEmpty())
        m_session.command(command.arg(m_instance->id()));
}

Result<ClaimResult> SqlTables::claim(const ClaimBatch &batch)
{
    return write([&] {
        ClaimResult result;
        Claims claims;
        claims.reserve(batch.jobs.size());
        const QSet<qint64> free = m_instance ? this->free(batch.jobs) : QSet<qint64>();
        const QHash<JobId, int> active = m_instance && !free.isEmpty()
            ? activeElsewhere(u" AND r.job_id IN (SELECT id FROM jobs WHERE sequence IN (%1))"_s.arg(numbers(batch.jobs)))
            : QHash<JobId, int>();
        for (const JobClaim &claim : batch.jobs) {
            const bool isLost = m_instance ? !free.contains(claim.sequence) || active.value(claim.jobId()) != claim.activeElsewhere
                                           : claim.activeElsewhere != 0;
            if (isLost)
                result.lostJobs.insert(claim.jobId());
            else
                claims.append(&claim);
        }
        const bool areExpected = m_session.attempt([&] { return advance(claims) == claims.size(); });
        RunList rows;
        rows.reserve(claims.size());
        QSet<JobId> replaced = batch.replacedElsewhere;
        for (const JobClaim *claim : std::as_const(claims)) {
            if (!areExpected && advance({claim}) != 1) {
                result.lostJobs.insert(claim->jobId());
                continue;
            }
            rows.append(claim->rows);
            if (claim->replacesElsewhere)
                replaced.insert(claim->jobId());
        }
        m_ledger.insertClaimed(rows, result.lostRuns);
        const QSet<JobId> outdated = m_instance && !batch.waiting.isEmpty() ? this->outdated(batch) : QSet<JobId>();
        for (const Run &run : batch.waiting) {
            if (run.state == RunState::Claimed && outdated.contains(run.jobId)) {
                result.lostRuns.insert(run.id);
                result.postponedRuns.insert(run.id);
                continue;
            }
            if (!m_ledger.claimWaiting(run))
                result.lostRuns.insert(run.id);
        }
        bool isAsked = false;
        for (const JobId &id : std::as_const(replaced))
            isAsked = m_ledger.requestReplacement(id) || isAsked;
        if (isAsked)
            notify();
        return result;
    });
}

qsizetype SqlTables::advance(const Claims &claims)
{
    if (claims.isEmpty())
        return 0;
    const std::unique_ptr<SqlRows> rows = m_session.createRows(AdvanceColumns, claims.size());
    for (const JobClaim *claim : claims) {
        rows->beginRow();
        rows->add(claim->sequence);
        rows->add(claim->revision);
        rows->add(claim->expected);
        rows->add(claim->next);
        rows->add(claim->newestFireTime);
    }
    return m_session.run(m_advance, *rows).numRowsAffected();
}

// Locks the rows of the jobs in one order, so that two who claim the same don't wait for each other in a circle; those that
// another has locked are left to it.
QSet<qint64> SqlTables::free(const QList<JobClaim> &claims)
{
    QSet<qint64> free;
    if (claims.isEmpty())
        return free;
    QHash<qint64, std::pair<qint64, QVariant>> rows;
    QSqlQuery query = m_session.direct(u"SELECT sequence, revision, next_fire_time FROM job_times WHERE sequence IN (%1) "
                                       "ORDER BY sequence FOR UPDATE SKIP LOCKED"_s.arg(numbers(claims)));
    while (m_session.next(query))
        rows.insert(query.value(0).toLongLong(), {query.value(1).toLongLong(), query.value(2)});
    for (const JobClaim &claim : claims) {
        const auto row = rows.constFind(claim.sequence);
        if (row != rows.constEnd() && row->first == claim.revision && toTime(row->second) == claim.expected)
            free.insert(claim.sequence);
    }
    return free;
}

// Locked as free() does it, so that of two runs of a job which begin at the same time one sees the other.
QSet<JobId> SqlTables::outdated(const ClaimBatch &batch)
{
    QHash<qint64, JobId> jobs;
    QStringList sequences;
    QSet<JobId> outdated;
    for (const Run &run : batch.waiting) {
        if (run.state != RunState::Claimed || outdated.contains(run.jobId))
            continue;
        if (const std::optional<qint64> sequence = sequenceOf(run.jobId)) { // else it is removed, and all may run that wait
            jobs.insert(*sequence, run.jobId);
            sequences.append(QString::number(*sequence));
            outdated.insert(run.jobId);
        }
    }
    if (jobs.isEmpty())
        return outdated;
    const QString all = sequences.join(u',');
    QSet<JobId> locked;
    QSqlQuery query = m_session.direct(u"SELECT sequence FROM job_times WHERE sequence IN (%1) ORDER BY sequence "
                                       "FOR UPDATE SKIP LOCKED"_s.arg(all));
    while (m_session.next(query))
        locked.insert(jobs.value(query.value(0).toLongLong()));
    const QHash<JobId, int> active = activeElsewhere(u" AND r.job_id IN (SELECT id FROM jobs WHERE sequence IN (%1))"_s.arg(all));
    outdated.removeIf([&](const JobId &id) {
        return locked.contains(id) && active.value(id) == batch.activeElsewhere.value(id) && !m_instance->isElsewhere(m_session, id);
    });
    return outdated;
}

QHash<JobId, int> SqlTables::activeElsewhere(const QString &condition)
{
    QHash<JobId, int> active;
    QSqlQuery query = m_session.direct(u"SELECT r.job_id, COUNT(*) FROM runs r JOIN instances i ON i.id = r.instance "
                                       "WHERE r.state <> 'finished' AND r.state IN ('claimed', 'running') AND r.instance <> '%1' "
                                       "AND i.lease_until > %2%3 GROUP BY r.job_id"_s
                                           .arg(m_instance->id(), m_session.dialect().now, condition));
    while (m_session.next(query))
        active.insert({query.value(0).toString()}, query.value(1).toInt());
    return active;
}

void SqlTables::fillInActivity(QList<JobRecord> &jobs)
{
    if (!m_instance || jobs.isEmpty())
        return;
    const QHash<JobId, int> active = activeElsewhere();
    if (active.isEmpty())
        return;
    for (JobRecord &job : jobs)
        job.activeElsewhere = active.value(job.id);
}

QList<JobId> SqlTables::lessActive()
{
    QList<JobId> ids;
    if (!m_instance || m_instance->activeElsewhere.isEmpty())
        return ids;
    const QHash<JobId, int> active = activeElsewhere();
    for (const auto &[id, known] : m_instance->activeElsewhere.asKeyValueRange()) {
        if (active.value(id) < known)
            ids.append(id);
    }
    return ids;
}

void SqlTables::noteActivity(const QList<JobRecord> &jobs)
{
    if (!m_instance)
        return;
    for (const JobRecord &job : jobs) {
        if (job.activeElsewhere > 0)
            m_instance->activeElsewhere.insert(job.id, job.activeElsewhere);
        else
            m_instance->activeElsewhere.remove(job.id);
    }
}

Result<void> SqlTables::record(const RunList &runs)
{
    return write([&] {
        if (m_ledger.write(runs) == SqlLedger::Left::Some)
            notify();
    });
}

Result<void> SqlTables::requestCancel(const RunId &id)
{
    return write([&] {
        if (m_ledger.requestCancel(id))
            notify();
        else
            m_session.fail({ErrorCode::NotFound, QCoreApplication::translate("JobStore", "The run has ended"), {}});
    });
}

Result<void> SqlTables::beat()
{
    return write([] {});
}

QList<JobRecord> SqlTables::readJobs(const QString &condition, const QVariantList &values)
{
    const QString &bytes = m_session.dialect().bytesFromText;
    QList<JobRecord> jobs;
    QSqlQuery &query = m_session.run(
        u"SELECT j.sequence, j.id, t.revision, t.next_fire_time, t.newest_fire_time, %1 "
        "FROM job_times t JOIN jobs j ON j.sequence = t.sequence WHERE %2"_s.arg(bytes.isEmpty() ? u"j.data"_s : bytes, condition),
        values);
    while (m_session.next(query)) {
        JobRecord job;
        job.sequence = query.value(0).toLongLong();
        job.id = {query.value(1).toString()};
        job.revision = query.value(2).toLongLong();
        job.nextFireTime = toTime(query.value(3));
        job.newestFireTime = toTime(query.value(4));
        job.data = bytes.isEmpty() ? query.value(5).toString().toUtf8() : query.value(5).toByteArray();
        jobs.append(job);
    }
    query.finish();
    return jobs;
}

std::optional<qint64> SqlTables::sequenceOf(const JobId &id)
{
    const QVariant sequence = m_session.value(u"SELECT sequence FROM jobs WHERE id = ?"_s, {id.value});
    return sequence.isValid() ? std::optional(sequence.toLongLong()) : std::nullopt;
}

} // namespace reveille
