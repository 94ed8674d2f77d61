// SPDX-License-Identifier: MIT
#include "core/stores/storeurl.h"
#include "tests/stores/sqlitetest.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>

#include <sys/stat.h>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Whose a store's file is: its rights, its lock, and the files of others.
class SqliteFileTest final : public SqliteTest
{
    Q_OBJECT

private Q_SLOTS:
    void open_newFolder_isPrivateUnderAnyUmask_data();
    void open_newFolder_isPrivateUnderAnyUmask();
    void open_foldersOfOthers_keepTheirMode();
    void open_fileReadableByAll_becomesPrivate();
    void open_secondTime_namesWhoHasIt();
    void open_throughALink_isTheSameStore();
    void open_lockOfDeadProcess_isTaken();
    void open_lockWithNumberOfAnotherProcess_isTaken();
    void open_lockThatNamesNobody_isTaken();
    void open_foreignFile_isRefusedAndUntouched_data();
    void open_foreignFile_isRefusedAndUntouched();
    void open_otherProgramsDatabase_isRefusedAndUntouched();
    void open_emptyFile_isANewStore();
    void open_impossiblePlace_isUnavailable_data();
    void open_impossiblePlace_isUnavailable();

private:
    void writeLock(qint64 pid, const QString &program) const;
};

void SqliteFileTest::open_newFolder_isPrivateUnderAnyUmask_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("000") << 0;
    QTest::newRow("022") << 022;
    QTest::newRow("077") << 077;
    QTest::newRow("0277") << 0277;
}

void SqliteFileTest::open_newFolder_isPrivateUnderAnyUmask()
{
    QFETCH(int, mask);
    const mode_t before = ::umask(mode_t(mask));
    const auto restore = qScopeGuard([before] { ::umask(before); });
    fill();
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
    QVERIFY(!errorOf(store->record({run(u"x"_s, 99ms)})));
    QCOMPARE(modeOf(m_folder->filePath(u"data"_s)), 0700);
    QCOMPARE(modeOf(m_folder->filePath(u"data/reveille"_s)), 0700);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s, u".backup"_s})
        QVERIFY2(modeOf(m_file + suffix) == 0600, qPrintable(suffix + u' ' + QString::number(modeOf(m_file + suffix), 8)));
    const QStringList files = QFileInfo(m_file).dir().entryList(QDir::Files | QDir::Hidden);
    QVERIFY2(files.size() == 5, qPrintable(files.join(u' ')));
}

void SqliteFileTest::open_foldersOfOthers_keepTheirMode()
{
    m_file = m_folder->filePath(u"store.sqlite"_s);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    fill();
    QCOMPARE(modeOf(m_folder->path()), 0755);
    QCOMPARE(modeOf(m_file), 0600);
}

void SqliteFileTest::open_fileReadableByAll_becomesPrivate()
{
    fill();
    QCOMPARE(::chmod(QFile::encodeName(m_file).constData(), 0644), 0);
    QVERIFY(!errorOf(create()->open()));
    QCOMPARE(modeOf(m_file), 0600);
}

void SqliteFileTest::open_secondTime_namesWhoHasIt()
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

void SqliteFileTest::open_throughALink_isTheSameStore()
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

void SqliteFileTest::writeLock(qint64 pid, const QString &program) const
{
    write(m_file + u".lock"_s, QByteArray::number(pid) + '\n' + program.toUtf8() + '\n' + QSysInfo::machineHostName().toUtf8() + '\n'
              + QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n");
}

void SqliteFileTest::open_lockOfDeadProcess_isTaken()
{
    fill();
    QProcess gone;
    gone.start(u"true"_s, {});
    QVERIFY(gone.waitForStarted());
    const qint64 pid = gone.processId();
    QVERIFY(gone.waitForFinished());
    writeLock(pid, u"true"_s);
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
}

void SqliteFileTest::open_lockWithNumberOfAnotherProcess_isTaken()
{
    fill();
    writeLock(QCoreApplication::applicationPid(), QCoreApplication::applicationName());
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
}

// Its owner was killed before it wrote its name.
void SqliteFileTest::open_lockThatNamesNobody_isTaken()
{
    fill();
    write(m_file + u".lock"_s, {});
    const auto store = create();
    QVERIFY(!errorOf(store->open()));
    QVERIFY(errorOf(create()->open()) == ErrorCode::Unavailable);
}

void SqliteFileTest::open_foreignFile_isRefusedAndUntouched_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a text") << QByteArray("Dear diary,\n");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("many zeros") << QByteArray(20000, '\0');
    QTest::newRow("only SQLite's first words") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("SQLite's first words and noise") << QByteArray("SQLite format 3\0", 16) + QByteArray(9000, '\x5a');
}

void SqliteFileTest::open_foreignFile_isRefusedAndUntouched()
{
    QFETCH(QByteArray, bytes);
    write(m_file, bytes);
    const Result<void> refused = answer(create()->open());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().message.contains(m_file), qPrintable(refused.error().message));
    QVERIFY(bytesOf(m_file) == bytes);
}

void SqliteFileTest::open_otherProgramsDatabase_isRefusedAndUntouched()
{
    write(m_file, {});
    sql({u"CREATE TABLE jobs (theirs)"_s});
    const QByteArray before = bytesOf(m_file);
    const int mode = modeOf(m_file);
    QVERIFY(errorOf(create()->open()) == ErrorCode::Refused);
    QVERIFY(bytesOf(m_file) == before);
    QCOMPARE(modeOf(m_file), mode);
}

void SqliteFileTest::open_emptyFile_isANewStore()
{
    write(m_file, {});
    fill();
    QCOMPARE(modeOf(m_file), 0600);
}

void SqliteFileTest::open_impossiblePlace_isUnavailable_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("below a file") << u"/etc/hostname/store.sqlite"_s;
    QTest::newRow("below a missing folder below a file") << u"/etc/hostname/folder/store.sqlite"_s;
    QTest::newRow("in /proc") << u"/proc/reveille/store.sqlite"_s;
    QTest::newRow("a folder") << QDir::tempPath();
}

void SqliteFileTest::open_impossiblePlace_isUnavailable()
{
    QFETCH(QString, file);
    m_file = file;
    const Result<void> refused = answer(create()->open());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY2(!refused.error().message.isEmpty(), qPrintable(refused.error().message));
}

REVEILLE_TEST(SqliteFileTest)

#include "tst_sqlitefile.moc"
