// SPDX-License-Identifier: MIT
#include "tests/support/taskfixture.h"
#include "tests/support/test.h"

#include <QPromise>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

class ReminderTaskTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void check_goodTask_isKeptAsItIs();
    void check_badTask_namesTheKey_data();
    void check_badTask_namesTheKey();
    void registry_unknownType_namesTheTypes();
    void run_shown_succeeds();
    void run_notShown_isAnError();
    void run_presenterGone_isAnError();
    void run_defaults_areBellAndEighty();
    void cancel_beforeAnswer_isCancelledOnce();

private:
    TaskFixture m_fixture;
};

void ReminderTaskTest::check_goodTask_isKeptAsItIs()
{
    const QJsonObject task{{u"type"_s, u"reminder"_s}, {u"message"_s, u"<b>起床</b>"_s}, {u"volume"_s, 0}};
    QJsonObject withNull = task;
    withNull[u"sound"_s] = QJsonValue();
    const CheckedTask checked = m_fixture.tasks.check(withNull).value();
    QCOMPARE(checked.json, task);
    QCOMPARE(checked.name, u"<b>起床</b>"_s);
    QVERIFY(checked.misfireGraceTime == milliseconds(10min));
    QCOMPARE(checked.delivery, Delivery::AtLeastOnce);
}

void ReminderTaskTest::check_badTask_namesTheKey_data()
{
    QTest::addColumn<QJsonObject>("task");
    QTest::addColumn<QString>("key");
    QTest::newRow("no message") << QJsonObject{} << u"message"_s;
    QTest::newRow("only spaces") << QJsonObject{{u"message"_s, u" \n"_s}} << u"message"_s;
    QTest::newRow("null character") << QJsonObject{{u"message"_s, u"a\0b"_s}} << u"message"_s;
    QTest::newRow("number as message") << QJsonObject{{u"message"_s, 3}} << u"message"_s;
    QTest::newRow("too loud") << QJsonObject{{u"message"_s, u"x"_s}, {u"volume"_s, 101}} << u"volume"_s;
    QTest::newRow("unknown sound") << QJsonObject{{u"message"_s, u"x"_s}, {u"sound"_s, u"horn"_s}} << u"sound"_s;
    QTest::newRow("unknown key") << QJsonObject{{u"message"_s, u"x"_s}, {u"mesage"_s, u"y"_s}} << u"mesage"_s;
}

void ReminderTaskTest::check_badTask_namesTheKey()
{
    QFETCH(QJsonObject, task);
    task[u"type"_s] = u"reminder"_s;
    QTEST(m_fixture.errorKey(task), "key");
}

void ReminderTaskTest::registry_unknownType_namesTheTypes()
{
    const Result<CheckedTask> checked = m_fixture.tasks.check({{u"type"_s, u"dance"_s}});
    QVERIFY(!checked);
    QCOMPARE(checked.error().key, u"type"_s);
    QVERIFY(checked.error().message.contains(u"reminder, command, http"_s));
    QCOMPARE(m_fixture.errorKey({}), u"type"_s);
}

void ReminderTaskTest::run_shown_succeeds()
{
    m_fixture.presenter.shown.clear();
    const TaskResult result = m_fixture.run({{u"type"_s, u"reminder"_s}, {u"message"_s, u"Wake up"_s}, {u"sound"_s, QString()}, {u"volume"_s, 5}});
    QCOMPARE(toString(result.outcome), toString(Outcome::Success));
    QCOMPARE(m_fixture.presenter.shown.size(), 1);
    const Reminder reminder = m_fixture.presenter.shown[0];
    QCOMPARE(reminder.title, u"A job"_s);
    QCOMPARE(reminder.message, u"Wake up"_s);
    QCOMPARE(reminder.runId.value, u"run1"_s);
    QCOMPARE(reminder.volume, 5);
    QVERIFY(reminder.sound.isEmpty());
}

void ReminderTaskTest::run_notShown_isAnError()
{
    TaskFixture fixture;
    fixture.presenter.answer = QtFuture::makeReadyFuture(Result<void>(failure(ErrorCode::Unavailable, u"No screen"_s)));
    const TaskResult result = fixture.run({{u"type"_s, u"reminder"_s}, {u"message"_s, u"x"_s}});
    QCOMPARE(toString(result.outcome), toString(Outcome::Error));
    QCOMPARE(result.reason, u"No screen"_s);
}

void ReminderTaskTest::run_presenterGone_isAnError()
{
    TaskFixture fixture;
    QPromise<Result<void>> promise;
    promise.start();
    fixture.presenter.answer = promise.future();
    const auto run = fixture.create({{u"type"_s, u"reminder"_s}, {u"message"_s, u"x"_s}});
    QSignalSpy finished(run.get(), &TaskRun::finished);
    run->start();
    promise = {};
    QCOMPARE(toString(fixture.waitFor(finished).outcome), toString(Outcome::Error));
}

void ReminderTaskTest::run_defaults_areBellAndEighty()
{
    m_fixture.presenter.shown.clear();
    (void)m_fixture.run({{u"type"_s, u"reminder"_s}, {u"message"_s, u"x"_s}});
    QCOMPARE(m_fixture.presenter.shown[0].sound, u"bell"_s);
    QCOMPARE(m_fixture.presenter.shown[0].volume, 80);
}

void ReminderTaskTest::cancel_beforeAnswer_isCancelledOnce()
{
    TaskFixture fixture;
    QPromise<Result<void>> promise;
    promise.start();
    fixture.presenter.answer = promise.future();
    const auto run = fixture.create({{u"type"_s, u"reminder"_s}, {u"message"_s, u"x"_s}});
    QSignalSpy finished(run.get(), &TaskRun::finished);
    run->start();
    run->cancel();
    run->cancel();
    QVERIFY(finished.isEmpty());
    QCOMPARE(toString(fixture.waitFor(finished).outcome), toString(Outcome::Cancelled));
    promise.addResult(Result<void>());
    promise.finish();
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

REVEILLE_TEST(ReminderTaskTest)

#include "tst_remindertask.moc"
