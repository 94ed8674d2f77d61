// SPDX-License-Identifier: MIT
#include "tests/stores/sharertest.h"

using namespace reveille;
using namespace Qt::StringLiterals;

/// Schedulers on several machines over one database of a server: each runs what it may.
class SharedHostsTest final : public SharerTest
{
    Q_OBJECT

public:
    SharedHostsTest() : SharerTest(u"one"_s, u"other"_s) {}

private Q_SLOTS:
    void fireTimes_byHost_runThereOnly();
    void nextRunTime_ofAnotherHost_isShownAsItGoesOn();
    void addJobs_reminder_belongsToItsMaker();
    void addJobs_reminderReplaced_keepsItsHost();
    void runNow_ofAnotherHost_isBegunThere();
    void modifyJobs_toAnotherHost_handsOverWhatWaits();
    void modifyJobs_ofAnotherHost_keepsItsPlace();
    void resumeJobs_ofAnotherHost_isNotCaughtUpThere();
    void retry_movedWhileItRan_isTheOthers();
    void unfinished_hostIsOff_waitsForIt();
    void unfinished_hostIsOff_isTakenByAnotherOfIt();
    void fireTimes_hostWasOff_areCaughtUpByIt();
    void cancelRun_onAnotherHost_endsThere();
    void cancelRun_hostIsOff_neverRuns();

private:
    static QJsonObject on(const QString &host) { return {{u"host"_s, host}}; }
    static bool isRunning(Sharer &sharer) { return sharer.executor->submitted().size() == 1; }
};

void SharedHostsTest::fireTimes_byHost_runThereOnly()
{
    one().start();
    one().add(u"a"_s, on(u"one"_s));
    one().add(u"b"_s, on(u"other"_s));
    other().start();
    m_clock.advance(1min);
    const auto wakeBoth = [&] {
        one().scheduler.wakeUp();
        other().scheduler.wakeUp();
    };
    QTRY_VERIFY((wakeBoth(), isRunning(one()) && isRunning(other())));
    QCOMPARE(one().executor->submitted()[0].jobId.value, u"a"_s);
    QCOMPARE(other().executor->submitted()[0].jobId.value, u"b"_s);
    QTRY_COMPARE(one().rows(u"a"_s, m_start), QStringList{u"running 1"_s});
    QTRY_COMPARE(one().rows(u"b"_s, m_start), QStringList{u"running 1"_s});
    QVERIFY(one().scheduler.job({u"b"_s})->isElsewhere && !one().scheduler.job({u"a"_s})->isElsewhere);
}

void SharedHostsTest::nextRunTime_ofAnotherHost_isShownAsItGoesOn()
{
    share(on(u"other"_s));
    m_clock.advance(1min);
    other().scheduler.wakeUp();
    QTRY_VERIFY(isRunning(other()));
    QCOMPARE(one().scheduler.job({u"a"_s})->nextRunTime, m_start + 1min);
    m_clock.advance(10s);
    one().scheduler.wakeUp();
    QTRY_COMPARE(one().scheduler.job({u"a"_s})->nextRunTime, m_start + 2min);
}

void SharedHostsTest::addJobs_reminder_belongsToItsMaker()
{
    const QJsonObject reminder{{u"task"_s, QJsonObject{{u"type"_s, u"reminder"_s}}}};
    QVERIFY(one().wait(one().scheduler.addJobs(QList<Job>{one().job(u"pending"_s, reminder)})));
    one().start();
    one().add(u"a"_s, reminder);
    QJsonObject elsewhere = reminder;
    elsewhere.insert(u"host"_s, u"other"_s);
    one().add(u"b"_s, elsewhere);
    one().add(u"c"_s);
    QVERIFY(one().wait(one().scheduler.addJob(one().job(u"d"_s, reminder).toJson())));
    for (const auto &[id, host] : {std::pair(u"pending"_s, u"one"_s), {u"a"_s, u"one"_s}, {u"b"_s, u"other"_s}, {u"c"_s, QString()}, {u"d"_s, u"one"_s}})
        QCOMPARE(one().scheduler.job({id})->job->host, host);
    // Whoever wants it to ring anywhere can say so afterwards, and what is brought back is as it was.
    QVERIFY(one().wait(one().scheduler.modifyJob({u"a"_s}, {{u"host"_s, QJsonValue()}})));
    const Job anywhere = *one().scheduler.job({u"a"_s})->job;
    QCOMPARE(anywhere.host, QString());
    QVERIFY(one().wait(one().scheduler.removeJobs({anywhere.id})));
    QVERIFY(one().wait(one().scheduler.restoreJobs({anywhere})));
    QCOMPARE(one().scheduler.job({u"a"_s})->job->host, QString());
}

