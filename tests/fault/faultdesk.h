// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/qtscheduler.h"
#include "core/time/clock.h"
#include "core/triggers/triggerkinds.h"
#include "tests/fault/failingstore.h"
#include "tests/support/fakeexecutor.h"

#include <QTest>

namespace reveille {

/// A clock that stands still until a test moves it, and counts how often it was asked: one that is asked without end in a
/// loop that has nothing to do is a busy one.
class CountingClock final : public Clock
{
public:
    explicit CountingClock(TimePoint now) : m_now(now) {}

    [[nodiscard]] TimePoint now() const override
    {
        ++m_asked;
        return m_now;
    }
    void set(TimePoint now) { m_now = now; }
    [[nodiscard]] int timesAsked() const { return m_asked; }

private:
    TimePoint m_now;
    mutable int m_asked = 0;
};

/// A scheduler on a clock that a test moves and a store that may fail, and which outlives the scheduler.
class FaultDesk final
{
    Q_DISABLE_COPY_MOVE(FaultDesk)

public:
    explicit FaultDesk(const TriggerKinds &kinds = TriggerKinds::builtIn(), FakeExecutor::Runs runs = FakeExecutor::Runs::EndAtOnce);

    /// Ends the scheduler, if there is one, and makes another on the same store. It is not started.
    void renew();
    /// The error, if it could not be started.
    [[nodiscard]] std::optional<Error> start();
    [[nodiscard]] QtScheduler &scheduler() { return *m_scheduler; }
    [[nodiscard]] FailingStore &store() { return *m_store; }
    [[nodiscard]] FakeExecutor &executor() { return *m_executor; }

    [[nodiscard]] Job job(const QString &id, const QJsonObject &trigger, QJsonObject options = {}) const;
    /// The error, if it could not be added.
    [[nodiscard]] std::optional<Error> add(const Job &job);
    [[nodiscard]] JobSnapshot snapshot(const QString &id);

    /// Moves the clock, wakes the scheduler and lets everything settle that this brings about. False: it came to no rest.
    [[nodiscard]] bool goTo(TimePoint now);
    [[nodiscard]] bool advance(milliseconds by) { return goTo(clock.now() + by); }
    [[nodiscard]] bool settle();

    template<typename T>
    Result<T> wait(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }) ? future.result() : Result<T>(failure(ErrorCode::Unavailable, QStringLiteral("no answer")));
    }

    /// The job's rows, oldest first.
    [[nodiscard]] QList<Run> rows(const QString &id);
    /// What is wrong with the books of a job, empty if nothing: each fire time from `first` to its next run is in one row,
    /// and those that ran did so once, and not early.
    [[nodiscard]] QString mistakeIn(const QString &id, TimePoint first);
    /// What ran more than once, as "job instant attempt".
    [[nodiscard]] QStringList doubles() const;

    CountingClock clock;

private:
    static constexpr int MostTurns = 2000;

    const TriggerKinds m_kinds;
    const FakeExecutor::Runs m_runs;
    MemoryStore m_memory;
    FakeExecutor *m_executor = nullptr;
    FailingStore *m_store = nullptr;
    std::unique_ptr<QtScheduler> m_scheduler;
    QList<TaskContext> m_submitted; ///< to the executors before
};

} // namespace reveille
