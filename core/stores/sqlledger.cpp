// SPDX-License-Identifier: MIT
#include "core/stores/sqlledger.h"

#include "core/stores/runrow.h"
#include "core/stores/sqlinstance.h"

#include <QLoggingCategory>

#include <algorithm>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.stores")

constexpr int PruneStepRows = 1000;

// Of cancel_requested, beside 0 and 1: somebody asks for it who does not have the run.
constexpr int CancelledByOthers = 2;
constexpr int ReplacedByOthers = 3;

QString placeholders(const QString &columns)
{
    return u"?, "_s.repeated(columns.count(u',')) + u'?';
}

QString assignments(const QString &columns)
{
    return columns.split(u", "_s).join(u" = ?, "_s) + u" = ?"_s;
}

/// What RunStateColumns are set to. A request of others to end the run stays until the one who has it writes that it knows.
QString stateAssignments()
{
    return assignments(RunStateColumns).replace(
        u"cancel_requested = ?"_s, u"cancel_requested = CASE WHEN ? = 1 THEN 1 WHEN cancel_requested > 1 THEN cancel_requested ELSE 0 END"_s);
}

/// Whether but for its state a run is as most are: nothing to be said about it.
bool isUneventful(const Run &run)
{
    return run.cause == Cause::Schedule && run.attempt == 1 && run.reason.isEmpty() && run.count == 1 && !run.until
        && run.output.isEmpty() && !run.outputTruncated && !run.acknowledgedAt && !run.cancelRequested;
}

/// Whether a row is what the columns' defaults make it.
bool isPlainClaim(const Run *run)
{
    return run->state == RunState::Claimed && !run->startedAt && !run->finishedAt && !run->outcome && !run->exitCode
        && isUneventful(*run);
}

bool isPlainEnd(const Run &run)
{
    return run.state == RunState::Finished && isUneventful(run);
}

using Type = RowColumn::Type;
constexpr auto Alike = RowColumn::Values::Alike;
constexpr auto EquallyLong = RowColumn::Values::EquallyLong;
const QList<RowColumn> PlainColumns{{u"id"_s, Type::Name, EquallyLong}, {u"job_id"_s, Type::Id, EquallyLong},
                                    {u"scheduled_at"_s, Type::Number, Alike}, {u"due_at"_s, Type::Number, Alike}};
const QList<RowColumn> AllColumns{{u"id"_s, Type::Name}, {u"job_id"_s, Type::Id}, {u"scheduled_at"_s}, {u"due_at"_s},
                                  {u"cause"_s, Type::Name}, {u"attempt"_s}, {u"slot"_s, Type::OptionalNumber},
                                  {u"state"_s, Type::Name}, {u"started_at"_s, Type::OptionalNumber},
                                  {u"finished_at"_s, Type::OptionalNumber}, {u"outcome"_s, Type::OptionalName},
                                  {u"reason"_s, Type::Text}, {u"exit_code"_s, Type::OptionalNumber}, {u"count"_s},
                                  {u"until"_s, Type::OptionalNumber}, {u"output_truncated"_s},
                                  {u"acknowledged_at"_s, Type::OptionalNumber}, {u"cancel_requested"_s}};
const QList<RowColumn> EndColumns{{u"id"_s, Type::Name, EquallyLong}, {u"scheduled_at"_s, Type::Number, Alike}, {u"due_at"_s, Type::Number, Alike},
                                  {u"started_at"_s, Type::OptionalNumber, Alike}, {u"finished_at"_s, Type::OptionalNumber, Alike},
                                  {u"outcome"_s, Type::OptionalName, Alike}, {u"exit_code"_s, Type::OptionalNumber, Alike}};
const QList<RowColumn> JobColumn{{u"id"_s, Type::Id}};

} // namespace

