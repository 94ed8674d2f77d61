// SPDX-License-Identifier: MIT
// Functions that the event loop executor calls in the middle of a pass, and which turn on the scheduler that calls them.
#include "core/scheduler/qtscheduler.h"
#include "core/stores/memorystore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QSignalSpy>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

const TimePoint Start = at("2026-11-20T00:00:00Z");
const QJsonObject EachMinute{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}};
constexpr int Patience = 60'000; // in milliseconds: under a sanitizer, many thousand runs take their time

/// Goes on whenever somebody looks at it.
struct GoingClock final : Clock
{
    mutable std::atomic<TimePoint> time{Start};
    [[nodiscard]] TimePoint now() const override
    {
        const TimePoint now = time;
        time = now + 1ms;
        return now;
    }
};

} // namespace

class FunctionsInPlaceTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_scheduler.reset(); }
    void everyRun_isSubmittedStartedAndExecuted();
    void function_hasTheEventLoopRun_isToldOf();
    void function_removesItsJob_runsToItsEnd();
    void function_cancelsItsRun_hasTheOutcomeItReturns();
    void function_runsItsJobNow_runsOnceMore();
    void function_throws_isAnErrorAndFollowsItsStart();
    void function_shutsDown_isWrittenDown();
    void events_ofOnePass_areInTheOrderOfTime();
    void manyJobs_atOnce_areStartedBeforeAnyIsToldOf();
    void manyJobs_askedForMeanwhile_areAllToldOf();
    void manyJobs_alwaysDue_areToldOfMeanwhile();

private:
    template<typename T>
    static Result<T> wait(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, Patience) ? future.result() : Result<T>(failure(ErrorCode::Unavailable, u"no answer"_s));
    }
    template<typename Callable>
    void add(const QString &id, Callable callable)
    {
        QVERIFY(wait(m_scheduler->addJob(id, callable, EachMinute)));
    }
    void goOn()
    {
        m_clock.advance(1min);
        m_scheduler->wakeUp();
    }
    /// "job_submitted a", in order.
    [[nodiscard]] QStringList told() const { return m_told; }
    [[nodiscard]] bool isTold(const QString &what) const
    {
        return QTest::qWaitFor([&] { return m_told.contains(what); }, Patience);
    }
    [[nodiscard]] QList<Run> rows() { return wait(m_scheduler->runs({})).value_or(QList<Run>()); }

    FakeClock m_clock{Start};
    std::unique_ptr<QtScheduler> m_scheduler;
    QStringList m_told;
};

void FunctionsInPlaceTest::init()
{
    Test::init();
    m_clock.set(Start);
    m_told.clear();
    SchedulerParts parts;
    parts.clock = &m_clock;
    m_scheduler = std::make_unique<QtScheduler>(parts);
    QVERIFY(m_scheduler->configure(*SchedulerConfig::fromMap({{u"reveille.executors.default.type"_s, u"eventloop"_s}})));
    connect(m_scheduler.get(), &QtScheduler::eventsHappened, this, [this](const QList<Event> &events) {
        for (const Event &event : events) {
            if (event.run)
                m_told.append(toString(event.type) + u' ' + event.jobId().value);
        }
    });
    QVERIFY(wait(m_scheduler->start()));
}

void FunctionsInPlaceTest::everyRun_isSubmittedStartedAndExecuted()
{
    add(u"a"_s, [] {});
    add(u"b"_s, [] {});
    goOn();
    QVERIFY(isTold(u"job_executed b"_s));
    QCOMPARE(told(), (QStringList{u"job_submitted a"_s, u"job_started a"_s, u"job_executed a"_s, u"job_submitted b"_s, u"job_started b"_s,
                                  u"job_executed b"_s}));
    const QList<Run> runs = rows();
    QCOMPARE(runs.size(), 2);
    for (const Run &run : runs) {
        QVERIFY(run.outcome == Outcome::Success);
        QCOMPARE(run.startedAt, OptionalTime(Start + 1min));
    }
    QVERIFY(m_scheduler->job({u"a"_s})->lastRun);
}

