// SPDX-License-Identifier: MIT
#include "core/stores/sqlitebackend.h"
#include "core/stores/sqlworker.h"
#include "tests/stores/sqlitetest.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>

#include <csignal>
#include <sys/resource.h>

using namespace reveille;
using namespace Qt::StringLiterals;

/// What only a store in a file can do, or get wrong.
class SqliteStoreTest final : public SqliteTest
{
    Q_OBJECT

private Q_SLOTS:
    void open_again_findsWhatWasWritten();
    void open_newerSchema_isRefusedAndUntouched();
    void open_olderSchema_isMigratedAfterABackup();
    void open_storeOfVersionOne_keepsEverything();
    void open_badMigration_changesNothing();
    void open_truncatedStore_isDamaged_data();
    void open_truncatedStore_isDamaged();
    void open_damagedPageAfterUncleanEnd_isDamaged();
    void open_afterFailure_worksOnceMended();
    void record_noSpaceLeft_isAnErrorAndWritesNothing();
    void record_noSpaceLeft_failsAllThatWait();
    void kill_whileWriting_losesNothingConfirmed();

private:
    [[nodiscard]] static int newestSchema();
    /// A folder with our schema and one version more.
    [[nodiscard]] QString schemaWith(const QByteArray &next) const;
};

int SqliteStoreTest::newestSchema()
{
    return int(QDir(u":/reveille/schema/sqlite"_s).entryList(QDir::Files).size());
}

QString SqliteStoreTest::schemaWith(const QByteArray &next) const
{
    const QString folder = m_folder->filePath(u"schema"_s);
    for (int version = 1; version <= newestSchema(); ++version)
        write(folder + u"/00%1.sql"_s.arg(version), bytesOf(u":/reveille/schema/sqlite/00%1.sql"_s.arg(version)));
    write(folder + u"/00%1.sql"_s.arg(newestSchema() + 1), next);
    return folder;
}

void SqliteStoreTest::open_again_findsWhatWasWritten()
{
    fill(3);
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
    QCOMPARE(answer(store->loadPage(0, 10)).value().jobs.size(), 1);
    QCOMPARE(answer(store->runs({})).value().size(), 3);
    QCOMPARE(store->url(), u"sqlite:"_s + m_file);
}

void SqliteStoreTest::open_newerSchema_isRefusedAndUntouched()
{
    fill();
    sql({u"UPDATE schema_version SET version = 99"_s});
    const QByteArray before = bytesOf(m_file);
    const QByteArray backup = bytesOf(m_file + u".backup"_s);
    const auto store = create();
    const Result<void> refused = answer(store->open());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(refused.error().message.contains(m_file));
    QVERIFY(bytesOf(m_file) == before);
    QVERIFY(bytesOf(m_file + u".backup"_s) == backup);
}

void SqliteStoreTest::open_olderSchema_isMigratedAfterABackup()
{
    fill(2);
    const QString schema = schemaWith("-- one; more\nALTER TABLE jobs ADD COLUMN note TEXT;\nUPDATE jobs SET note = 'new';\n");
    const int version = newestSchema();
    {
        const auto store = create(schema);
        QVERIFY(!errorOf(store->open()));
        QCOMPARE(answer(store->runs({})).value().size(), 2);
    }
    QCOMPARE(sql({u"SELECT version FROM schema_version"_s}).toInt(), version + 1);
    QCOMPARE(sql({u"SELECT note FROM jobs"_s}).toString(), u"new"_s);
    m_file += u".schema-%1.backup"_s.arg(version);
    QCOMPARE(modeOf(m_file), 0600);
    QCOMPARE(sql({u"SELECT version FROM schema_version"_s}).toInt(), version);
    QCOMPARE(sql({u"SELECT COUNT(*) FROM runs"_s}).toInt(), 2);
}

