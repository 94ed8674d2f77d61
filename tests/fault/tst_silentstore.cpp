// SPDX-License-Identifier: MIT
#include "tests/fault/failingstore.h"
#include "tests/support/program.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace reveille;

namespace {

const QVariantMap EventLoop{{u"reveille.executors.default.type"_s, u"eventloop"_s}};

/// A scheduler with a store in memory, and another, "far", that falls silent when a test says so. Each has a job a minute.
struct TwoStores : private QObject
{
    MemoryStore memory;
    FailingStore *far = new FailingStore(memory);
    int runs = 0;
    int farRuns = 0;
    Program program{EventLoop, functions()};
    QtScheduler &scheduler = *program.scheduler;
    QSignalSpy availability{&scheduler, &QtScheduler::storeAvailabilityChanged};

    TwoStores()
    {
        QVERIFY(program.wait(scheduler.addJobStore(u"far"_s, std::unique_ptr<JobStore>(far))));
        add(u"near"_s);
        add(u"far"_s, u"far"_s);
    }

    void add(const QString &function, const QString &store = u"default"_s)
    {
        QVERIFY(program.wait(scheduler.addJob(job(function, function, store))));
    }
    static QJsonObject job(const QString &id, const QString &function, const QString &store)
    {
        return {{u"id"_s, id}, {u"store"_s, store}, {u"trigger"_s, EachMinute}, {u"misfire_grace_time"_s, 86400},
                {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, function}}}};
    }
    /// What was said last of the far store: whether it does not answer.
    [[nodiscard]] bool isAway() const
    {
        return !availability.isEmpty() && availability.last()[0] == u"far"_s && availability.last()[1].value<std::optional<Error>>();
    }
    [[nodiscard]] RunPtr lastRun() { return scheduler.job({u"near"_s})->lastRun; }

private:
    FunctionTable functions()
    {
        FunctionTable table;
        table.add(u"near"_s, [this] { ++runs; });
        table.add(u"far"_s, [this] { ++farRuns; });
        return table;
    }
};

} // namespace

// A store that does not answer is shown as away, holds up nothing but itself, and goes on where it was once it answers.
class SilentStoreTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reads_areAnsweredAndFurtherCallsRefused();
    void writes_areAnsweredWithWhatBecameOfThem();
    void answerLost_isFoundOutByAnotherCall();
    void back_slotThatAsksAtOnce_isAnswered();
    void probe_throws_isAnAnswer();
    void destructor_whileSilent_answersNobody();
    void start_doesNotOpen_theOthersBeginAndItFollows();
    void start_serverAway_followsOnceItIsThere();
    void start_jobsThatItHasAlready_stayPending();
    void addJobStore_serverAway_followsOnceItIsThere();
    void addJobStore_cantBeOpened_isNotThere();
    void claim_fallsSilent_isShownAndHoldsUpItselfOnly();
    void timeout_whileItIsSilent_endsItsRun();
    void edit_fallsSilent_isAnsweredAndMayStillBeDone();
    void shutdown_fromSlotThatIsToldOfIt_ends();
    void shutdown_againWithLessPatience_isNotWaitedFor();
    void shutdown_answersAtLast_hasWhatEndedMeanwhile();
};

// In place of the one of the base class: that a store is away is told in warnings, and is no fault here.
void SilentStoreTest::init()
{
    QTest::failOnWarning(QRegularExpression(
        u"^(?!The store did not take a claim|The ledger could not be written|The jobs can't be loaded|The pending jobs of the job store)"_s));
}

