// SPDX-License-Identifier: MIT
#include "core/stores/sqlitebackend.h"
#include "core/stores/sqlitestore.h"
#include "core/stores/sqlworker.h"
#include "core/stores/storeurl.h"
#include "core/time/clock.h"
#include "tests/stores/storetest.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace reveille;
using namespace Qt::StringLiterals;

/// What only a store in a file can do, or get wrong.
class SqliteStoreTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void open_newFolder_isPrivateUnderAnyUmask_data();
    void open_newFolder_isPrivateUnderAnyUmask();
    void open_foldersOfOthers_keepTheirMode();
    void open_fileReadableByAll_becomesPrivate();
    void open_again_findsWhatWasWritten();
    void open_secondTime_namesWhoHasIt();
    void open_throughALink_isTheSameStore();
    void open_lockOfDeadProcess_isTaken();
    void open_lockThatNamesNobody_isTaken();
    void open_newerSchema_isRefusedAndUntouched();
    void open_olderSchema_isMigratedAfterABackup();
    void open_storeOfVersionOne_keepsEverything();
    void open_badMigration_changesNothing();
    void open_foreignFile_isRefusedAndUntouched_data();
    void open_foreignFile_isRefusedAndUntouched();
    void open_truncatedStore_isDamaged_data();
    void open_truncatedStore_isDamaged();
    void open_damagedPageAfterUncleanEnd_isDamaged();
    void open_otherProgramsDatabase_isRefusedAndUntouched();
    void open_emptyFile_isANewStore();
    void open_impossiblePlace_isUnavailable_data();
    void open_impossiblePlace_isUnavailable();
    void open_afterFailure_worksOnceMended();
    void open_storeWithContents_isBackedUpOnceADay();
    void open_newStore_hasNoBackup();
    void record_noSpaceLeft_isAnErrorAndWritesNothing();
    void record_noSpaceLeft_failsAllThatWait();
    void kill_whileWriting_losesNothingConfirmed();
    void load_tenThousandJobs_isFast();

private:
    [[nodiscard]] std::unique_ptr<SqliteStore> create(const QString &schemaFolder = u":/reveille/schema/sqlite"_s) const;
    [[nodiscard]] static int modeOf(const QString &path);
    [[nodiscard]] static QByteArray bytesOf(const QString &path);
    static void write(const QString &path, const QByteArray &bytes);
    /// Runs SQL on the closed store's file as another program would; answers the first value of the last statement.
    QVariant sql(const QStringList &statements) const;
    void fill(int runs = 1) const;
    [[nodiscard]] static int newestSchema();
    /// A folder with our schema and one version more.
    [[nodiscard]] QString schemaWith(const QByteArray &next) const;
    [[nodiscard]] static JobRecord job(const QString &id);
    [[nodiscard]] static Run run(const QString &id, milliseconds at);

    std::optional<QTemporaryDir> m_folder;
    QString m_file;
    const SystemClock m_clock;
};

void SqliteStoreTest::init()
{
    Test::init();
    m_folder.emplace();
    m_file = m_folder->filePath(u"data/reveille/store.sqlite"_s);
}

std::unique_ptr<SqliteStore> SqliteStoreTest::create(const QString &schemaFolder) const
{
    return std::make_unique<SqliteStore>(m_file, m_clock, nullptr, schemaFolder);
}

int SqliteStoreTest::modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
}

QByteArray SqliteStoreTest::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SqliteStoreTest::write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QVariant SqliteStoreTest::sql(const QStringList &statements) const
{
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(m_file);
        [&] { QVERIFY(database.open()); }();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            [&] { QVERIFY2(query.exec(statement), qPrintable(statement)); }();
            value = query.next() ? query.value(0) : QVariant();
        }
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    return value;
}

JobRecord SqliteStoreTest::job(const QString &id)
{
    JobRecord job;
    job.id = {id};
    job.data = QByteArray("{}");
    return job;
}

Run SqliteStoreTest::run(const QString &id, milliseconds at)
{
    Run run;
    run.id = {id};
    run.jobId = {u"a"_s};
    run.scheduledAt = TimePoint(at);
    run.dueAt = run.scheduledAt;
    run.output = QByteArray(2000, 'x');
    return run;
}

void SqliteStoreTest::fill(int runs) const
{
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
    QVERIFY(!errorOf(store->add({job(u"a"_s)})));
    QList<Run> rows;
    for (int i = 0; i < runs; ++i)
        rows.append(run(u"r%1"_s.arg(i), milliseconds(i)));
    QVERIFY(!errorOf(store->record(rows)));
    QVERIFY(!errorOf(store->close()));
}

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

void SqliteStoreTest::open_newFolder_isPrivateUnderAnyUmask_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("000") << 0;
    QTest::newRow("022") << 022;
    QTest::newRow("077") << 077;
    QTest::newRow("0277") << 0277;
}

