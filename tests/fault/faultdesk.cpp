// SPDX-License-Identifier: MIT
#include "tests/fault/faultdesk.h"

#include "tests/support/fakeclock.h"

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

Result<CheckedTask> checkAnything(const QJsonObject &task)
{
    if (task.value(u"type"_s) == u"unknown"_s)
        return invalid(u"type"_s, u"there is no such task"_s);
    return CheckedTask{.json = task, .misfireGraceTime = 24h, .name = u"Task"_s};
}

QString name(const Run &run)
{
    return u"%1 %2%3 %4 %5"_s.arg(formatInstant(run.scheduledAt), run.until ? u"to "_s + formatInstant(*run.until) + u' ' : QString(),
                                  toString(run.state), run.outcome ? toString(*run.outcome) : QString(), run.reason);
}

} // namespace

FaultDesk::FaultDesk(const TriggerKinds &kinds, FakeExecutor::Runs runs)
    : clock(at("2026-11-20T00:00:00Z"))
    , m_kinds(kinds)
    , m_runs(runs)
{
    renew();
}

void FaultDesk::renew()
{
    if (m_executor)
        m_submitted += m_executor->submitted();
    m_scheduler.reset();
    m_executor = new FakeExecutor(m_runs);
    m_store = new FailingStore(m_memory);
    const auto context = [this] { return JobContext{{m_kinds, Zone(), clock.now()}, &checkAnything}; };
    m_scheduler = std::make_unique<QtScheduler>(clock, context, std::unique_ptr<JobStore>(m_store), std::unique_ptr<Executor>(m_executor));
}

std::optional<Error> FaultDesk::start()
{
    if (const Result<void> started = wait(m_scheduler->start()); !started)
        return started.error();
    const Result<QList<JobSnapshot>> loaded = wait(m_scheduler->allJobs());
    return loaded ? std::nullopt : std::optional(loaded.error());
}

Job FaultDesk::job(const QString &id, const QJsonObject &trigger, QJsonObject options) const
{
    options.insert(u"id"_s, id);
    options.insert(u"task"_s, QJsonObject{{u"type"_s, u"fake"_s}});
    options.insert(u"trigger"_s, trigger);
    return Job::parse(options, {{m_kinds, Zone(), clock.now()}, &checkAnything}).value();
}

std::optional<Error> FaultDesk::add(const Job &job)
{
    const Result<QList<JobSnapshot>> added = wait(m_scheduler->addJobs(QList<Job>{job}));
    return added ? std::nullopt : std::optional(added.error());
}

JobSnapshot FaultDesk::snapshot(const QString &id)
{
    return m_scheduler->job({id}).value_or(JobSnapshot());
}

bool FaultDesk::goTo(TimePoint now)
{
    clock.set(now);
    m_scheduler->wakeUp();
    return settle();
}

// At rest is a scheduler that does not look at the clock for a while, although the loop turns.
bool FaultDesk::settle()
{
    constexpr int QuietTurns = 20;
    int quiet = 0;
    for (int turns = 0; turns < MostTurns && quiet < QuietTurns; ++turns) {
        const int before = clock.timesAsked() + m_store->callCount();
        QCoreApplication::processEvents();
        quiet = clock.timesAsked() + m_store->callCount() == before ? quiet + 1 : 0;
    }
    return quiet == QuietTurns;
}

QList<Run> FaultDesk::rows(const QString &id)
{
    QList<Run> rows = wait(m_scheduler->runs({.jobId = JobId{id}, .limit = 100'000})).value_or(QList<Run>());
    std::reverse(rows.begin(), rows.end());
    return rows;
}

QString FaultDesk::mistakeIn(const QString &id, TimePoint first)
{
    const JobSnapshot job = snapshot(id);
    OptionalTime expected = first;
    const QList<Run> all = rows(id);
    for (const Run &run : all) {
        if (run.state != RunState::Finished)
            return u"not finished: "_s + name(run);
        if (run.startedAt && *run.startedAt < run.scheduledAt)
            return u"early: "_s + name(run);
        if (run.cause != Cause::Schedule)
            continue;
        if (&run == &all.first() && first < clock.now() - Retention().age)
            expected = run.scheduledAt; // what was before is forgotten by now
        if (run.scheduledAt != expected)
            return u"expected %1 and found %2"_s.arg(expected ? formatInstant(*expected) : u"nothing"_s, name(run));
        expected = job.job->trigger->next(run.until.value_or(run.scheduledAt));
    }
    if (job.nextRunTime != expected)
        return u"the next run is not at "_s + (expected ? formatInstant(*expected) : u"no time"_s);
    return doubles().join(u", "_s);
}

QStringList FaultDesk::doubles() const
{
    QSet<QString> seen;
    QStringList twice;
    for (const TaskContext &run : m_submitted + m_executor->submitted()) {
        const QString key = u"%1 %2 %3"_s.arg(run.jobId.value, formatInstant(run.scheduledAt)).arg(run.attempt);
        if (seen.contains(key))
            twice.append(key);
        seen.insert(key);
    }
    return twice;
}

} // namespace reveille
