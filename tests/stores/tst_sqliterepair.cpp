// SPDX-License-Identifier: MIT
#include "core/stores/sqliterepair.h"
#include "tests/stores/sqlitetest.h"

#include <QDir>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace reveille;
using namespace Qt::StringLiterals;

/// What becomes of a store's file that is damaged.
class SqliteRepairTest final : public SqliteTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void check_wholeStore_isFine();
    void check_storeThatSomebodyHas_isUnavailable();
    void check_otherFiles_areNotDamaged_data();
    void check_otherFiles_areNotDamaged();
    void check_pageThatOpeningDoesNotRead_isDamaged();
    void open_emptiedFileWithBackup_isDamaged();
    void open_emptiedFileWithLog_isDamagedAndKeepsIt();
    void open_overwrittenFileWithBackup_isDamaged();
    void newestBackup_isTheNewestThatCanBeRead();
    void check_damageThatWouldBeCopied_leavesTheBackupAlone();
    void newestBackup_ofAStoreWithALikeName_isNotIts();
    void check_fileIsGone_isDamagedWhereThereIsABackup();
    void restore_bringsTheBackupAndKeepsTheDamagedFile();
    void restore_backupThatIsGone_touchesNothing();
    void beginEmpty_makesRoomAndKeepsAll();
    void beginEmpty_nameThatIsTaken_touchesNothing();
    void beginEmpty_openStore_isRefused();
    void create_storeThatIsNoFile_isInvalid();

private:
    [[nodiscard]] std::unique_ptr<SqliteRepair> repair() const;
    /// The ids of the jobs in the store, which must open.
    [[nodiscard]] QStringList jobs() const;
    void addJob(const QString &id) const;
    /// A store of two jobs whose daily backup has the first, and which is then damaged.
    void makeDamagedStore() const;
    /// What is beside the store, by name, but for the lock.
    [[nodiscard]] QHash<QString, QByteArray> files() const;
};

namespace {

const QByteArray Noise(4096, '\x5a');

} // namespace

void SqliteRepairTest::init()
{
    SqliteTest::init();
    m_file = m_folder->filePath(u"store.sqlite"_s);
}

std::unique_ptr<SqliteRepair> SqliteRepairTest::repair() const
{
    return std::move(SqliteRepair::create(u"sqlite:"_s + m_file, m_clock).value());
}

QStringList SqliteRepairTest::jobs() const
{
    SqliteStore store(m_file, m_clock);
    QStringList ids;
    [&] { QVERIFY(!errorOf(store.open())); }();
    for (const JobRecord &job : answer(store.loadPage(0, 100)).value_or(StoreContents()).jobs)
        ids.append(job.id.value);
    return ids;
}

void SqliteRepairTest::addJob(const QString &id) const
{
    SqliteStore store(m_file, m_clock);
    QVERIFY(!errorOf(store.open()));
    JobRecord job;
    job.id = {id};
    job.data = "{\"data of " + id.toUtf8() + "\": \"" + QByteArray(1000, 'x') + "\"}"; // so that there are several pages
    QVERIFY(!errorOf(store.add({job})));
    QVERIFY(!errorOf(store.close()));
}

void SqliteRepairTest::makeDamagedStore() const
{
    addJob(u"first"_s);
    setModified(m_file + u".backup"_s, m_clock.now());
    addJob(u"second"_s);
    QByteArray bytes = bytesOf(m_file);
    bytes.replace(100, Noise.size() - 100, Noise.mid(100));
    write(m_file, bytes);
    write(m_file + u"-journal"_s, "journal");
}

QHash<QString, QByteArray> SqliteRepairTest::files() const
{
    QHash<QString, QByteArray> all;
    for (const QFileInfo &file : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
        if (file.suffix() != "lock"_L1)
            all.insert(file.fileName(), bytesOf(file.filePath()));
    }
    return all;
}


void SqliteRepairTest::check_wholeStore_isFine()
{
    addJob(u"first"_s);
    QVERIFY(repair()->check());
    QCOMPARE(files().size(), 2); // the backup is the other
}

void SqliteRepairTest::check_storeThatSomebodyHas_isUnavailable()
{
    SqliteStore store(m_file, m_clock);
    QVERIFY(!errorOf(store.open()));
    QCOMPARE(repair()->check().error().code, ErrorCode::Unavailable);
}