void SqliteStoreTest::open_newFolder_isPrivateUnderAnyUmask()
{
    QFETCH(int, mask);
    const mode_t before = ::umask(mode_t(mask));
    const auto restore = qScopeGuard([before] { ::umask(before); });
    fill();
    const auto store = create(); // the second time it also writes a backup
    QVERIFY(!errorOf(store->open()));
    QVERIFY(!errorOf(store->record({run(u"x"_s, 99ms)})));
    QCOMPARE(modeOf(m_folder->filePath(u"data"_s)), 0700);
    QCOMPARE(modeOf(m_folder->filePath(u"data/reveille"_s)), 0700);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s, u".backup"_s})
        QVERIFY2(modeOf(m_file + suffix) == 0600, qPrintable(suffix + u' ' + QString::number(modeOf(m_file + suffix), 8)));
    const QStringList files = QFileInfo(m_file).dir().entryList(QDir::Files | QDir::Hidden);
    QVERIFY2(files.size() == 5, qPrintable(files.join(u' ')));
}

void SqliteStoreTest::open_foldersOfOthers_keepTheirMode()
{
    m_file = m_folder->filePath(u"store.sqlite"_s);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    fill();
    QCOMPARE(modeOf(m_folder->path()), 0755);
    QCOMPARE(modeOf(m_file), 0600);
}

