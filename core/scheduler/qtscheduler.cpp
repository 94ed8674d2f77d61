// SPDX-License-Identifier: MIT
#include "core/scheduler/qtscheduler.h"

#include "core/scheduler/pass.h"
#include "core/time/clock.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr milliseconds LongestWait = 60s;       // after a suspend or a set clock nothing is later than this
constexpr milliseconds PauseAfterFailure = 5s;  // before a claim is tried again that the store refused
constexpr milliseconds SetBack = 1s;            // the clock went back by more: it was set
constexpr milliseconds WrongClock = 3h;         // a fire time in the ledger that lies further ahead came from a wrong clock
constexpr int MostInOnePass = 1000;
constexpr milliseconds PruneEvery = 6h;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

template<typename T>
QFuture<Result<T>> failed(const Error &error)
{
    return ready<T>(tl::unexpected(error));
}

Error noSuchJob(const JobId &id)
{
    return {ErrorCode::NotFound, Messages::tr("There is no job “%1”").arg(id.value), {}};
}

Error broken(const JobEntry &entry)
{
    return {ErrorCode::Refused, Messages::tr("The job “%1” is broken: %2").arg(entry.job->name, entry.brokenReason), {}};
}

} // namespace

QtScheduler::QtScheduler(const Clock &clock, ContextSource context, std::unique_ptr<JobStore> store,
                         std::unique_ptr<Executor> executor, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_context(std::move(context))
    , m_store(std::move(store))
    , m_executor(std::move(executor))
    , m_outbox(*m_store)
    , m_desk(m_clock, m_jobs, m_dueQueue, m_outbox, *m_executor)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &QtScheduler::wakeUp);
    connect(&m_pruneTimer, &QTimer::timeout, this, &QtScheduler::pruneHistory);
    connect(m_executor.get(), &Executor::outputAdded, this, &QtScheduler::runOutputAdded);
    connect(&m_desk, &RunDesk::dueChanged, this, &QtScheduler::armTimer);
    connect(&m_desk, &RunDesk::jobExhausted, this, [this](const JobId &id) { std::ignore = removeJobs({id}); });
    connect(&m_outbox, &Outbox::eventsReady, this, &QtScheduler::eventsHappened);
    connect(&m_outbox, &Outbox::jobsRemoved, this, &QtScheduler::jobsRemoved);
    connect(&m_outbox, &Outbox::jobsChanged, this, [this](const QList<JobId> &ids) {
        QList<JobSnapshot> snapshots;
        for (const JobId &id : ids) {
            if (const JobEntry *entry = m_jobs.find(id))
                snapshots.append(entry->snapshot());
        }
        Q_EMIT jobsChanged(snapshots);
    });
}

QtScheduler::~QtScheduler() = default;

QFuture<Result<void>> QtScheduler::start(SchedulerState mode)
{
    Q_ASSERT(mode != SchedulerState::Stopped);
    return m_operations.run<void>([this, mode] {
        const QFuture<Result<StoreContents>> contents = andThen(m_store->open(), this, [this] { return m_store->loadDue(m_clock.now()); });
        return andThen(contents, this, [this, mode](const StoreContents &due) {
          return andThen(m_store->loadPage(0, 1'000'000), this, [this, mode, due](const StoreContents &page) {
            StoreContents loaded = page.jobs.isEmpty() ? due : page;
            loaded.unfinishedRuns = due.unfinishedRuns;
            install(loaded);
            return andThen(recomputeFireTimes(), this, [this, mode] {
                post(EventType::SchedulerStarted);
                setState(mode);
                m_pruneTimer.start(PruneEvery);
                pruneHistory();
                return ready<void>({});
            });
          });
        });
    });
}

void QtScheduler::install(const StoreContents &contents)
{
    m_jobs.clear();
    m_dueQueue.clear();
    const JobContext context = m_context();
    for (const JobRecord &record : contents.jobs) {
        JobEntry &entry = m_jobs.insert(record, context);
        if (const auto last = contents.lastRuns.constFind(record.id); last != contents.lastRuns.constEnd())
            entry.lastRun = *last;
        entry.failuresInARow = contents.failures.value(record.id);
        queueJob(entry);
        m_outbox.changed(record.id);
        if (entry.isBroken()) {
            qCWarning(log).noquote() << "Job" << record.id.value << "can't be read:" << entry.brokenReason;
            m_outbox.post({.type = EventType::JobBroken, .at = m_clock.now(), .jobId = record.id, .job = entry.job,
                           .text = entry.brokenReason});
        }
    }
    for (const Run &run : contents.unfinishedRuns) {
        const JobEntry *entry = m_jobs.find(run.jobId);
        const std::shared_ptr<const Job> job = entry && !entry->isBroken() ? entry->job : nullptr;
        if (run.isActive() || !job)
            m_desk.recover(run, job);
        else
            m_desk.wait(run, job);
    }
}