void SqliteRepairTest::check_otherFiles_areNotDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("none") << QByteArray() << ErrorCode::NotFound;
    QTest::newRow("a text") << QByteArray("Dear diary,\n") << ErrorCode::Refused;
    QTest::newRow("zeros") << QByteArray(20000, '\0') << ErrorCode::Refused;
    QTest::newRow("SQLite's first words and noise") << QByteArray("SQLite format 3\0", 16) + Noise << ErrorCode::Refused;
}

void SqliteRepairTest::check_otherFiles_areNotDamaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    if (!bytes.isEmpty())
        write(m_file, bytes);
    const auto before = files();
    QCOMPARE(repair()->check().error().code, code);
    QCOMPARE(files(), before);
}

void SqliteRepairTest::check_pageThatOpeningDoesNotRead_isDamaged()
{
    for (int i = 0; i < 20; ++i) {
        addJob(u"job %1"_s.arg(i));
        setModified(m_file + u".backup"_s, m_clock.now()); // another would read all of the file
    }
    QByteArray bytes = bytesOf(m_file);
    const qsizetype page = bytes.indexOf("data of job 10") / Noise.size() * Noise.size();
    bytes.replace(page, Noise.size(), Noise);
    write(m_file, bytes);
    {
        SqliteStore store(m_file, m_clock);
        QVERIFY(!errorOf(store.open()));
    }
    const Result<void> checked = repair()->check();
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::Damaged);
    QVERIFY2(checked.error().message.contains(m_file), qPrintable(checked.error().message));
}

void SqliteRepairTest::open_emptiedFileWithBackup_isDamaged()
{
    makeDamagedStore();
    QVERIFY(QFile::remove(m_file + u"-journal"_s));
    write(m_file, {});
    QVERIFY(errorOf(SqliteStore(m_file, m_clock).open()) == ErrorCode::Damaged);
    QCOMPARE(QFileInfo(m_file).size(), 0);
}

void SqliteRepairTest::open_emptiedFileWithLog_isDamagedAndKeepsIt()
{
    const QByteArray log("what was written last");
    write(m_file + u"-wal"_s, log);
    for (const bool isThere : {false, true}) {
        if (isThere)
            write(m_file, {});
        QVERIFY(errorOf(SqliteStore(m_file, m_clock).open()) == ErrorCode::Damaged);
        QCOMPARE(bytesOf(m_file + u"-wal"_s), log);
    }
    const QString aside = repair()->beginEmpty().value();
    QCOMPARE(bytesOf(aside + u"-wal"_s), log);
    QVERIFY(!errorOf(SqliteStore(m_file, m_clock).open()));
}

void SqliteRepairTest::open_overwrittenFileWithBackup_isDamaged()
{
    makeDamagedStore();
    write(m_file, QByteArray(20000, '\0'));
    QVERIFY(errorOf(SqliteStore(m_file, m_clock).open()) == ErrorCode::Damaged);
}

void SqliteRepairTest::newestBackup_isTheNewestThatCanBeRead()
{
    QVERIFY(!repair()->newestBackup());
    makeDamagedStore();
    const QString daily = m_file + u".backup"_s;
    QCOMPARE(repair()->newestBackup()->path, daily);
    QCOMPARE(repair()->newestBackup()->writtenAt, m_clock.now());

    const QString older = m_file + u".schema-1.backup"_s;
    QVERIFY(QFile::copy(daily, older));
    setModified(older, m_clock.now() - 24h);
    QCOMPARE(repair()->newestBackup()->path, daily);
    write(daily, Noise);
    QCOMPARE(repair()->newestBackup()->path, older);
    QCOMPARE(repair()->newestBackup()->writtenAt, m_clock.now() - 24h);
    write(older, {});
    QVERIFY(!repair()->newestBackup());
}

void SqliteRepairTest::check_damageThatWouldBeCopied_leavesTheBackupAlone()
{
    addJob(u"first"_s);
    const QString path = m_file + u".backup"_s;
    setModified(path, m_clock.now() - 48h); // it is time for another
    const QByteArray backup = bytesOf(path);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(m_file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"PRAGMA writable_schema = ON"_s));
        // There are rows without one, which a copy takes along.
        QVERIFY(query.exec(u"UPDATE sqlite_master SET sql = replace(sql, 'next_fire_time   INTEGER', 'next_fire_time INTEGER NOT NULL') "
                           "WHERE name = 'job_times'"_s));
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"No backup"_s));
    QVERIFY(repair()->check().error().code == ErrorCode::Damaged);
    QCOMPARE(bytesOf(path), backup);
}

