// SPDX-License-Identifier: MIT
#include "core/stores/sqltables.h"

#include "core/stores/sqlsession.h"

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

const QString RunColumns = u"id, job_id, scheduled_at, fire_time, due_at, cause, attempt, state, started_at, finished_at, "
                           "outcome, reason, exit_code, count, until, output_truncated, acknowledged_at, "
                           "cancel_requested"_s;
constexpr int PruneStepRows = 1000;

QVariant toValue(OptionalTime t)
{
    return t ? QVariant(qint64(t->time_since_epoch().count())) : QVariant();
}

OptionalTime toTime(const QVariant &value)
{
    return value.isNull() ? std::nullopt : OptionalTime(TimePoint(milliseconds(value.toLongLong())));
}

/// The values of RunColumns and `output`.
QVariantList toValues(const Run &run)
{
    const bool unique = run.cause == Cause::Schedule || run.cause == Cause::Retry;
    return {
        run.id.value,
        run.jobId.value,
        toValue(run.scheduledAt),
        unique ? toValue(run.scheduledAt) : QVariant(),
        toValue(run.dueAt),
        toString(run.cause),
        run.attempt,
        toString(run.state),
        toValue(run.startedAt),
        toValue(run.finishedAt),
        run.outcome ? QVariant(toString(*run.outcome)) : QVariant(),
        run.reason.isNull() ? u""_s : run.reason, // QtSql takes a null text for NULL
        run.exitCode ? QVariant(*run.exitCode) : QVariant(),
        run.count,
        toValue(run.until),
        int(run.outputTruncated),
        toValue(run.acknowledgedAt),
        int(run.cancelRequested),
        run.output.isEmpty() ? QVariant() : QVariant(run.output),
    };
}

/// A row of RunColumns and `output`.
Run toRun(const QSqlQuery &row)
{
    Run run;
    run.id = {row.value(0).toString()};
    run.jobId = {row.value(1).toString()};
    run.scheduledAt = toTime(row.value(2)).value_or(TimePoint());
    run.dueAt = toTime(row.value(4)).value_or(TimePoint());
    run.cause = causeFrom(row.value(5).toString()).value_or(Cause::Schedule);
    run.attempt = row.value(6).toInt();
    run.state = runStateFrom(row.value(7).toString()).value_or(RunState::Finished);
    run.startedAt = toTime(row.value(8));
    run.finishedAt = toTime(row.value(9));
    run.outcome = outcomeFrom(row.value(10).toString());
    run.reason = row.value(11).toString();
    if (!row.isNull(12))
        run.exitCode = row.value(12).toInt();
    run.count = row.value(13).toInt();
    run.until = toTime(row.value(14));
    run.outputTruncated = row.value(15).toBool();
    run.acknowledgedAt = toTime(row.value(16));
    run.cancelRequested = row.value(17).toBool();
    run.output = row.value(18).toByteArray();
    return run;
}

const QString &updateRunSql()
{
    static const QString sql = [] {
        QStringList assignments;
        for (const QString &column : RunColumns.split(u", "_s))
            assignments.append(column + u" = ?"_s);
        return u"UPDATE runs SET %1, output = ? WHERE id = ?"_s.arg(assignments.join(u", "_s));
    }();
    return sql;
}

} // namespace

Result<StoreContents> SqlTables::loadDue(TimePoint)
{
    return m_session.transaction([this] {
        StoreContents contents;
        contents.jobs = readJobs(u"1 = 1"_s, {});
        contents.unfinishedRuns = readRuns(
            u"SELECT %1, NULL FROM runs WHERE state <> 'finished' ORDER BY due_at, sequence"_s.arg(RunColumns), {});
        const QList<Run> last = readRuns(
            u"SELECT %1, NULL FROM runs WHERE sequence IN ("
            "SELECT (SELECT r.sequence FROM runs r WHERE r.job_id = j.id AND r.finished_at IS NOT NULL "
            "ORDER BY r.finished_at DESC, r.sequence DESC LIMIT 1) FROM jobs j)"_s.arg(RunColumns), {});
        for (const Run &run : last)
            contents.lastRuns.insert(run.jobId, run);
        contents.failures = countFailures();
        return contents;
    });
}

Result<StoreContents> SqlTables::loadPage(qint64, int)
{
    return StoreContents();
}

Result<QList<JobRecord>> SqlTables::jobs(const QList<JobId> &ids)
{
    return m_session.transaction([&] {
        QList<JobRecord> jobs;
        for (const JobId &id : ids)
            jobs += readJobs(u"id = ?"_s, {id.value});
        return jobs;
    });
}