QFuture<Result<void>> QtScheduler::shutdown(milliseconds deadline)
{
    QTimer::singleShot(deadline, this, [this] { m_desk.cancelAll(QStringLiteral("shutdown")); });
    if (std::exchange(m_isShutDown, true)) // again, perhaps with less patience
        return m_operations.run<void>([] { return ready<void>({}); });
    const SchedulerState before = m_state;
    setState(SchedulerState::Stopped);
    return m_operations.run<void>([this, before] {
        // What a paused scheduler did not start is not caught up by the next one either.
        QFuture<Result<void>> written = before == SchedulerState::Paused ? skipPaused(unpausedJobs()) : ready<void>({});
        const QFuture<Result<void>> ended = written.then(this, [this](const Result<void> &) { return waitForRuns(); }).unwrap();
        return andThen(ended, this, [this, wasStarted = before != SchedulerState::Stopped] {
            if (wasStarted)
                post(EventType::SchedulerShutdown);
            return andThen(m_outbox.flush(), this, [this] { return m_store->close(); });
        });
    });
}

QFuture<Result<void>> QtScheduler::waitForRuns()
{
    if (m_desk.isIdle())
        return ready<void>({});
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    connect(&m_desk, &RunDesk::idle, this, [promise] {
        promise->addResult(Result<void>());
        promise->finish();
    }, Qt::SingleShotConnection);
    return promise->future();
}

void QtScheduler::setState(SchedulerState state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
    armTimer();
}

void QtScheduler::post(EventType type, const JobId &id, const std::shared_ptr<const Job> &job)
{
    m_outbox.post({.type = type, .at = m_clock.now(), .jobId = id, .job = job});
}

QList<JobSnapshot> QtScheduler::jobs()
{
    QList<JobSnapshot> snapshots;
    for (const JobEntry *entry : m_jobs.all())
        snapshots.append(entry->snapshot());
    return snapshots;
}

// ---- What is due

void QtScheduler::queueJob(const JobEntry &entry)
{
    if (entry.isScheduled())
        m_dueQueue.schedule(entry.record.id, dueTime(*entry.job, *entry.record.nextFireTime), entry.record.sequence);
    else
        m_dueQueue.remove(entry.record.id);
}

void QtScheduler::armTimer()
{
    const OptionalTime first = m_dueQueue.first();
    if (m_state != SchedulerState::Running || !first || m_passQueued) {
        m_timer.stop();
        return;
    }
    m_timer.start(std::clamp(*first - m_clock.now(), milliseconds(0), LongestWait));
}

void QtScheduler::wakeUp()
{
    noticeClock();
    const OptionalTime first = m_dueQueue.first();
    if (m_state != SchedulerState::Running || !first || *first > m_clock.now() || m_passQueued) {
        armTimer();
        return;
    }
    m_passQueued = true;
    m_operations.run<void>([this] { return runPass(); }).then(this, [this](const Result<void> &) {
        m_passQueued = false;
        armTimer();
    });
}

void QtScheduler::noticeClock()
{
    const TimePoint now = m_clock.now();
    const bool wasSetBack = m_lastNow && now < *m_lastNow - SetBack;
    m_lastNow = now;
    if (!wasSetBack)
        return;
    qCInfo(log) << "The clock was set back; computing all fire times anew";
    std::ignore = m_operations.run<void>([this] { return recomputeFireTimes(); });
}

// Where the clock was ahead once, next fire times lie too far off: they are computed anew, from the later of now and
// what has a row in the ledger. Those that are due or right stay as they are.
QFuture<Result<void>> QtScheduler::recomputeFireTimes()
{
    QList<Job> late;
    for (const JobEntry *entry : m_jobs.all()) {
        if (!entry->isScheduled())
            continue;
        const OptionalTime next = nextFireTime(*entry->job, entry->record.newestFireTime);
        if (next && *next < *entry->record.nextFireTime)
            late.append(*entry->job);
    }
    if (late.isEmpty())
        return ready<void>({});
    return andThen(writeEdits(late), this, [](const QList<JobSnapshot> &) { return ready<void>({}); });
}