void SqliteStoreTest::open_storeOfVersionOne_keepsEverything()
{
    const QString schema = m_folder->filePath(u"one"_s);
    write(schema + u"/001.sql"_s, bytesOf(u":/reveille/schema/sqlite/001.sql"_s));
    // It is made without a store, which speaks the newest schema only.
    write(m_file, {});
    QStringList statements = QString::fromUtf8(bytesOf(schema + u"/001.sql"_s)).remove(QRegularExpression(u"--[^\\n]*"_s)).split(u';', Qt::SkipEmptyParts);
    statements.removeIf([](const QString &statement) { return statement.trimmed().isEmpty(); });
    statements << u"INSERT INTO schema_version VALUES (1)"_s
               << u"INSERT INTO jobs VALUES (7, 'a', 3, 1000, 900, '{\"id\":\"a\"}'), (9, 'b', 0, NULL, NULL, '{}')"_s
               << u"INSERT INTO jobs VALUES (12, 'gone', 0, 1, NULL, '{}')"_s << u"DELETE FROM jobs WHERE id = 'gone'"_s
               << u"INSERT INTO runs VALUES (1, 'r1', 'a', 900, 900, 905, 'schedule', 1, 'finished', 905, 910, 'error', 'why', 3, 2, 950, "
                  "1, 911, 1, x'000102'), (2, 'r2', 'a', 800, NULL, 800, 'manual', 1, 'running', 801, NULL, NULL, '', NULL, 1, NULL, 0, "
                  "NULL, 0, NULL), (3, 'r3', 'old', 800, 800, 800, 'retry', 2, 'waiting', NULL, NULL, NULL, '', NULL, 1, NULL, 0, NULL, 0, NULL)"_s;
    sql(statements);

    const auto store = create();
    QVERIFY(!errorOf(store->open()));
    const QList<JobRecord> jobs = answer(store->loadPage(0, 10)).value().jobs;
    QCOMPARE(jobs.size(), 2);
    JobRecord a = job(u"a"_s);
    a.sequence = 7;
    a.revision = 3;
    a.nextFireTime = TimePoint(1000ms);
    a.newestFireTime = TimePoint(900ms);
    a.data = QByteArray("{\"id\":\"a\"}");
    QCOMPARE(jobs[0], a);
    QCOMPARE(jobs[1].sequence, 9);
    QVERIFY(!jobs[1].nextFireTime);
    const QList<Run> runs = answer(store->runs({})).value();
    QCOMPARE(runs.size(), 3);
    Run r1 = run(u"r1"_s, 900ms);
    r1.dueAt = TimePoint(905ms);
    r1.state = RunState::Finished;
    r1.startedAt = TimePoint(905ms);
    r1.finishedAt = TimePoint(910ms);
    r1.outcome = Outcome::Error;
    r1.reason = u"why"_s;
    r1.exitCode = 3;
    r1.count = 2;
    r1.until = TimePoint(950ms);
    r1.outputTruncated = true;
    r1.acknowledgedAt = TimePoint(911ms);
    r1.cancelRequested = true;
    r1.output = QByteArray("\0\1\2", 3);
    QCOMPARE(runs[0], r1);
    QCOMPARE(runs[1].id.value, u"r3"_s);
    QVERIFY(runs[2].cause == Cause::Manual);
    QCOMPARE(answer(store->loadDue(TimePoint(0ms))).value().unfinishedRuns.size(), 2);
    // What was unique still is, what was not is not, and no sequence is used twice.
    Run again = run(u"again"_s, 900ms);
    QVERIFY(errorOf(store->record({again})) == ErrorCode::Conflict);
    again.scheduledAt = TimePoint(800ms);
    QVERIFY(!errorOf(store->record({again})));
    QVERIFY(answer(store->add({job(u"new"_s)})).value()[0].sequence > 12);
    QCOMPARE(sql({u"SELECT COUNT(*) FROM sqlite_master WHERE name = 'job_times_due'"_s}).toInt(), 0);
    m_file += u".schema-1.backup"_s;
    QCOMPARE(sql({u"SELECT COUNT(*) FROM runs WHERE fire_time IS NOT NULL"_s}).toInt(), 2);
}

void SqliteStoreTest::open_badMigration_changesNothing()
{
    fill();
    const QString schema = schemaWith("DELETE FROM jobs; ALTER TABLE missing ADD COLUMN note TEXT;");
    QVERIFY(errorOf(create(schema)->open()));
    QCOMPARE(sql({u"SELECT version FROM schema_version"_s}).toInt(), newestSchema());
    QCOMPARE(sql({u"SELECT COUNT(*) FROM jobs"_s}).toInt(), 1);
}

void SqliteStoreTest::open_truncatedStore_isDamaged_data()
{
    QTest::addColumn<double>("pages");
    for (const double pages : {0.1, 1., 1.5, 7.})
        QTest::addRow("%g pages", pages) << pages;
}