void SilentStoreTest::reads_areAnsweredAndFurtherCallsRefused()
{
    MemoryStore memory;
    auto *failing = new FailingStore(memory);
    GuardedStore store{std::unique_ptr<JobStore>(failing)};
    const QSignalSpy availability(&store, &JobStore::availabilityChanged);
    QVERIFY(Program::wait(store.open()));
    failing->holdAnswers();
    const Result<QList<Run>> runs = Program::wait(store.runs({}));
    QVERIFY(!runs && runs.error().code == ErrorCode::Unavailable);
    QCOMPARE(availability.size(), 1);
    QCOMPARE(availability[0][0].value<std::optional<Error>>(), std::optional(runs.error()));

    const int calls = failing->callCount();
    for (const auto &refused : {store.remove({}), store.requestCancel({u"none"_s})})
        QCOMPARE(refused.result().error().code, ErrorCode::Unavailable);
    QCOMPARE(failing->callCount(), calls);
    const auto recorded = store.record({}); // it may be the last call, so the store gets it
    QVERIFY(!recorded.isFinished());
    QCOMPARE(failing->callCount(), calls + 1);

    failing->giveAnswers();
    QTRY_COMPARE(availability.size(), 2);
    QVERIFY(!availability[1][0].value<std::optional<Error>>());
    QVERIFY(Program::wait(recorded));
    QVERIFY(Program::wait(store.runs({})));
}

void SilentStoreTest::answerLost_isFoundOutByAnotherCall()
{
    MemoryStore memory;
    auto *failing = new FailingStore(memory);
    GuardedStore store{std::unique_ptr<JobStore>(failing)};
    QSignalSpy availability(&store, &JobStore::availabilityChanged);
    QVERIFY(Program::wait(store.open()));
    failing->setOutage({failing->callCount() + 1, 1, FailingStore::Way::NeverAnswers});
    QVERIFY(!Program::wait(store.runs({})));
    QCOMPARE(availability.size(), 1);
    QTRY_VERIFY(Program::wait(store.runs({})));
    QVERIFY(!availability.last()[0].value<std::optional<Error>>());
}

void SilentStoreTest::back_slotThatAsksAtOnce_isAnswered()
{
    MemoryStore memory;
    auto *failing = new FailingStore(memory);
    GuardedStore store{std::unique_ptr<JobStore>(failing)};
    QVERIFY(Program::wait(store.open()));
    QFuture<Result<QList<Run>>> asked;
    connect(&store, &JobStore::availabilityChanged, this, [&](const std::optional<Error> &reason) {
        if (!reason)
            asked = store.runs({});
    });
    failing->holdAnswers();
    QVERIFY(!Program::wait(store.runs({})));
    failing->giveAnswers();
    QTRY_VERIFY(asked.isFinished() && asked.resultCount() == 1);
    QVERIFY(asked.result());
}

void SilentStoreTest::probe_throws_isAnAnswer()
{
    MemoryStore memory;
    auto *failing = new FailingStore(memory);
    GuardedStore store{std::unique_ptr<JobStore>(failing)};
    QSignalSpy availability(&store, &JobStore::availabilityChanged);
    QVERIFY(Program::wait(store.open()));
    failing->holdAnswers();
    QCOMPARE(Program::wait(store.runs({})).error().code, ErrorCode::Unavailable);
    failing->setOutage({failing->callCount() + 1, 1, FailingStore::Way::Throws});
    Result<QList<Run>> probed;
    QTRY_VERIFY(failing->hasFailed() || (probed = Program::wait(store.runs({})), failing->hasFailed()));
    QCOMPARE(probed.error().code, ErrorCode::Refused);
    QCOMPARE(availability.size(), 2);
    QVERIFY(!availability.last()[0].value<std::optional<Error>>());
    QVERIFY(availability.wait()); // the call before still has no answer
    QVERIFY(availability.last()[0].value<std::optional<Error>>());
}

void SilentStoreTest::destructor_whileSilent_answersNobody()
{
    std::optional<TwoStores> two(std::in_place);
    two->program.start();
    QVERIFY(two->program.wait(two->scheduler.allJobs()));
    two->far->holdAnswers();
    const auto runs = two->scheduler.runs({.jobId = JobId{u"far"_s}});
    const auto paused = two->scheduler.pauseJobs({{u"far"_s}});
    two.reset();
    QVERIFY(runs.isFinished() && runs.resultCount() == 0);
    QVERIFY(paused.isFinished() && paused.resultCount() == 0);
}