QFuture<Result<void>> QtScheduler::runPass()
{
    if (m_state != SchedulerState::Running)
        return ready<void>({});
    const TimePoint now = m_clock.now();
    Pass pass(m_desk, now);
    for (const DueItem &item : m_dueQueue.takeDue(now, MostInOnePass)) {
        if (const JobId *jobId = std::get_if<JobId>(&item)) {
            if (const JobEntry *entry = m_jobs.find(*jobId); entry && entry->isScheduled())
                pass.addJob(*entry, Pass::Mode::Run);
        } else if (const RunDesk::Tracked *waiting = m_desk.find(std::get<RunId>(item))) {
            pass.addWaiting(*waiting);
        }
    }
    return claim(pass);
}

QFuture<Result<void>> QtScheduler::claim(const Pass &pass)
{
    std::ignore = m_outbox.flush(); // rows that the claim builds on are written before it
    QFuture<Result<ClaimResult>> answer = pass.isEmpty() ? ready<ClaimResult>(ClaimResult()) : m_store->claim(pass.batch());
    return answer
        .then(this, [this, pass](const Result<ClaimResult> &result) -> QFuture<Result<void>> {
            if (result) {
                carryOut(pass, *result);
                return ready<void>({});
            }
            onClaimFailed(pass, result.error());
            return failed<void>(result.error());
        })
        .unwrap();
}

void QtScheduler::carryOut(const Pass &pass, const ClaimResult &result)
{
    for (qsizetype i = 0; i < pass.batch().jobs.size(); ++i) {
        const JobClaim &claim = pass.batch().jobs[i];
        if (result.lostJobs.contains(claim.jobId))
            continue;
        if (JobEntry *entry = m_jobs.find(claim.jobId)) {
            entry->record.nextFireTime = claim.next;
            entry->record.newestFireTime = claim.newestFireTime;
            queueJob(*entry);
        }
        m_outbox.changed(claim.jobId);
        Decision decision = pass.jobs()[size_t(i)].decision;
        decision.rows.removeIf([&](const Run &run) { return result.lostRuns.contains(run.id); }); // it has run before
        m_desk.carryOut(decision, pass.jobs()[size_t(i)].job);
    }
    for (const Pass::Step &step : pass.waiting()) {
        if (!result.lostRuns.contains(step.decision.rows.first().id))
            m_desk.carryOut(step.decision, step.job);
    }
    requeue(pass, result);
}

// What the store holds otherwise than expected may be on its way there (a row that is written late): it is tried again.
void QtScheduler::requeue(const Pass &pass, const ClaimResult &lost)
{
    const TimePoint again = m_clock.now() + PauseAfterFailure;
    for (const JobId &id : lost.lostJobs) {
        qCWarning(log).noquote() << "Job" << id.value << "was changed by somebody else; trying again";
        if (const JobEntry *entry = m_jobs.find(id))
            m_dueQueue.schedule(id, again, entry->record.sequence);
    }
    for (const Run &run : pass.batch().waiting) {
        if (lost.lostRuns.contains(run.id) && m_desk.find(run.id))
            m_dueQueue.schedule(run.id, again, 0);
    }
}

// Nothing was launched. Each goes back into the queue, a little later; a batch that fails as a whole comes apart there.
void QtScheduler::onClaimFailed(const Pass &pass, const Error &error)
{
    qCWarning(log).noquote() << "The store did not take a claim, trying again:" << error.text();
    TimePoint again = m_clock.now() + PauseAfterFailure;
    for (const JobClaim &claim : pass.batch().jobs) {
        if (const JobEntry *entry = m_jobs.find(claim.jobId))
            m_dueQueue.schedule(claim.jobId, again, entry->record.sequence);
        again += 1ms;
    }
    for (const Run &run : pass.batch().waiting) {
        m_dueQueue.schedule(run.id, again, 0);
        again += 1ms;
    }
}

std::vector<JobEntry *> QtScheduler::unpausedJobs()
{
    std::vector<JobEntry *> jobs = m_jobs.all();
    std::erase_if(jobs, [](const JobEntry *entry) { return entry->job->paused; });
    return jobs;
}

