// SPDX-License-Identifier: MIT
#include "core/scheduler/claimdesk.h"

#include "core/base/guarded.h"
#include "core/scheduler/books.h"
#include "core/time/clock.h"

#include <QLoggingCategory>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.scheduler")

constexpr int MostInOnePass = 1000;
constexpr int FewestInOnePass = 10;
constexpr milliseconds FirstPause = 1s;
constexpr milliseconds LongestPause = 60s;
constexpr milliseconds PauseAfterRefusal = 60s; ///< the first, of one job that the store does not take
constexpr milliseconds LongestPauseAfterRefusal = 16min;
constexpr milliseconds PauseAfterLoss = 5s;
constexpr milliseconds LongestClaim = 60s; ///< after more, the machine slept meanwhile, or the clock was set

QList<JobId> jobsOf(const Pass &pass)
{
    QList<JobId> ids;
    for (const JobClaim &claim : pass.batch().jobs)
        ids.append(claim.jobId());
    for (const Run &run : pass.batch().waiting)
        ids.append(run.jobId);
    return ids;
}

} // namespace

ClaimDesk::ClaimDesk(Books &books, QObject *parent)
    : QObject(parent)
    , m_books(books)
    , m_pause(FirstPause)
    , m_most(MostInOnePass)
{
}

OptionalTime ClaimDesk::nextPassAt() const
{
    const OptionalTime first = m_books.dueQueue.first();
    return first && m_pausedUntil ? std::max(*first, *m_pausedUntil) : first;
}

QFuture<Result<void>> ClaimDesk::runPass()
{
    const TimePoint now = m_books.around.clock.now();
    if (m_pausedUntil && now < *m_pausedUntil)
        return ready<void>({});
    const int limit = m_oneByOne > 0 ? 1 : m_most;
    m_oneByOne = std::max(0, m_oneByOne - 1);
    const std::span<Due *const> due = m_books.dueQueue.takeDue(now, limit);
    const auto pass = std::make_shared<Pass>(now);
    pass->reserve(due.size());
    for (Due *item : due) {
        if (item->kind() == Due::Kind::Run) {
            pass->addWaiting(*static_cast<TrackedRun *>(item));
            continue;
        }
        JobEntry &entry = *static_cast<JobEntry *>(item);
        if (!entry.isScheduled())
            continue;
        if (const Result<void> added = pass->addJob(entry); !added)
            m_books.breakJob(entry, added.error().message);
    }
    return claim(pass);
}

QFuture<Result<void>> ClaimDesk::skipPaused(const std::vector<JobEntry *> &entries, TimePoint since)
{
    if (entries.size() > size_t(MostInOnePass))
        return skipInHalves(entries, since);
    return skipAtOnce(entries, since).then(this, [this, entries, since](const Result<void> &written) {
        const bool isRefused = !written && written.error().code != ErrorCode::Unavailable;
        return isRefused && entries.size() > 1 ? skipInHalves(entries, since) : ready<void>(written);
    }).unwrap();
}

// What the store refuses keeps none of the others from theirs.
QFuture<Result<void>> ClaimDesk::skipInHalves(const std::vector<JobEntry *> &entries, TimePoint since)
{
    m_oneByOne = 0;
    const auto middle = entries.begin() + ptrdiff_t(entries.size() / 2);
    const std::vector<JobEntry *> second(middle, entries.end());
    return skipPaused({entries.begin(), middle}, since).then(this, [this, second, since](const Result<void> &one) {
        if (!one && one.error().code == ErrorCode::Unavailable)
            return ready<void>(one);
        return skipPaused(second, since).then(this, [one](const Result<void> &two) { return one ? two : one; });
    }).unwrap();
}

QFuture<Result<void>> ClaimDesk::skipAtOnce(const std::vector<JobEntry *> &entries, TimePoint since)
{
    const TimePoint now = m_books.around.clock.now();
    const auto pass = std::make_shared<Pass>(now);
    for (JobEntry *entry : entries) {
        if (entry->isBroken() || !entry->job->trigger || !entry->record.nextFireTime)
            continue;
        const Result<void> added = guarded([&] { return dueTime(*entry->job, *entry->record.nextFireTime) <= now; })
                                       .and_then([&](bool isDue) { return isDue ? pass->addJob(*entry, since) : Result<void>(); });
        if (!added)
            m_books.breakJob(*entry, added.error().message);
    }
    return claim(pass);
}

QFuture<Result<void>> ClaimDesk::claim(const std::shared_ptr<const Pass> &pass)
{
    if (m_books.outbox.holdsAny(pass->batch().waiting)) // what waits is written before it is claimed
        return m_books.outbox.writeRows().then(this, [this, pass](const Result<void> &) { return claimWritten(pass); }).unwrap();
    return claimWritten(pass);
}

QFuture<Result<void>> ClaimDesk::claimWritten(const std::shared_ptr<const Pass> &pass)
{
    if (pass->isEmpty()) {
        carryOut(*pass, {});
        return ready<void>({});
    }
    return m_books.store->claim(pass->batch()).then(this, [this, pass](const Result<ClaimResult> &result) -> Result<void> {
        if (!result) {
            onFailed(*pass, result.error());
            return tl::unexpected(result.error());
        }
        m_most = std::min(MostInOnePass, m_most * 2);
        setStoreAway(std::nullopt);
        forgetRefusals(*pass);
        carryOut(*pass, *result);
        return {};
    });
}

