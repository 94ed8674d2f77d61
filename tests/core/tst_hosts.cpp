// SPDX-License-Identifier: MIT
#include "core/base/hostname.h"
#include "tests/support/schedulerdesk.h"

using namespace reveille;
using namespace Qt::StringLiterals;

/// The jobs of other machines in a store that is not shared, and what the name of this one is.
class HostsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void hostName_text_isANameOrNone_data();
    void hostName_text_isANameOrNone();
    void setHost_noName_isInvalid();
    void setHost_afterTheStart_isRefused();
    void configure_host_isTakenOrNamed();
    void fireTimes_ofAnotherHost_areLeftAlone();
    void fireTimes_ofThisHost_run();
    void start_dueOnAnotherHost_missesNothing();
    void resume_scheduler_writesNothingOffForAnotherHost();
    void resumeJobs_ofAnotherHost_writesOffItsPause();
    void clockSetBack_ofAnotherHost_keepsItsNextFireTime();
    void executor_ofAnotherHost_needNotBeHere();
    void runNow_ofAnotherHost_waits();
    void modifyJobs_toAnotherHost_letsGoOfWhatWaits();
    void modifyJobs_toThisHost_catchesUpByItsRules();
    void addJobs_reminder_getsNoHost();
    void describeJobs_host_isTold();

private:
    static QJsonObject on(const QString &host) { return {{u"host"_s, host}}; }
    static void name(Desk &desk) { QVERIFY(desk.scheduler.setHost(u"here"_s)); }
};

void HostsTest::hostName_text_isANameOrNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name"); // empty: none
    QTest::newRow("a label") << u"box"_s << u"box"_s;
    QTest::newRow("in lower case") << u"Box-1.Example.ORG"_s << u"box-1.example.org"_s;
    QTest::newRow("Windows") << u"DESKTOP_1"_s << u"desktop_1"_s;
    QTest::newRow("letters of any kind") << u"电脑"_s << u"电脑"_s;
    QTest::newRow("longest") << QString(253, u'x') << QString(253, u'x');
    QTest::newRow("too long") << QString(254, u'x') << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("space") << u"my box"_s << QString();
    QTest::newRow("control") << u"box\n"_s << QString();
    QTest::newRow("quote") << u"box'"_s << QString();
    QTest::newRow("path") << u"box/1"_s << QString();
}

void HostsTest::hostName_text_isANameOrNone()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(hostName(text).value_or(QString()), name);
}

void HostsTest::setHost_noName_isInvalid()
{
    Desk desk;
    QCOMPARE(desk.scheduler.host(), ownHostName());
    const Result<void> named = desk.scheduler.setHost(u"no name"_s);
    QVERIFY(!named && named.error().code == ErrorCode::Invalid);
    QCOMPARE(named.error().key, u"host"_s);
    QCOMPARE(desk.scheduler.host(), ownHostName());
}

void HostsTest::setHost_afterTheStart_isRefused()
{
    Desk desk;
    desk.start();
    const Result<void> named = desk.scheduler.setHost(u"here"_s);
    QVERIFY(!named && named.error().code == ErrorCode::Refused);
}

void HostsTest::configure_host_isTakenOrNamed()
{
    QtScheduler scheduler;
    QVERIFY(scheduler.configure(SchedulerConfig::fromMap({{u"reveille.host"_s, u"Here"_s}}).value()));
    QCOMPARE(scheduler.host(), u"here"_s);
    const Result<SchedulerConfig> wrong = SchedulerConfig::fromMap({{u"reveille.host"_s, u"no name"_s}});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().key, u"reveille.host"_s);
}

void HostsTest::fireTimes_ofAnotherHost_areLeftAlone()
{
    Desk desk;
    name(desk);
    desk.start();
    desk.add(desk.job(u"a"_s, on(u"there"_s)));
    const OptionalTime next = desk.snapshot(u"a"_s).nextRunTime;
    desk.advance(10min);
    QVERIFY(desk.executor->submitted().isEmpty());
    QCOMPARE(desk.rows(u"a"_s), QStringList());
    QVERIFY(desk.snapshot(u"a"_s).isElsewhere);
    QVERIFY(next);
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, next);
    QVERIFY(desk.snapshot(u"a"_s).status == JobStatus::Scheduled);
}

void HostsTest::fireTimes_ofThisHost_run()
{
    Desk desk;
    name(desk);
    desk.start();
    desk.add(desk.job(u"a"_s, on(u"HERE"_s)));
    desk.advance(1min);
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"success 1"_s});
    QVERIFY(!desk.snapshot(u"a"_s).isElsewhere);
}

void HostsTest::start_dueOnAnotherHost_missesNothing()
{
    Desk desk;
    name(desk);
    JobRecord record;
    record.id = {u"a"_s};
    record.nextFireTime = Start - 48h;
    record.data = desk.job(u"a"_s, on(u"there"_s)).toJsonText();
    Run waiting{.id = {u"w"_s}, .jobId = record.id, .scheduledAt = Start - 1h, .dueAt = Start - 1h, .cause = Cause::Retry, .state = RunState::Waiting,
                .attempt = 2};
    Run running{.id = {u"r"_s}, .jobId = record.id, .scheduledAt = Start - 2h, .dueAt = Start - 2h, .state = RunState::Running};
    QVERIFY(desk.wait(desk.store->open()));
    QVERIFY(desk.wait(desk.store->add({record})));
    QVERIFY(desk.wait(desk.store->record(QList<Run>{waiting, running})));
    QVERIFY(desk.wait(desk.store->close()));
    desk.start();
    desk.advance(1min);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"running -120"_s, u"waiting -60 attempt 2"_s}));
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, Start - 48h);
}