SqlLedger::SqlLedger(SqlSession &session, SqlInstance *instance) : m_session(session), m_instance(instance)
{
    // A run that is the same in what never changes spares the indexes.
    m_updateState = u"UPDATE runs SET %1, output = ? WHERE id = ? AND scheduled_at = ? AND due_at = ? AND cause = ? AND attempt = ?"_s
                        .arg(stateAssignments());
    m_updateAll = u"UPDATE runs SET %1, output = ? WHERE id = ?"_s
                      .arg(assignments(u"scheduled_at, due_at, cause, attempt, slot"_s) + u", "_s + stateAssignments());
    m_updateEnds = session.dialect().updateFrom(
        u"runs"_s,
        {u"state = 'finished'"_s, u"started_at = v.started_at"_s, u"finished_at = v.finished_at"_s, u"outcome = v.outcome"_s,
         u"exit_code = v.exit_code"_s, u"reason = ''"_s, u"count = 1"_s, u"until = NULL"_s, u"output_truncated = 0"_s,
         u"acknowledged_at = NULL"_s, u"cancel_requested = 0"_s, u"output = NULL"_s},
        // In a form that lets a database look for nothing but the id, which is what finds a row at once.
        u"t.id = v.id AND CASE WHEN t.cause = 'schedule' AND t.attempt = 1 AND t.due_at = v.due_at THEN t.scheduled_at END "
        "= v.scheduled_at"_s);
}

void SqlLedger::insertClaimed(const RunList &runs, QSet<RunId> &lost)
{
    if (runs.isEmpty())
        return;
    Batch batch;
    batch.reserve(runs.size());
    for (const Run &run : runs)
        batch.append(&run);
    const bool areNew = m_session.attempt([&] {
        insertBatch(batch);
        return true;
    });
    for (const Run &run : runs) {
        const bool isNew = areNew || m_session.attempt([&] {
            insertBatch({&run});
            return true;
        });
        if (!isNew)
            lost.insert(run.id);
        else if (m_instance && run.state != RunState::Finished)
            m_instance->noteClaim(run);
    }
}

void SqlLedger::insertBatch(const Batch &runs)
{
    if (std::all_of(runs.begin(), runs.end(), &isPlainClaim)) {
        insertPlain(runs);
        return;
    }
    const std::unique_ptr<SqlRows> rows = m_session.createRows(AllColumns, runs.size());
    for (const Run *run : runs) {
        if (!run->output.isEmpty()) { // bytes have no place in a text
            for (const Run *each : runs)
                insert(*each);
            return;
        }
        rows->beginRow();
        rows->add(run->id.value.view());
        rows->add(run->jobId.value);
        rows->add(run->scheduledAt);
        rows->add(run->dueAt);
        rows->add(textOf(run->cause));
        rows->add(qint64(run->attempt));
        isUniqueInJob(*run) ? rows->add(qint64(1)) : rows->addNull();
        rows->add(textOf(run->state));
        rows->add(run->startedAt);
        rows->add(run->finishedAt);
        run->outcome ? rows->add(textOf(*run->outcome)) : rows->addNull();
        rows->add(run->reason);
        run->exitCode ? rows->add(qint64(*run->exitCode)) : rows->addNull();
        rows->add(qint64(run->count));
        rows->add(run->until);
        rows->add(qint64(run->outputTruncated));
        rows->add(run->acknowledgedAt);
        rows->add(qint64(run->cancelRequested));
    }
    static const QString columns = RunKeyColumns + u", "_s + RunStateColumns;
    m_session.run(u"INSERT INTO runs (%1%2) SELECT %1%3 FROM :table"_s.arg(columns, m_instance ? u", instance"_s : QString(), instanceText()),
                  *rows);
}

void SqlLedger::insertPlain(const Batch &runs)
{
    const std::unique_ptr<SqlRows> rows = m_session.createRows(PlainColumns, runs.size());
    for (const Run *run : runs) {
        rows->beginRow();
        rows->add(run->id.value.view());
        rows->add(run->jobId.value);
        rows->add(run->scheduledAt);
        rows->add(run->dueAt);
    }
    m_session.run(u"INSERT INTO runs (id, job_id, scheduled_at, due_at%1) SELECT id, job_id, scheduled_at, due_at%2 FROM :table"_s
                      .arg(m_instance ? u", instance"_s : QString(), instanceText()),
                  *rows);
}

/// What follows the other columns where each row says whose it is.
QString SqlLedger::instanceText() const
{
    return m_instance ? u", '%1'"_s.arg(m_instance->id()) : QString();
}

