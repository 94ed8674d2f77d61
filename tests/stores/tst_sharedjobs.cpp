// SPDX-License-Identifier: MIT
#include "core/scheduler/qtscheduler.h"
#include "core/stores/mariadb.h"
#include "core/stores/postgresql.h"
#include "core/stores/sqlstore.h"
#include "core/triggers/triggerkinds.h"
#include "tests/stores/serverdatabase.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeexecutor.h"
#include "tests/support/test.h"

#include <QRegularExpression>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Two schedulers over one database of a server.
class SharedJobsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void overlap_activeElsewhere_runsOnceThatEnds_data();
    void overlap_activeElsewhere_runsOnceThatEnds();
    void overlap_activeElsewhere_runsOnceTheLeaseIsOver();
    void runNow_activeElsewhere_waitsForThatToEnd();

protected Q_SLOTS:
    void init();

private:
    QString m_url;
};

namespace {

constexpr milliseconds Enough = 20s; // also where the machine is busy

Result<CheckedTask> checkAnything(const QJsonObject &task)
{
    return CheckedTask{.json = task, .misfireGraceTime = 1h, .name = u"Task"_s};
}

// One of those who share the database. All have the same clock, which stands still until a test moves it.
struct Sharer
{
    const FakeClock &clock;
    const TriggerKinds kinds = TriggerKinds::builtIn();
    FakeExecutor *executor = new FakeExecutor(FakeExecutor::Runs::LastUntilEnded);
    QtScheduler scheduler;

    Sharer(const QString &url, const FakeClock &fakeClock, milliseconds lease = 30s, milliseconds beat = 10s)
        : clock(fakeClock)
        , scheduler(clock, [this] { return context(); }, storeAt(url, lease, beat), std::unique_ptr<Executor>(executor))
    {
    }

    static std::unique_ptr<JobStore> storeAt(const QString &url, milliseconds lease, milliseconds beat)
    {
        ServerDialect dialect = QUrl(url).scheme() == u"mysql" ? mariadbDialect() : postgresqlDialect();
        dialect.sql.lease = lease;
        dialect.sql.beat = beat;
        dialect.sql.poll = 200ms;
        dialect.sql.watch = 50ms;
        return std::make_unique<SqlStore>(std::make_unique<ServerBackend>(dialect, QUrl(url)));
    }

    JobContext context() const { return {{kinds, Zone(), clock.now()}, &checkAnything}; }

    template<typename T>
    Result<T> wait(QFuture<Result<T>> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, int(Enough.count())) ? future.result()
                                                                                         : Result<T>(failure(ErrorCode::Unavailable, u"no answer"_s));
    }
    void start()
    {
        QVERIFY(wait(scheduler.start()));
        QVERIFY(wait(scheduler.allJobs()));
    }
    /// A job with a fire time every minute.
    void add(const QString &id, const QString &overlap)
    {
        const QJsonObject json{{u"id"_s, id}, {u"overlap"_s, overlap}, {u"task"_s, QJsonObject{{u"type"_s, u"fake"_s}}},
                               {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}}}};
        QVERIFY(wait(scheduler.addJobs(QList<Job>{Job::parse(json, context()).value()})));
    }
    /// The job's rows in the ledger, oldest first, as "success 1", in minutes from `start`.
    QStringList rows(const QString &id, TimePoint start)
    {
        QStringList texts;
        const QList<Run> runs = wait(scheduler.runs({.jobId = JobId{id}})).value_or(QList<Run>());
        for (const Run &run : runs) {
            texts.prepend((run.outcome ? toString(*run.outcome) : toString(run.state)) + u' '
                          + QString::number((run.scheduledAt - start) / 1min));
        }
        return texts;
    }
};

} // namespace

void SharedJobsTest::initTestCase_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("mariadb") << u"mariadb"_s;
}

void SharedJobsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!.*(The lease on|is another's by now))"_s));
    QFETCH_GLOBAL(QString, server);
    m_url = createServerDatabase(server);
}

