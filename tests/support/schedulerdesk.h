// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/qtscheduler.h"
#include "core/stores/memorystore.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeexecutor.h"
#include "tests/support/test.h"

#include <QTest>

namespace reveille {

using namespace Qt::StringLiterals;
using Runs = FakeExecutor::Runs;

inline const TimePoint Start = at("2026-11-20T00:00:00Z");

/// Takes a task of any type but "unknown".
inline Result<CheckedTask> checkAnything(const QJsonObject &task)
{
    if (task.value(u"type"_s) == u"unknown"_s)
        return invalid(u"type"_s, u"there is no such task"_s);
    return CheckedTask{.json = task, .misfireGraceTime = 1h, .name = u"Task"_s};
}

/// A scheduler on a fake clock, with the events and rows that it made.
struct Desk
{
    const TriggerKinds kinds = TriggerKinds::builtIn();
    FakeClock clock{Start};
    FakeExecutor *executor;
    MemoryStore *store;
    QtScheduler scheduler;
    QStringList events; ///< "executed job"

    explicit Desk(Runs runs = Runs::EndAtOnce) : Desk(new FakeExecutor(runs), new MemoryStore) {}
    Desk(FakeExecutor *fake, MemoryStore *memory)
        : executor(fake)
        , store(memory)
        , scheduler(clock, [this] { return context(); }, std::unique_ptr<JobStore>(memory), std::unique_ptr<Executor>(fake))
    {
        QObject::connect(&scheduler, &QtScheduler::eventsHappened, &scheduler, [this](const QList<Event> &news) {
            for (const Event &event : news)
                events.append((toString(event.type).section(u'_', 1) + u' ' + event.jobId().value).trimmed());
        });
    }

    JobContext context() const { return {{kinds, Zone(), clock.now()}, &checkAnything}; }

    Job job(const QString &id, QJsonObject json = {}) const
    {
        json.insert(u"id"_s, id);
        if (!json.contains(u"task"_s))
            json.insert(u"task"_s, QJsonObject{{u"type"_s, u"fake"_s}});
        if (!json.contains(u"trigger"_s))
            json.insert(u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}});
        return Job::parse(json, context()).value();
    }

    template<typename T>
    Result<T> wait(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }) ? future.result() : Result<T>(failure(ErrorCode::Unavailable, u"no answer"_s));
    }
    /// Fills the store as a scheduler that has ended left it. The scheduler is not started yet.
    void leave(const QList<JobRecord> &jobs, const QList<Run> &runs = {})
    {
        QVERIFY(wait(store->open()));
        QVERIFY(wait(store->add(jobs)));
        QVERIFY(wait(store->record(runs)));
        QVERIFY(wait(store->close()));
    }
    /// Moves the clock and lets everything settle that this brings about.
    void advance(milliseconds by)
    {
        clock.advance(by);
        scheduler.wakeUp();
        settle();
    }
    void settle()
    {
        for (int turns = 0; turns < 20; ++turns)
            QCoreApplication::processEvents();
    }
    void start(SchedulerState mode = SchedulerState::Running)
    {
        QVERIFY(wait(scheduler.start(mode)));
        QVERIFY(wait(scheduler.allJobs()));
    }
    void add(const Job &job) { QVERIFY(wait(scheduler.addJobs({job}))); }

    /// The job's rows, oldest first: "success 1", "missed 2-5 late", in minutes from Start.
    QStringList rows(const QString &id)
    {
        QStringList texts;
        const QList<Run> runs = wait(scheduler.runs({.jobId = JobId{id}})).value_or(QList<Run>());
        for (const Run &run : runs) {
            const auto minute = [](TimePoint t) { return QString::number((t - Start) / 1min); };
            QString text = (run.outcome ? toString(*run.outcome) : toString(run.state)) + u' ' + minute(run.scheduledAt);
            if (run.until)
                text += u'-' + minute(*run.until);
            if (run.attempt > 1)
                text += u" attempt "_s + QString::number(run.attempt);
            if (!run.reason.isEmpty())
                text += u' ' + run.reason;
            texts.prepend(text);
        }
        return texts;
    }
    JobSnapshot snapshot(const QString &id)
    {
        for (const JobSnapshot &snapshot : scheduler.jobs()) {
            if (snapshot.job->id.value == id)
                return snapshot;
        }
        return {};
    }
};

} // namespace reveille
