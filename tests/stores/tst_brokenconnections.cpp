// SPDX-License-Identifier: MIT
#include "core/stores/mariadb.h"
#include "core/stores/postgresql.h"
#include "core/stores/sqlstore.h"
#include "tests/stores/cuttingproxy.h"
#include "tests/stores/requestsample.h"
#include "tests/stores/servertest.h"
#include "tests/stores/storetest.h"

#include <QSignalSpy>

using namespace reveille;
using namespace Qt::StringLiterals;

using Cut = CuttingProxy::Cut;
using Then = CuttingProxy::Then;
/// Where the connection breaks, for 1, 2, ...
using Breaks = std::function<QList<CuttingProxy::Break>(int request)>;

/// Calls on a store whose connection breaks at a sample of their statements, at each in the exhaustive run. What was answered
/// is so; what was answered Unavailable and tried again took place once.
class BrokenConnectionsTest final : public ServerTest
{
    Q_OBJECT

public:
    BrokenConnectionsTest() : ServerTest(LostConnection, Own::Case) {}

private Q_SLOTS:
    void add_connectionBroken_takesPlaceOnce_data() { breaks(); }
    void add_connectionBroken_takesPlaceOnce();
    void update_connectionBroken_takesPlaceOnce_data() { breaks(); }
    void update_connectionBroken_takesPlaceOnce();
    void remove_connectionBroken_takesPlaceOnce_data() { breaks(); }
    void remove_connectionBroken_takesPlaceOnce();
    void record_connectionBroken_takesPlaceOnce_data() { breaksTwice(); }
    void record_connectionBroken_takesPlaceOnce();
    void claim_connectionBroken_takesPlaceOnce_data() { breaksTwice(); }
    void claim_connectionBroken_takesPlaceOnce();
    void changes_connectionBroken_answerARunOnce_data() { breaksTwice(); }
    void changes_connectionBroken_answerARunOnce();

protected Q_SLOTS:
    void init();
    void cleanup();

private:
    static void breaks();
    /// Also while it is found out what became of the call.
    static void breaksTwice();
    [[nodiscard]] static std::unique_ptr<SqlStore> open(const QString &url);
    /// Calls `work` with another name each time: with a break that does not come, which counts the requests, then with one at
    /// each of a sample of them.
    template<typename Work>
    void sweep(Work work);
    /// Carries out a call while the connection breaks, and where it is Unavailable then, `again`. Answers whether it was.
    template<typename T>
    [[nodiscard]] bool withBreaks(const std::function<QFuture<Result<T>>()> &call, const std::function<void()> &again);

    [[nodiscard]] static JobRecord job(const QString &id);
    [[nodiscard]] static Run run(const QString &id, const QString &job, milliseconds at, RunState state);
    [[nodiscard]] QList<JobRecord> stored(const QString &id) { return answer(m_witness->jobs({JobId{id}})).value(); }
    [[nodiscard]] QList<Run> ledger(const QString &job) { return answer(m_witness->runs({.jobId = JobId{job}})).value(); }

    std::optional<CuttingProxy> m_proxy;
    std::unique_ptr<SqlStore> m_store;   ///< behind the proxy
    std::unique_ptr<SqlStore> m_witness;
    int m_calls = 0;
    int m_request = 0;
    bool m_wereBroken = false; ///< by all the breaks
    int m_unbroken = 0; ///< requests where it was not
};

void BrokenConnectionsTest::breaks()
{
    QTest::addColumn<Breaks>("first"); // while it is called
    QTest::addColumn<Then>("then");
    QTest::addColumn<Breaks>("later"); // while it is tried again
    const auto add = [](const char *name, Cut cut, Then then) {
        QTest::newRow(name) << Breaks([cut](int n) { return QList<CuttingProxy::Break>{{n, cut}}; }) << then
                            << Breaks([](int) { return QList<CuttingProxy::Break>(); });
    };
    add("request lost", Cut::BeforeRequest, Then::Reachable);
    add("answer lost", Cut::BeforeAnswer, Then::Reachable);
    add("late commit", Cut::LateCommit, Then::Reachable);
    add("request lost, then away", Cut::BeforeRequest, Then::Unreachable);
    add("answer lost, then away", Cut::BeforeAnswer, Then::Unreachable);
    add("late commit, then away", Cut::LateCommit, Then::Unreachable);
}