void SharedHostsTest::addJobs_reminderReplaced_keepsItsHost()
{
    const auto add = [](Sharer &sharer, const QJsonObject &options) {
        QJsonObject reminder = options;
        reminder.insert(u"task"_s, QJsonObject{{u"type"_s, u"reminder"_s}});
        return sharer.wait(sharer.scheduler.addJob(sharer.job(u"a"_s, reminder).toJson(), NewJob::IfKnown::Replace));
    };
    one().start();
    QVERIFY(add(one(), {}));
    other().start();
    QVERIFY(add(other(), {}));
    QCOMPARE(other().scheduler.job({u"a"_s})->job->host, u"one"_s);
    QVERIFY(add(other(), on(u"other"_s)));
    QCOMPARE(other().scheduler.job({u"a"_s})->job->host, u"other"_s);
    QVERIFY(other().wait(other().scheduler.modifyJob({u"a"_s}, {{u"host"_s, QJsonValue()}})));
    QVERIFY(add(other(), {}));
    QCOMPARE(other().scheduler.job({u"a"_s})->job->host, QString());
}

void SharedHostsTest::runNow_ofAnotherHost_isBegunThere()
{
    Sharer third(m_url, m_clock, u"third"_s);
    one().start();
    one().add(u"a"_s, on(u"other"_s));
    third.start();
    other().start();
    const RunId run = one().wait(one().scheduler.runNow({u"a"_s})).value();
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(other()), int(Enough.count()));
    QVERIFY(other().executor->submitted()[0].runId == run);
    QTRY_COMPARE(one().rows(u"a"_s, m_start), QStringList{u"running 0"_s});
    QVERIFY(one().executor->submitted().isEmpty() && third.executor->submitted().isEmpty());
}

void SharedHostsTest::modifyJobs_toAnotherHost_handsOverWhatWaits()
{
    Sharer editor(m_url, m_clock, u"editor"_s);
    const QJsonObject retried{{u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 30}}}};
    one().start();
    one().add(u"a"_s, retried);
    m_clock.advance(1min);
    one().scheduler.wakeUp();
    QTRY_VERIFY(isRunning(one()));
    one().executor->end(one().executor->submitted()[0].runId, {.outcome = Outcome::Error, .reason = u"x"_s});
    QTRY_COMPARE(one().rows(u"a"_s, m_start), (QStringList{u"error 1"_s, u"waiting 1"_s}));
    other().start();
    editor.start();
    QVERIFY(editor.wait(editor.scheduler.modifyJob({u"a"_s}, on(u"other"_s))));
    QTRY_COMPARE(one().scheduler.job({u"a"_s})->job->host, u"other"_s);
    QTRY_COMPARE(other().scheduler.job({u"a"_s})->job->host, u"other"_s);
    m_clock.advance(30s);
    const auto wakeAll = [&] {
        for (Sharer *each : {&one(), &other(), &editor})
            each->scheduler.wakeUp();
    };
    QTRY_VERIFY_WITH_TIMEOUT((wakeAll(), isRunning(other())), int(Enough.count()));
    QCOMPARE(other().executor->submitted()[0].attempt, 2);
    QCOMPARE(one().executor->submitted().size(), 1);
    QVERIFY(editor.executor->submitted().isEmpty());
}

void SharedHostsTest::modifyJobs_ofAnotherHost_keepsItsPlace()
{
    share(on(u"other"_s));
    m_clock.advance(1min);
    other().scheduler.wakeUp();
    QTRY_VERIFY(isRunning(other()));
    QVERIFY(one().wait(one().scheduler.modifyJob({u"a"_s}, {{u"name"_s, u"Renamed"_s}})));
    QCOMPARE(one().scheduler.job({u"a"_s})->nextRunTime, m_start + 2min);
    QTRY_COMPARE(other().scheduler.job({u"a"_s})->job->name, u"Renamed"_s);
    QCOMPARE(other().scheduler.job({u"a"_s})->nextRunTime, m_start + 2min);
}

void SharedHostsTest::resumeJobs_ofAnotherHost_isNotCaughtUpThere()
{
    share(on(u"other"_s));
    QVERIFY(one().wait(one().scheduler.pauseJobs({{u"a"_s}})));
    QTRY_VERIFY(other().scheduler.job({u"a"_s})->status == JobStatus::Paused);
    m_clock.advance(5min);
    QVERIFY(one().wait(one().scheduler.resumeJobs({{u"a"_s}})));
    QTRY_VERIFY(other().scheduler.job({u"a"_s})->status == JobStatus::Scheduled);
    QCOMPARE(other().scheduler.job({u"a"_s})->nextRunTime, m_start + 6min);
    m_clock.advance(1min);
    QTRY_VERIFY((other().scheduler.wakeUp(), isRunning(other())));
    QTRY_COMPARE(one().rows(u"a"_s, m_start), (QStringList{u"skipped 1"_s, u"running 6"_s}));
}

void SharedHostsTest::retry_movedWhileItRan_isTheOthers()
{
    share({{u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 0}}}});
    QVERIFY(one().wait(one().scheduler.runNow({u"a"_s})));
    QTRY_VERIFY(isRunning(one()));
    QVERIFY(one().wait(one().scheduler.modifyJob({u"a"_s}, on(u"other"_s))));
    one().executor->end(one().executor->submitted()[0].runId, {.outcome = Outcome::Error, .reason = u"x"_s});
    QTRY_VERIFY_WITH_TIMEOUT((other().scheduler.wakeUp(), isRunning(other())), int(Enough.count()));
    QCOMPARE(other().executor->submitted()[0].attempt, 2);
    QCOMPARE(one().executor->submitted().size(), 1);
}

