// SPDX-License-Identifier: MIT
#include "core/notifications/notificationcenter.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QSignalSpy>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

class FakeBackend final : public NotificationBackend
{
    Q_OBJECT

public:
    enum class Works { Yes, No };
    explicit FakeBackend(Works works) : m_works(works) {}

    QFuture<Result<void>> show(const Notification &notification) override
    {
        if (m_works == Works::No)
            return QtFuture::makeReadyFuture(Result<void>(failure(ErrorCode::Unavailable, u"not here"_s)));
        shown.append(notification);
        return QtFuture::makeReadyFuture(Result<void>());
    }
    void withdraw(const QString &id) override { withdrawn.append(id); }

    QList<Notification> shown;
    QStringList withdrawn;

private:
    const Works m_works;
};

Event ended(Outcome outcome, const Notify &notify, int failuresInARow = 1)
{
    Job job;
    job.id = {u"job"_s};
    job.name = u"<b>Job</b>"_s;
    job.task = {{u"type"_s, u"command"_s}};
    job.notify = notify;
    const Run run{.id = RunId::create(), .jobId = job.id, .state = RunState::Finished, .outcome = outcome, .reason = u"exit code 3"_s,
                  .output = "what it printed\n"};
    const bool missed = outcome == Outcome::Missed;
    return {.type = outcome == Outcome::Success ? EventType::JobExecuted : missed ? EventType::JobMissed : EventType::JobError,
            .job = std::make_shared<const Job>(job), .run = std::make_shared<const Run>(run), .failuresInARow = failuresInARow};
}

} // namespace

class NotificationCenterTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takeEvents_table_data();
    void takeEvents_table();
    void takeEvents_error_tellsTheReasonAndTheOutput();
    void takeEvents_errorThatWillBeRetried_isNotToldOf();
    void show_reminder_usesTheFirstBackendThatWorks();
    void show_withoutAnyBackend_failsOrSucceedsAsChosen();
    void show_burst_isFoldedIntoOne();
    void actions_snoozeDoneAndClick_askForTheRightThing();

private:
    FakeClock m_clock{at("2026-11-20T00:00:00Z")};
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<NotificationCenter> m_center;
};

void NotificationCenterTest::init()
{
    Test::init();
    m_backend = std::make_unique<FakeBackend>(FakeBackend::Works::Yes);
    m_center = std::make_unique<NotificationCenter>(m_clock, NotificationCenter::WithoutBackend::Fails);
    m_center->addBackend(*m_backend);
}

void NotificationCenterTest::takeEvents_table_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("on");
    QTest::addColumn<int>("afterFailures");
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("told");
    const auto row = [](const char *name, Outcome outcome, NotifyOn on, int after, int failures, bool told) {
        QTest::newRow(name) << int(outcome) << int(on) << after << failures << told;
    };
    row("error", Outcome::Error, NotifyOn::Error, 1, 1, true);
    row("timeout", Outcome::Timeout, NotifyOn::Error, 1, 1, true);
    row("interrupted", Outcome::Interrupted, NotifyOn::Error, 1, 1, true);
    row("cancelled by the person", Outcome::Cancelled, NotifyOn::Error, 1, 1, false);
    row("error, not asked for", Outcome::Error, NotifyOn::Success, 1, 1, false);
    row("second of three", Outcome::Error, NotifyOn::Error, 3, 2, false);
    row("third of three", Outcome::Error, NotifyOn::Error, 3, 3, true);
    row("success", Outcome::Success, NotifyOn::Success, 1, 0, true);
    row("success, not asked for", Outcome::Success, NotifyOn::Error, 1, 0, false);
    row("recovery", Outcome::Success, NotifyOn::Recovery, 1, 1, true);
    row("no recovery without failure", Outcome::Success, NotifyOn::Recovery, 1, 0, false);
    row("missed", Outcome::Missed, NotifyOn::Missed, 1, 0, true);
    row("missed, not asked for", Outcome::Missed, NotifyOn::Error, 1, 0, false);
}

void NotificationCenterTest::takeEvents_table()
{
    QFETCH(int, outcome);
    QFETCH(int, on);
    QFETCH(int, afterFailures);
    QFETCH(int, failures);
    QFETCH(bool, told);
    m_center->takeEvents({ended(Outcome(outcome), {.on = {NotifyOn(on)}, .afterFailures = afterFailures}, failures)});
    QCOMPARE(m_backend->shown.size(), told ? 1 : 0);
}