void SilentStoreTest::writes_areAnsweredWithWhatBecameOfThem()
{
    MemoryStore memory;
    auto *failing = new FailingStore(memory);
    GuardedStore store{std::unique_ptr<JobStore>(failing)};
    QSignalSpy silent(&store, &GuardedStore::fellSilent);
    QVERIFY(Program::wait(store.open()));
    failing->holdAnswers();
    const QFuture<Result<void>> removed = store.remove({{u"none"_s}});
    const QFuture<Result<void>> recorded = store.record({});
    QVERIFY(silent.wait());
    QVERIFY(!removed.isFinished() && !recorded.isFinished());
    failing->giveAnswers();
    QCOMPARE(Program::wait(removed).error().code, ErrorCode::NotFound);
    QVERIFY(Program::wait(recorded));
}

void SilentStoreTest::start_doesNotOpen_theOthersBeginAndItFollows()
{
    TwoStores two;
    two.far->holdAnswers();
    const QFuture<Result<void>> started = two.scheduler.start();
    QTRY_VERIFY_WITH_TIMEOUT(started.isFinished(), 60'000); // it has some patience
    QVERIFY(started.result());
    QVERIFY(two.isAway());
    two.program.advance(1min);
    QCOMPARE(two.runs, 1);
    QVERIFY(two.scheduler.job({u"far"_s})->isPending);

    two.far->giveAnswers();
    QTRY_VERIFY(!two.scheduler.job({u"far"_s})->isPending);
    QVERIFY(!two.isAway());
    two.program.advance(1min);
    QCOMPARE(two.runs, 2);
    QTRY_COMPARE(two.farRuns, 1);
}

void SilentStoreTest::start_serverAway_followsOnceItIsThere()
{
    TwoStores two;
    two.far->setShared(true);
    two.far->setOutage({1, 2});
    two.program.start();
    QTRY_VERIFY(two.isAway());
    const Error refused = two.program.errorOf(two.scheduler.addJob(TwoStores::job(u"b"_s, u"far"_s, u"far"_s)));
    QCOMPARE(refused.code, ErrorCode::Unavailable);
    two.program.advance(1min);
    QCOMPARE(two.runs, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!two.isAway(), 60'000); // it is tried again after a pause
    QTRY_VERIFY(!two.scheduler.job({u"far"_s})->isPending);
    two.program.advance(1min);
    QTRY_COMPARE(two.farRuns, 1);
}

void SilentStoreTest::start_jobsThatItHasAlready_stayPending()
{
    TwoStores two;
    JobRecord stored;
    stored.id = {u"far"_s};
    stored.nextFireTime = Start + 1min;
    stored.data = QJsonDocument(TwoStores::job(u"far"_s, u"far"_s, u"far"_s)).toJson();
    QVERIFY(two.program.wait(two.memory.open()));
    QVERIFY(two.program.wait(two.memory.add({stored})));
    QVERIFY(two.program.wait(two.memory.close()));
    two.far->setShared(true);
    two.far->setOutage({1, 2});
    two.program.start();
    QTRY_VERIFY(two.isAway());
    QTRY_VERIFY_WITH_TIMEOUT(!two.isAway(), 60'000);
    QVERIFY(two.program.wait(two.scheduler.allJobs(u"far"_s)));
    two.program.advance(1min);
    QTRY_COMPARE(two.farRuns, 1);
    QTRY_COMPARE(two.scheduler.jobs(u"far"_s).size(), 2); // the one that is stored, and the one that could not be
    QVERIFY(two.scheduler.jobs(u"far"_s).last().isPending);
}

void SilentStoreTest::addJobStore_serverAway_followsOnceItIsThere()
{
    TwoStores two;
    two.program.start();
    MemoryStore memory;
    auto *late = new FailingStore(memory);
    late->setShared(true);
    late->setOutage({1, 2});
    QVERIFY(two.program.wait(two.scheduler.addJobStore(u"late"_s, std::unique_ptr<JobStore>(late))));
    QCOMPARE(two.program.errorOf(two.scheduler.addJob(TwoStores::job(u"b"_s, u"far"_s, u"late"_s))).code, ErrorCode::Unavailable);
    QTRY_VERIFY_WITH_TIMEOUT(two.program.wait(two.scheduler.allJobs(u"late"_s)), 60'000);
    QVERIFY(two.program.wait(two.scheduler.addJob(TwoStores::job(u"b"_s, u"far"_s, u"late"_s))));
    two.program.advance(1min);
    QTRY_COMPARE(two.farRuns, 2);
}

void SilentStoreTest::addJobStore_cantBeOpened_isNotThere()
{
    TwoStores two;
    two.program.start();
    MemoryStore memory;
    auto *broken = new FailingStore(memory);
    broken->setOutage({1, 1, FailingStore::Way::Throws});
    QCOMPARE(two.program.wait(two.scheduler.addJobStore(u"broken"_s, std::unique_ptr<JobStore>(broken))).error().code, ErrorCode::Refused);
    QCOMPARE(two.scheduler.jobStores(), (QStringList{u"far"_s, u"default"_s}));
    QVERIFY(two.program.wait(two.scheduler.allJobs()));
    QVERIFY(two.program.wait(two.scheduler.addJobStore(u"broken"_s, std::make_unique<MemoryStore>())));
}

void SilentStoreTest::claim_fallsSilent_isShownAndHoldsUpItselfOnly()
{
    TwoStores two;
    two.program.start();
    two.program.advance(1min);
    QTRY_COMPARE(two.farRuns, 1);
    two.far->holdAnswers();
    two.program.advance(1min);
    QTRY_VERIFY(two.isAway());
    QCOMPARE(two.runs, 2);
    QCOMPARE(two.farRuns, 1); // nothing begins on doubt

    // What the other one has is answered as ever, and what nobody can know is not waited for.
    QCOMPARE(two.program.wait(two.scheduler.runs({.jobId = JobId{u"near"_s}})).value().size(), 2);
    QVERIFY(two.program.wait(two.scheduler.acknowledge(two.lastRun()->id)));
    QVERIFY(two.program.wait(two.scheduler.snooze(two.lastRun()->id, 30s)));
    QVERIFY(two.program.wait(two.scheduler.allJobs(u"default"_s)));
    QCOMPARE(two.program.wait(two.scheduler.runs({})).error().code, ErrorCode::Unavailable);
    QCOMPARE(two.program.wait(two.scheduler.runNow({u"far"_s})).error().code, ErrorCode::Unavailable);
    QCOMPARE(two.program.wait(two.scheduler.pauseJobs({{u"far"_s}})).error().code, ErrorCode::Unavailable);
    QCOMPARE(two.program.wait(two.scheduler.cancelRun({u"unknown"_s})).error().code, ErrorCode::Unavailable);
    two.program.advance(30s);
    QTRY_COMPARE(two.runs, 3); // the snoozed one

    two.far->giveAnswers();
    QTRY_COMPARE(two.farRuns, 2);
    QVERIFY(!two.isAway());
    two.program.advance(30s);
    QTRY_COMPARE(two.farRuns, 3);
    QCOMPARE(two.program.wait(two.scheduler.runs({.jobId = JobId{u"far"_s}})).value().size(), 3);
}

void SilentStoreTest::timeout_whileItIsSilent_endsItsRun()
{
    TwoStores two;
    QSet<QString> begun;
    QSet<QString> timeouts;
    connect(&two.scheduler, &QtScheduler::eventsHappened, this, [&](const QList<Event> &happened) {
        for (const Event &event : happened) {
            if (event.type == EventType::JobStarted)
                begun.insert(event.jobId().value);
            if (event.type == EventType::JobError && event.run->outcome == Outcome::Timeout)
                timeouts.insert(event.jobId().value);
        }
    });
    for (const QString &store : {u"default"_s, u"far"_s}) {
        const QJsonObject sleeper{{u"type"_s, u"command"_s}, {u"program"_s, u"sleep"_s}, {u"arguments"_s, QJsonArray{u"600"_s}}, {u"timeout"_s, 3}};
        QVERIFY(two.program.wait(two.scheduler.addJob({{u"id"_s, u"sleeper in "_s + store}, {u"store"_s, store}, {u"task"_s, sleeper}, {u"trigger"_s, EachMinute}})));
    }
    two.program.start();
    two.program.advance(1min);
    QTRY_COMPARE(begun.size(), 4);
    two.far->holdAnswers();
    QTRY_COMPARE_WITH_TIMEOUT(timeouts.size(), 2, 20'000);
    two.far->giveAnswers();
    QTRY_VERIFY(!two.isAway());
}

void SilentStoreTest::edit_fallsSilent_isAnsweredAndMayStillBeDone()
{
    TwoStores two;
    two.program.start();
    QVERIFY(two.program.wait(two.scheduler.allJobs()));
    two.far->holdAnswers();
    const auto sent = two.scheduler.addJob(TwoStores::job(u"b"_s, u"far"_s, u"far"_s));
    const auto queued = two.scheduler.addJob(TwoStores::job(u"c"_s, u"far"_s, u"far"_s));
    QCOMPARE(two.program.errorOf(sent).code, ErrorCode::Unavailable);
    QCOMPARE(two.program.errorOf(queued).code, ErrorCode::Unavailable);
    const auto refused = two.scheduler.addJob(TwoStores::job(u"d"_s, u"far"_s, u"far"_s));
    QVERIFY(refused.isFinished());
    two.far->giveAnswers();
    QTRY_VERIFY(two.scheduler.job({u"b"_s}) && two.scheduler.job({u"c"_s}));
    QVERIFY(!two.scheduler.job({u"d"_s}));
}

void SilentStoreTest::shutdown_fromSlotThatIsToldOfIt_ends()
{
    TwoStores two;
    two.program.start();
    QVERIFY(two.program.wait(two.scheduler.allJobs()));
    QFuture<Result<void>> ended;
    connect(&two.scheduler, &QtScheduler::storeAvailabilityChanged, this, [&] { ended = two.scheduler.shutdown(0ms); });
    two.far->holdAnswers();
    two.program.advance(1min);
    QTRY_VERIFY(two.isAway());
    QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 60'000);
    QCOMPARE(ended.result().error().code, ErrorCode::Unavailable);
    QCOMPARE(two.runs, 1);
}

void SilentStoreTest::shutdown_againWithLessPatience_isNotWaitedFor()
{
    TwoStores two;
    bool isToldOf = false;
    connect(&two.scheduler, &QtScheduler::eventsHappened, this, [&](const QList<Event> &events) {
        isToldOf = isToldOf || std::ranges::any_of(events, [](const Event &event) { return event.type == EventType::SchedulerShutdown; });
    });
    two.program.start();
    QVERIFY(two.program.wait(two.scheduler.allJobs()));
    two.far->holdAnswers();
    two.program.advance(1min);
    const QFuture<Result<void>> patient = two.scheduler.shutdown(24h);
    const QFuture<Result<void>> ended = two.scheduler.shutdown(0ms);
    QTRY_VERIFY_WITH_TIMEOUT(ended.isFinished(), 60'000);
    QVERIFY(patient.isFinished());
    QCOMPARE(ended.result().error().code, ErrorCode::Unavailable);
    QVERIFY2(ended.result().error().message.contains(u"far"_s), qPrintable(ended.result().error().message));
    QVERIFY(isToldOf);
}

void SilentStoreTest::shutdown_answersAtLast_hasWhatEndedMeanwhile()
{
    MemoryStore memory;
    auto *failing = new FailingStore(memory);
    GuardedStore store{std::unique_ptr<JobStore>(failing)};
    QVERIFY(Program::wait(store.open()));
    failing->holdAnswers();
    QVERIFY(!Program::wait(store.runs({})));
    Outbox outbox(store);
    Run run;
    run.id = RunId::create();
    run.jobId = {u"a"_s};
    outbox.record(makeRun(run));
    const auto written = outbox.flush();
    const auto closed = store.close();
    failing->giveAnswers();
    QVERIFY(Program::wait(written));
    QVERIFY(Program::wait(closed));
    QVERIFY(Program::wait(memory.open()));
    QCOMPARE(memory.runs({}).result().value().size(), 1);
}

REVEILLE_TEST(SilentStoreTest)
#include "tst_silentstore.moc"