void SqliteRepairTest::newestBackup_ofAStoreWithALikeName_isNotIts()
{
    addJob(u"first"_s);
    QVERIFY(QFile::rename(m_file + u".backup"_s, m_file + u".test.backup"_s));
    QVERIFY(!repair()->newestBackup());
    m_file = QFileInfo(m_file).path() + u"/.hidden"_s;
    addJob(u"second"_s);
    QCOMPARE(repair()->newestBackup()->path, m_file + u".backup"_s);
}

void SqliteRepairTest::check_fileIsGone_isDamagedWhereThereIsABackup()
{
    QVERIFY(repair()->check().error().code == ErrorCode::NotFound);
    makeDamagedStore();
    QVERIFY(QFile::remove(m_file));
    QVERIFY(repair()->check().error().code == ErrorCode::Damaged);
    const auto repair = this->repair();
    QVERIFY(repair->restore(*repair->newestBackup()));
    QCOMPARE(jobs(), QStringList{u"first"_s});
}

void SqliteRepairTest::restore_bringsTheBackupAndKeepsTheDamagedFile()
{
    makeDamagedStore();
    const auto before = files();
    const auto repair = this->repair();
    const Result<QString> aside = repair->restore(*repair->newestBackup());
    QVERIFY(aside);
    QCOMPARE(*aside, m_file + u".damaged-20270115T080000Z"_s);
    const auto after = files();
    QCOMPARE(after[u"store.sqlite.damaged-20270115T080000Z"_s], before[u"store.sqlite"_s]);
    QCOMPARE(after[u"store.sqlite.damaged-20270115T080000Z-journal"_s], "journal");
    QCOMPARE(after[u"store.sqlite.backup"_s], before[u"store.sqlite.backup"_s]);
    QVERIFY(QFile::permissions(m_file) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    QCOMPARE(jobs(), QStringList{u"first"_s});
}

void SqliteRepairTest::restore_backupThatIsGone_touchesNothing()
{
    makeDamagedStore();
    const auto before = files();
    const Result<QString> aside = repair()->restore({m_file + u".gone"_s, {}});
    QVERIFY(!aside);
    QCOMPARE(aside.error().code, ErrorCode::Unavailable);
    QCOMPARE(files(), before);
}

void SqliteRepairTest::beginEmpty_makesRoomAndKeepsAll()
{
    makeDamagedStore();
    const auto before = files();
    const QString aside = QFileInfo(repair()->beginEmpty().value()).fileName();
    const auto after = files();
    QCOMPARE(after.size(), before.size());
    QCOMPARE(after[aside], before[u"store.sqlite"_s]);
    QCOMPARE(after[aside + u".backup"_s], before[u"store.sqlite.backup"_s]);
    QVERIFY(jobs().isEmpty());
}

void SqliteRepairTest::beginEmpty_nameThatIsTaken_touchesNothing()
{
    makeDamagedStore();
    write(m_file + u".damaged-20270115T080000Z"_s, "an earlier one");
    const auto before = files();
    const Result<QString> aside = repair()->beginEmpty();
    QVERIFY(!aside);
    QCOMPARE(aside.error().code, ErrorCode::Unavailable);
    QCOMPARE(files(), before);
}

void SqliteRepairTest::beginEmpty_openStore_isRefused()
{
    SqliteStore store(m_file, m_clock);
    QVERIFY(!errorOf(store.open()));
    QCOMPARE(repair()->beginEmpty().error().code, ErrorCode::Unavailable);
    QVERIFY(!errorOf(store.loadPage(0, 1)));
}

void SqliteRepairTest::create_storeThatIsNoFile_isInvalid()
{
    QCOMPARE(SqliteRepair::create(u"memory:"_s, m_clock).error().code, ErrorCode::Invalid);
}

REVEILLE_TEST(SqliteRepairTest)

#include "tst_sqliterepair.moc"
