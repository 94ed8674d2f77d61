// SPDX-License-Identifier: MIT
#include "core/stores/storeurl.h"
#include "core/time/clock.h"
#include "tests/stores/cuttingproxy.h"
#include "tests/stores/requestsample.h"
#include "tests/stores/serverdatabase.h"
#include "tests/stores/servertest.h"
#include "tests/stores/storetest.h"

#include <QFile>
#include <QRegularExpression>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Databases of a server that an older version of the schema was written to. Their migration is cut at a sample of its
/// statements, at each in the exhaustive run.
class ServerMigrationTest final : public ServerTest
{
    Q_OBJECT

public:
    ServerMigrationTest() : ServerTest(LostConnection) {}

private Q_SLOTS:
    void open_olderDatabase_keepsEverything_data();
    void open_olderDatabase_keepsEverything();
    void open_migrationCut_isCarriedOutTheNextTime_data();
    void open_migrationCut_isCarriedOutTheNextTime();

private:
    [[nodiscard]] QStringList statementsOf(int version) const;
    [[nodiscard]] QString create(int version) const;
    [[nodiscard]] std::unique_ptr<JobStore> storeAt(const QString &url) const { return createStore(url, m_clock).value(); }
    [[nodiscard]] static QList<JobRecord> jobs();
    [[nodiscard]] static QList<Run> runs();
    static void verify(JobStore &store, const QList<JobRecord> &jobs = ServerMigrationTest::jobs());

    const SystemClock m_clock;
};

namespace {

const QString LongId(200, u'x');

TimePoint at(qint64 time)
{
    return TimePoint(milliseconds(time));
}

Run runOf(const QString &id, const QString &job, qint64 scheduledAt, Cause cause, RunState state, int attempt = 1)
{
    Run run;
    run.id = {id};
    run.jobId = {job};
    run.scheduledAt = at(scheduledAt);
    run.dueAt = at(scheduledAt + 5);
    run.cause = cause;
    run.state = state;
    run.attempt = attempt;
    return run;
}

Run finishedRun(const QString &id, const QString &job, qint64 scheduledAt, Outcome outcome)
{
    Run run = runOf(id, job, scheduledAt, Cause::Schedule, RunState::Finished);
    run.outcome = outcome;
    run.finishedAt = at(scheduledAt + 10);
    return run;
}

QString sqlText(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
}

QString sqlTime(OptionalTime time)
{
    return time ? QString::number(time->time_since_epoch().count()) : u"NULL"_s;
}

QString sqlBytes(const QByteArray &bytes, const QString &server)
{
    if (bytes.isEmpty())
        return u"NULL"_s;
    const QString hex = QString::fromLatin1(bytes.toHex());
    return server == u"mariadb" ? u"x'%1'"_s.arg(hex) : u"'\\x%1'"_s.arg(hex);
}

} // namespace

// With gaps in their sequence, and ids that some collations take for the same.
QList<JobRecord> ServerMigrationTest::jobs()
{
    const auto job = [](const QString &id, qint64 sequence, qint64 revision, OptionalTime next, OptionalTime newest) {
        JobRecord record;
        record.id = {id};
        record.sequence = sequence;
        record.revision = revision;
        record.nextFireTime = next;
        record.newestFireTime = newest;
        record.data = QString(u"{\"id\":\"%1\",\"name\":\"It's 提醒 🔔\"}"_s.arg(id)).toUtf8();
        return record;
    };
    return {job(u"a"_s, 7, 3, at(2000), at(1900)), job(u"A"_s, 8, 0, at(2000), {}), job(u"a "_s, 9, 0, {}, at(5)),
            job(LongId, 12, 1'000'000, at(4'102'444'800'000), {})};
}