void SharedHostsTest::unfinished_hostIsOff_waitsForIt()
{
    QJsonObject repeated = on(u"one"_s);
    repeated.insert(u"delivery"_s, u"at_least_once"_s);
    other().start();
    other().add(u"a"_s, repeated);
    other().add(u"any"_s, {{u"delivery"_s, u"at_least_once"_s}, {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"hours"_s, 1}}}});
    {
        Sharer hung(m_url, m_clock, u"one"_s, 2s, 1h);
        hung.start();
        QVERIFY(hung.wait(hung.scheduler.runNow({u"a"_s})));
        QVERIFY(hung.wait(hung.scheduler.runNow({u"any"_s})));
        QTRY_COMPARE(hung.executor->submitted().size(), 2);
        QTRY_COMPARE(other().rows(u"a"_s, m_start), QStringList{u"running 0"_s});
        // What may run anywhere is taken over once the lease is over: by then so could have been the other.
        QTRY_VERIFY_WITH_TIMEOUT(isRunning(other()), int(Enough.count()));
        QCOMPARE(other().executor->submitted()[0].jobId.value, u"any"_s);
        QCOMPARE(other().rows(u"a"_s, m_start), QStringList{u"running 0"_s});
    }
    Sharer again(m_url, m_clock, u"one"_s);
    again.start();
    QTRY_COMPARE_WITH_TIMEOUT((again.scheduler.wakeUp(), again.rows(u"a"_s, m_start)), (QStringList{u"interrupted 0"_s, u"running 0"_s}), int(Enough.count()));
    QCOMPARE(again.executor->submitted()[0].attempt, 2);
    QVERIFY(isRunning(other()));
}

void SharedHostsTest::unfinished_hostIsOff_isTakenByAnotherOfIt()
{
    QJsonObject repeated = on(u"one"_s);
    repeated.insert(u"delivery"_s, u"at_least_once"_s);
    Sharer hung(m_url, m_clock, u"one"_s, 2s, 1h);
    Sharer beside(m_url, m_clock, u"one"_s);
    other().start();
    other().add(u"a"_s, repeated);
    hung.start();
    beside.start();
    m_clock.advance(1min);
    hung.scheduler.wakeUp();
    QTRY_VERIFY(isRunning(hung));
    QTRY_VERIFY_WITH_TIMEOUT((beside.scheduler.wakeUp(), isRunning(beside)), int(Enough.count()));
    QTRY_COMPARE(other().rows(u"a"_s, m_start), (QStringList{u"interrupted 1"_s, u"running 1"_s}));
    QVERIFY(other().executor->submitted().isEmpty());
}

void SharedHostsTest::fireTimes_hostWasOff_areCaughtUpByIt()
{
    other().start();
    other().add(u"a"_s, on(u"one"_s));
    m_clock.advance(90min); // of which the misfire grace time covers one hour
    other().scheduler.wakeUp();
    one().start();
    QTRY_VERIFY((one().scheduler.wakeUp(), isRunning(one())));
    QTRY_COMPARE(one().rows(u"a"_s, m_start), (QStringList{u"missed 1"_s, u"skipped 30"_s, u"running 90"_s}));
    QVERIFY(other().executor->submitted().isEmpty());
}

void SharedHostsTest::cancelRun_onAnotherHost_endsThere()
{
    share(on(u"other"_s));
    const RunId run = one().wait(one().scheduler.runNow({u"a"_s})).value();
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(other()), int(Enough.count()));
    QTRY_COMPARE(one().rows(u"a"_s, m_start), QStringList{u"running 0"_s});
    QVERIFY(one().wait(one().scheduler.cancelRun(run)));
    QTRY_COMPARE_WITH_TIMEOUT(one().rows(u"a"_s, m_start), QStringList{u"cancelled 0"_s}, int(Enough.count()));
    QCOMPARE(other().executor->activeCount(), 0);
}

void SharedHostsTest::cancelRun_hostIsOff_neverRuns()
{
    one().start();
    one().add(u"a"_s, on(u"other"_s));
    const RunId run = one().wait(one().scheduler.runNow({u"a"_s})).value();
    QCOMPARE(one().rows(u"a"_s, m_start), QStringList{u"waiting 0"_s});
    QVERIFY(one().wait(one().scheduler.cancelRun(run)));
    QTRY_COMPARE_WITH_TIMEOUT(one().rows(u"a"_s, m_start), QStringList{u"cancelled 0"_s}, int(Enough.count()));
    other().start();
    QVERIFY(other().executor->submitted().isEmpty());
    QVERIFY(one().executor->submitted().isEmpty());
}

REVEILLE_TEST(SharedHostsTest)

#include "tst_sharedhosts.moc"
