// SPDX-License-Identifier: MIT
#include "core/base/jsonreader.h"
#include "core/base/jsontext.h"
#include "tests/fault/faultdesk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QTest>

#include <stdexcept>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

/// Fires every minute, as somebody who uses the library may have written it: after a while it throws.
class MoodyTrigger final : public TriggerKind
{
public:
    enum class Mood { Standard, Strange };

    MoodyTrigger(TimePoint throwsFrom, Mood mood) : m_throwsFrom(throwsFrom), m_mood(mood) {}

    static TriggerKinds::Kind parse(JsonReader &reader, const TriggerContext &)
    {
        const Result<TimePoint> from = parseInstant(reader.string(u"throws_from"_s).value_or(QString()), u"throws_from"_s);
        const auto mood = reader.oneOf<Mood>(u"mood"_s, {u"standard"_s, u"strange"_s}).value_or(Mood::Standard);
        if (!from)
            reader.fail(from.error());
        return from ? std::make_shared<MoodyTrigger>(*from, mood) : nullptr;
    }

    OptionalTime next(TimePoint after) const override
    {
        const TimePoint next = TimePoint(date::floor<std::chrono::minutes>(after)) + 1min;
        if (next < m_throwsFrom)
            return next;
        if (m_mood == Mood::Standard)
            throw std::runtime_error("out of mood");
        throw 42;
    }
    static inline bool cantBeWritten = false;
    void writeTo(JsonText &json) const override
    {
        if (cantBeWritten)
            throw std::runtime_error("out of ink");
        json.key("type"_L1).write("moody"_L1);
        json.key("throws_from"_L1).write(formatInstant(m_throwsFrom));
        json.key("mood"_L1).write(m_mood == Mood::Standard ? "standard"_L1 : "strange"_L1);
    }
    QString describe() const override { return u"As it likes"_s; }
    const Zone &zone() const override { return m_zone; }

private:
    TimePoint m_throwsFrom;
    Mood m_mood;
    Zone m_zone;
};

TriggerKinds kinds()
{
    TriggerKinds kinds = TriggerKinds::builtIn();
    kinds.add(u"moody"_s, &MoodyTrigger::parse);
    return kinds;
}

const TimePoint Start = at("2026-11-20T00:00:00Z");
const QJsonObject EveryMinute{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}};

QJsonObject moody(TimePoint throwsFrom, const QString &mood = u"standard"_s)
{
    return {{u"type"_s, u"moody"_s}, {u"throws_from"_s, formatInstant(throwsFrom)}, {u"mood"_s, mood}};
}

} // namespace

// A trigger of somebody else's that throws harms its own job only, wherever the scheduler calls it.
class ThrowingTriggerTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void addJobs_throws_isRefusedAndNothingAdded();
    void pass_throws_breaksThatJobOnly_data();
    void pass_throws_breaksThatJobOnly();
    void pass_throwsInALongSleep_breaksThatJobOnly();
    void modifyJobs_brokenJob_isHealed();
    void modifyJobs_throwsWhenWritten_isAnErrorAndHoldsUpNothing();
    void resume_throws_breaksThatJobOnly();
    void queue_throws_breaksThatJobOnly();
    void clock_setBackWhereItThrows_leavesTheOthersRight();

private:
    void expectBroken(const QString &reason = u"out of mood"_s)
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Job moody is broken: .*%1"_s.arg(reason)));
    }
};

void ThrowingTriggerTest::addJobs_throws_isRefusedAndNothingAdded()
{
    FaultDesk desk(kinds());
    QVERIFY(!desk.start());
    const auto refused = desk.wait(desk.scheduler().addJobs(QList<Job>{desk.job(u"good"_s, EveryMinute), desk.job(u"moody"_s, moody(Start))}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().key, u"trigger"_s);
    QVERIFY(refused.error().message.contains(u"out of mood"_s));
    QVERIFY(desk.scheduler().jobs().isEmpty());
}

void ThrowingTriggerTest::pass_throws_breaksThatJobOnly_data()
{
    QTest::addColumn<QString>("mood");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a standard exception") << u"standard"_s << u"out of mood"_s;
    QTest::newRow("something else") << u"strange"_s << u"no std::exception"_s;
}

void ThrowingTriggerTest::pass_throws_breaksThatJobOnly()
{
    QFETCH(QString, mood);
    QFETCH(QString, reason);
    FaultDesk desk(kinds());
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"before"_s, EveryMinute)));
    QVERIFY(!desk.add(desk.job(u"moody"_s, moody(Start + 3min, mood))));
    QVERIFY(!desk.add(desk.job(u"after"_s, EveryMinute)));
    expectBroken(reason);
    for (int minute = 0; minute < 5; ++minute)
        QVERIFY(desk.advance(1min));
    QVERIFY(desk.snapshot(u"moody"_s).status == JobStatus::Broken);
    QVERIFY(desk.snapshot(u"moody"_s).brokenReason.contains(reason));
    QCOMPARE(desk.rows(u"moody"_s).size(), 1);
    for (const QString &id : {u"before"_s, u"after"_s}) {
        QCOMPARE(desk.mistakeIn(id, Start + 1min), QString());
        QCOMPARE(desk.rows(id).size(), 5);
    }
}

