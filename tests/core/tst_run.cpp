// SPDX-License-Identifier: MIT
#include "core/jobs/run.h"
#include "tests/support/test.h"

#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RunTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void names_allValues_readBackAsThemselves();
    void names_unknown_areRefused();
    void failed_outcomes_onlyWhatShouldHaveWorked();
    void toJson_claimedRun_hasNullsForWhatIsNotYet();
    void toJson_finishedSpan_hasEverything();
    void toJson_invalidUtf8_isReplaced();
    void describeReason_otherText_staysAsItIs();
};

void RunTest::names_allValues_readBackAsThemselves()
{
    for (int i = 0; i <= int(RunState::Finished); ++i)
        QVERIFY(runStateFrom(toString(RunState(i))) == RunState(i));
    for (int i = 0; i <= int(Outcome::Interrupted); ++i) {
        QVERIFY(outcomeFrom(toString(Outcome(i))) == Outcome(i));
        QVERIFY(!describe(Outcome(i)).isEmpty());
    }
    for (int i = 0; i <= int(Cause::Snooze); ++i)
        QVERIFY(causeFrom(toString(Cause(i))) == Cause(i));
}

void RunTest::names_unknown_areRefused()
{
    QVERIFY(!runStateFrom(u"Running"_s));
    QVERIFY(!outcomeFrom(QString()));
    QVERIFY(!causeFrom(u"schedule "_s));
}

void RunTest::failed_outcomes_onlyWhatShouldHaveWorked()
{
    Run run;
    QVERIFY(!run.failed());
    for (int i = 0; i <= int(Outcome::Interrupted); ++i) {
        run.outcome = Outcome(i);
        const bool expected = run.outcome == Outcome::Error || run.outcome == Outcome::Timeout
            || run.outcome == Outcome::Interrupted;
        QCOMPARE(run.failed(), expected);
    }
}

void RunTest::toJson_claimedRun_hasNullsForWhatIsNotYet()
{
    Run run;
    run.id = {u"r1"_s};
    run.jobId = {u"backup"_s};
    run.scheduledAt = TimePoint(1000ms);
    const QJsonObject expected{
        {u"run_id"_s, u"r1"_s}, {u"job_id"_s, u"backup"_s}, {u"scheduled_at"_s, u"1970-01-01T00:00:01Z"_s},
        {u"cause"_s, u"schedule"_s}, {u"attempt"_s, 1}, {u"state"_s, u"claimed"_s},
        {u"started_at"_s, QJsonValue()}, {u"finished_at"_s, QJsonValue()}, {u"outcome"_s, QJsonValue()},
        {u"reason"_s, QString()}, {u"exit_code"_s, QJsonValue()}, {u"count"_s, 1}, {u"until"_s, QJsonValue()},
        {u"output"_s, QString()}, {u"output_truncated"_s, false}, {u"acknowledged_at"_s, QJsonValue()}};
    QCOMPARE(run.toJson(), expected);
}

void RunTest::toJson_finishedSpan_hasEverything()
{
    Run run;
    run.state = RunState::Finished;
    run.outcome = Outcome::Missed;
    run.reason = u"late"_s;
    run.count = 3;
    run.until = TimePoint(2500ms);
    run.exitCode = 0;
    run.acknowledgedAt = TimePoint(3000ms);
    const QJsonObject json = run.toJson();
    QCOMPARE(json[u"outcome"], QJsonValue(u"missed"_s));
    QCOMPARE(json[u"until"], QJsonValue(u"1970-01-01T00:00:02.500Z"_s));
    QCOMPARE(json[u"count"], QJsonValue(3));
    QCOMPARE(json[u"exit_code"], QJsonValue(0));
    QCOMPARE(json[u"acknowledged_at"], QJsonValue(u"1970-01-01T00:00:03Z"_s));
}

void RunTest::toJson_invalidUtf8_isReplaced()
{
    Run run;
    run.output = "a\xff" "b";
    QCOMPARE(run.toJson()[u"output"].toString(), u"a\ufffdb"_s);
}

void RunTest::describeReason_otherText_staysAsItIs()
{
    QCOMPARE(describeReason(u"exit code 3"_s), u"exit code 3"_s);
    QVERIFY(describeReason(u"late"_s) != u"late"_s);
}

REVEILLE_TEST(RunTest)

#include "tst_run.moc"
