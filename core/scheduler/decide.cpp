// SPDX-License-Identifier: MIT
#include "core/scheduler/decide.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace reveille {

namespace {

constexpr int MostCaughtUp = 100; // with Coalesce::All
constexpr int MostCounted = 10'000; // in one row
constexpr milliseconds Instant(1);

std::shared_ptr<Run> runFor(const Job &job, TimePoint fireTime)
{
    auto run = makeRun();
    run->id = RunId::create();
    run->jobId = job.id;
    run->scheduledAt = fireTime;
    run->dueAt = dueTime(job, fireTime);
    return run;
}

// One row for the fire times in [first, last], which did not run.
RunPtr span(const Job &job, const DueTimes &times, Outcome outcome, const QString &reason, TimePoint now)
{
    const auto run = runFor(job, times.first);
    run->dueAt = times.first;
    run->count = 1 + countFireTimes(times.trigger, times.first, times.last, MostCounted - 1); // the first may be one that somebody chose
    if (times.last > times.first)
        run->until = times.last;
    run->end(outcome, reason, now);
    return run;
}

// The fire times of which coalescing makes runs; the others come before (latest, all) or after (earliest) them.
QList<TimePoint> coalesced(const DueTimes &due, Coalesce coalesce)
{
    switch (coalesce) {
    case Coalesce::Latest:
        return {due.last};
    case Coalesce::Earliest:
        return {due.first};
    case Coalesce::All: {
        QList<TimePoint> times;
        OptionalTime t = due.last;
        while (t && times.size() < MostCaughtUp) {
            times.prepend(*t);
            t = latestFireTime(due.trigger, due.first - Instant, *t - Instant);
        }
        return times;
    }
    }
    Q_UNREACHABLE();
}

// Rows for the fire times in [from, to] that coalescing leaves out.
void addLeftOut(Decision &decision, const Job &job, const DueTimes &due, TimePoint from, TimePoint to, TimePoint now)
{
    const OptionalTime first = from == due.first ? from : due.trigger.next(from - Instant);
    if (!first || *first > to)
        return;
    const TimePoint last = latestFireTime(due.trigger, from - Instant, to).value_or(*first);
    decision.rows.append(span(job, {due.trigger, *first, last}, Outcome::Skipped, QStringLiteral("coalesced"), now));
}

// Sets the run's state by the rule for overlapping runs, and counts it in.
void applyOverlap(Decision &decision, Run &run, const Job &job, Occupancy &occupancy, TimePoint now)
{
    if (occupancy.active < job.maxInstances || job.overlap == Overlap::Allow) {
        run.state = RunState::Claimed;
        ++occupancy.active;
        return;
    }
    const bool waits = job.overlap != Overlap::Skip && occupancy.queued == 0;
    if (!waits) {
        run.end(Outcome::Skipped, QStringLiteral("overlap"), now);
        return;
    }
    run.state = RunState::Waiting;
    ++occupancy.queued;
    decision.replaceActive = decision.replaceActive || job.overlap == Overlap::Replace;
}

} // namespace

TimePoint dueTime(const Job &job, TimePoint fireTime)
{
    if (job.jitter <= 0ms)
        return fireTime;
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(job.id.value.toUtf8());
    const qint64 instant = qToLittleEndian(qint64(fireTime.time_since_epoch().count()));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&instant), sizeof instant));
    const quint64 bits = qFromLittleEndian<quint64>(hash.result().constData());
    milliseconds delay(qint64(bits % quint64(job.jitter.count() + 1)));
    if (const OptionalTime next = job.trigger ? job.trigger->next(fireTime) : std::nullopt)
        delay = std::min(delay, *next - fireTime - Instant);
    return fireTime + delay;
}

// Jitter is cut below the next fire time, so of those until then the last one at most is due later.
TimePoint lastDue(const Job &job, const DueTimes &due, TimePoint by)
{
    const auto latestBy = [&due](TimePoint end) { return latestFireTime(due.trigger, due.first - Instant, end).value_or(due.first); };
    const TimePoint last = latestBy(std::min(due.last, by));
    return dueTime(job, last) <= by ? last : latestBy(last - Instant);
}

Run askedRun(const JobId &id, TimePoint now)
{
    return {.id = RunId::create(), .jobId = id, .scheduledAt = now, .dueAt = now, .cause = Cause::Manual, .state = RunState::Waiting};
}

Decision decide(const Job &job, const DueTimes &due, const Occupancy &occupancy, TimePoint now)
{
    Decision decision;
    DueTimes left = due;
    const OptionalTime oldest = job.misfireGraceTime ? OptionalTime(now - *job.misfireGraceTime) : std::nullopt;
    if (oldest && dueTime(job, due.first) < *oldest) {
        const TimePoint lastLate = lastDue(job, due, *oldest - Instant);
        decision.rows.append(span(job, {due.trigger, due.first, lastLate}, Outcome::Missed, QStringLiteral("late"), now));
        if (lastLate >= due.last)
            return decision;
        left.first = due.trigger.next(lastLate).value_or(due.last);
    }

    if (left.first == left.last && decision.rows.isEmpty()) { // the way of nearly every run
        auto run = runFor(job, left.last);
        Occupancy taken = occupancy;
        applyOverlap(decision, *run, job, taken, now);
        decision.rows.append(std::move(run));
        return decision;
    }
    const QList<TimePoint> times = coalesced(left, job.coalesce);
    addLeftOut(decision, job, due, left.first, times.first() - Instant, now);
    Occupancy taken = occupancy;
    for (const TimePoint fireTime : times) {
        auto run = runFor(job, fireTime);
        applyOverlap(decision, *run, job, taken, now);
        decision.rows.append(std::move(run));
    }
    addLeftOut(decision, job, due, times.last() + Instant, left.last, now);
    return decision;
}

Decision decideWaiting(const Job &job, const Run &waiting, const Occupancy &occupancy, TimePoint now)
{
    Decision decision;
    auto run = makeRun(waiting);
    Occupancy taken = occupancy;
    if (job.misfireGraceTime && now - run->dueAt > *job.misfireGraceTime)
        run->end(Outcome::Missed, QStringLiteral("late"), now);
    else
        applyOverlap(decision, *run, job, taken, now);
    decision.rows.append(std::move(run));
    return decision;
}

RunPtr pausedSpan(const Job &job, const DueTimes &due, TimePoint now)
{
    return span(job, due, Outcome::Skipped, QStringLiteral("paused"), now);
}

} // namespace reveille
