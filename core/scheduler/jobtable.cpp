// SPDX-License-Identifier: MIT
#include "core/scheduler/jobtable.h"

#include "core/base/guarded.h"
#include "core/base/singleline.h"
#include "core/scheduler/decide.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace reveille {

JobStatus JobEntry::status() const
{
    if (isBroken())
        return JobStatus::Broken;
    if (active > 0)
        return JobStatus::Running;
    if (job->paused)
        return JobStatus::Paused;
    return record.nextFireTime ? JobStatus::Scheduled : JobStatus::Finished;
}

JobSnapshot JobEntry::snapshot() const
{
    JobSnapshot snapshot{.job = job, .sequence = record.sequence, .revision = record.revision, .status = status(),
                         .nextRunTime = {}, .givenTime = isNextGiven() ? given : std::nullopt, .lastRun = lastRun, .isElsewhere = isElsewhere,
                         .failuresInARow = failuresInARow, .brokenReason = brokenReason};
    if (isScheduled()) // with jitter the trigger is asked
        snapshot.nextRunTime = guarded([this] { return OptionalTime(dueTime(*job, *record.nextFireTime)); }).value_or(std::nullopt);
    return snapshot;
}

void JobEntry::noteOutcome(const std::shared_ptr<const Run> &run, bool willRetry)
{
    setLastRun(run);
    if (run->outcome == Outcome::Success)
        failuresInARow = 0;
    else if (run->failed() && !willRetry)
        ++failuresInARow;
}

void JobEntry::setLastRun(const std::shared_ptr<const Run> &run)
{
    lastRun = run;
    if (run->output.isEmpty())
        return;
    const auto withoutOutput = makeRun(*run);
    withoutOutput->output.clear();
    lastRun = withoutOutput;
}

void JobEntry::takeHistory(const QList<Run> &newestFirst)
{
    lastRun.reset();
    failuresInARow = 0;
    bool sinceSuccess = true;
    for (const Run &run : newestFirst) {
        if (run.state != RunState::Finished)
            continue;
        if (!lastRun)
            setLastRun(makeRun(run));
        sinceSuccess = sinceSuccess && run.outcome != Outcome::Success;
        if (sinceSuccess && run.failed())
            ++failuresInARow;
    }
}

JobEntry &JobTable::insert(const JobRecord &record, const ReadJob &read)
{
    JobEntry &entry = m_entries[record.id];
    entry.record = record;
    entry.record.data = {};
    entry.job = read.job;
    entry.brokenReason = read.brokenReason;
    entry.lacksExecutor = false;
    entry.given = read.given;
    return entry;
}

JobEntry *JobTable::find(const JobId &id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

std::vector<JobEntry *> JobTable::all()
{
    std::vector<JobEntry *> entries;
    entries.reserve(m_entries.size());
    for (auto &[id, entry] : m_entries)
        entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(),
              [](const JobEntry *a, const JobEntry *b) { return a->record.sequence < b->record.sequence; });
    return entries;
}

ReadJob readJob(const JobRecord &record, const JobContext &context)
{
    if (record.data.job())
        return {record.data.job(), {}, record.data.given()};
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(record.data.text(), &parseError);
    const QJsonObject json = document.object();
    const Result<Job> job = document.isObject()
        ? guarded([&] { return Job::parse(json, context); }).and_then([](const Result<Job> &parsed) { return parsed; })
        : failure(ErrorCode::Damaged, QCoreApplication::translate("JobTable", "The stored job is no JSON object: %1")
                                          .arg(parseError.errorString()));
    const QString givenKey = QStringLiteral("next_run_time");
    if (job) {
        const Result<TimePoint> given = parseInstant(json.value(givenKey).toString(), givenKey);
        const auto own = std::make_shared<Job>(*job);
        own->id = record.id; // by which the store finds it
        return {own, {}, given ? OptionalTime(*given) : std::nullopt};
    }
    Job shown;
    shown.id = record.id;
    shown.name = singleLine(json.value(QStringLiteral("name")).toString(record.id.value));
    shown.task = json.value(QStringLiteral("task")).toObject();
    shown.host = record.data.host();
    return {std::make_shared<const Job>(shown), job.error().text(), {}};
}

JobRecord toRecord(const std::shared_ptr<const Job> &job, OptionalTime given)
{
    JobRecord record;
    record.id = job->id;
    record.data = JobText(job, given);
    return record;
}

} // namespace reveille
