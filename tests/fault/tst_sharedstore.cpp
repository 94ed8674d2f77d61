// SPDX-License-Identifier: MIT
#include "core/stores/storeurl.h"
#include "core/time/clock.h"
#include "tests/fault/sharing.h"
#include "tests/stores/serverdatabase.h"
#include "tests/stores/storetest.h"

#include <QProcess>
#include <QTimer>

#include <map>

using namespace reveille;
using namespace Qt::StringLiterals;

/// Several programs over one store while its connections are killed: each fire time runs once.
class SharedStoreTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void claims_connectionsKilled_runEachFireTimeOnce_data();
    void claims_connectionsKilled_runEachFireTimeOnce();

private:
    static constexpr int Jobs = REVEILLE_SANITIZED ? 200 : 2000;
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
        job.data = QByteArray("{}");
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

void SharedStoreTest::claims_connectionsKilled_runEachFireTimeOnce_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("mariadb") << u"mariadb"_s;
}

void SharedStoreTest::claims_connectionsKilled_runEachFireTimeOnce()
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
    int running = sharing::Parts;
    for (int part = 0; part < sharing::Parts; ++part) {
        programs.push_back(std::make_unique<QProcess>());
        QProcess &program = *programs.back();
        program.setProcessChannelMode(QProcess::MergedChannels); // their log tells of every lost connection
        connect(&program, &QProcess::finished, this, [&running] { --running; });
        program.start(QStringLiteral(REVEILLE_SHARER), {url, file, QString::number(part)});
        QVERIFY(program.waitForStarted());
    }
    int kills = 0;
    QTimer killer;
    connect(&killer, &QTimer::timeout, this, [&] {
        if (linesOf(file).size() == Jobs * sharing::FireTimes) { // that they find out so is not what takes its time here
            killer.stop();
            return;
        }
        killConnections(url);
        ++kills;
    });
    killer.start(BetweenKills);
    QTRY_COMPARE_WITH_TIMEOUT(running, 0, 800'000);
    killer.stop();
    qInfo("%d runs in %lld ms, connections killed %d times", Jobs * sharing::FireTimes, timer.elapsed(), kills);
    for (const auto &program : programs)
        QVERIFY2(program->exitStatus() == QProcess::NormalExit && program->exitCode() == 0, program->readAll().right(2000).constData());
    QVERIFY(kills > 2);

    const auto store = createStore(url, clock).value();
    QVERIFY(!errorOf(store->open()));
    RunQuery query;
    query.limit = 1'000'000;
    const QList<Run> ledger = answer(store->runs(query)).value();
    QMap<QString, int> started = linesOf(file);
    std::map<std::pair<QString, TimePoint>, int> fireTimes;
    for (const Run &run : ledger) {
        QVERIFY2(run.state == RunState::Finished, qPrintable(run.id.value));
        QVERIFY2(started.take(run.id.value) == 1, qPrintable(run.id.value));
        ++fireTimes[{run.jobId.value, run.scheduledAt}];
    }
    QVERIFY2(started.isEmpty(), qPrintable(QStringList(started.keys()).join(u' ')));
    QCOMPARE(ledger.size(), Jobs * sharing::FireTimes);
    QCOMPARE(int(fireTimes.size()), Jobs * sharing::FireTimes);
}

REVEILLE_TEST(SharedStoreTest)

#include "tst_sharedstore.moc"
