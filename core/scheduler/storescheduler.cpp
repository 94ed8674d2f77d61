// SPDX-License-Identifier: MIT
#include "core/scheduler/storescheduler.h"

#include "core/base/guarded.h"
#include "core/time/clock.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr milliseconds PruneEvery = 6h;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

} // namespace

StoreScheduler::StoreScheduler(const QString &alias, std::unique_ptr<JobStore> store, const Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_books(alias, std::move(store), surroundings)
    , m_claims(m_books)
    , m_edits(m_books, m_claims)
    , m_preparation(m_books)
    , m_loadPause(TryAgainAfter)
    , m_resumePause(TryAgainAfter)
{
    m_readers.setMaxThreadCount(1);
    m_loadAgain.setSingleShot(true);
    m_resumeAgain.setSingleShot(true);
    connect(&m_loadAgain, &QTimer::timeout, this, &StoreScheduler::load);
    connect(&m_resumeAgain, &QTimer::timeout, this, [this] {
        if (m_isResuming)
            std::ignore = resume();
    });
    connect(&m_pruneTimer, &QTimer::timeout, this, [this] {
        m_pruneTimer.start(PruneEvery);
        pruneHistory().then(this, [](const Result<void> &pruned) {
            if (!pruned)
                qCWarning(log).noquote() << "Old runs could not be forgotten:" << pruned.error().text();
        });
    });
    connect(&m_books.desk, &RunDesk::dueChanged, this, &StoreScheduler::dueChanged);
    connect(this, &StoreScheduler::dueChanged, this, [this] { m_preparation.setNext(nextPassAt()); });
    connect(&m_books.desk, &RunDesk::jobExhausted, this, [this](const JobId &id) {
        if (!isLoaded())
            m_exhausted.insert(id);
        std::ignore = m_operations.run<void>([this, id] { return removeExhausted(id); });
    });
    connect(&m_claims, &ClaimDesk::storeAnswered, this, &StoreScheduler::onStoreAnswered);
    connect(&m_claims, &ClaimDesk::jobsOutdated, this, [this](const QList<JobId> &ids) {
        std::ignore = m_operations.run<void>([this, ids] { return readAgain(ids); });
    });
    connect(m_books.store.get(), &JobStore::availabilityChanged, this, [this](const std::optional<Error> &reason) {
        if (!reason)
            m_claims.onStoreBack();
        for (QTimer *again : {&m_loadAgain, &m_resumeAgain}) {
            if (!reason && again->isActive())
                again->start(0);
        }
        onStoreAnswered(reason);
        Q_EMIT dueChanged();
    });
    connect(m_books.store.get(), &JobStore::changed, this, &StoreScheduler::takeChanges);
    connect(m_books.store.get(), &GuardedStore::fellSilent, this, [this] {
        if (!isLoaded() && m_away)
            tellNotLoaded(*m_away);
    });
}

// The store first: what it has under way answers to everything else here.
StoreScheduler::~StoreScheduler()
{
    m_books.store.reset();
    m_readers.waitForDone();
}

void StoreScheduler::onStoreAnswered(const std::optional<Error> &reason)
{
    if (m_away == reason)
        return;
    m_away = reason;
    Q_EMIT storeAvailabilityChanged(reason);
}

void StoreScheduler::takeChanges()
{
    if (m_state != SchedulerState::Stopped)
        std::ignore = operate<void>([this] { return readChanges(); });
}

// ---- Running

void StoreScheduler::run()
{
    if (m_isClosed)
        return;
    const bool isFirst = m_state == SchedulerState::Stopped;
    m_state = SchedulerState::Running;
    m_hasRun = true;
    if (isFirst)
        load();
    Q_EMIT dueChanged();
}

void StoreScheduler::pause()
{
    if (m_isClosed)
        return;
    const bool isFirst = m_state == SchedulerState::Stopped;
    if (std::exchange(m_state, SchedulerState::Paused) != SchedulerState::Paused)
        m_pausedSince = m_books.around.clock.now();
    m_isResuming = false;
    m_resumePause = TryAgainAfter;
    m_preparation.setNext(std::nullopt);
    m_books.outbox.setHeld(false);
    if (isFirst)
        load();
}

QFuture<Result<void>> StoreScheduler::resume()
{
    m_isResuming = true;
    const auto writeOff = [this] { return m_isResuming ? m_claims.skipPaused(unpausedJobs(), m_pausedSince) : ready<void>({}); };
    const auto resumed = m_operations.run<void>(writeOff).then(this, [this](const Result<void> &written) {
        const bool isAway = !written && written.error().code == ErrorCode::Unavailable;
        if (m_isResuming && !isAway) { // a job that the store refuses holds up itself only
            m_isResuming = false;
            m_resumePause = TryAgainAfter;
            run();
        } else if (m_isResuming) {
            m_resumeAgain.start(m_resumePause);
            m_resumePause = std::min(LongestPause, m_resumePause * 2);
        }
        return isAway ? written : Result<void>();
    });
    return m_books.store->whileItAnswers<void>([&] { return resumed; });
}

std::vector<JobEntry *> StoreScheduler::unpausedJobs()
{
    std::vector<JobEntry *> jobs = m_books.jobs.all();
    std::erase_if(jobs, [](const JobEntry *entry) { return entry->job->paused || entry->isElsewhere; });
    return jobs;
}

std::vector<JobEntry *> StoreScheduler::jobsDueSincePause()
{
    std::vector<JobEntry *> jobs = unpausedJobs();
    std::erase_if(jobs, [this](const JobEntry *entry) {
        const OptionalTime &next = entry->record.nextFireTime;
        return next && guarded([&] { return dueTime(*entry->job, *next) < m_pausedSince; }).value_or(false);
    });
    return jobs;
}

OptionalTime StoreScheduler::nextPassAt() const
{
    return m_state == SchedulerState::Running && !m_passQueued ? m_claims.nextPassAt() : std::nullopt;
}

OptionalTime StoreScheduler::nextWorkAt() const
{
    const OptionalTime pass = nextPassAt();
    const OptionalTime look = m_state == SchedulerState::Running && !m_isLooking ? m_books.elsewhere.first() : std::nullopt;
    return pass && look ? std::min(*pass, *look) : pass ? pass : look;
}

void StoreScheduler::work()
{
    if (m_isClosed)
        return;
    lookElsewhere();
    if (m_putRightAt && *m_putRightAt <= m_books.around.clock.now()) {
        m_putRightAt.reset();
        std::ignore = m_operations.run<void>([this] { return putRight(m_edits.misplaced(m_books.jobs.all())); });
    }
    if (m_passQueued)
        return;
    const OptionalTime due = nextPassAt();
    const bool isDue = due && *due <= m_books.around.clock.now();
    m_books.outbox.setHeld(isDue);
    m_preparation.setNext(isDue ? std::nullopt : due);
    if (!isDue)
        return;
    m_passQueued = true;
    const auto pass = [this] { return m_state == SchedulerState::Running ? m_claims.runPass() : ready<void>({}); };
    m_operations.run<void>(pass).then(this, [this](const Result<void> &) {
        m_passQueued = false;
        const OptionalTime next = nextPassAt();
        m_books.outbox.setHeld(next && *next <= m_books.around.clock.now());
        Q_EMIT dueChanged();
    });
}

void StoreScheduler::onClockSetBack()
{
    if (m_isClosed)
        return;
    qCInfo(log) << "The clock was set back; computing all fire times anew";
    m_putRightAt = m_books.around.clock.now();
    m_pausedSince = std::min(m_pausedSince, *m_putRightAt);
    m_claims.onClockSetBack();
    std::ignore = m_operations.run<void>([this] {
        m_books.desk.onClockSetBack();
        for (JobEntry *entry : m_books.jobs.all()) // what was to be tried again at a time of the wrong clock
            m_books.queue(*entry);
        Q_EMIT dueChanged();
        return ready<void>({});
    });
}

QFuture<Result<void>> StoreScheduler::close()
{
    if (std::exchange(m_isClosed, true))
        return m_closed.wait();
    const bool wasPaused = std::exchange(m_state, SchedulerState::Stopped) == SchedulerState::Paused && m_hasRun;
    m_isResuming = false;
    m_preparation.setNext(std::nullopt);
    m_loadAgain.stop();
    m_pruneTimer.stop();
    m_notLoaded.reset();
    m_loaded.give(failure(ErrorCode::Refused, Messages::tr("The scheduler is stopped")));
    m_operations.run<void>([this, wasPaused] {
        // What a paused scheduler did not start is not caught up by the next one either, but for jobs of which more was due before.
        // One that was opened to have a look at its jobs was never to start them.
        QFuture<Result<void>> written = wasPaused ? m_claims.skipPaused(jobsDueSincePause(), TimePoint::min()) : ready<void>({});
        const QFuture<Result<void>> ended = written.then(this, [this](const Result<void> &) { return waitForRuns(); }).unwrap();
        return andThen(ended, this, [this] {
            m_books.outbox.writeRefused();
            const auto close = [this](const Result<void> &flushed) {
                if (!m_isOpen)
                    return ready(flushed);
                return m_books.store->close().then(this, [flushed](const Result<void> &closed) { return flushed ? closed : flushed; });
            };
            // Twice: what was sent before may come back only now.
            const auto again = [this] { return m_books.outbox.flush(); };
            return andThen(m_books.outbox.flush(), this, again).then(this, close).unwrap();
        });
    }).then(this, [this](const Result<void> &closed) { m_closed.give(closed); });
    return m_closed.wait();
}

void StoreScheduler::endRuns()
{
    m_endsRuns = true;
    m_books.desk.cancelAll(QStringLiteral("shutdown"));
}

QFuture<Result<void>> StoreScheduler::waitForRuns()
{
    if (m_endsRuns) // those that a claim under way has started meanwhile
        endRuns();
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_books.desk.whenIdle([promise] {
        promise->addResult(Result<void>());
        promise->finish();
    });
    return promise->future();
}

// ---- What a person asks for

template<typename T>
QFuture<Result<T>> StoreScheduler::onceLoaded(std::function<QFuture<Result<T>>()> next)
{
    return isLoaded() ? next() : andThen(whenEditable(), this, next);
}

template<typename T>
QFuture<Result<T>> StoreScheduler::operate(std::function<QFuture<Result<T>>()> operation)
{
    return onceLoaded<T>([this, operation = std::move(operation)] {
        return m_operations.run<T>(operation).then(this, [this](const Result<T> &answer) {
            Q_EMIT dueChanged();
            return answer;
        });
    });
}

template<typename T>
QFuture<Result<T>> StoreScheduler::edit(std::function<QFuture<Result<T>>()> operation)
{
    return m_books.store->whileItAnswers<T>([this, &operation] { return operate<T>(std::move(operation)); });
}

EditDesk::Snapshots StoreScheduler::addPending(const QList<NewJob> &jobs)
{
    return operate<QList<JobSnapshot>>([this, jobs] { return m_edits.add(jobs); });
}

EditDesk::Snapshots StoreScheduler::addJobs(const QList<NewJob> &jobs)
{
    return edit<QList<JobSnapshot>>([this, jobs] { return m_edits.add(jobs); });
}

EditDesk::Snapshots StoreScheduler::restoreJobs(const QList<Job> &jobs)
{
    return edit<QList<JobSnapshot>>([this, jobs] { return m_edits.restore(jobs); });
}

EditDesk::Snapshots StoreScheduler::modifyJobs(const QList<Job> &jobs, const EditDesk::Given &given)
{
    QList<JobId> ids;
    for (const Job &job : jobs)
        ids.append(job.id);
    return edit<QList<JobSnapshot>>([this, jobs, ids, given] {
        return andThen(readElsewhere(ids), this, [this, jobs, given] { return m_edits.modify(jobs, EditDesk::Place::Keep, given); });
    });
}

QFuture<Result<void>> StoreScheduler::removeJobs(const QList<JobId> &ids)
{
    return edit<void>([this, ids] { return m_edits.remove(ids); });
}

QFuture<Result<void>> StoreScheduler::removeAllJobs()
{
    return edit<void>([this] {
        QList<JobId> ids;
        for (const JobEntry *entry : m_books.jobs.all())
            ids.append(entry->record.id);
        return m_edits.remove(ids);
    });
}

QFuture<Result<void>> StoreScheduler::setPaused(const QList<JobId> &ids, bool paused)
{
    return edit<void>([this, ids, paused] {
        return andThen(readElsewhere(ids), this, [this, ids, paused] { return m_edits.setPaused(ids, paused); });
    });
}

QFuture<Result<RunId>> StoreScheduler::addWaitingRun(const Run &waiting)
{
    const auto run = makeRun(waiting);
    Outbox &outbox = m_books.outbox;
    outbox.record(run);
    return outbox.flush().then(this, [this, run](const Result<void> &written) -> Result<RunId> {
        if (!written && m_books.outbox.forget(run->id)) // so that it does not run after it was said that it will not
            return tl::unexpected(written.error());
        const JobEntry *entry = m_books.jobs.find(run->jobId);
        if (!entry) { // removed meanwhile
            const auto late = makeRun(*run);
            late->end(Outcome::Cancelled, QStringLiteral("cancelled"), m_books.around.clock.now());
            m_books.outbox.record(late);
            return tl::unexpected(noSuchJob(run->jobId));
        }
        m_books.desk.wait(run, entry->job);
        return run->id;
    });
}

QFuture<Result<RunId>> StoreScheduler::runNow(const JobId &id)
{
    const auto run = [this, id] {
        const JobEntry *entry = m_books.jobs.find(id);
        if (!entry || entry->isBroken())
            return failed<RunId>(entry ? isBroken(*entry) : noSuchJob(id));
        return addWaitingRun(askedRun(id, m_books.askAt(id)));
    };
    return m_books.store->whileItAnswers<RunId>([this, run] { return onceLoaded<RunId>(run); });
}

QFuture<Result<void>> StoreScheduler::cancelRun(const Run &run)
{
    const bool isHere = m_books.desk.find(run.id);
    if (!isHere && m_books.store->isShared()) {
        return m_books.store->whileItAnswers<void>([this, &run] {
            return andThen(m_books.store->requestCancel(run.id), this, [this] {
                takeChanges(); // where nobody has it, it is to be ended here
                return ready<void>({});
            });
        });
    }
    const QString reason = QStringLiteral("cancelled");
    if (isHere || run.state != RunState::Waiting)
        return ready(m_books.desk.cancel(run.id, reason));
    const JobEntry *entry = m_books.jobs.find(run.jobId); // it was left to another machine
    m_books.desk.takeBack(run, entry ? entry->job : nullptr, reason);
    return ready<void>({});
}

QFuture<Result<RunId>> StoreScheduler::snooze(const Run &run, milliseconds delay)
{
    const JobEntry *entry = m_books.jobs.find(run.jobId);
    if (!entry)
        return failed<RunId>({ErrorCode::NotFound, Messages::tr("The job of this run does not exist any more"), {}});
    if (entry->isBroken())
        return failed<RunId>(isBroken(*entry));
    return m_books.store->whileItAnswers<RunId>([this, &run, delay] {
        const TimePoint now = m_books.askAt(run.jobId);
        return andThen(noteAcknowledged(run, m_books.around.clock.now()), this, [this, jobId = run.jobId, now, delay] {
            return addWaitingRun({.id = RunId::create(), .jobId = jobId, .scheduledAt = now, .dueAt = now + delay,
                                  .cause = Cause::Snooze, .state = RunState::Waiting});
        });
    });
}

QFuture<Result<void>> StoreScheduler::acknowledge(const Run &run)
{
    return m_books.store->whileItAnswers<void>([this, &run] {
        return andThen(noteAcknowledged(run, m_books.around.clock.now()), this, [this] { return m_books.outbox.flush(); });
    });
}

// The run may be under way here, and may have ended since the caller read it.
QFuture<Result<void>> StoreScheduler::noteAcknowledged(const Run &run, TimePoint at)
{
    if (m_books.desk.acknowledge(run.id, at))
        return ready<void>({});
    const auto record = [this, at](const Run &ended) {
        const auto acknowledged = makeRun(ended);
        acknowledged->acknowledgedAt = at;
        m_books.outbox.record(acknowledged);
    };
    if (run.state == RunState::Finished) {
        record(run);
        return ready<void>({});
    }
    return andThen(runs({.runId = run.id, .limit = 1}), this, [record](const QList<Run> &found) {
        if (found.isEmpty() || found.first().state != RunState::Finished)
            return failed<void>({ErrorCode::Refused, Messages::tr("The run is under way elsewhere"), {}});
        record(found.first());
        return ready<void>({});
    });
}

QFuture<Result<QList<Run>>> StoreScheduler::runs(const RunQuery &query)
{
    if (!m_hasTakenIn && m_state != SchedulerState::Stopped)
        return m_books.store->whileItAnswers<QList<Run>>([this, query] { return andThen(whenEditable(), this, [this, query] { return runs(query); }); });
    std::ignore = m_books.outbox.writeRows();
    return m_books.store->runs(query);
}

QFuture<Result<void>> StoreScheduler::pruneHistory()
{
    return m_books.store->prune(m_books.around.retention, m_books.around.clock.now()).then(this, [](const Result<int> &forgotten) {
        return forgotten.map([](int) {});
    });
}

} // namespace reveille
