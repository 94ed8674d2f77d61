// SPDX-License-Identifier: MIT
#include "core/stores/storeurl.h"
#include "core/time/clock.h"
#include "tests/fault/sharing.h"
#include "tests/stores/serverdatabase.h"
#include "tests/stores/storetest.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#include <map>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Several programs, each with a scheduler, over one store while its connections are killed: each fire time runs once.
class SharedStoreTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void schedulers_connectionsKilled_runEachFireTimeOnce_data();
    void schedulers_connectionsKilled_runEachFireTimeOnce();

private:
    static constexpr int Programs = 4;
    static constexpr int Jobs = REVEILLE_SANITIZED ? 200 : 2000;
    static constexpr int Runs = Jobs * sharing::FireTimes;
    static constexpr int MostInterrupted = Runs / 100; // where nobody knows any more who had claimed it
    static constexpr auto BetweenKills = 200ms;

    static void addJobs(JobStore &store);
    static QMap<QString, int> linesOf(const QString &path);
};

void SharedStoreTest::addJobs(JobStore &store)
{
    QList<JobRecord> jobs;
    for (int i = 0; i < Jobs; ++i) {
        JobRecord job;
        job.id = JobId::create();
        job.nextFireTime = sharing::Start;
        job.data = QJsonDocument(QJsonObject{
            {u"id"_s, job.id.value}, {u"coalesce"_s, u"all"_s}, {u"overlap"_s, u"allow"_s}, {u"misfire_grace_time"_s, QJsonValue()},
            {u"task"_s, QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"append"_s}}},
            {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"seconds"_s, qint64(sharing::Step.count())},
                                       {u"start_date"_s, formatInstant(sharing::Start)},
                                       {u"end_date"_s, formatInstant(sharing::End - sharing::Step)}}}}).toJson();
        jobs.append(job);
    }
    QVERIFY(answer(store.add(jobs)));
}

QMap<QString, int> SharedStoreTest::linesOf(const QString &path)
{
    QMap<QString, int> lines;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd())
        ++lines[QString::fromLatin1(file.readLine().trimmed())];
    return lines;
}

void SharedStoreTest::schedulers_connectionsKilled_runEachFireTimeOnce_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("mariadb") << u"mariadb"_s;
}

void SharedStoreTest::schedulers_connectionsKilled_runEachFireTimeOnce()
{
    QFETCH(QString, server);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"started"_s);
    const QString url = createServerDatabase(server);
    const SystemClock clock;
    {
        const auto store = createStore(url, clock).value();
        QVERIFY(!errorOf(store->open()));
        addJobs(*store);
        QVERIFY(!errorOf(store->close()));
    }

    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<QProcess>> programs;
    int running = Programs;
    for (int i = 0; i < Programs; ++i) {
        programs.push_back(std::make_unique<QProcess>());
        QProcess &program = *programs.back();
        program.setProcessChannelMode(QProcess::MergedChannels); // their log tells of every lost connection
        connect(&program, &QProcess::finished, this, [&running] { --running; });
        program.start(QStringLiteral(REVEILLE_SHARER), {url, file});
        QVERIFY(program.waitForStarted());
    }
    int kills = 0;
    QTimer killer;
    connect(&killer, &QTimer::timeout, this, [&] {
        if (linesOf(file).size() < Runs - MostInterrupted)
            kills += killConnections(url);
        else
            killer.stop(); // the rest is that they find out so
    });
    killer.start(BetweenKills);
    QTRY_COMPARE_WITH_TIMEOUT(running, 0, 800'000);
    killer.stop();
    const qint64 elapsed = timer.elapsed();
    for (const auto &program : programs)
        QVERIFY2(program->exitStatus() == QProcess::NormalExit && program->exitCode() == 0, program->readAll().right(2000).constData());
    QVERIFY(kills >= Programs);
    QProcess last; // settles what they could not write
    last.start(QStringLiteral(REVEILLE_SHARER), {url, file, u"all"_s});
    QVERIFY(last.waitForFinished(120'000));
    QCOMPARE(last.exitCode(), 0);

    const auto store = createStore(url, clock).value();
    QVERIFY(!errorOf(store->open()));
    RunQuery query;
    query.limit = 1'000'000;
    const QList<Run> ledger = answer(store->runs(query)).value();
    QMap<QString, int> started = linesOf(file);
    std::map<std::pair<QString, TimePoint>, int> fireTimes;
    int interrupted = 0;
    for (const Run &run : ledger) {
        QVERIFY2(run.state == RunState::Finished, qPrintable(run.id.value));
        const int times = started.take(run.id.value);
        QVERIFY2(times == 1 || (times == 0 && run.outcome == Outcome::Interrupted), qPrintable(run.id.value));
        interrupted += run.outcome == Outcome::Interrupted;
        ++fireTimes[{run.jobId.value, run.scheduledAt}];
    }
    QVERIFY2(started.isEmpty(), qPrintable(QStringList(started.keys()).join(u' ')));
    QCOMPARE(ledger.size(), Runs);
    QCOMPARE(int(fireTimes.size()), Runs);
    qInfo("%d runs in %lld ms, %d connections killed, %d runs interrupted", Runs, elapsed, kills, interrupted);
    QVERIFY2(interrupted <= MostInterrupted, qPrintable(QString::number(interrupted)));
}

REVEILLE_TEST(SharedStoreTest)

#include "tst_sharedstore.moc"
