// SPDX-License-Identifier: MIT
#include "core/scheduler/decide.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

const TimePoint Start = at("2026-11-20T00:00:00Z");

// Fires every minute from Start on.
Job minutely()
{
    static const TriggerKinds kinds = TriggerKinds::builtIn();
    Job job;
    job.id = {u"job"_s};
    job.trigger = Trigger::parse(QJsonObject{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}, {u"start_date"_s, formatInstant(Start)}},
                                 {kinds, Zone(), Start}).value();
    return job;
}

// "claimed 5" or "skipped 0-4 coalesced": what became of which minutes.
QString summary(const Decision &decision)
{
    QStringList lines;
    for (const Run &run : decision.rows) {
        const auto minute = [](TimePoint t) { return QString::number((t - Start) / 1min); };
        QString times = minute(run.scheduledAt);
        if (run.until)
            times += u'-' + minute(*run.until) + u" ("_s + QString::number(run.count) + u')';
        lines.append((run.outcome ? toString(*run.outcome) : toString(run.state)) + u' ' + times
                     + (run.reason.isEmpty() ? QString() : u' ' + run.reason));
    }
    return lines.join(u", "_s) + (decision.replaceActive ? u", replace"_s : QString());
}

} // namespace

class DecideTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void decide_table_data();
    void decide_table();
    void decide_firstOneChosen_hasItsRow();
    void decide_jitter_graceCountsFromTheRunsOwnTime();
    void decideWaiting_beyondGrace_isMissed();
    void decideWaiting_queueWhileActive_goesOnWaiting();
    void dueTime_jitter_staysBelowNextFireTimeAndIsStable();
    void dueTime_jitter_isSpreadEvenly();
    void pausedSpan_severalFireTimes_isOneRow();
};

void DecideTest::decide_table_data()
{
    QTest::addColumn<int>("lastMinute"); // due are minutes 0 to this one
    QTest::addColumn<int>("graceMinutes"); // -1: no limit
    QTest::addColumn<int>("coalesce");
    QTest::addColumn<int>("overlap");
    QTest::addColumn<int>("maxInstances");
    QTest::addColumn<int>("active");
    QTest::addColumn<int>("queued");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, int last, int grace, Coalesce coalesce, Overlap overlap, int most, int active, int queued,
                        const QString &expected) {
        QTest::newRow(name) << last << grace << int(coalesce) << int(overlap) << most << active << queued << expected;
    };
    using enum Coalesce;
    row("one due", 0, 60, Latest, Overlap::Skip, 1, 0, 0, u"claimed 0"_s);
    row("latest of three", 2, 60, Latest, Overlap::Skip, 1, 0, 0, u"skipped 0-1 (2) coalesced, claimed 2"_s);
    row("latest of two", 1, 60, Latest, Overlap::Skip, 1, 0, 0, u"skipped 0 coalesced, claimed 1"_s);
    row("earliest of three", 2, 60, Earliest, Overlap::Skip, 1, 0, 0, u"claimed 0, skipped 1-2 (2) coalesced"_s);
    row("all of three", 2, 60, All, Overlap::Allow, 1, 0, 0, u"claimed 0, claimed 1, claimed 2"_s);
    row("all, one place", 2, 60, All, Overlap::Skip, 1, 0, 0, u"claimed 0, skipped 1 overlap, skipped 2 overlap"_s);
    row("all, queue holds one", 2, 60, All, Overlap::Queue, 1, 0, 0, u"claimed 0, waiting 1, skipped 2 overlap"_s);
    row("all, two places", 2, 60, All, Overlap::Skip, 2, 0, 0, u"claimed 0, claimed 1, skipped 2 overlap"_s);
    row("late ones are missed", 9, 3, Latest, Overlap::Skip, 1, 0, 0,
        u"missed 0-6 (7) late, skipped 7-8 (2) coalesced, claimed 9"_s);
    row("more than are counted", 20'000, 0, Latest, Overlap::Skip, 1, 0, 0, u"missed 0-20000 (10000) late"_s);
    row("all late", 9, 0, Latest, Overlap::Skip, 1, 0, 0, u"missed 0-9 (10) late"_s);
    row("no limit", 9, -1, Latest, Overlap::Skip, 1, 0, 0, u"skipped 0-8 (9) coalesced, claimed 9"_s);
    row("active: skip", 0, 60, Latest, Overlap::Skip, 1, 1, 0, u"skipped 0 overlap"_s);
    row("active: queue", 0, 60, Latest, Overlap::Queue, 1, 1, 0, u"waiting 0"_s);
    row("active and queued: queue", 0, 60, Latest, Overlap::Queue, 1, 1, 1, u"skipped 0 overlap"_s);
    row("active: replace", 0, 60, Latest, Overlap::Replace, 1, 1, 0, u"waiting 0, replace"_s);
    row("active: allow", 0, 60, Latest, Overlap::Allow, 1, 5, 0, u"claimed 0"_s);
}

void DecideTest::decide_table()
{
    QFETCH(int, lastMinute);
    QFETCH(int, graceMinutes);
    QFETCH(int, coalesce);
    QFETCH(int, overlap);
    QFETCH(int, maxInstances);
    QFETCH(int, active);
    QFETCH(int, queued);
    QFETCH(QString, expected);

    Job job = minutely();
    job.misfireGraceTime = graceMinutes < 0 ? std::nullopt : std::optional<milliseconds>(1min * graceMinutes);
    job.coalesce = Coalesce(coalesce);
    job.overlap = Overlap(overlap);
    job.maxInstances = maxInstances;
    const TimePoint last = Start + 1min * lastMinute;
    const Decision decision = decide(job, {*job.trigger, Start, last}, {active, queued}, last + 30s);
    QCOMPARE(summary(decision), expected);
    for (const Run &run : decision.rows) {
        QVERIFY(!run.id.isEmpty());
        QCOMPARE(run.state == RunState::Finished, run.outcome.has_value());
        QCOMPARE(run.finishedAt.has_value(), run.outcome.has_value());
    }
}