void FunctionsInPlaceTest::function_hasTheEventLoopRun_isToldOf()
{
    QSignalSpy changed(m_scheduler.get(), &QtScheduler::jobsChanged);
    add(u"a"_s, [&] {
        changed.clear();
        QVERIFY(changed.wait()); // the turn in which it began is over
    });
    goOn();
    QVERIFY(isTold(u"job_executed a"_s));
    QVERIFY(m_scheduler->job({u"a"_s})->status == JobStatus::Scheduled);
    QVERIFY(rows().first().outcome == Outcome::Success);
}

void FunctionsInPlaceTest::function_removesItsJob_runsToItsEnd()
{
    std::optional<QFuture<Result<void>>> removed;
    add(u"a"_s, [&] { removed = m_scheduler->removeJobs({{u"a"_s}}); });
    goOn();
    QVERIFY(isTold(u"job_executed a"_s));
    QVERIFY(wait(*removed));
    QVERIFY(m_scheduler->jobs().isEmpty());
    QVERIFY(rows().first().outcome == Outcome::Success);
}

void FunctionsInPlaceTest::function_cancelsItsRun_hasTheOutcomeItReturns()
{
    add(u"a"_s, [&](const FunctionCall &call) { QVERIFY(m_scheduler->cancelRun(call.runId).result()); });
    goOn();
    QVERIFY(isTold(u"job_executed a"_s));
    QCOMPARE(told(), (QStringList{u"job_submitted a"_s, u"job_started a"_s, u"job_executed a"_s}));
    QVERIFY(rows().first().outcome == Outcome::Success);
    QVERIFY(rows().first().cancelRequested);
}

void FunctionsInPlaceTest::function_runsItsJobNow_runsOnceMore()
{
    int runs = 0;
    add(u"a"_s, [&] {
        if (++runs == 1)
            std::ignore = m_scheduler->runNow({u"a"_s});
    });
    goOn();
    QVERIFY(QTest::qWaitFor([&] { return m_told.count(u"job_executed a"_s) == 2; }, Patience));
    QCOMPARE(runs, 2);
    QCOMPARE(rows().size(), 2);
}

void FunctionsInPlaceTest::function_throws_isAnErrorAndFollowsItsStart()
{
    add(u"a"_s, [] { throw std::runtime_error("broken"); });
    goOn();
    QVERIFY(isTold(u"job_error a"_s));
    QCOMPARE(told(), (QStringList{u"job_submitted a"_s, u"job_started a"_s, u"job_error a"_s}));
    QCOMPARE(rows().first().reason, u"broken"_s);
}

void FunctionsInPlaceTest::function_shutsDown_isWrittenDown()
{
    std::optional<QFuture<Result<void>>> ended;
    add(u"a"_s, [&] { ended = m_scheduler->shutdown(1min); });
    goOn();
    QVERIFY(isTold(u"job_executed a"_s));
    QVERIFY(wait(*ended));
    QVERIFY(wait(m_scheduler->shutdown(1min))); // whoever asks is answered
}

// What is told at once (of the fire times that were missed) stands between runs that are told of later.
void FunctionsInPlaceTest::events_ofOnePass_areInTheOrderOfTime()
{
    GoingClock clock;
    QtScheduler scheduler({.clock = &clock});
    QVERIFY(scheduler.configure(*SchedulerConfig::fromMap({{u"reveille.executors.default.type"_s, u"eventloop"_s}})));
    QList<Event> told;
    connect(&scheduler, &QtScheduler::eventsHappened, this, [&](const QList<Event> &events) {
        std::copy_if(events.begin(), events.end(), std::back_inserter(told), [](const Event &event) { return event.run != nullptr; });
    });
    QVERIFY(wait(scheduler.start()));
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        QVERIFY(wait(scheduler.addJob(id, [] {}, EachMinute)));
    Job late = *scheduler.job({u"c"_s})->job;
    late.misfireGraceTime = 90s;
    QVERIFY(wait(scheduler.modifyJobs({late})));
    clock.time = Start + 5min;
    scheduler.wakeUp();
    const auto isLast = [](const Event &event) { return event.type == EventType::JobExecuted && event.jobId().value == u"d"; };
    QVERIFY(QTest::qWaitFor([&] { return std::any_of(told.cbegin(), told.cend(), isLast); }, Patience));
    QVERIFY(std::any_of(told.cbegin(), told.cend(), [](const Event &event) { return event.run->outcome == Outcome::Missed; }));
    for (qsizetype i = 1; i < told.size(); ++i)
        QVERIFY2(told[i - 1].at <= told[i].at, qPrintable(told[i].describe()));
}