void SqlLedger::insert(const Run &run)
{
    static const QString columns = RunKeyColumns + u", "_s + RunStateColumns + u", output"_s;
    m_session.run(u"INSERT INTO runs (%1%2) VALUES (%3%4)"_s.arg(columns, m_instance ? u", instance"_s : QString(),
                                                                 placeholders(columns), instanceText()),
                  keyValues(run) + stateValues(run));
}

bool SqlLedger::claimWaiting(const Run &run)
{
    const bool isClaimed = m_session.attempt([&] {
        const QString own = m_instance ? u" AND instance = '%1'"_s.arg(m_instance->id()) : QString();
        return m_session.run(m_updateAll + u" AND state = 'waiting'"_s + own,
                             keyValues(run).mid(2) + stateValues(run) + QVariantList{QString(run.id.value)}).numRowsAffected() == 1;
    });
    if (isClaimed && m_instance)
        m_instance->noteClaim(run);
    return isClaimed;
}

SqlLedger::Left SqlLedger::write(const RunList &runs)
{
    Left left = Left::None;
    Batch ends;
    for (const Run &run : runs) {
        if (m_instance && m_instance->isFenced(run.id)) {
            qCWarning(log).noquote() << "The run" << run.id.value.view() << "of" << run.jobId.value << "is another's by now; its"
                                     << textOf(run.state) << "row is not written";
            continue;
        }
        if (m_instance)
            m_instance->note(run);
        if (isPlainEnd(run)) {
            ends.append(&run);
            continue;
        }
        writeEnds(std::exchange(ends, {}));
        writeOne(run);
        if (m_instance && run.state == RunState::Waiting && m_instance->leave(m_session, run))
            left = Left::Some;
    }
    writeEnds(ends);
    return left;
}

void SqlLedger::writeEnds(const Batch &runs)
{
    if (runs.isEmpty())
        return;
    const std::unique_ptr<SqlRows> rows = m_session.createRows(EndColumns, runs.size());
    for (const Run *run : runs) {
        rows->beginRow();
        rows->add(run->id.value.view());
        rows->add(run->scheduledAt);
        rows->add(run->dueAt);
        rows->add(run->startedAt);
        rows->add(run->finishedAt);
        run->outcome ? rows->add(textOf(*run->outcome)) : rows->addNull();
        run->exitCode ? rows->add(qint64(*run->exitCode)) : rows->addNull();
    }
    // Where one of them is new, or there twice, each by itself does the same again.
    if (m_session.run(m_updateEnds, *rows).numRowsAffected() == runs.size())
        return;
    for (const Run *run : runs)
        writeOne(*run);
}

void SqlLedger::writeOne(const Run &run)
{
    const QVariantList keys = keyValues(run);
    const QVariantList values = stateValues(run);
    if (m_session.run(m_updateState, values + QVariantList{keys[0], keys[2], keys[3], keys[4], keys[5]}).numRowsAffected() > 0)
        return;
    if (m_session.run(m_updateAll, keys.mid(2) + values + QVariantList{keys[0]}).numRowsAffected() == 0)
        insert(run);
}

void SqlLedger::removeWaiting(const JobId &id)
{
    // The first condition names the index.
    m_session.run(u"DELETE FROM runs WHERE state <> 'finished' AND state = 'waiting' AND job_id = ?"_s, {id.value});
}

// Asked twice, it is one request; and none of what its owner knows already.
bool SqlLedger::requestCancel(const RunId &id)
{
    return m_session.run(u"UPDATE runs SET cancel_requested = CASE WHEN cancel_requested = 0 THEN %1 ELSE cancel_requested END "
                         "WHERE id = ? AND state <> 'finished'"_s.arg(CancelledByOthers), {QString(id.value)}).numRowsAffected() == 1;
}

bool SqlLedger::requestReplacement(const JobId &id)
{
    return m_instance
        && m_session.run(u"UPDATE runs SET cancel_requested = %1 WHERE state <> 'finished' AND state IN ('claimed', 'running') AND job_id = ? "
                         "AND instance <> '%2' AND cancel_requested = 0"_s.arg(ReplacedByOthers).arg(m_instance->id()),
                         {id.value}).numRowsAffected() > 0;
}

