// SPDX-License-Identifier: MIT
#include "core/scheduler/jobtable.h"

#include "core/base/singleline.h"
#include "core/scheduler/decide.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace reveille {

namespace {

Result<Job> readJob(const JobRecord &record, const JobContext &context)
{
    if (record.data.job())
        return *record.data.job();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(record.data.text(), &parseError);
    if (!document.isObject()) {
        return failure(ErrorCode::Damaged, QCoreApplication::translate("JobTable", "The stored job is no JSON object: %1")
                                               .arg(parseError.errorString()));
    }
    return Job::parse(document.object(), context);
}

// What can be shown of a job that can't be read.
Job brokenJob(const JobRecord &record)
{
    const QJsonObject json = QJsonDocument::fromJson(record.data.text()).object();
    Job job;
    job.id = record.id;
    job.name = singleLine(json.value(QStringLiteral("name")).toString(record.id.value));
    job.task = json.value(QStringLiteral("task")).toObject();
    return job;
}

} // namespace

JobStatus JobEntry::status() const
{
    if (isBroken())
        return JobStatus::Broken;
    if (!active.isEmpty())
        return JobStatus::Running;
    if (job->paused)
        return JobStatus::Paused;
    return record.nextFireTime ? JobStatus::Scheduled : JobStatus::Finished;
}

JobSnapshot JobEntry::snapshot() const
{
    JobSnapshot snapshot{.job = job, .sequence = record.sequence, .revision = record.revision, .status = status(),
                         .nextRunTime = {}, .lastRun = lastRun, .failuresInARow = failuresInARow, .brokenReason = brokenReason};
    if (isScheduled())
        snapshot.nextRunTime = dueTime(*job, *record.nextFireTime);
    return snapshot;
}

void JobEntry::takeHistory(const QList<Run> &runs)
{
    lastRun.reset();
    failuresInARow = 0;
    bool sinceSuccess = true;
    for (const Run &run : runs) {
        if (run.state != RunState::Finished)
            continue;
        if (!lastRun)
            lastRun = run;
        sinceSuccess = sinceSuccess && run.outcome != Outcome::Success;
        if (sinceSuccess && run.failed())
            ++failuresInARow;
    }
}

JobEntry &JobTable::insert(const JobRecord &record, const JobContext &context)
{
    const Result<Job> job = readJob(record, context);
    JobEntry &entry = insert(record, std::make_shared<const Job>(job ? *job : brokenJob(record)));
    if (!job)
        entry.brokenReason = job.error().text();
    return entry;
}

JobEntry &JobTable::insert(const JobRecord &record, std::shared_ptr<const Job> job)
{
    JobEntry &entry = m_entries[record.id];
    entry.record = record;
    entry.record.data = {};
    entry.job = std::move(job);
    entry.brokenReason.clear();
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

JobRecord toRecord(const Job &job)
{
    JobRecord record;
    record.id = job.id;
    record.data = JobText(std::make_shared<const Job>(job));
    return record;
}

} // namespace reveille
