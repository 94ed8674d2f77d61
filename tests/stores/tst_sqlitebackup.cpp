// SPDX-License-Identifier: MIT
#include "core/stores/sqlitebackend.h"
#include "tests/stores/sqlitetest.h"

#include <QFileInfo>

using namespace reveille;
using namespace Qt::StringLiterals;

/// The copies of a store beside its file.
class SqliteBackupTest final : public SqliteTest
{
    Q_OBJECT

private Q_SLOTS:
    void close_storeWithContents_isBackedUpOnceADay();
    void close_newStore_hasNoBackup();
    void daily_storeInUse_isBackedUpBesideIt();

private:
    [[nodiscard]] QString path() const { return m_file + u".backup"_s; }
};

void SqliteBackupTest::close_storeWithContents_isBackedUpOnceADay()
{
    fill();
    QVERIFY(QFileInfo::exists(path()));
    QCOMPARE(modeOf(path()), 0600);

    const auto isWrittenWhereModified = [&](TimePoint t) {
        setModified(path(), t);
        const QDateTime before = QFileInfo(path()).lastModified();
        [&] { QVERIFY(!errorOf(create()->open())); }(); // and closes it
        return QFileInfo(path()).lastModified() != before;
    };
    QVERIFY(!isWrittenWhereModified(m_clock.now() - 23h));
    QVERIFY(isWrittenWhereModified(m_clock.now() - 25h));
    QVERIFY(isWrittenWhereModified(m_clock.now() + 25h)); // while the clock was wrong
    m_file = path();
    QCOMPARE(sql({u"SELECT COUNT(*) FROM runs"_s}).toInt(), 1);
}

void SqliteBackupTest::close_newStore_hasNoBackup()
{
    QVERIFY(!errorOf(create()->open()));
    QVERIFY(!QFileInfo::exists(path()));
}

void SqliteBackupTest::daily_storeInUse_isBackedUpBesideIt()
{
    fill();
    QVERIFY(QFile::remove(path()));
    const auto store = create();
    QVERIFY(!errorOf(store->open()));

    const SqliteFile file(m_file, m_folder->path());
    const SqliteBackend backend(m_file, m_folder->path(), u":/reveille/schema/sqlite"_s, m_clock);
    SqliteBackup backup(file, m_clock, backend.dialect(), backend.url());
    backup.startDaily(0ms);
    for (int i = 1; !QFileInfo::exists(path()); ++i) {
        QVERIFY(i < 100'000);
        QVERIFY(!errorOf(store->record({run(u"meanwhile%1"_s.arg(i), milliseconds(i))})));
        QCoreApplication::processEvents();
    }
    backup.stopDaily();
    m_file = path();
    QVERIFY(sql({u"SELECT COUNT(*) FROM runs"_s}).toInt() >= 1);
    QCOMPARE(sql({u"PRAGMA integrity_check"_s}).toString(), u"ok"_s);
}

REVEILLE_TEST(SqliteBackupTest)

#include "tst_sqlitebackup.moc"