QFuture<Result<void>> QtScheduler::skipPaused(const std::vector<JobEntry *> &entries)
{
    const TimePoint now = m_clock.now();
    Pass pass(m_desk, now);
    for (const JobEntry *entry : entries) {
        if (!entry->isBroken() && entry->job->trigger && entry->record.nextFireTime
            && dueTime(*entry->job, *entry->record.nextFireTime) <= now)
            pass.addJob(*entry, Pass::Mode::WriteOffAsPaused);
    }
    return claim(pass);
}

Result<void> QtScheduler::pause()
{
    if (m_state == SchedulerState::Stopped)
        return failure(ErrorCode::Refused, Messages::tr("The scheduler is not running"));
    if (m_state == SchedulerState::Running) {
        setState(SchedulerState::Paused);
        post(EventType::SchedulerPaused);
    }
    return {};
}

QFuture<Result<void>> QtScheduler::resume()
{
    return m_operations.run<void>([this]() -> QFuture<Result<void>> {
        if (m_state != SchedulerState::Paused)
            return ready<void>({});
        return andThen(skipPaused(unpausedJobs()), this, [this] {
            post(EventType::SchedulerResumed);
            setState(SchedulerState::Running);
            return ready<void>({});
        });
    });
}

// ---- Edits

// The next fire time after now that has no row in the ledger.
OptionalTime QtScheduler::nextFireTime(const Job &job, OptionalTime newest) const
{
    if (!job.trigger)
        return std::nullopt;
    TimePoint after = m_clock.now();
    if (newest && *newest <= after + WrongClock)
        after = std::max(after, *newest);
    return job.trigger->next(after);
}

Result<void> QtScheduler::checkSchedulable(const Job &job, OptionalTime next) const
{
    if (job.trigger && !next)
        return invalid(QStringLiteral("trigger"), Messages::tr("this trigger never fires: all its times lie in the past or do not exist"));
    if (job.store != u"default")
        return invalid(QStringLiteral("store"), Messages::tr("there is no job store “%1”").arg(job.store));
    if (job.executor != u"default")
        return invalid(QStringLiteral("executor"), Messages::tr("there is no executor “%1”").arg(job.executor));
    return {};
}

Result<std::vector<JobEntry *>> QtScheduler::entriesOf(const QList<JobId> &ids)
{
    std::vector<JobEntry *> entries;
    for (const JobId &id : ids) {
        JobEntry *entry = m_jobs.find(id);
        if (!entry)
            return tl::unexpected(noSuchJob(id));
        entries.push_back(entry);
    }
    return entries;
}

QFuture<Result<QList<JobSnapshot>>> QtScheduler::addJobs(const QList<Job> &jobs)
{
    return m_operations.run<QList<JobSnapshot>>([this, jobs]() -> QFuture<Result<QList<JobSnapshot>>> {
        QList<JobRecord> records;
        for (const Job &job : jobs) {
            JobRecord record = toRecord(job);
            record.nextFireTime = nextFireTime(job, std::nullopt);
            if (const Result<void> ok = checkSchedulable(job, record.nextFireTime); !ok)
                return failed<QList<JobSnapshot>>(ok.error());
            records.append(record);
        }
        return andThen(writeNew(jobs, records), this, [this](const QList<JobSnapshot> &added) {
            for (const JobSnapshot &snapshot : added) {
                if (!snapshot.job->trigger)
                    std::ignore = runNow(snapshot.job->id);
            }
            return ready<QList<JobSnapshot>>(added);
        });
    });
}

QFuture<Result<QList<JobSnapshot>>> QtScheduler::writeNew(const QList<Job> &jobs, const QList<JobRecord> &records)
{
    return andThen(m_store->add(records), this, [this, jobs](const QList<JobRecord> &added) {
        QList<JobSnapshot> snapshots;
        for (qsizetype i = 0; i < added.size(); ++i) {
            JobEntry &entry = m_jobs.insert(added[i], std::make_shared<const Job>(jobs[i]));
            queueJob(entry);
            post(EventType::JobAdded, entry.record.id, entry.job);
            m_outbox.changed(entry.record.id);
            snapshots.append(entry.snapshot());
        }
        armTimer();
        return ready<QList<JobSnapshot>>(snapshots);
    });
}