void NotificationCenterTest::takeEvents_error_tellsTheReasonAndTheOutput()
{
    m_center->takeEvents({ended(Outcome::Error, {})});
    const Notification shown = m_backend->shown.value(0);
    QCOMPARE(shown.title, u"<b>Job</b> failed"_s);
    QCOMPARE(shown.body, u"exit code 3\nwhat it printed"_s);
    QVERIFY(shown.urgent);
}

void NotificationCenterTest::takeEvents_errorThatWillBeRetried_isNotToldOf()
{
    Event event = ended(Outcome::Error, {});
    event.willRetry = true;
    m_center->takeEvents({event});
    QVERIFY(m_backend->shown.isEmpty());
}

void NotificationCenterTest::show_reminder_usesTheFirstBackendThatWorks()
{
    FakeBackend broken(FakeBackend::Works::No);
    FakeBackend works(FakeBackend::Works::Yes);
    FakeBackend spare(FakeBackend::Works::Yes);
    NotificationCenter center(m_clock, NotificationCenter::WithoutBackend::Fails);
    for (FakeBackend *backend : {&broken, &works, &spare})
        center.addBackend(*backend);
    const QFuture<Result<void>> shown = center.show({.jobId = {u"j"_s}, .runId = {u"r"_s}, .title = u"Wake up"_s, .message = u"Good morning"_s});
    QTRY_VERIFY(shown.isFinished());
    QVERIFY(shown.result());
    QCOMPARE(works.shown.value(0).title, u"Wake up"_s);
    QCOMPARE(works.shown.value(0).body, u"Good morning"_s);
    QVERIFY(spare.shown.isEmpty());
}

void NotificationCenterTest::show_withoutAnyBackend_failsOrSucceedsAsChosen()
{
    using enum NotificationCenter::WithoutBackend;
    for (const auto choice : {Fails, Succeeds}) {
        NotificationCenter center(m_clock, choice);
        const QFuture<Result<void>> shown = center.show({.runId = {u"r"_s}, .title = u"x"_s});
        QTRY_VERIFY(shown.isFinished());
        QCOMPARE(shown.result().has_value(), choice == Succeeds);
    }
}

void NotificationCenterTest::show_burst_isFoldedIntoOne()
{
    QList<QFuture<Result<void>>> all;
    for (int i = 0; i < 1000; ++i)
        all.append(m_center->show({.jobId = {u"j"_s}, .runId = RunId::create(), .title = u"Reminder %1"_s.arg(i)}));
    QTRY_VERIFY(std::all_of(all.cbegin(), all.cend(), [](const auto &shown) { return shown.isFinished(); }));
    QVERIFY2(m_backend->shown.size() < 10, qPrintable(QString::number(m_backend->shown.size())));
    QVERIFY(m_backend->shown.last().title.contains(u"99"_s));
}

void NotificationCenterTest::actions_snoozeDoneAndClick_askForTheRightThing()
{
    QSignalSpy snoozed(m_center.get(), &NotificationCenter::snoozeRequested);
    QSignalSpy done(m_center.get(), &NotificationCenter::doneRequested);
    QSignalSpy opened(m_center.get(), &NotificationCenter::openRequested);
    for (const QString &key : {u"snooze"_s, u"done"_s, u"default"_s}) {
        const QFuture<Result<void>> shown = m_center->show({.jobId = {u"j"_s}, .runId = {key}, .title = u"x"_s});
        QTRY_VERIFY(shown.isFinished());
        Q_EMIT m_backend->actionInvoked(key, key);
        Q_EMIT m_backend->actionInvoked(key, key); // it is gone by now
    }
    QCOMPARE(snoozed.size(), 1);
    QCOMPARE(snoozed[0][0].value<RunId>().value, u"snooze"_s);
    QCOMPARE(done.size(), 1);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened[0][1].value<RunId>().isEmpty());

    const Event event = ended(Outcome::Error, {});
    m_center->takeEvents({event});
    Q_EMIT m_backend->actionInvoked(event.run->id.value, u"default"_s);
    QCOMPARE(opened.size(), 2);
    QVERIFY(opened[1][1].value<RunId>() == event.run->id);
    QCOMPARE(m_backend->withdrawn.size(), 4);
}

REVEILLE_TEST(NotificationCenterTest)
#include "tst_notificationcenter.moc"