Result<QList<JobRecord>> SqlTables::add(const QList<JobRecord> &jobs)
{
    return m_session.transaction([&] {
        QList<JobRecord> added = jobs;
        for (JobRecord &job : added) {
            if (hasJob(job.id))
                m_session.fail({ErrorCode::Conflict, tr("There is already a job “%1”").arg(job.id.value), u"id"_s});
            const QSqlQuery &inserted = m_session.run(
                u"INSERT INTO jobs (id, revision, next_fire_time, newest_fire_time, data) VALUES (?, ?, ?, ?, ?)"_s,
                {job.id.value, job.revision, toValue(job.nextFireTime), toValue(job.newestFireTime), QString::fromUtf8(job.data.text())});
            if (m_session.ok()) // asking costs a statement of its own
                job.sequence = inserted.lastInsertId().toLongLong();
        }
        return added;
    });
}

Result<void> SqlTables::update(const QList<JobRecord> &jobs)
{
    return m_session.transaction([&] {
        for (const JobRecord &job : jobs) {
            const int changed = m_session.run(u"UPDATE jobs SET revision = ?, next_fire_time = ?, newest_fire_time = ?, "
                                              "data = ? WHERE id = ? AND revision = ?"_s,
                                              {job.revision, toValue(job.nextFireTime), toValue(job.newestFireTime),
                                               QString::fromUtf8(job.data.text()), job.id.value, job.revision - 1})
                                    .numRowsAffected();
            if (changed == 1 || !m_session.ok())
                continue;
            if (hasJob(job.id))
                m_session.fail({ErrorCode::Conflict, tr("The job “%1” was changed meanwhile").arg(job.id.value), {}});
            else
                m_session.fail({ErrorCode::NotFound, tr("There is no job “%1”").arg(job.id.value), {}});
        }
    });
}

Result<void> SqlTables::remove(const QList<JobId> &ids)
{
    return m_session.transaction([&] {
        for (const JobId &id : ids) {
            if (m_session.run(u"DELETE FROM jobs WHERE id = ?"_s, {id.value}).numRowsAffected() == 0)
                m_session.fail({ErrorCode::NotFound, tr("There is no job “%1”").arg(id.value), {}});
            m_session.run(u"DELETE FROM runs WHERE job_id = ? AND state = 'waiting'"_s, {id.value});
        }
    });
}

Result<ClaimResult> SqlTables::claim(const ClaimBatch &batch)
{
    return m_session.transaction([&] {
        ClaimResult result;
        for (const JobClaim &claim : batch.jobs) {
            claimJob(claim, result);
        }
        for (const Run &run : batch.waiting) {
            if (!m_session.attempt([&] { return claimWaiting(run); }))
                result.lostRuns.insert(run.id);
        }
        return result;
    });
}

void SqlTables::claimJob(const JobClaim &claim, ClaimResult &result)
{
    const int changed = m_session.run(u"UPDATE jobs SET next_fire_time = ?, newest_fire_time = ? "
                                      "WHERE id = ? AND revision = ? AND next_fire_time = ?"_s,
                                      {toValue(claim.next), toValue(claim.newestFireTime), claim.jobId.value,
                                       claim.revision, toValue(claim.expected)})
                            .numRowsAffected();
    if (changed != 1) {
        result.lostJobs.insert(claim.jobId);
        return;
    }
    for (const Run &run : claim.rows) {
        const bool inserted = m_session.attempt([&] {
            insertRun(run);
            return true;
        });
        if (!inserted)
            result.lostRuns.insert(run.id);
    }
}

bool SqlTables::claimWaiting(const Run &run)
{
    static const QString sql = updateRunSql() + u" AND state = 'waiting'"_s;
    return m_session.run(sql, toValues(run) << run.id.value).numRowsAffected() == 1;
}

Result<void> SqlTables::record(const QList<Run> &runs)
{
    return m_session.transaction([&] {
        for (const Run &run : runs) {
            if (m_session.run(updateRunSql(), toValues(run) << run.id.value).numRowsAffected() == 0)
                insertRun(run);
        }
    });
}

Result<QList<Run>> SqlTables::runs(const RunQuery &query)
{
    QStringList conditions;
    QVariantList values;
    const auto add = [&](const QString &condition, const QVariant &value) {
        conditions.append(condition);
        values.append(value);
    };
    if (query.runId)
        add(u"id = ?"_s, query.runId->value);
    if (query.jobId)
        add(u"job_id = ?"_s, query.jobId->value);
    if (query.since)
        add(u"scheduled_at >= ?"_s, toValue(query.since));
    if (query.until)
        add(u"scheduled_at <= ?"_s, toValue(query.until));
    if (query.outcome)
        add(u"outcome = ?"_s, toString(*query.outcome));
    values.append(std::max(0, query.limit));
    const QString sql = u"SELECT %1, %2 FROM runs %3 ORDER BY scheduled_at DESC, sequence DESC LIMIT ?"_s.arg(
        RunColumns, query.withOutput ? u"output"_s : u"NULL"_s,
        conditions.isEmpty() ? QString() : u"WHERE "_s + conditions.join(u" AND "_s));
    QList<Run> runs = readRuns(sql, values);
    return m_session.takeError().map([&] { return std::move(runs); });
}