// Somebody chose a time that the trigger does not have: it is accounted for as any other.
void DecideTest::decide_firstOneChosen_hasItsRow()
{
    const TimePoint chosen = Start + 30s;
    const auto outcomes = [&](const Job &job, TimePoint last, TimePoint now) {
        QStringList texts;
        const Decision decision = decide(job, {*job.trigger, chosen, last}, {}, now);
        for (const Run &run : decision.rows)
            texts.append(u"%1 %2 %3"_s.arg(run.outcome ? toString(*run.outcome) : toString(run.state)).arg((run.scheduledAt - Start) / 1s).arg(run.count));
        return texts.join(u", "_s);
    };
    Job job = minutely();
    job.misfireGraceTime = 10s;
    QCOMPARE(outcomes(job, chosen, chosen + 20s), u"missed 30 1"_s);
    QCOMPARE(outcomes(job, Start + 2min, Start + 2min), u"missed 30 2, claimed 120 1"_s);
    job.misfireGraceTime.reset();
    job.coalesce = Coalesce::Latest;
    QCOMPARE(outcomes(job, Start + 2min, Start + 2min), u"skipped 30 2, claimed 120 1"_s);
    job.coalesce = Coalesce::All;
    job.overlap = Overlap::Allow;
    QCOMPARE(outcomes(job, Start + 2min, Start + 2min), u"skipped 30 1, claimed 60 1, claimed 120 1"_s);
    job.coalesce = Coalesce::Earliest;
    QCOMPARE(outcomes(job, Start + 2min, Start + 2min), u"claimed 30 1, skipped 60 2"_s);
}

void DecideTest::decide_jitter_graceCountsFromTheRunsOwnTime()
{
    const TimePoint now = Start + 10min;
    for (int i = 0; i < 100; ++i) {
        Job job = minutely();
        job.id = {QString::number(i)};
        job.jitter = 50s;
        job.misfireGraceTime = 4min + 20s;
        job.coalesce = Coalesce::All;
        job.overlap = Overlap::Allow;
        const Decision decision = decide(job, {*job.trigger, Start, Start + 9min}, {}, now);
        TimePoint fireTime = decision.rows.first().until.value_or(Start);
        QVERIFY(*decision.rows.first().outcome == Outcome::Missed && now - dueTime(job, fireTime) > *job.misfireGraceTime);
        for (const RunPtr &run : decision.rows.shared().subspan(1)) {
            fireTime += 1min;
            QVERIFY(run->scheduledAt == fireTime && run->state == RunState::Claimed && now - run->dueAt <= *job.misfireGraceTime);
        }
        QVERIFY(fireTime == Start + 9min);
    }
}

void DecideTest::decideWaiting_beyondGrace_isMissed()
{
    Job job = minutely();
    job.misfireGraceTime = 10min;
    const Run waiting{.id = {u"r"_s}, .jobId = job.id, .scheduledAt = Start, .dueAt = Start, .cause = Cause::Snooze, .state = RunState::Waiting};
    QCOMPARE(summary(decideWaiting(job, waiting, {}, Start + 10min)), u"claimed 0"_s);
    QCOMPARE(summary(decideWaiting(job, waiting, {}, Start + 10min + 1ms)), u"missed 0 late"_s);
}

void DecideTest::decideWaiting_queueWhileActive_goesOnWaiting()
{
    Job job = minutely();
    job.overlap = Overlap::Queue;
    const Run waiting{.id = {u"r"_s}, .jobId = job.id, .scheduledAt = Start, .dueAt = Start, .cause = Cause::Manual, .state = RunState::Waiting};
    QCOMPARE(summary(decideWaiting(job, waiting, {.active = 1}, Start)), u"waiting 0"_s);
    QCOMPARE(summary(decideWaiting(job, waiting, {.active = 0}, Start)), u"claimed 0"_s);
}

void DecideTest::dueTime_jitter_staysBelowNextFireTimeAndIsStable()
{
    Job job = minutely();
    job.jitter = 1h;
    for (int i = 0; i < 1000; ++i) {
        const TimePoint fireTime = Start + i * 1min;
        const TimePoint due = dueTime(job, fireTime);
        QVERIFY(due >= fireTime && due < fireTime + 1min);
        QVERIFY(due == dueTime(job, fireTime));
    }
}

void DecideTest::dueTime_jitter_isSpreadEvenly()
{
    Job job = minutely();
    job.jitter = 50s;
    std::array<int, 5> buckets{};
    for (int i = 0; i < 5000; ++i) {
        const milliseconds delay = dueTime(job, Start + i * 1min) - (Start + i * 1min);
        QVERIFY(delay <= 50s);
        ++buckets[std::min<size_t>(size_t(delay / 10s), 4)];
    }
    for (const int count : buckets)
        QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
}

void DecideTest::pausedSpan_severalFireTimes_isOneRow()
{
    const Job job = minutely();
    const RunPtr run = pausedSpan(job, {*job.trigger, Start, Start + 59min}, Start + 1h);
    QCOMPARE(summary({RunList(run), false}), u"skipped 0-59 (60) paused"_s);
}

REVEILLE_TEST(DecideTest)
#include "tst_decide.moc"