void SharedJobsTest::overlap_activeElsewhere_runsOnceThatEnds_data()
{
    QTest::addColumn<QString>("overlap");
    QTest::newRow("queue") << u"queue"_s;
    QTest::newRow("replace") << u"replace"_s;
}

void SharedJobsTest::overlap_activeElsewhere_runsOnceThatEnds()
{
    QFETCH(QString, overlap);
    const TimePoint start = at("2026-11-20T00:00:00Z");
    FakeClock clock{start};
    Sharer one(m_url, clock);
    Sharer other(m_url, clock);
    one.start();
    one.add(u"a"_s, overlap);
    other.start();
    clock.advance(1min);
    one.scheduler.wakeUp();
    QTRY_COMPARE(one.executor->submitted().size(), 1);
    clock.advance(1min);
    QTRY_COMPARE((other.scheduler.wakeUp(), other.rows(u"a"_s, start)), (QStringList{u"running 1"_s, u"waiting 2"_s}));
    QVERIFY(other.executor->submitted().isEmpty());

    // From here on the clock stands still, and nothing of the job is due.
    one.executor->end(one.executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE_WITH_TIMEOUT(other.executor->submitted().size(), 1, int(Enough.count()));
    QTRY_COMPARE(other.rows(u"a"_s, start), (QStringList{u"success 1"_s, u"running 2"_s}));
    QCOMPARE(one.executor->submitted().size(), 1);
    other.executor->end(other.executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE(other.rows(u"a"_s, start), (QStringList{u"success 1"_s, u"success 2"_s}));
}

void SharedJobsTest::overlap_activeElsewhere_runsOnceTheLeaseIsOver()
{
    const TimePoint start = at("2026-11-20T00:00:00Z");
    FakeClock clock{start};
    Sharer hung(m_url, clock, 4s, 1h);
    Sharer other(m_url, clock);
    other.start();
    other.add(u"a"_s, u"queue"_s);
    hung.start();
    clock.advance(1min);
    hung.scheduler.wakeUp();
    QTRY_COMPARE(hung.executor->submitted().size(), 1);
    clock.advance(1min);
    QTRY_COMPARE((other.scheduler.wakeUp(), other.rows(u"a"_s, start)), (QStringList{u"running 1"_s, u"waiting 2"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(other.executor->submitted().size(), 1, int(Enough.count()));
    QTRY_COMPARE(other.rows(u"a"_s, start), (QStringList{u"interrupted 1"_s, u"running 2"_s}));
}

void SharedJobsTest::runNow_activeElsewhere_waitsForThatToEnd()
{
    const TimePoint start = at("2026-11-20T00:00:00Z");
    FakeClock clock{start};
    Sharer one(m_url, clock);
    Sharer other(m_url, clock);
    one.start();
    one.add(u"a"_s, u"queue"_s);
    other.start();
    QVERIFY(one.wait(one.scheduler.runNow({u"a"_s})));
    QTRY_COMPARE(one.executor->submitted().size(), 1);
    QVERIFY(other.wait(other.scheduler.runNow({u"a"_s})));
    // It finds out with its claim, and tries again later.
    const auto goOn = [&](milliseconds by) {
        clock.advance(by);
        other.scheduler.wakeUp();
        return other.executor->submitted().size();
    };
    QTRY_VERIFY((goOn(1s), clock.now() > start + 20s));
    QVERIFY(other.executor->submitted().isEmpty());
    QCOMPARE(other.rows(u"a"_s, start), (QStringList{u"running 0"_s, u"waiting 0"_s}));
    one.executor->end(one.executor->submitted()[0].runId, {.outcome = Outcome::Success});
    QTRY_COMPARE_WITH_TIMEOUT(goOn(50ms), 1, int(Enough.count()));
    QTRY_COMPARE(other.rows(u"a"_s, start), (QStringList{u"success 0"_s, u"running 0"_s}));
}

REVEILLE_TEST(SharedJobsTest)

#include "tst_sharedjobs.moc"