void HostsTest::resume_scheduler_writesNothingOffForAnotherHost()
{
    Desk desk;
    name(desk);
    desk.start();
    desk.add(desk.job(u"own"_s));
    desk.add(desk.job(u"other"_s, on(u"there"_s)));
    QVERIFY(desk.scheduler.pause());
    desk.advance(5min);
    QVERIFY(desk.wait(desk.scheduler.resume()));
    QCOMPARE(desk.rows(u"own"_s), QStringList{u"skipped 1-5 paused"_s});
    QCOMPARE(desk.rows(u"other"_s), QStringList());
}

void HostsTest::resumeJobs_ofAnotherHost_writesOffItsPause()
{
    Desk desk;
    name(desk);
    desk.start();
    desk.add(desk.job(u"a"_s, on(u"there"_s)));
    QVERIFY(desk.wait(desk.scheduler.pauseJobs({JobId{u"a"_s}})));
    desk.advance(5min);
    QVERIFY(desk.wait(desk.scheduler.resumeJobs({JobId{u"a"_s}})));
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"skipped 1-5 paused"_s}); // else that machine would catch up
    QCOMPARE(desk.snapshot(u"a"_s).nextRunTime, Start + 6min);
}

void HostsTest::clockSetBack_ofAnotherHost_keepsItsNextFireTime()
{
    Desk desk;
    name(desk);
    desk.start();
    const QJsonObject hourly{{u"type"_s, u"cron"_s}, {u"minute"_s, 0}};
    desk.clock.advance(240h);
    desk.scheduler.wakeUp();
    desk.add(desk.job(u"own"_s, {{u"trigger"_s, hourly}}));
    desk.add(desk.job(u"other"_s, {{u"trigger"_s, hourly}, {u"host"_s, u"there"_s}}));
    desk.advance(-240h);
    QCOMPARE(desk.snapshot(u"own"_s).nextRunTime, Start + 1h);
    QCOMPARE(desk.snapshot(u"other"_s).nextRunTime, Start + 241h);
}

void HostsTest::executor_ofAnotherHost_needNotBeHere()
{
    Desk desk;
    name(desk);
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"host"_s, u"there"_s}, {u"executor"_s, u"theirs"_s}}));
    QVERIFY(desk.snapshot(u"a"_s).status == JobStatus::Scheduled);
    const auto moved = desk.wait(desk.scheduler.modifyJobs({desk.job(u"a"_s, {{u"executor"_s, u"theirs"_s}})}));
    QVERIFY(!moved);
    QCOMPARE(moved.error().key, u"executor"_s);
}

void HostsTest::runNow_ofAnotherHost_waits()
{
    Desk desk;
    name(desk);
    desk.start();
    desk.add(desk.job(u"a"_s, on(u"there"_s)));
    QVERIFY(desk.wait(desk.scheduler.runNow({u"a"_s})));
    desk.advance(1min);
    QVERIFY(desk.executor->submitted().isEmpty());
    QCOMPARE(desk.rows(u"a"_s), QStringList{u"waiting 0"_s});
}

void HostsTest::modifyJobs_toAnotherHost_letsGoOfWhatWaits()
{
    Desk desk;
    name(desk);
    desk.executor->setResult({.outcome = Outcome::Error, .reason = u"x"_s});
    desk.start();
    const QJsonObject retried{{u"retries"_s, QJsonObject{{u"count"_s, 1}, {u"delay"_s, 30}}}};
    QJsonObject moved = retried;
    moved.insert(u"host"_s, u"there"_s);
    desk.add(desk.job(u"a"_s, retried));
    desk.advance(1min);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"error 1 x"_s, u"waiting 1 attempt 2"_s}));
    QVERIFY(desk.wait(desk.scheduler.modifyJobs({desk.job(u"a"_s, moved)})));
    desk.advance(10min);
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"error 1 x"_s, u"waiting 1 attempt 2"_s}));
    QCOMPARE(desk.executor->submitted().size(), 1);
}

void HostsTest::modifyJobs_toThisHost_catchesUpByItsRules()
{
    Desk desk;
    name(desk);
    desk.start();
    const Job job = desk.job(u"a"_s, on(u"there"_s));
    desk.add(job);
    desk.advance(3min);
    Job here = job;
    here.host = u"here"_s;
    QVERIFY(desk.wait(desk.scheduler.modifyJobs({here})));
    desk.settle();
    QCOMPARE(desk.rows(u"a"_s), (QStringList{u"skipped 1-2 coalesced"_s, u"success 3"_s}));
}

void HostsTest::addJobs_reminder_getsNoHost()
{
    Desk desk;
    desk.start();
    desk.add(desk.job(u"a"_s, {{u"task"_s, QJsonObject{{u"type"_s, u"reminder"_s}}}}));
    QCOMPARE(desk.snapshot(u"a"_s).job->host, QString()); // its file may be moved to another machine
}

void HostsTest::describeJobs_host_isTold()
{
    Desk desk;
    name(desk);
    desk.start();
    desk.add(desk.job(u"a"_s, on(u"there"_s)));
    desk.add(desk.job(u"b"_s));
    QCOMPARE(desk.scheduler.describeJobs().count(u", on there)"_s), 1);
}

REVEILLE_TEST(HostsTest)
#include "tst_hosts.moc"