void BrokenConnectionsTest::breaksTwice()
{
    breaks();
    const Breaks twice = [](int n) { return QList<CuttingProxy::Break>{{1, Cut::AfterCommit}, {n, Cut::BeforeAnswer}}; };
    const Breaks committed = [](int) { return QList<CuttingProxy::Break>{{1, Cut::AfterCommit}}; };
    const Breaks answer = [](int n) { return QList<CuttingProxy::Break>{{n, Cut::BeforeAnswer}}; };
    const Breaks none = [](int) { return QList<CuttingProxy::Break>(); };
    QTest::newRow("committed, answer lost") << twice << Then::Reachable << none;
    QTest::newRow("committed, answer lost, then away") << twice << Then::Unreachable << none;
    QTest::newRow("committed, then away, answer lost") << committed << Then::Unreachable << answer;
}

void BrokenConnectionsTest::init()
{
    ServerTest::init();
    m_proxy.emplace(m_url);
    m_witness = open(m_url);
    m_store = open(m_proxy->url());
    (void)answer(m_store->changes()); // what the row before left
}

void BrokenConnectionsTest::cleanup()
{
    m_store.reset();
    m_witness.reset();
    m_proxy.reset();
}

std::unique_ptr<SqlStore> BrokenConnectionsTest::open(const QString &url)
{
    ServerDialect dialect = QUrl(url).scheme() == u"mysql" ? mariadbDialect() : postgresqlDialect();
    dialect.sql.beat = 1h; // so that nothing but the calls sends requests
    dialect.sql.poll = 1h;
    auto store = std::make_unique<SqlStore>(std::make_unique<ServerBackend>(dialect, QUrl(url)));
    const Result<void> opened = answer(store->open());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    return store;
}

template<typename Work>
void BrokenConnectionsTest::sweep(Work work)
{
    constexpr int MoreThanThereAre = 200;
    const auto breakAt = [&](int request) {
        m_request = request;
        work(u"job %1"_s.arg(++m_calls));
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"at request %1"_s.arg(request)));
    };
    // The first call prepares its statements too. Calls after it send less, or as much again where a break left them to a new
    // connection: at least the requests that the second one counts take place.
    breakAt(MoreThanThereAre);
    breakAt(MoreThanThereAre);
    QVERIFY(!QTest::currentTestFailed() && !m_wereBroken && m_unbroken > 0);
    int last = 0;
    for (const int request : requestsToBreak(m_unbroken, 1)) {
        breakAt(request);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(m_wereBroken, qPrintable(u"There was no request %1"_s.arg(request)));
        last = request;
    }
    if (isExhaustive()) {
        while (m_wereBroken && last < MoreThanThereAre && !QTest::currentTestFailed())
            breakAt(++last);
        QVERIFY(!m_wereBroken);
    }
}

template<typename T>
bool BrokenConnectionsTest::withBreaks(const std::function<QFuture<Result<T>>()> &call, const std::function<void()> &again)
{
    QFETCH(Breaks, first);
    QFETCH(Then, then);
    QFETCH(Breaks, later);
    m_proxy->cutAt(first(m_request), then);
    const std::optional<ErrorCode> error = errorOf(call());
    const bool wereBroken = m_proxy->restore();
    m_unbroken = m_proxy->counted();
    [&] {
        QVERIFY(!error || (error == ErrorCode::Unavailable && then == Then::Unreachable));
    }();
    m_proxy->cutAt(later(m_request), Then::Reachable);
    if (error)
        again();
    const bool wereBrokenLater = m_proxy->restore();
    m_wereBroken = wereBroken && wereBrokenLater;
    if (wereBroken && !wereBrokenLater)
        m_unbroken = m_proxy->counted();
    return error.has_value();
}