QFuture<Result<QList<JobSnapshot>>> QtScheduler::restoreJobs(const QList<Job> &jobs)
{
    return m_operations.run<QList<JobSnapshot>>([this, jobs] {
        std::ignore = m_outbox.flush();
        QList<QFuture<Result<QList<Run>>>> asked;
        for (const Job &job : jobs)
            asked.append(m_store->runs({.jobId = job.id, .limit = 100, .withOutput = false}));
        return QtFuture::whenAll(asked.begin(), asked.end())
            .then(this, [this, jobs](const QList<QFuture<Result<QList<Run>>>> &answers) {
                QList<QList<Run>> histories;
                for (const QFuture<Result<QList<Run>>> &answer : answers)
                    histories.append(answer.result().value_or(QList<Run>()));
                return writeBack(jobs, histories);
            })
            .unwrap();
    });
}

// Adds jobs that were there before, each with its newest runs.
QFuture<Result<QList<JobSnapshot>>> QtScheduler::writeBack(const QList<Job> &jobs, const QList<QList<Run>> &histories)
{
    QList<JobRecord> records;
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        JobRecord record = toRecord(jobs[i]);
        for (const Run &run : histories[i]) {
            if (run.cause == Cause::Schedule)
                record.newestFireTime = std::max(record.newestFireTime, OptionalTime(run.until.value_or(run.scheduledAt)));
        }
        record.nextFireTime = nextFireTime(jobs[i], record.newestFireTime);
        records.append(record);
    }
    return andThen(writeNew(jobs, records), this, [this, histories](const QList<JobSnapshot> &added) {
        QList<JobSnapshot> snapshots;
        for (qsizetype i = 0; i < added.size(); ++i) {
            JobEntry *entry = m_jobs.find(added[i].job->id);
            entry->takeHistory(histories[i]);
            snapshots.append(entry->snapshot());
        }
        return ready<QList<JobSnapshot>>(snapshots);
    });
}

QFuture<Result<QList<JobSnapshot>>> QtScheduler::modifyJobs(const QList<Job> &jobs)
{
    return m_operations.run<QList<JobSnapshot>>([this, jobs] { return writeEdits(jobs); });
}

QFuture<Result<QList<JobSnapshot>>> QtScheduler::writeEdits(const QList<Job> &jobs)
{
    std::vector<JobEntry *> resumed;
    for (const Job &job : jobs) {
        JobEntry *entry = m_jobs.find(job.id);
        if (!entry)
            return failed<QList<JobSnapshot>>(noSuchJob(job.id));
        if (entry->job->paused && !job.paused)
            resumed.push_back(entry);
    }
    return andThen(skipPaused(resumed), this, [this, jobs]() -> QFuture<Result<QList<JobSnapshot>>> {
        QList<JobRecord> records;
        for (const Job &job : jobs) {
            const JobEntry *entry = m_jobs.find(job.id);
            if (!entry)
                return failed<QList<JobSnapshot>>(noSuchJob(job.id));
            JobRecord record = toRecord(job);
            record.sequence = entry->record.sequence;
            record.revision = entry->record.revision + 1;
            record.newestFireTime = entry->record.newestFireTime;
            const bool sameTrigger = !entry->isBroken() && entry->job->trigger == job.trigger;
            const bool keepsPlace = sameTrigger && (!entry->record.nextFireTime || *entry->record.nextFireTime <= m_clock.now());
            record.nextFireTime = keepsPlace ? entry->record.nextFireTime : nextFireTime(job, entry->record.newestFireTime);
            if (const Result<void> ok = checkSchedulable(job, record.nextFireTime); !ok && !sameTrigger)
                return failed<QList<JobSnapshot>>(ok.error());
            records.append(record);
        }
        return andThen(m_store->update(records), this, [this, jobs, records] {
            QList<JobSnapshot> snapshots;
            for (qsizetype i = 0; i < records.size(); ++i) {
                JobEntry &entry = m_jobs.insert(records[i], std::make_shared<const Job>(jobs[i]));
                queueJob(entry);
                post(EventType::JobModified, entry.record.id, entry.job);
                m_outbox.changed(entry.record.id);
                snapshots.append(entry.snapshot());
            }
            armTimer();
            return ready<QList<JobSnapshot>>(snapshots);
        });
    });
}