void FunctionsInPlaceTest::manyJobs_atOnce_areStartedBeforeAnyIsToldOf()
{
    constexpr int Jobs = 2500; // more than one pass
    int runs = 0;
    int runsWhenTold = 0;
    connect(m_scheduler.get(), &QtScheduler::eventsHappened, this, [&](const QList<Event> &events) {
        if (runs > 0 && runsWhenTold == 0 && events.last().run)
            runsWhenTold = runs;
    });
    for (int i = 0; i < Jobs; ++i)
        add(QString::number(i), [&] { ++runs; });
    goOn();
    QVERIFY(QTest::qWaitFor([&] { return m_told.size() == Jobs * 3; }, Patience));
    QVERIFY2(runsWhenTold == Jobs || REVEILLE_SANITIZED, qPrintable(QString::number(runsWhenTold))); // within the time that events are held
}

// What is told of many comes in parts; who asks in between hears of the rest as well.
void FunctionsInPlaceTest::manyJobs_askedForMeanwhile_areAllToldOf()
{
    constexpr int Jobs = 3000;
    const QString last = QString::number(Jobs - 1);
    int runs = 0;
    QStringList expected;
    for (int i = 0; i < Jobs; ++i) {
        const QString id = QString::number(i);
        add(id, [&] { ++runs; });
        expected += {u"job_submitted "_s + id, u"job_started "_s + id, u"job_executed "_s + id};
    }
    std::optional<JobSnapshot> meanwhile;
    QFuture<Result<void>> removed;
    connect(m_scheduler.get(), &QtScheduler::eventsHappened, this, [&](const QList<Event> &events) {
        if (meanwhile || runs < Jobs || events.last().jobId().value == last)
            return;
        meanwhile = m_scheduler->job({last});
        removed = m_scheduler->removeJobs({JobId{last}});
    });
    goOn();
    QVERIFY(isTold(expected.last()));
    QVERIFY(meanwhile || REVEILLE_SANITIZED); // where all have run within the time that events are held
    if (meanwhile) {
        QVERIFY(meanwhile->lastRun && meanwhile->lastRun->outcome == Outcome::Success);
        QVERIFY(wait(removed));
    }
    QCOMPARE(told(), expected);
    const QList<Run> all = *wait(m_scheduler->runs({.limit = Jobs + 1}));
    QCOMPARE(all.size(), Jobs);
    QVERIFY(std::all_of(all.begin(), all.end(), [](const Run &run) { return run.outcome == Outcome::Success; }));
}

// Where there is always more to be started, what is told falls behind for a moment, and then keeps up.
void FunctionsInPlaceTest::manyJobs_alwaysDue_areToldOfMeanwhile()
{
    constexpr int Jobs = 3000;
    constexpr int Parts = 20;
    int runs = 0;
    int parts = 0;
    int runsWhenTold = 0;
    int mostBetween = 0;
    connect(m_scheduler.get(), &QtScheduler::eventsHappened, this, [&](const QList<Event> &events) {
        if (parts == Parts || !events.last().run)
            return;
        if (++parts > 1)
            mostBetween = std::max(mostBetween, runs - runsWhenTold);
        runsWhenTold = runs;
    });
    for (int i = 0; i < Jobs; ++i) {
        add(QString::number(i), [&, isLast = i == Jobs - 1] {
            ++runs;
            if (isLast && parts < Parts)
                m_clock.advance(1min);
        });
    }
    goOn();
    QVERIFY(QTest::qWaitFor([&] { return parts == Parts && m_told.size() == runs * 3; }, Patience));
    QVERIFY2(mostBetween <= 3 * Jobs, qPrintable(QString::number(mostBetween)));
}

REVEILLE_TEST(FunctionsInPlaceTest)
#include "tst_functionsinplace.moc"