void ClaimDesk::carryOut(const Pass &pass, const ClaimResult &result)
{
    TimePoint now = m_books.around.clock.now();
    const bool isLate = now - pass.now() > LongestClaim;
    for (size_t i = 0; i < pass.jobs().size(); ++i) {
        const JobClaim &claim = pass.batch().jobs[qsizetype(i)];
        const Pass::Step &step = pass.jobs()[i];
        if (!result.lostJobs.isEmpty() && result.lostJobs.contains(claim.jobId()))
            continue;
        step.entry->record.nextFireTime = claim.next;
        step.entry->record.newestFireTime = claim.newestFireTime;
        m_books.queue(*step.entry);
        m_books.outbox.changed(*step.entry);
        if (result.lostRuns.isEmpty() && !isLate) {
            now = m_books.desk.carryOut(claim.rows, step.replaceActive, step.entry->job, step.entry, now);
            continue;
        }
        RunList rows = claim.rows;
        rows.removeIf([&](const Run &run) { return result.lostRuns.contains(run.id); }); // it has run before
        if (isLate)
            rows = m_books.desk.endLate(rows, step.entry->job, now);
        now = m_books.desk.carryOut(rows, step.replaceActive && !rows.isEmpty(), step.entry->job, step.entry, now);
        if (isLate) // one that waits for those that have just ended
            m_books.desk.callNext(*step.entry);
    }
    for (const Pass::WaitingStep &step : pass.waiting()) {
        const RunId &id = step.decision.rows.first().id;
        // Where it was taken back meanwhile, the row that ends it is on its way.
        if (result.lostRuns.contains(id) || !m_books.desk.find(id))
            continue;
        const RunList rows = isLate ? m_books.desk.endLate(step.decision.rows, step.job, now) : step.decision.rows;
        now = m_books.desk.carryOut(rows, step.decision.replaceActive && !rows.isEmpty(), step.job, step.entry, now);
        if (step.entry) // it may have ended without a run
            m_books.desk.callNext(*step.entry);
    }
    requeueLost(pass, result);
}

// What the store holds otherwise than expected may be on its way there (a row that is written late): it is tried again.
void ClaimDesk::requeueLost(const Pass &pass, const ClaimResult &lost)
{
    const TimePoint again = m_books.around.clock.now() + PauseAfterLoss;
    QList<JobId> outdated;
    for (const JobId &id : lost.lostJobs) {
        if (JobEntry *entry = m_books.jobs.find(id))
            m_books.queueOf(*entry).schedule(*entry, again, entry->record.sequence);
        outdated.append(id);
    }
    for (const Run &run : pass.batch().waiting) {
        TrackedRun *waiting = lost.lostRuns.contains(run.id) ? m_books.desk.find(run.id) : nullptr;
        if (waiting && lost.postponedRuns.contains(run.id) && !outdated.contains(run.jobId))
            outdated.append(run.jobId);
        if (waiting && (lost.postponedRuns.contains(run.id) || m_books.outbox.holds(run.id)))
            m_books.dueQueue.schedule(*waiting, again, 0);
        else if (waiting) // somebody else has it now
            m_books.desk.forget(run.id);
    }
    if (!outdated.isEmpty())
        Q_EMIT jobsOutdated(outdated);
}

// Nothing was launched. Where the store is away, all of it waits for it; where it refused something, each is tried alone.
void ClaimDesk::onFailed(const Pass &pass, const Error &error)
{
    const TimePoint now = m_books.around.clock.now();
    const bool isAway = error.code == ErrorCode::Unavailable;
    const size_t items = pass.jobs().size() + size_t(pass.batch().waiting.size());
    const bool isAlone = !isAway && items == 1;
    const TimePoint again = isAlone ? now + pauseAfterRefusal(pass) : now;
    qCWarning(log).noquote() << "The store did not take a claim, trying again:" << error.text();
    if (isAway) {
        m_most = std::max(FewestInOnePass, m_most / 4); // where a connection does not live long, fewer get through
        setStoreAway(error);
    } else if (!isAlone) {
        m_oneByOne = int(items);
    }
    for (const Pass::Step &step : pass.jobs())
        m_books.queueOf(*step.entry).schedule(*step.entry, again, step.entry->record.sequence);
    for (const Pass::WaitingStep &step : pass.waiting()) {
        if (TrackedRun *waiting = m_books.desk.find(step.decision.rows.first().id))
            m_books.dueQueue.schedule(*waiting, again, 0);
    }
}

// Of the only item in it.
milliseconds ClaimDesk::pauseAfterRefusal(const Pass &pass)
{
    m_refusals.removeIf([this](QHash<JobId, milliseconds>::iterator refusal) { return !m_books.jobs.find(refusal.key()); });
    milliseconds &next = m_refusals[jobsOf(pass).first()];
    if (next == 0ms)
        next = PauseAfterRefusal;
    return std::exchange(next, std::min(LongestPauseAfterRefusal, next * 2));
}

void ClaimDesk::forgetRefusals(const Pass &taken)
{
    if (m_refusals.isEmpty())
        return;
    for (const JobId &id : jobsOf(taken))
        m_refusals.remove(id);
}

void ClaimDesk::setStoreAway(const std::optional<Error> &reason)
{
    if (reason) {
        m_pausedUntil = m_books.around.clock.now() + m_pause;
        m_pause = std::min(LongestPause, m_pause * 2);
    } else {
        onStoreBack();
    }
    Q_EMIT storeAnswered(reason);
}

// A pause lasts no longer than the next one would.
void ClaimDesk::onClockSetBack()
{
    if (m_pausedUntil)
        m_pausedUntil = std::min(*m_pausedUntil, m_books.around.clock.now() + m_pause);
}

void ClaimDesk::onStoreBack()
{
    m_pausedUntil.reset();
    m_pause = FirstPause;
}

} // namespace reveille