// Newest first, as a store answers.
QList<Run> ServerMigrationTest::runs()
{
    QList<Run> all{
        runOf(u"waits for a retry"_s, u"a"_s, 1900, Cause::Retry, RunState::Waiting, 2),
        runOf(u"claimed"_s, u"a"_s, 1900, Cause::Schedule, RunState::Claimed),
        runOf(u"running"_s, u"A"_s, 1800, Cause::Manual, RunState::Running),
        runOf(u"waits"_s, u"A"_s, 1800, Cause::Manual, RunState::Waiting),
        runOf(u"snoozed"_s, LongId, 1700, Cause::Snooze, RunState::Waiting),
        runOf(u"of a job that is gone"_s, u"gone"_s, 1600, Cause::Schedule, RunState::Running),
    };
    all[2].startedAt = at(1801);
    all[2].cancelRequested = true;
    all[5].startedAt = at(1601);

    Run failed = finishedRun(u"failed"_s, u"a"_s, 900, Outcome::Error);
    failed.startedAt = at(905);
    failed.reason = u"It's 错误 🔥"_s;
    failed.exitCode = -3;
    failed.output = QByteArray("\x00\x01\xff'\\", 5);
    failed.outputTruncated = true;
    Run spanned = finishedRun(u"span"_s, u"a"_s, 800, Outcome::Missed);
    spanned.reason = u"late"_s;
    spanned.count = 12;
    spanned.until = at(899);
    Run shown = finishedRun(u"shown"_s, LongId, 700, Outcome::Success);
    shown.startedAt = at(701);
    shown.acknowledgedAt = at(720);
    shown.exitCode = 0;
    all << failed << spanned << shown;
    int at = 600;
    for (const Outcome outcome : {Outcome::Timeout, Outcome::Skipped, Outcome::Cancelled, Outcome::Interrupted})
        all << finishedRun(toString(outcome), u"a "_s, --at, outcome);
    Run again = finishedRun(u"manual beside it"_s, u"a "_s, at, Outcome::Success);
    again.cause = Cause::Manual;
    return all << again;
}

QStringList ServerMigrationTest::statementsOf(int version) const
{
    QFile file(u":/reveille/schema/%1/00%2.sql"_s.arg(m_server).arg(version));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    QStringList statements = QString::fromUtf8(file.readAll()).remove(QRegularExpression(u"--[^\\n]*"_s)).split(u';');
    statements.removeIf([](const QString &statement) { return statement.trimmed().isEmpty(); });
    return statements;
}

QString ServerMigrationTest::create(int version) const
{
    const QString url = createServerDatabase(m_server);
    QStringList statements;
    if (m_server == u"postgresql")
        statements << u"CREATE SCHEMA reveille"_s << u"SET search_path TO reveille"_s;
    statements << statementsOf(1) << u"INSERT INTO schema_version VALUES (1)"_s;
    for (const JobRecord &job : jobs()) {
        statements << u"INSERT INTO jobs VALUES (%1, %2, %3, %4, %5, %6)"_s.arg(job.sequence).arg(sqlText(job.id.value)).arg(job.revision)
                          .arg(sqlTime(job.nextFireTime), sqlTime(job.newestFireTime), sqlText(QString::fromUtf8(job.data.text())));
    }
    if (m_server == u"postgresql")
        statements << u"SELECT setval('jobs_sequence_seq', 12)"_s << u"SELECT setval('runs_sequence_seq', 500)"_s;
    QList<Run> oldestFirst = runs();
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    int sequence = 100;
    for (const Run &run : oldestFirst) {
        const bool isOfTrigger = run.cause == Cause::Schedule || run.cause == Cause::Retry;
        const QStringList values{QString::number(++sequence), sqlText(run.id.value), sqlText(run.jobId.value), sqlTime(run.scheduledAt),
                                 isOfTrigger ? sqlTime(run.scheduledAt) : u"NULL"_s, sqlTime(run.dueAt), sqlText(toString(run.cause)),
                                 QString::number(run.attempt), sqlText(toString(run.state)), sqlTime(run.startedAt),
                                 sqlTime(run.finishedAt), run.outcome ? sqlText(toString(*run.outcome)) : u"NULL"_s,
                                 sqlText(run.reason), run.exitCode ? QString::number(*run.exitCode) : u"NULL"_s,
                                 QString::number(run.count), sqlTime(run.until), QString::number(int(run.outputTruncated)),
                                 sqlTime(run.acknowledgedAt), QString::number(int(run.cancelRequested)),
                                 sqlBytes(run.output, m_server)};
        statements << u"INSERT INTO runs VALUES ("_s + values.join(u", "_s) + u')';
    }
    for (int later = 2; later <= version; ++later)
        statements << statementsOf(later) << u"UPDATE schema_version SET version = %1"_s.arg(later);
    executeAll(url, statements);
    return url;
}