QFuture<Result<void>> QtScheduler::setPaused(const QList<JobId> &ids, bool paused)
{
    return m_operations.run<void>([this, ids, paused]() -> QFuture<Result<void>> {
        const Result<std::vector<JobEntry *>> entries = entriesOf(ids);
        if (!entries)
            return failed<void>(entries.error());
        QList<Job> jobs;
        for (const JobEntry *entry : *entries) {
            if (entry->isBroken())
                return failed<void>(broken(*entry));
            jobs.append(*entry->job);
            jobs.last().paused = paused;
        }
        return andThen(writeEdits(jobs), this, [](const QList<JobSnapshot> &) { return ready<void>({}); });
    });
}

QFuture<Result<void>> QtScheduler::pauseJobs(const QList<JobId> &ids)
{
    return setPaused(ids, true);
}

QFuture<Result<void>> QtScheduler::resumeJobs(const QList<JobId> &ids)
{
    return setPaused(ids, false);
}

QFuture<Result<void>> QtScheduler::removeJobs(const QList<JobId> &ids)
{
    return m_operations.run<void>([this, ids]() -> QFuture<Result<void>> {
        if (const auto entries = entriesOf(ids); !entries)
            return failed<void>(entries.error());
        return andThen(m_store->remove(ids), this, [this, ids] {
            for (const JobId &id : ids) {
                if (const JobEntry *entry = m_jobs.find(id))
                    post(EventType::JobRemoved, id, entry->job);
                m_desk.forgetWaiting(id);
                m_dueQueue.remove(id);
                m_jobs.remove(id);
                m_outbox.removed(id);
            }
            armTimer();
            return ready<void>({});
        });
    });
}

// ---- Runs that a person asks for

QFuture<Result<RunId>> QtScheduler::addWaitingRun(const Run &run, const std::shared_ptr<const Job> &job)
{
    m_outbox.record(run);
    return m_outbox.flush().then(this, [this, run, job](const Result<void> &written) -> Result<RunId> {
        if (!written) {
            m_outbox.forget(run.id); // so that it does not run after it was said that it will not
            return tl::unexpected(written.error());
        }
        m_desk.wait(run, job);
        return run.id;
    });
}

QFuture<Result<RunId>> QtScheduler::runNow(const JobId &id)
{
    const JobEntry *entry = m_jobs.find(id);
    if (!entry)
        return failed<RunId>(noSuchJob(id));
    if (entry->isBroken())
        return failed<RunId>(broken(*entry));
    const TimePoint now = m_clock.now();
    return addWaitingRun({.id = RunId::create(), .jobId = id, .scheduledAt = now, .dueAt = now, .cause = Cause::Manual,
                          .state = RunState::Waiting}, entry->job);
}

Result<void> QtScheduler::cancelRun(const RunId &id)
{
    return m_desk.cancel(id, QStringLiteral("cancelled"));
}

QFuture<Result<RunId>> QtScheduler::snooze(const RunId &id, milliseconds delay)
{
    return andThen(m_store->runs({.runId = id, .limit = 1}), this, [this, delay](const QList<Run> &found) {
        const JobEntry *entry = found.isEmpty() ? nullptr : m_jobs.find(found.first().jobId);
        if (!entry || entry->isBroken())
            return failed<RunId>({ErrorCode::NotFound, Messages::tr("The job of this run does not exist any more"), {}});
        Run snoozed = found.first();
        const TimePoint now = m_clock.now();
        snoozed.acknowledgedAt = now;
        m_outbox.record(snoozed);
        return addWaitingRun({.id = RunId::create(), .jobId = snoozed.jobId, .scheduledAt = now, .dueAt = now + delay,
                              .cause = Cause::Snooze, .state = RunState::Waiting}, entry->job);
    });
}

QFuture<Result<void>> QtScheduler::acknowledge(const RunId &id)
{
    return andThen(m_store->runs({.runId = id, .limit = 1}), this, [this](const QList<Run> &found) {
        if (found.isEmpty())
            return failed<void>({ErrorCode::NotFound, Messages::tr("There is no such run"), {}});
        Run run = found.first();
        run.acknowledgedAt = m_clock.now();
        m_outbox.record(run);
        return m_outbox.flush();
    });
}

QFuture<Result<QList<Run>>> QtScheduler::runs(const RunQuery &query)
{
    std::ignore = m_outbox.flush();
    return m_store->runs(query);
}

void QtScheduler::pruneHistory()
{
    m_store->prune(Retention(), m_clock.now()).then(this, [](const Result<int> &forgotten) {
        if (!forgotten)
            qCWarning(log).noquote() << "Old runs could not be forgotten:" << forgotten.error().text();
    });
}

} // namespace reveille