JobRecord BrokenConnectionsTest::job(const QString &id)
{
    JobRecord job;
    job.id = {id};
    job.nextFireTime = TimePoint(1'800'000'000s);
    job.data = QByteArray("{}");
    return job;
}

Run BrokenConnectionsTest::run(const QString &id, const QString &job, milliseconds at, RunState state)
{
    Run run;
    run.id = {id};
    run.jobId = {job};
    run.scheduledAt = TimePoint(1'800'000'000s) + at;
    run.dueAt = run.scheduledAt;
    run.state = state;
    return run;
}

void BrokenConnectionsTest::add_connectionBroken_takesPlaceOnce()
{
    sweep([this](const QString &id) {
        const QString second = id + u" too"_s;
        const auto add = [&] { return m_store->add({job(id), job(second)}); };
        (void)withBreaks<QList<JobRecord>>(add, [&] {
            const std::optional<ErrorCode> error = errorOf(add());
            QVERIFY(!error || error == ErrorCode::Conflict);
        });
        for (const QString &each : {id, second}) {
            JobRecord expected = job(each);
            QCOMPARE(stored(each).size(), 1);
            expected.sequence = stored(each)[0].sequence;
            QCOMPARE(stored(each), QList<JobRecord>{expected});
        }
        QVERIFY(!errorOf(m_store->remove({{id}, {second}})));
    });
}

void BrokenConnectionsTest::update_connectionBroken_takesPlaceOnce()
{
    sweep([this](const QString &id) {
        JobRecord edited = answer(m_witness->add({job(id)})).value()[0];
        edited.revision = 1;
        edited.nextFireTime = *edited.nextFireTime + 1h;
        edited.data = QByteArray("{\"edited\":true}");
        const auto update = [&] { return m_store->update({edited}); };
        (void)withBreaks<void>(update, [&] {
            const std::optional<ErrorCode> error = errorOf(update());
            QVERIFY(!error || error == ErrorCode::Conflict);
        });
        QCOMPARE(stored(id), QList<JobRecord>{edited});
        edited.revision = 2;
        QVERIFY(!errorOf(m_store->update({edited})));
    });
}

void BrokenConnectionsTest::remove_connectionBroken_takesPlaceOnce()
{
    sweep([this](const QString &id) {
        QVERIFY(answer(m_witness->add({job(id)})));
        const Run waiting = run(id + u" waits"_s, id, 1s, RunState::Waiting);
        const Run claimed = run(id + u" runs"_s, id, 0s, RunState::Claimed);
        QVERIFY(!errorOf(m_store->record({waiting, claimed})));
        const auto remove = [&] { return m_store->remove({{id}}); };
        (void)withBreaks<void>(remove, [&] {
            const std::optional<ErrorCode> error = errorOf(remove());
            QVERIFY(!error || error == ErrorCode::NotFound);
        });
        QVERIFY(stored(id).isEmpty());
        QCOMPARE(ledger(id), QList<Run>{claimed});
        QVERIFY(answer(m_store->add({job(id)})));
    });
}

void BrokenConnectionsTest::record_connectionBroken_takesPlaceOnce()
{
    sweep([this](const QString &id) {
        Run ends = run(id + u" ends"_s, id, 0s, RunState::Claimed);
        Run begins = run(id + u" begins"_s, id, 1s, RunState::Claimed);
        QVERIFY(!errorOf(m_store->record({ends, begins})));
        ends.state = RunState::Finished;
        ends.outcome = Outcome::Success;
        ends.startedAt = ends.scheduledAt;
        ends.finishedAt = ends.scheduledAt + 1s;
        begins.state = RunState::Running;
        begins.startedAt = begins.scheduledAt;
        const Run isNew = run(id + u" is new"_s, id, 2s, RunState::Waiting);
        const auto record = [&] { return m_store->record({ends, begins, isNew}); };
        (void)withBreaks<void>(record, [&] { QVERIFY(!errorOf(record())); });
        QCOMPARE(ledger(id), (QList<Run>{isNew, begins, ends}));
        // They are its own still.
        QVERIFY(answer(m_store->changes()).value().unfinishedRuns.isEmpty());
        begins.outcome = ends.outcome;
        begins.state = RunState::Finished;
        QVERIFY(!errorOf(m_store->record({begins})));
        QCOMPARE(ledger(id), (QList<Run>{isNew, begins, ends}));
    });
}

void BrokenConnectionsTest::claim_connectionBroken_takesPlaceOnce()
{
    sweep([this](const QString &id) {
        const JobRecord due = answer(m_witness->add({job(id)})).value()[0];
        Run waiting = run(id + u" waited"_s, id, -1s, RunState::Waiting);
        waiting.cause = Cause::Manual;
        QVERIFY(!errorOf(m_store->record({waiting})));
        QVERIFY(answer(m_store->changes()));

        const Run first = run(id + u" first"_s, id, 0s, RunState::Claimed);
        Run waited = waiting;
        waited.state = RunState::Claimed;
        const auto batch = [&](const Run &row) {
            return ClaimBatch{{{.sequence = due.sequence, .revision = due.revision, .expected = *due.nextFireTime,
                                .next = *due.nextFireTime + 1h, .newestFireTime = due.nextFireTime, .rows = {row}}}, {waited}};
        };
        const Run second = run(id + u" second"_s, id, 0s, RunState::Claimed);
        std::optional<ClaimResult> result;
        QSignalSpy heard(m_store.get(), &JobStore::changed);
        const bool wasAway = withBreaks<ClaimResult>([&] { return m_store->claim(batch(first)); },
                                                     [&] { result = answer(m_store->claim(batch(second))).value(); });
        const StoreChanges changes = answer(m_store->changes()).value();
        if (!wasAway || result->lostJobs.isEmpty()) { // it has what it claimed
            QVERIFY(!wasAway || result->lostRuns.isEmpty());
            QCOMPARE(ledger(id), (QList<Run>{wasAway ? second : first, waited}));
            QVERIFY(changes.unfinishedRuns.isEmpty());
        } else { // it took place although nobody can know: what it began comes back, and starts after all
            QCOMPARE(result->lostRuns, QSet<RunId>{waited.id});
            Run begun = first;
            begun.state = RunState::Waiting;
            QCOMPARE(ledger(id), (QList<Run>{begun, waiting}));
            QCOMPARE(changes.unfinishedRuns, (QList<Run>{waiting, begun}));
            QVERIFY(!heard.isEmpty() || heard.wait());
            QVERIFY(answer(m_store->changes()).value().unfinishedRuns.isEmpty());
        }
        JobRecord advanced = due;
        advanced.nextFireTime = *due.nextFireTime + 1h;
        advanced.newestFireTime = due.nextFireTime;
        advanced.activeElsewhere = stored(id)[0].activeElsewhere;
        QCOMPARE(stored(id), QList<JobRecord>{advanced});
    });
}

void BrokenConnectionsTest::changes_connectionBroken_answerARunOnce()
{
    sweep([this](const QString &id) {
        const auto gone = open(m_url);
        const Run left = run(id + u" runs"_s, id, 0s, RunState::Running);
        QVERIFY(!errorOf(gone->record({left})));
        QVERIFY(!errorOf(gone->close()));
        QList<Run> taken;
        const auto take = [&] {
            return m_store->changes().then([&taken](const Result<StoreChanges> &changes) {
                taken += changes.value_or(StoreChanges()).unfinishedRuns;
                return changes;
            });
        };
        (void)withBreaks<StoreChanges>(take, [&] { QVERIFY(!errorOf(take())); });
        QCOMPARE(taken, QList<Run>{left});
        QVERIFY(!errorOf(take()));
        QCOMPARE(taken, QList<Run>{left});
    });
}

REVEILLE_TEST(BrokenConnectionsTest)

#include "tst_brokenconnections.moc"