// That everything is there, and that what is written now follows it.
void ServerMigrationTest::verify(JobStore &store, const QList<JobRecord> &jobs)
{
    QCOMPARE(answer(store.runs({})).value(), runs());
    QCOMPARE(answer(store.loadPage(0, 10)).value().jobs, jobs);

    const StoreContents due = answer(store.loadDue(at(2000))).value();
    QSet<QString> unfinished;
    for (const Run &run : due.unfinishedRuns)
        unfinished.insert(run.id.value);
    QCOMPARE(unfinished, (QSet<QString>{u"waits for a retry"_s, u"claimed"_s, u"running"_s, u"waits"_s, u"snoozed"_s,
                                        u"of a job that is gone"_s}));
    QCOMPARE(due.jobs, jobs.mid(0, 2) << jobs[3]); // the last for its run
    Run last = runs()[6];
    last.output.clear();
    QCOMPARE(due.lastRuns.value({u"a"_s}), last);
    QCOMPARE(due.failures.value({u"a"_s}), 1);

    const auto like = [](Run run, const QString &id) {
        run.id = {id};
        return run;
    };
    QVERIFY(errorOf(store.record({like(runs()[1], u"again"_s)})) == ErrorCode::Conflict);
    QVERIFY(errorOf(store.record({like(runs()[0], u"again"_s)})) == ErrorCode::Conflict);
    QVERIFY(!errorOf(store.record({like(runs()[3], u"another manual one"_s)})));
    Run ended = runs()[1];
    ended.state = RunState::Finished;
    ended.outcome = Outcome::Success;
    ended.startedAt = at(1901);
    ended.finishedAt = at(1902);
    QVERIFY(!errorOf(store.record({ended})));
    QCOMPARE(answer(store.runs({.jobId = ended.jobId, .outcome = Outcome::Success})).value(), QList<Run>{ended});

    JobRecord a = jobs[0];
    ++a.revision;
    QVERIFY(!errorOf(store.update({a})));
    Run next = runOf(u"next"_s, u"a"_s, 2000, Cause::Schedule, RunState::Claimed);
    const ClaimBatch batch{{{.sequence = a.sequence, .revision = a.revision, .expected = *a.nextFireTime, .next = at(3000),
                             .newestFireTime = a.nextFireTime, .rows = {next}}}, {}};
    const ClaimResult claimed = answer(store.claim(batch)).value();
    QVERIFY(claimed.lostJobs.isEmpty() && claimed.lostRuns.isEmpty());
    QVERIFY(errorOf(store.add({a})) == ErrorCode::Conflict);
    JobRecord added = a;
    added.id = {u"new"_s};
    added.revision = 0;
    added.data = QByteArray(R"({"host":"there"})");
    const auto records = answer(store.add({added}));
    QVERIFY(records && records->at(0).sequence > 12);
    QVERIFY(!errorOf(store.remove({{u"a"_s}, {u"new"_s}})));
    QCOMPARE(answer(store.loadPage(0, 10)).value().jobs, jobs.mid(1));
}

void ServerMigrationTest::open_olderDatabase_keepsEverything_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("version 1") << 1;
    QTest::newRow("version 2") << 2;
}

