// SPDX-License-Identifier: MIT
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QJsonDocument>
#include <QTest>

#include <cstdlib>
#include <new>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

thread_local int allocations = 0;

} // namespace

// Stand before the standard library's, for all of this program.
void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size ? size : 1))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

// A search for a fire time asks for no memory: it may run a hundred thousand times in one pass of the scheduler.
class TriggerAllocationsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void next_anyKind_allocatesNothing_data();
    void next_anyKind_allocatesNothing();

private:
    const TriggerKinds m_kinds = TriggerKinds::builtIn();
};

void TriggerAllocationsTest::next_anyKind_allocatesNothing_data()
{
    QTest::addColumn<QString>("json");

    const QString cron = uR"({"type": "cron", "crontab": "30 2 * * 1-5", "timezone": "America/New_York"})"_s;
    const QString interval = uR"({"type": "interval", "hours": 1, "start_date": "2026-01-01T00:30:00"})"_s;
    QTest::newRow("date") << uR"({"type": "date", "run_date": "2190-01-01"})"_s;
    QTest::newRow("interval") << interval;
    QTest::newRow("calendarinterval") << uR"({"type": "calendarinterval", "months": 1, "days": 3, "start_date": "2020-01-31"})"_s;
    QTest::newRow("cron, fixed") << cron;
    QTest::newRow("cron, periodic") << uR"({"type": "cron", "crontab": "*/15 * L,15W * fri#2", "timezone": "Australia/Lord_Howe"})"_s;
    QTest::newRow("cron, weeks") << uR"({"type": "cron", "week": 53, "day_of_week": "mon", "hour": 8})"_s;
    QTest::newRow("and") << uR"({"type": "and", "triggers": [%1, %2]})"_s.arg(cron, interval);
    QTest::newRow("or") << uR"({"type": "or", "triggers": [%1, %2]})"_s.arg(cron, interval);
}

void TriggerAllocationsTest::next_anyKind_allocatesNothing()
{
    QFETCH(QString, json);
    const TimePoint start = at("2026-01-01T00:00:00Z");
    const Trigger trigger = Trigger::parse(QJsonDocument::fromJson(json.toUtf8()).object(), {m_kinds, Zone(), start}).value();
    const int before = allocations;
    QVERIFY(before > 0); // they are counted
    OptionalTime t = start;
    for (int i = 0; i < 200 && t; ++i)
        t = trigger.next(*t);
    QCOMPARE(allocations, before);
}

REVEILLE_TEST(TriggerAllocationsTest)
#include "tst_triggerallocations.moc"