QHash<RunId, QString> SqlLedger::cancelRequests()
{
    QHash<RunId, QString> requests;
    QSqlQuery query = m_session.direct(u"SELECT r.id, r.cancel_requested FROM runs r WHERE "_s + m_instance->ownCancelRequests());
    while (m_session.next(query))
        requests.insert({query.value(0).toString()}, query.value(1).toInt() == ReplacedByOthers ? u"replaced"_s : u"cancelled"_s);
    return requests;
}

QList<Run> SqlLedger::read(const QString &sql, const QVariantList &values)
{
    QList<Run> runs;
    QSqlQuery &query = m_session.run(sql, values);
    while (m_session.next(query)) {
        if (const Run run = toRun(query); !run.id.isEmpty())
            runs.append(run);
        else
            qCWarning(log).noquote() << "A run of" << run.jobId.value << "is left alone: its id is not one of ours:" << query.value(0).toString();
    }
    query.finish();
    return runs;
}

QList<Run> SqlLedger::unfinished()
{
    return read(u"SELECT %1, %2, NULL FROM runs WHERE state <> 'finished'%3 ORDER BY due_at, sequence"_s.arg(
        RunKeyColumns, RunStateColumns, m_instance ? u" AND instance = '%1'"_s.arg(m_instance->id()) : QString()));
}

QSet<JobId> SqlLedger::jobsWithRuns(const QList<JobRecord> &jobs)
{
    QSet<JobId> found;
    if (jobs.isEmpty())
        return found;
    const std::unique_ptr<SqlRows> rows = m_session.createRows(JobColumn, jobs.size());
    for (const JobRecord &job : jobs) {
        rows->beginRow();
        rows->add(job.id.value);
    }
    QSqlQuery &query = m_session.run(u"SELECT v.id FROM :table WHERE EXISTS (SELECT 1 FROM runs r WHERE r.job_id = v.id)"_s, *rows);
    while (m_session.next(query))
        found.insert({query.value(0).toString()});
    query.finish();
    return found;
}

// Looks at a job's newest rows, and at older ones until it comes to a success. So the run that ended last is the last to
// end among these: one that began long before them is not looked for.
void SqlLedger::addEnds(StoreContents &contents)
{
    struct End
    {
        OptionalTime at;
        qint64 sequence = 0;
        auto operator<=>(const End &) const = default;
    };
    struct Failure
    {
        End end;
        qint64 scheduledAt;
        int attempt;
    };
    static const QString newest = u"SELECT sequence, finished_at, outcome, scheduled_at, attempt, slot FROM runs WHERE job_id = ? "
                                  "ORDER BY scheduled_at DESC, sequence DESC LIMIT ? OFFSET ?"_s;
    static const QString one = u"SELECT %1, %2, NULL FROM runs WHERE sequence = ?"_s.arg(RunKeyColumns, RunStateColumns);
    const QSet<JobId> jobs = jobsWithRuns(contents.jobs);
    for (const JobId &job : jobs) {
        std::optional<End> last;
        std::optional<End> success;
        QList<Failure> failures;
        QSet<std::pair<qint64, int>> attempts; // instants and attempts that are taken
        int rows = 0;
        for (int offset = 0, limit = 4; !success; offset += limit, limit = std::min(limit * 8, 1000)) {
            QSqlQuery &query = m_session.run(newest, {job.value, limit, offset});
            rows = 0;
            for (; m_session.next(query); ++rows) {
                const qint64 scheduledAt = query.value(3).toLongLong();
                const int attempt = query.value(4).toInt();
                if (attempt > 1 && !query.isNull(5))
                    attempts.insert({scheduledAt, attempt});
                if (query.isNull(1))
                    continue;
                const End end{toTime(query.value(1)), query.value(0).toLongLong()};
                last = std::max(last, std::optional(end));
                const std::optional<Outcome> outcome = outcomeFrom(query.value(2).toString());
                if (outcome == Outcome::Success)
                    success = std::max(success, std::optional(end));
                else if (outcome == Outcome::Error || outcome == Outcome::Timeout || outcome == Outcome::Interrupted)
                    failures.append({end, scheduledAt, attempt});
            }
            query.finish();
            if (rows < limit)
                break;
        }
        if (last)
            contents.lastRuns.insert(job, read(one, {last->sequence}).value(0));
        const auto count = std::count_if(failures.begin(), failures.end(), [&](const Failure &failure) {
            return (!success || failure.end > *success) && !attempts.contains({failure.scheduledAt, failure.attempt + 1});
        });
        if (count > 0)
            contents.failures.insert(job, int(count));
    }
}