void ThrowingTriggerTest::pass_throwsInALongSleep_breaksThatJobOnly()
{
    FaultDesk desk(kinds());
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"moody"_s, moody(Start + 30min), {{u"coalesce"_s, u"all"_s}})));
    QVERIFY(!desk.add(desk.job(u"good"_s, EveryMinute)));
    expectBroken();
    QVERIFY(desk.advance(1h));
    QVERIFY(desk.snapshot(u"moody"_s).status == JobStatus::Broken);
    QCOMPARE(desk.mistakeIn(u"good"_s, Start + 1min), QString());
}

void ThrowingTriggerTest::modifyJobs_brokenJob_isHealed()
{
    FaultDesk desk(kinds());
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"moody"_s, moody(Start + 2min))));
    expectBroken();
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.wait(desk.scheduler().modifyJobs({desk.job(u"moody"_s, EveryMinute)})));
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.snapshot(u"moody"_s).status == JobStatus::Scheduled);
    QCOMPARE(desk.executor().submitted().size(), 1);
}

void ThrowingTriggerTest::modifyJobs_throwsWhenWritten_isAnErrorAndHoldsUpNothing()
{
    FaultDesk desk(kinds());
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"good"_s, EveryMinute)));
    QVERIFY(!desk.add(desk.job(u"moody"_s, moody(Start + 1h))));
    const Job again = desk.job(u"moody"_s, moody(Start + 1h));
    MoodyTrigger::cantBeWritten = true;
    const auto refused = desk.wait(desk.scheduler().modifyJobs({again}));
    MoodyTrigger::cantBeWritten = false;
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"out of ink"_s), qPrintable(refused.error().message));
    QVERIFY(desk.advance(1min));
    QCOMPARE(desk.rows(u"good"_s).size(), 1);
    QVERIFY(desk.wait(desk.scheduler().modifyJobs({again})));
}

void ThrowingTriggerTest::resume_throws_breaksThatJobOnly()
{
    FaultDesk desk(kinds());
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"moody"_s, moody(Start + 3min))));
    QVERIFY(!desk.add(desk.job(u"good"_s, EveryMinute)));
    QVERIFY(desk.scheduler().pause());
    QVERIFY(desk.advance(5min));
    expectBroken();
    QVERIFY(desk.wait(desk.scheduler().resume()));
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.snapshot(u"moody"_s).status == JobStatus::Broken);
    QCOMPARE(desk.mistakeIn(u"good"_s, Start + 1min), QString());
    QCOMPARE(desk.rows(u"good"_s).size(), 2);
}

// With jitter, the trigger is asked for the fire time after the next one wherever the job is queued.
void ThrowingTriggerTest::queue_throws_breaksThatJobOnly()
{
    FaultDesk desk(kinds());
    QVERIFY(!desk.start());
    expectBroken();
    const QJsonObject jitter{{u"jitter"_s, 5}};
    QVERIFY(desk.wait(desk.scheduler().addJobs(QList<Job>{desk.job(u"moody"_s, moody(Start + 2min), jitter), desk.job(u"good"_s, EveryMinute)})));
    QVERIFY(desk.snapshot(u"moody"_s).status == JobStatus::Broken);
    QVERIFY(desk.wait(desk.scheduler().shutdown(0ms)));
    desk.clock.set(Start + 90s);
    desk.renew();
    expectBroken();
    QVERIFY(!desk.start());
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.snapshot(u"moody"_s).status == JobStatus::Broken);

    expectBroken();
    QVERIFY(desk.wait(desk.scheduler().modifyJobs({desk.job(u"moody"_s, moody(Start + 4min), jitter)})));
    QVERIFY(desk.advance(1min)); // at the claim it is queued for its next time, and that is where it throws
    QVERIFY(desk.advance(1min));
    QVERIFY(desk.snapshot(u"moody"_s).status == JobStatus::Broken);
    QCOMPARE(desk.mistakeIn(u"good"_s, Start + 1min), QString());
}

void ThrowingTriggerTest::clock_setBackWhereItThrows_leavesTheOthersRight()
{
    FaultDesk desk(kinds());
    QVERIFY(!desk.start());
    QVERIFY(!desk.add(desk.job(u"moody"_s, moody(Start + 10min))));
    QVERIFY(!desk.add(desk.job(u"good"_s, EveryMinute)));
    expectBroken();
    for (int minute = 0; minute < 9; ++minute)
        QVERIFY(desk.advance(1min));
    QVERIFY(desk.advance(-5min));
    for (int minute = 0; minute < 7; ++minute)
        QVERIFY(desk.advance(1min));
    QCOMPARE(desk.mistakeIn(u"good"_s, Start + 1min), QString());
    QCOMPARE(desk.rows(u"good"_s).size(), 11);
}

REVEILLE_TEST(ThrowingTriggerTest)
#include "tst_throwingtrigger.moc"
