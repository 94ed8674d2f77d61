// SPDX-License-Identifier: MIT
#include "tests/stores/sqlitetest.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <fcntl.h>
#include <sys/stat.h>

namespace reveille {

using namespace Qt::StringLiterals;

void SqliteTest::init()
{
    Test::init();
    m_folder.emplace();
    m_file = m_folder->filePath(u"data/reveille/store.sqlite"_s);
}

std::unique_ptr<SqliteStore> SqliteTest::create(const QString &schemaFolder) const
{
    return std::make_unique<SqliteStore>(m_file, m_clock, nullptr, schemaFolder);
}

int SqliteTest::modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
}

QByteArray SqliteTest::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SqliteTest::write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QVariant SqliteTest::sql(const QStringList &statements) const
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

JobRecord SqliteTest::job(const QString &id)
{
    JobRecord job;
    job.id = {id};
    job.data = QByteArray("{}");
    return job;
}

Run SqliteTest::run(const QString &id, milliseconds at)
{
    Run run;
    run.id = {id};
    run.jobId = {u"a"_s};
    run.scheduledAt = TimePoint(at);
    run.dueAt = run.scheduledAt;
    run.output = QByteArray(2000, 'x');
    return run;
}

void SqliteTest::fill(int runs) const
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

void SqliteTest::setModified(const QString &path, TimePoint t)
{
    const timespec time{std::chrono::floor<std::chrono::seconds>(t.time_since_epoch()).count(), 0};
    const timespec times[] = {time, time};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0), 0);
}

} // namespace reveille