void SqliteStoreTest::open_truncatedStore_isDamaged()
{
    QFETCH(double, pages);
    fill(100);
    QVERIFY(QFile::resize(m_file, QFileInfo(m_file).size() - qint64(pages * 4096)));
    const QByteArray before = bytesOf(m_file);
    QVERIFY(errorOf(create()->open()) == ErrorCode::Damaged);
    QVERIFY(bytesOf(m_file) == before);
}

void SqliteStoreTest::open_damagedPageAfterUncleanEnd_isDamaged()
{
    fill(100);
    sql({u"PRAGMA user_version = 1"_s});
    QByteArray bytes = bytesOf(m_file);
    bytes.replace(5 * 4096, 4096, QByteArray(4096, '\x7f'));
    write(m_file, bytes);
    QVERIFY(errorOf(create()->open()) == ErrorCode::Damaged);
}

void SqliteStoreTest::open_afterFailure_worksOnceMended()
{
    write(m_file, "noise");
    const auto store = create();
    QVERIFY(errorOf(store->open()) == ErrorCode::Refused);
    QVERIFY(QFile::remove(m_file));
    QVERIFY(!errorOf(store->open()));
}

void SqliteStoreTest::record_noSpaceLeft_isAnErrorAndWritesNothing()
{
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{400'000, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    Run big = run(u"big"_s, 1ms);
    big.output = QByteArray(1'000'000, 'x');
    const auto recorded = errorOf(store->record({run(u"small"_s, 0ms), big}));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(recorded == ErrorCode::Unavailable);
    QVERIFY(answer(store->runs({})).value().isEmpty());
    QVERIFY(!errorOf(store->record({big})));
}

void SqliteStoreTest::record_noSpaceLeft_failsAllThatWait()
{
    SqlWorker worker(std::make_unique<SqliteBackend>(m_file, m_folder->path(), u":/reveille/schema/sqlite"_s, m_clock));
    worker.setObjectName(u"worker"_s);
    QVERIFY(worker.open());
    Run big = run(u"big"_s, 1ms);
    big.output = QByteArray(1'000'000, 'x');
    // Without an event loop's turn in between they share a transaction.
    const auto record = [&worker](const QList<Run> &runs) {
        const auto promise = std::make_shared<QPromise<Result<void>>>();
        promise->start();
        worker.post(SqlWorker::Record{runs, promise});
        return promise->future();
    };
    const auto first = record({run(u"small"_s, 0ms)});
    const auto second = record({big});

    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{400'000, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    QCoreApplication::processEvents();
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(errorOf(first) == ErrorCode::Unavailable);
    QVERIFY(errorOf(second) == ErrorCode::Unavailable);

    // Only who is at fault fails where it is a row.
    const auto good = record({run(u"good"_s, 2ms)});
    const auto bad = record({run(u"bad"_s, 2ms)});
    const auto other = record({run(u"other"_s, 3ms)});
    QCoreApplication::processEvents();
    QVERIFY(!errorOf(good));
    QVERIFY(errorOf(bad) == ErrorCode::Conflict);
    QVERIFY(!errorOf(other));
    QVERIFY(worker.close());
}

void SqliteStoreTest::kill_whileWriting_losesNothingConfirmed()
{
    QSet<QString> confirmed;
    for (int round = 0; round < 3; ++round) {
        m_file = m_folder->filePath(u"round%1/store.sqlite"_s.arg(round));
        confirmed.clear();
        QProcess writer;
        writer.start(QStringLiteral(REVEILLE_STORE_WRITER), {m_file});
        while (confirmed.size() < 50 * (round + 1)) {
            if (!writer.canReadLine())
                QVERIFY(writer.waitForReadyRead(30'000));
            confirmed.insert(QString::fromLatin1(writer.readLine().trimmed()));
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        while (writer.canReadLine())
            confirmed.insert(QString::fromLatin1(writer.readLine().trimmed()));

        const auto store = create();
        QVERIFY(!errorOf(store->open()));
        RunQuery query;
        query.limit = 1'000'000;
        const QList<Run> runs = answer(store->runs(query)).value();
        for (const Run &r : runs)
            confirmed.remove(r.id.value);
        QVERIFY2(confirmed.isEmpty(), qPrintable(confirmed.values().join(u' ')));
        QVERIFY(!errorOf(store->close()));
        QCOMPARE(sql({u"PRAGMA integrity_check"_s}).toString(), u"ok"_s);
    }
}

REVEILLE_TEST(SqliteStoreTest)

#include "tst_sqlitestore.moc"