void ServerMigrationTest::open_olderDatabase_keepsEverything()
{
    QFETCH(int, version);
    const QString url = create(version);
    const auto store = storeAt(url);
    const auto other = storeAt(url);
    // Both at once: one of them migrates, and the other waits for it.
    const auto opening = store->open();
    QVERIFY(!errorOf(other->open()));
    QVERIFY(!errorOf(opening));
    QVERIFY(!errorOf(other->close()));
    verify(*store);
    const auto rowsOf = [&](const QString &table) {
        const QString schema = m_server == u"postgresql" ? u"reveille."_s : QString();
        return valueIn(url, u"SELECT COUNT(*) FROM %1%2_schema_%3"_s.arg(schema, table).arg(version)).toInt();
    };
    QCOMPARE(rowsOf(u"jobs"_s), int(jobs().size()));
    QCOMPARE(rowsOf(u"runs"_s), int(runs().size()));
}

void ServerMigrationTest::open_migrationCut_isCarriedOutTheNextTime_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<CuttingProxy::Cut>("cut");
    QTest::newRow("version 1, before a statement") << 1 << CuttingProxy::Cut::BeforeRequest;
    QTest::newRow("version 1, before its answer") << 1 << CuttingProxy::Cut::BeforeAnswer;
    QTest::newRow("version 2, before a statement") << 2 << CuttingProxy::Cut::BeforeRequest;
    QTest::newRow("version 2, before its answer") << 2 << CuttingProxy::Cut::BeforeAnswer;
}

void ServerMigrationTest::open_migrationCut_isCarriedOutTheNextTime()
{
    QFETCH(int, version);
    QFETCH(CuttingProxy::Cut, cut);
    constexpr int Never = 1'000'000;
    const QString schema = m_server == u"mariadb" ? QString() : u"reveille."_s;
    int count = 0;
    const auto openCutAt = [&](int request) {
        const QString url = create(version);
        QList<JobRecord> expected = jobs();
        CuttingProxy proxy(url);
        const auto store = storeAt(proxy.url());
        proxy.cutAt({{request, cut}}, CuttingProxy::Then::Reachable);
        const std::optional<ErrorCode> error = errorOf(store->open());
        QCOMPARE(proxy.restore(), request != Never);
        count = proxy.counted();
        if (error) {
            QCOMPARE(error, ErrorCode::Unavailable);
            QVERIFY(request != Never);
            // A program that knows only the version before must not take it for an empty one, and may go on with it.
            QVERIFY(valueIn(url, u"SELECT MAX(version) FROM %1schema_version"_s.arg(schema)).toInt() > 0);
            if (valueIn(url, u"SELECT 1 FROM information_schema.columns WHERE table_schema IN (%1) AND table_name = 'jobs' "
                             "AND column_name = 'revision'"_s.arg(m_server == u"mariadb" ? u"DATABASE()"_s : u"'reveille'"_s)).isValid()) {
                executeAll(url, {u"UPDATE %1jobs SET revision = revision + 1"_s.arg(schema)});
                for (JobRecord &job : expected)
                    ++job.revision;
            }
            const bool isHalfWay = valueIn(url, u"SELECT MIN(version) FROM %1schema_version"_s.arg(schema)).toInt() < 0;
            QVERIFY(!errorOf(store->open()));
            if (expected != jobs() && !isHalfWay) // the copy is of what was there last
                QCOMPARE(valueIn(url, u"SELECT revision FROM %1jobs_schema_%2 WHERE sequence = %3"_s.arg(schema).arg(version).arg(expected[0].sequence)).toLongLong(), expected[0].revision);
        }
        verify(*store, expected);
    };
    openCutAt(Never);
    QVERIFY(!QTest::currentTestFailed() && count > 0);
    for (const int request : requestsToBreak(count, 3)) {
        openCutAt(request);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"after a cut at request %1"_s.arg(request)));
    }
}

REVEILLE_TEST(ServerMigrationTest)

#include "tst_servermigration.moc"
