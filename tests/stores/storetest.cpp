// SPDX-License-Identifier: MIT
#include "tests/stores/storetest.h"

#include "core/stores/memorystore.h"
#include "core/stores/sqlitestore.h"
#include "core/stores/storeurl.h"
#include "core/time/clock.h"
#include "tests/stores/serverdatabase.h"

namespace reveille {

using namespace Qt::StringLiterals;

void StoreTest::initTestCase_data()
{
    static const SystemClock clock;
    QTest::addColumn<StoreFactory>("create");
    QTest::newRow("memory") << StoreFactory([](const QString &) { return std::make_unique<MemoryStore>(); });
    QTest::newRow("sqlite") << StoreFactory([](const QString &folder) {
        return std::make_unique<SqliteStore>(folder + u"/store.sqlite"_s, clock);
    });
    for (const QString &server : {u"postgresql"_s, u"mariadb"_s}) {
        QTest::newRow(qPrintable(server)) << StoreFactory([server](const QString &) {
            return createStore(createServerDatabase(server), clock).value();
        });
    }
}

void StoreTest::init()
{
    Test::init();
    QFETCH_GLOBAL(StoreFactory, create);
    m_folder.emplace();
    m_store = create(m_folder->path());
    QVERIFY(!errorOf(m_store->open()));
}

void StoreTest::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

JobRecord StoreTest::job(const QString &id, OptionalTime next)
{
    JobRecord job;
    job.id = {id};
    job.nextFireTime = next;
    job.data = QByteArray("{\"id\":\"" + id.toUtf8() + "\"}");
    return job;
}

Run StoreTest::run(const QString &id, const QString &jobId, TimePoint scheduledAt)
{
    Run run;
    run.id = {id};
    run.jobId = {jobId};
    run.scheduledAt = scheduledAt;
    run.dueAt = scheduledAt;
    return run;
}

Run StoreTest::ended(Run run, Outcome outcome, TimePoint finishedAt)
{
    run.state = RunState::Finished;
    run.outcome = outcome;
    run.startedAt = run.scheduledAt;
    run.finishedAt = finishedAt;
    return run;
}

JobClaim StoreTest::claimOf(const JobRecord &job, OptionalTime next, const QList<Run> &rows)
{
    return {.sequence = job.sequence, .revision = job.revision, .expected = *job.nextFireTime, .next = next,
            .newestFireTime = job.nextFireTime, .rows = rows};
}

QList<JobRecord> StoreTest::addJobs(const QStringList &ids)
{
    QList<JobRecord> jobs;
    for (const QString &id : ids)
        jobs.append(job(id));
    return answer(store().add(jobs)).value();
}

StoreContents StoreTest::contents()
{
    return contentsOf(store());
}

StoreContents StoreTest::contentsOf(JobStore &store)
{
    StoreContents all = answer(store.loadPage(0, 1000)).value();
    const StoreContents due = answer(store.loadDue(TimePoint::max())).value();
    all.unfinishedRuns = due.unfinishedRuns;
    if (all.jobs.isEmpty())
        return due;
    return all;
}

QList<Run> StoreTest::allRuns(const RunQuery &query)
{
    return answer(store().runs(query)).value();
}

QStringList StoreTest::runIds(const RunQuery &query)
{
    QStringList ids;
    for (const Run &run : allRuns(query))
        ids.append(run.id.value);
    return ids;
}

} // namespace reveille
