// SPDX-License-Identifier: MIT
#include "core/scheduler/qtscheduler.h"
#include "core/triggers/triggerkinds.h"
#include "tests/fault/failingstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeexecutor.h"
#include "tests/support/test.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

const TimePoint Start = at("2026-11-20T00:00:00Z");

} // namespace

/// What the scheduler makes ready for runs before they are due: for which of them, as the store is told.
class PreparationTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_scheduler.reset(); }
    void manyDueSoon_areExpected();
    void manyDueLater_areExpectedShortlyBefore();
    void manyRemovedMeanwhile_areNotExpected();
    void manyDueWhilePaused_areNotExpected();

private:
    void wait(const QFuture<Result<void>> &answer)
    {
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result());
    }
    void addJobs(const QString &prefix, int count, TimePoint at);
    void advance(milliseconds by)
    {
        m_clock.advance(by);
        m_scheduler->wakeUp();
    }
    /// Until a timer rings that was started after all those of the scheduler, and waits longer.
    static void settle()
    {
        QEventLoop loop;
        QTimer::singleShot(200, &loop, &QEventLoop::quit);
        loop.exec();
    }
    [[nodiscard]] size_t expected() const { return m_store->expectedRuns(); }
    [[nodiscard]] int started() const { return int(m_executor->submitted().size()); }

    const TriggerKinds m_kinds = TriggerKinds::builtIn();
    FakeClock m_clock{Start};
    std::optional<MemoryStore> m_memory;
    FailingStore *m_store = nullptr;
    FakeExecutor *m_executor = nullptr;
    std::unique_ptr<QtScheduler> m_scheduler;
};

void PreparationTest::init()
{
    m_clock.set(Start);
    m_memory.emplace();
    auto store = std::make_unique<FailingStore>(*m_memory);
    auto executor = std::make_unique<FakeExecutor>(FakeExecutor::Runs::EndAtOnce);
    m_store = store.get();
    m_executor = executor.get();
    const auto context = [this] { return JobContext{{m_kinds, Zone(), m_clock.now()}, [](const QJsonObject &task) {
                                                        return Result<CheckedTask>({.json = task, .misfireGraceTime = 1h, .name = u"Task"_s});
                                                    }}; };
    m_scheduler = std::make_unique<QtScheduler>(m_clock, context, std::move(store), std::move(executor));
    wait(m_scheduler->start());
}

void PreparationTest::addJobs(const QString &prefix, int count, TimePoint at)
{
    QList<NewJob> jobs;
    Job job;
    job.trigger = Trigger::parse(QJsonObject{{u"type"_s, u"date"_s}, {u"run_date"_s, formatInstant(at)}}, {m_kinds, Zone(), Start}).value();
    job.task = {{u"type"_s, u"fake"_s}};
    for (int i = 0; i < count; ++i) {
        job.id = {prefix + QString::number(i)};
        job.name = job.id.value;
        jobs.append({.job = std::make_shared<const Job>(job)});
    }
    const auto added = m_scheduler->addJobs(jobs);
    QTRY_VERIFY(added.isFinished());
    QVERIFY(added.result());
}

void PreparationTest::manyDueSoon_areExpected()
{
    addJobs(u"job"_s, 2500, Start + 10s);
    QTRY_COMPARE(expected(), size_t(2500));
    advance(10s);
    QTRY_COMPARE(started(), 2500);
}

void PreparationTest::manyDueLater_areExpectedShortlyBefore()
{
    addJobs(u"late"_s, 1400, Start + 4min);
    addJobs(u"soon"_s, 600, Start + 10s);
    QTRY_COMPARE(expected(), size_t(600));
    advance(10s);
    QTRY_COMPARE(started(), 600);
    advance(1min);
    settle();
    QCOMPARE(expected(), size_t(600));
    advance(2min);
    QTRY_COMPARE(expected(), size_t(1400));
}

void PreparationTest::manyRemovedMeanwhile_areNotExpected()
{
    addJobs(u"job"_s, 2500, Start + 10s);
    QTRY_VERIFY(expected() > 0); // the first part is ready
    wait(m_scheduler->removeAllJobs());
    addJobs(u"other"_s, 700, Start + 20s);
    QTRY_COMPARE(expected(), size_t(700));
    advance(20s);
    QTRY_COMPARE(started(), 700);
}

void PreparationTest::manyDueWhilePaused_areNotExpected()
{
    addJobs(u"job"_s, 2500, Start + 10s);
    QVERIFY(m_scheduler->pause());
    settle();
    QCOMPARE(expected(), size_t(0));
    wait(m_scheduler->resume());
    QTRY_COMPARE(expected(), size_t(2500));
}

REVEILLE_TEST(PreparationTest)
#include "tst_preparation.moc"