Result<int> SqlTables::pruneStep(const Retention &retention, TimePoint now)
{
    return m_session.transaction([&] {
        // The subqueries are wrapped because not every database takes a LIMIT in the subquery of IN.
        int deleted = m_session.run(
            u"DELETE FROM runs WHERE sequence IN (SELECT sequence FROM ("
            "SELECT r.sequence FROM runs r WHERE r.scheduled_at < ? AND r.finished_at < ? AND r.state = 'finished' "
            "AND EXISTS (SELECT 1 FROM runs n WHERE n.job_id = r.job_id AND n.scheduled_at >= r.scheduled_at "
            "AND (n.scheduled_at > r.scheduled_at OR n.sequence > r.sequence)) "
            "ORDER BY r.scheduled_at LIMIT ?) old)"_s,
            {toValue(now - retention.age), toValue(now - retention.age), PruneStepRows}).numRowsAffected();
        if (deleted > 0)
            return deleted;

        const int kept = std::max(1, retention.runsPerJob);
        const QStringList jobs = jobsWithMoreRunsThan(kept);
        for (const QString &job : jobs) {
            if (deleted >= PruneStepRows)
                break;
            deleted += m_session.run(
                u"DELETE FROM runs WHERE sequence IN (SELECT sequence FROM ("
                "SELECT sequence FROM runs WHERE job_id = ? AND state = 'finished' "
                "ORDER BY scheduled_at DESC, sequence DESC LIMIT ? OFFSET ?) old)"_s,
                {job, PruneStepRows, kept}).numRowsAffected();
        }
        return deleted;
    });
}

QStringList SqlTables::jobsWithMoreRunsThan(int count)
{
    QStringList jobs;
    QSqlQuery &query = m_session.run(u"SELECT job_id FROM runs WHERE finished_at IS NOT NULL GROUP BY job_id "
                                     "HAVING COUNT(*) > ? LIMIT ?"_s, {count, PruneStepRows});
    while (query.next())
        jobs.append(query.value(0).toString());
    query.finish();
    return jobs;
}

QList<JobRecord> SqlTables::readJobs(const QString &condition, const QVariantList &values)
{
    QList<JobRecord> jobs;
    QSqlQuery &query = m_session.run(
        u"SELECT sequence, id, revision, next_fire_time, newest_fire_time, data FROM jobs WHERE %1 ORDER BY sequence"_s.arg(condition),
        values);
    while (query.next()) {
        JobRecord job;
        job.sequence = query.value(0).toLongLong();
        job.id = {query.value(1).toString()};
        job.revision = query.value(2).toLongLong();
        job.nextFireTime = toTime(query.value(3));
        job.newestFireTime = toTime(query.value(4));
        job.data = query.value(5).toString().toUtf8();
        jobs.append(job);
    }
    query.finish();
    return jobs;
}

QList<Run> SqlTables::readRuns(const QString &sql, const QVariantList &values)
{
    QList<Run> runs;
    QSqlQuery &query = m_session.run(sql, values);
    while (query.next())
        runs.append(toRun(query));
    query.finish();
    return runs;
}

QHash<JobId, int> SqlTables::countFailures()
{
    QHash<JobId, int> failures;
    QSqlQuery &query = m_session.run(
        u"SELECT j.id, COUNT(*) FROM jobs j JOIN runs r ON r.job_id = j.id "
        "WHERE r.outcome IN ('error', 'timeout', 'interrupted') "
        "AND NOT EXISTS (SELECT 1 FROM runs s WHERE s.job_id = r.job_id AND s.outcome = 'success' "
        "AND s.finished_at >= r.finished_at AND (s.finished_at > r.finished_at OR s.sequence > r.sequence)) "
        "AND NOT EXISTS (SELECT 1 FROM runs n WHERE n.job_id = r.job_id AND n.fire_time = r.scheduled_at "
        "AND n.attempt = r.attempt + 1) "
        "GROUP BY j.id"_s);
    while (query.next())
        failures.insert({query.value(0).toString()}, query.value(1).toInt());
    query.finish();
    return failures;
}

void SqlTables::insertRun(const Run &run)
{
    static const QString sql = u"INSERT INTO runs (%1, output) VALUES (%2)"_s.arg(
        RunColumns, u"?, "_s.repeated(RunColumns.count(u',') + 1) + u'?');
    m_session.run(sql, toValues(run));
}

bool SqlTables::hasJob(const JobId &id)
{
    return m_session.value(u"SELECT 1 FROM jobs WHERE id = ?"_s, {id.value}).isValid();
}

} // namespace reveille