Result<QList<Run>> SqlLedger::runs(const RunQuery &query)
{
    QStringList conditions;
    QVariantList values;
    const auto add = [&](const QString &condition, const QVariant &value) {
        conditions.append(condition);
        values.append(value);
    };
    if (query.runId)
        add(u"id = ?"_s, QString(query.runId->value));
    if (query.jobId)
        add(u"job_id = ?"_s, query.jobId->value);
    if (query.since)
        add(u"scheduled_at >= ?"_s, toValue(query.since));
    if (query.until)
        add(u"scheduled_at <= ?"_s, toValue(query.until));
    if (query.outcome)
        add(u"outcome = ?"_s, toString(*query.outcome));
    values.append(std::max(0, query.limit));
    const QString sql = u"SELECT %1, %2, %3 FROM runs %4 ORDER BY scheduled_at DESC, sequence DESC LIMIT ?"_s.arg(
        RunKeyColumns, RunStateColumns, query.withOutput ? u"output"_s : u"NULL"_s,
        conditions.isEmpty() ? QString() : u"WHERE "_s + conditions.join(u" AND "_s));
    QList<Run> runs = read(sql, values);
    return m_session.takeError().map([&] { return std::move(runs); });
}

Result<int> SqlLedger::pruneStep(Pruning &pruning)
{
    const TimePoint oldest = pruning.now - pruning.retention.age;
    const int kept = std::max(1, pruning.retention.runsPerJob);
    std::optional<QStringList> crowded;
    const Result<int> deleted = m_session.transaction([&] {
        crowded = pruning.crowded;
        int count = 0;
        if (!crowded)
            count = pruneOld(oldest);
        if (count > 0)
            return count;
        if (!crowded)
            crowded = crowdedJobs(kept);
        while (!crowded->isEmpty() && count < PruneStepRows) {
            const int some = pruneCrowded(crowded->last(), kept);
            if (some < PruneStepRows)
                crowded->removeLast();
            count += some;
        }
        return count;
    });
    if (deleted)
        pruning.crowded = crowded;
    return deleted;
}

// The subqueries here are wrapped because not every database takes a LIMIT in the subquery of IN.

// All but the newest row of a job that is there.
int SqlLedger::pruneOld(TimePoint oldest)
{
    return m_session.run(
        u"DELETE FROM runs WHERE sequence IN (SELECT sequence FROM ("
        "SELECT r.sequence FROM runs r WHERE r.scheduled_at < ? AND r.finished_at < ? AND r.state = 'finished' "
        "AND (EXISTS (SELECT 1 FROM runs n WHERE n.job_id = r.job_id AND n.scheduled_at >= r.scheduled_at "
        "AND (n.scheduled_at > r.scheduled_at OR n.sequence > r.sequence)) "
        "OR NOT EXISTS (SELECT 1 FROM jobs j WHERE j.id = r.job_id)) "
        "ORDER BY r.scheduled_at LIMIT ?) old)"_s,
        {toValue(oldest), toValue(oldest), PruneStepRows}).numRowsAffected();
}

QStringList SqlLedger::crowdedJobs(int kept)
{
    QStringList jobs;
    QSqlQuery &query = m_session.run(u"SELECT job_id FROM runs GROUP BY job_id HAVING COUNT(*) > ?"_s, {kept});
    while (m_session.next(query))
        jobs.append(query.value(0).toString());
    query.finish();
    return jobs;
}

int SqlLedger::pruneCrowded(const QString &job, int kept)
{
    return m_session.run(
        u"DELETE FROM runs WHERE sequence IN (SELECT sequence FROM ("
        "SELECT sequence FROM runs WHERE job_id = ? AND state = 'finished' "
        "ORDER BY scheduled_at DESC, sequence DESC LIMIT ? OFFSET ?) old)"_s,
        {job, PruneStepRows, kept}).numRowsAffected();
}

} // namespace reveille
