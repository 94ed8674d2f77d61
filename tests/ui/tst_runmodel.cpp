// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/history/liveoutput.h"
#include "ui/history/outputpane.h"
#include "ui/history/runmodel.h"
#include "ui/text/plaintext.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace reveille;
using namespace Qt::StringLiterals;

class RunModelTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runs_comeWhileTheyHappen();
    void span_readsAsOneSentence();
    void claimedRun_showsAsQueued();
    void output_whileItRuns_isShown();
    void output_withTerminalCodes_isReadable();

private:
    std::unique_ptr<UiWorld> m_world;
};

void RunModelTest::init()
{
    Test::init();
    m_world = std::make_unique<UiWorld>();
    m_world->start();
}

void RunModelTest::runs_comeWhileTheyHappen()
{
    RunModel model(m_world->engine);
    const QAbstractItemModelTester tester(&model);
    const Job job = m_world->add(R"({"task": {"type": "command", "program": "/bin/true"}, "trigger": {"type": "cron", "hour": 2}})");
    model.setJob(job.id, Zone());
    QSignalSpy resets(&model, &RunModel::modelReset);
    auto asked = m_world->engine.runNow(job.id);
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.index(0, RunModel::OutcomeColumn).data().toString(), describe(Outcome::Success));
    QCOMPARE(model.index(0, RunModel::CodeColumn).data().toString(), u"0"_s);
    QVERIFY(!model.index(0, RunModel::StartedColumn).data().toString().isEmpty());
    QVERIFY(!model.index(0, RunModel::DurationColumn).data().toString().isEmpty());
    QCOMPARE(resets.count(), 0);
    model.setJob({}, Zone());
    QCOMPARE(model.rowCount(), 0);
}

void RunModelTest::span_readsAsOneSentence()
{
    RunModel model(m_world->engine);
    const Job job = m_world->add(R"({"task": {"type": "command", "program": "/bin/true"}, "trigger": {"type": "cron", "hour": 2}})");
    model.setJob(job.id, Zone());
    Run span;
    span.id = RunId::create();
    span.jobId = job.id;
    span.scheduledAt = date::sys_days(date::year(2026) / 11 / 20);
    span.until = span.scheduledAt + std::chrono::hours(36);
    span.count = 37;
    span.state = RunState::Finished;
    span.outcome = Outcome::Missed;
    span.reason = u"paused"_s;
    Event event;
    event.run = std::make_shared<const Run>(span);
    Q_EMIT m_world->engine.eventsHappened({event});
    QCOMPARE(model.rowCount(), 1);
    const QString text = model.index(0, RunModel::ScheduledColumn).data().toString();
    QVERIFY2(text.startsWith(u"37 fire times from"_s) && text.contains(u"21 Nov 2026 12:00"_s), qPrintable(text));
}

void RunModelTest::claimedRun_showsAsQueued()
{
    RunModel model(m_world->engine);
    const Job job = m_world->add(R"({"task": {"type": "command", "program": "/bin/true"}, "trigger": {"type": "cron", "hour": 2}})");
    model.setJob(job.id, Zone());
    Event event;
    event.run = std::make_shared<const Run>(Run{.id = RunId::create(), .jobId = job.id, .scheduledAt = date::sys_days(date::year(2026) / 11 / 20)});
    Q_EMIT m_world->engine.eventsHappened({event});
    QCOMPARE(model.index(0, RunModel::OutcomeColumn).data().toString(), u"Queued"_s);
}

void RunModelTest::output_whileItRuns_isShown()
{
    const LiveOutput live(m_world->engine);
    OutputPane pane(m_world->engine, live);
    RunModel model(m_world->engine);
    // It goes on until the test says so.
    const Job job = m_world->add(R"({"task": {"type": "command", "command_line": "echo '<b>begin</b>'; exec sleep 60", "shell": true},
                                     "trigger": {"type": "cron", "hour": 2}})");
    model.setJob(job.id, Zone());
    auto asked = m_world->engine.runNow(job.id);
    QTRY_VERIFY(model.rowCount() == 1 && model.run(0).state == RunState::Running);
    pane.setRun(model.run(0), Zone());
    QTRY_COMPARE(part<QPlainTextEdit>(pane, u"output"_s).toPlainText(), u"<b>begin</b>\n"_s);
    QSignalSpy cancel(&pane, &OutputPane::cancelRequested);
    press(pane, u"cancelRun"_s);
    QVERIFY(cancel.constFirst().constFirst().value<RunId>() == model.run(0).id);
    auto cancelled = m_world->engine.cancelRun(model.run(0).id);
    QTRY_VERIFY(model.run(0).state == RunState::Finished);
}

void RunModelTest::output_withTerminalCodes_isReadable()
{
    QCOMPARE(readableOutput(u"\x1b[31mred\x1b[0m\r\nbell\x07 a\rb"_s), u"red\nbell\u2407 a\nb"_s);
}

REVEILLE_TEST(RunModelTest)

#include "tst_runmodel.moc"