void SqliteStoreTest::open_fileReadableByAll_becomesPrivate()
{
    fill();
    QCOMPARE(::chmod(QFile::encodeName(m_file).constData(), 0644), 0);
    QVERIFY(!errorOf(create()->open()));
    QCOMPARE(modeOf(m_file), 0600);
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

void SqliteStoreTest::open_secondTime_namesWhoHasIt()
{
    const auto first = create();
    QVERIFY(!errorOf(first->open()));
    const auto second = create();
    const Result<void> refused = answer(second->open());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY2(refused.error().message.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(refused.error().message));
    QVERIFY(!errorOf(first->close()));
    QVERIFY(!errorOf(second->open()));
}

void SqliteStoreTest::open_throughALink_isTheSameStore()
{
    fill();
    const QString toFile = m_folder->filePath(u"link.sqlite"_s);
    const QString toFolder = m_folder->filePath(u"folder"_s);
    QVERIFY(QFile::link(m_file, toFile));
    QVERIFY(QFile::link(QFileInfo(m_file).path(), toFolder));
    const auto first = create();
    QVERIFY(!errorOf(first->open()));
    for (const QString &path : {toFile, toFolder + u"/store.sqlite"_s}) {
        SqliteStore second(path, m_clock);
        QVERIFY2(errorOf(second.open()) == ErrorCode::Unavailable, qPrintable(path));
        QCOMPARE(second.url(), first->url());
        QCOMPARE(canonicalStoreUrl(u"sqlite:"_s + path).value(), first->url());
    }
    QCOMPARE(canonicalStoreUrl(u"sqlite:"_s + toFolder + u"/none/new.sqlite"_s).value(),
             u"sqlite:"_s + QFileInfo(m_file).path() + u"/none/new.sqlite"_s);
    QVERIFY(!errorOf(first->close()));
    SqliteStore second(toFile, m_clock);
    QVERIFY(!errorOf(second.open()));
}

void SqliteStoreTest::open_lockOfDeadProcess_isTaken()
{
    fill();
    QProcess gone;
    gone.start(u"true"_s, {});
    QVERIFY(gone.waitForStarted());
    const qint64 pid = gone.processId();
    QVERIFY(gone.waitForFinished());
    write(m_file + u".lock"_s, QByteArray::number(pid) + "\ntrue\n" + QSysInfo::machineHostName().toUtf8() + "\n"
              + QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
}

// Its owner was killed before it wrote its name.
void SqliteStoreTest::open_lockThatNamesNobody_isTaken()
{
    fill();
    write(m_file + u".lock"_s, {});
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
    QVERIFY(errorOf(create()->open()) == ErrorCode::Unavailable);
}

void SqliteStoreTest::open_newerSchema_isRefusedAndUntouched()
{
    fill();
    sql({u"UPDATE schema_version SET version = 99"_s});
    const QByteArray before = bytesOf(m_file);
    const auto store = create();
    const Result<void> refused = answer(store->open());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(refused.error().message.contains(m_file));
    QVERIFY(bytesOf(m_file) == before);
    QVERIFY(!QFileInfo::exists(m_file + u".backup"_s));
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

void SqliteStoreTest::open_foreignFile_isRefusedAndUntouched_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a text") << QByteArray("Dear diary,\n");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("many zeros") << QByteArray(20000, '\0');
    QTest::newRow("only SQLite's first words") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("SQLite's first words and noise") << QByteArray("SQLite format 3\0", 16) + QByteArray(9000, '\x5a');
}

void SqliteStoreTest::open_foreignFile_isRefusedAndUntouched()
{
    QFETCH(QByteArray, bytes);
    write(m_file, bytes);
    const Result<void> refused = answer(create()->open());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().message.contains(m_file), qPrintable(refused.error().message));
    QVERIFY(bytesOf(m_file) == bytes);
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

void SqliteStoreTest::open_otherProgramsDatabase_isRefusedAndUntouched()
{
    write(m_file, {});
    sql({u"CREATE TABLE jobs (theirs)"_s});
    const QByteArray before = bytesOf(m_file);
    const int mode = modeOf(m_file);
    QVERIFY(errorOf(create()->open()) == ErrorCode::Refused);
    QVERIFY(bytesOf(m_file) == before);
    QCOMPARE(modeOf(m_file), mode);
}

void SqliteStoreTest::open_emptyFile_isANewStore()
{
    write(m_file, {});
    fill();
    QCOMPARE(modeOf(m_file), 0600);
}

void SqliteStoreTest::open_impossiblePlace_isUnavailable_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("below a file") << u"/etc/hostname/store.sqlite"_s;
    QTest::newRow("below a missing folder below a file") << u"/etc/hostname/folder/store.sqlite"_s;
    QTest::newRow("in /proc") << u"/proc/reveille/store.sqlite"_s;
    QTest::newRow("a folder") << QDir::tempPath();
}

void SqliteStoreTest::open_impossiblePlace_isUnavailable()
{
    QFETCH(QString, file);
    m_file = file;
    const Result<void> refused = answer(create()->open());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY2(!refused.error().message.isEmpty(), qPrintable(refused.error().message));
}

void SqliteStoreTest::open_afterFailure_worksOnceMended()
{
    write(m_file, "noise");
    const auto store = create();
    QVERIFY(errorOf(store->open()) == ErrorCode::Refused);
    QVERIFY(QFile::remove(m_file));
    QVERIFY(!errorOf(store->open()));
}

void SqliteStoreTest::open_storeWithContents_isBackedUpOnceADay()
{
    const QString backup = m_file + u".backup"_s;
    fill();
    QVERIFY(!QFileInfo::exists(backup));
    QVERIFY(!errorOf(create()->open()));
    QVERIFY(QFileInfo::exists(backup));

    const auto setTime = [&](const QDateTime &time) {
        QFile file(backup);
        return file.open(QIODevice::ReadWrite) && file.setFileTime(time, QFileDevice::FileModificationTime);
    };
    const QDateTime today = QDateTime::currentDateTimeUtc().addSecs(-23 * 3600);
    QVERIFY(setTime(today));
    QVERIFY(!errorOf(create()->open()));
    QCOMPARE(QFileInfo(backup).lastModified().toSecsSinceEpoch(), today.toSecsSinceEpoch());

    QVERIFY(setTime(today.addDays(-1)));
    QVERIFY(!errorOf(create()->open()));
    QVERIFY(QFileInfo(backup).lastModified() > today);
    m_file = backup;
    QCOMPARE(sql({u"SELECT COUNT(*) FROM runs"_s}).toInt(), 1);
}

void SqliteStoreTest::open_newStore_hasNoBackup()
{
    QVERIFY(!errorOf(create()->open()));
    QVERIFY(!errorOf(create()->open()));
    QVERIFY(!QFileInfo::exists(m_file + u".backup"_s));
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

void SqliteStoreTest::load_tenThousandJobs_isFast()
{
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
    QList<JobRecord> jobs;
    QList<Run> runs;
    for (int j = 0; j < 10'000; ++j) {
        jobs.append(job(u"job%1"_s.arg(j)));
        for (int i = 0; i < 10; ++i) {
            Run r = run(u"%1-%2"_s.arg(j).arg(i), milliseconds(i));
            r.jobId = jobs.last().id;
            r.state = RunState::Finished;
            r.outcome = i % 3 == 0 ? Outcome::Success : Outcome::Error;
            r.finishedAt = r.scheduledAt;
            runs.append(r);
        }
    }
    QVERIFY(!errorOf(store->add(jobs)));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!errorOf(store->record(runs)));
    qInfo("recording 100,000 runs: %lld ms", timer.restart());
    const StoreContents contents = answer(store->loadPage(0, 10'000)).value();
    const qint64 loading = timer.restart();
    qInfo("loading 10,000 jobs with 100,000 runs: %lld ms", loading);
    QCOMPARE(contents.jobs.size(), 10'000);
    QCOMPARE(contents.lastRuns.size(), 10'000);
    QVERIFY2(loading < 5000 || REVEILLE_SANITIZED, qPrintable(QString::number(loading)));
    (void)answer(store->runs({}));
    qInfo("the newest 100 runs: %lld ms", timer.restart());
    QCOMPARE(answer(store->prune({std::chrono::days(90), 5}, TimePoint(1s))).value(), 50'000);
    qInfo("pruning half of them: %lld ms", timer.restart());
}

REVEILLE_TEST(SqliteStoreTest)

#include "tst_sqlitestore.moc"
