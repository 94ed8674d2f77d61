// SPDX-License-Identifier: MIT
// What a SQLite store costs, with synchronous=FULL and on the disk of the folder for temporary files: CPU is that of the
// whole process, time is what a caller waits.
#include "core/jobs/job.h"
#include "core/stores/sqlitestore.h"
#include "core/time/clock.h"
#include "core/triggers/triggerkinds.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

constexpr TimePoint Due(1'800'000'000s);
constexpr int Jobs = 10'000;
constexpr int Batch = 1000;

template<typename T>
T valueOf(const QFuture<Result<T>> &future)
{
    const Result<T> result = future.result();
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    if constexpr (!std::is_void_v<T>)
        return *result;
}

std::shared_ptr<const Job> createJob()
{
    Job job;
    job.id = JobId::create();
    job.name = u"Keep the site awake"_s;
    job.task = {{u"type"_s, u"function"_s}, {u"name"_s, u"nothing"_s}, {u"arguments"_s, QJsonObject()}};
    job.trigger = Trigger::parse(QJsonObject{{u"type"_s, u"interval"_s}, {u"minutes"_s, 10}, {u"start_date"_s, u"2026-11-20T08:00:00Z"_s},
                                             {u"timezone"_s, u"UTC"_s}}, {TriggerKinds::builtIn(), Zone::find(u"UTC"_s).value(), Due}).value();
    return std::make_shared<const Job>(job);
}

QList<JobRecord> createRecords(int count)
{
    QList<JobRecord> records(count);
    for (JobRecord &record : records) {
        const auto job = createJob();
        record.id = job->id;
        record.nextFireTime = Due;
        record.data = JobText(job);
    }
    return records;
}

class World
{
public:
    World() { valueOf(store.open()); }

    const QTemporaryDir folder;
    const SystemClock clock;
    const QString file = folder.filePath(u"store.sqlite"_s);
    SqliteStore store{file, clock};
};

Run runOf(const JobRecord &job)
{
    Run run;
    run.id = RunId::create();
    run.jobId = job.id;
    run.scheduledAt = *job.nextFireTime;
    run.dueAt = run.scheduledAt;
    return run;
}

void addMany(benchmark::State &state)
{
    for (auto _ : state) {
        state.PauseTiming();
        auto world = std::make_unique<World>();
        const QList<JobRecord> records = createRecords(Jobs);
        state.ResumeTiming();
        valueOf(world->store.add(records));
        state.PauseTiming();
        world.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * Jobs);
}

void addOne(benchmark::State &state)
{
    World world;
    const QList<JobRecord> records = createRecords(int(state.max_iterations));
    qsizetype next = 0;
    for (auto _ : state)
        valueOf(world.store.add({records[next++]}));
    state.SetItemsProcessed(state.iterations());
}

void addOneBare(benchmark::State &state)
{
    World world;
    const QList<JobRecord> records = createRecords(int(state.max_iterations));
    valueOf(world.store.close());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
        database.setDatabaseName(world.file);
        database.open();
        QSqlQuery(database).exec(u"PRAGMA synchronous = FULL"_s);
        QSqlQuery insert(database);
        insert.prepare(u"INSERT INTO jobs (id, data) VALUES (?, ?)"_s);
        qsizetype next = 0;
        for (auto _ : state) {
            const JobRecord &record = records[next++];
            database.transaction();
            insert.bindValue(0, record.id.value);
            insert.bindValue(1, QString::fromUtf8(record.data.text()));
            insert.exec();
            database.commit();
        }
    }
    QSqlDatabase::removeDatabase(u"bare"_s);
    state.SetItemsProcessed(state.iterations());
}

void jobText(benchmark::State &state)
{
    const JobText text(createJob());
    for (auto _ : state)
        benchmark::DoNotOptimize(text.text());
}

/// All jobs due at one instant: claimed in passes, then ended. The claims' own time is apart, in milliseconds.
void claimAndRecord(benchmark::State &state)
{
    World world;
    QList<JobRecord> jobs = valueOf(world.store.add(createRecords(Jobs)));
    double claiming = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        QList<Run> runs;
        QList<QFuture<Result<ClaimResult>>> claims;
        for (qsizetype first = 0; first < jobs.size(); first += Batch) {
            ClaimBatch batch;
            for (JobRecord &job : jobs.sliced(first, Batch)) {
                const TimePoint at = *job.nextFireTime;
                batch.jobs.append({.sequence = job.sequence, .expected = at, .next = at + 600s, .newestFireTime = at,
                                   .rows = {runOf(job)}});
                runs.append(batch.jobs.last().rows.first());
            }
            claims.append(world.store.claim(batch));
        }
        for (const auto &claim : claims) {
            if (!valueOf(claim).lostJobs.isEmpty())
                state.SkipWithError("lost");
        }
        claiming += double(timer.nsecsElapsed()) / 1e6;
        for (JobRecord &job : jobs)
            job.nextFireTime = *job.nextFireTime + 600s;
        for (Run &run : runs) {
            run.state = RunState::Finished;
            run.outcome = Outcome::Success;
            run.startedAt = run.scheduledAt;
            run.finishedAt = run.scheduledAt + 1ms;
        }
        QList<QFuture<Result<void>>> written;
        for (qsizetype first = 0; first < runs.size(); first += Batch)
            written.append(world.store.record(runs.sliced(first, Batch)));
        for (const auto &each : written)
            valueOf(each);
    }
    state.SetItemsProcessed(state.iterations() * Jobs);
    state.counters["claim_ms"] = benchmark::Counter(claiming, benchmark::Counter::kAvgIterations);
    state.counters["cpu_a_run"] = benchmark::Counter(Jobs, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// Of a hundred thousand jobs with a run each, one is due.
void openAndLoadDue(benchmark::State &state)
{
    World world;
    QList<JobRecord> jobs = createRecords(100'000);
    QList<Run> runs;
    for (JobRecord &job : jobs) {
        runs.append(runOf(job));
        runs.last().state = RunState::Finished;
        runs.last().finishedAt = Due;
        job.nextFireTime = Due + 24h;
    }
    jobs[50'000].nextFireTime = Due;
    valueOf(world.store.add(jobs));
    valueOf(world.store.record(runs));
    valueOf(world.store.close());
    { // the day's backup is not what is measured
        SqliteStore store(world.file, world.clock);
        valueOf(store.open());
    }
    for (auto _ : state) {
        SqliteStore store(world.file, world.clock);
        valueOf(store.open());
        if (valueOf(store.loadDue(Due)).jobs.size() != 1)
            state.SkipWithError("not one job");
    }
}

void loadPages(benchmark::State &state)
{
    World world;
    QList<JobRecord> jobs = valueOf(world.store.add(createRecords(Jobs)));
    QList<Run> runs;
    for (const JobRecord &job : std::as_const(jobs)) {
        runs.append(runOf(job));
        runs.last().state = RunState::Finished;
        runs.last().outcome = Outcome::Success;
        runs.last().finishedAt = Due;
    }
    valueOf(world.store.record(runs));
    for (auto _ : state) {
        qint64 after = 0;
        for (QList<JobRecord> page; !(page = valueOf(world.store.loadPage(after, 1000)).jobs).isEmpty();)
            after = page.last().sequence;
    }
    state.SetItemsProcessed(state.iterations() * Jobs);
}

/// The floor: QtSql alone, which reads every value of 100,000 rows, or of the one that is due.
void bareLoad(benchmark::State &state, const QString &sql)
{
    World world;
    QList<JobRecord> jobs = createRecords(100'000);
    for (JobRecord &job : jobs)
        job.nextFireTime = Due + 24h;
    jobs[50'000].nextFireTime = Due;
    valueOf(world.store.add(jobs));
    valueOf(world.store.close());
    for (auto _ : state) {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
            database.setDatabaseName(world.file);
            database.open();
            QSqlQuery query(database);
            query.setForwardOnly(true);
            query.exec(sql.arg(Due.time_since_epoch().count()));
            int rows = 0;
            while (query.next()) {
                for (int column = 0; column < 5; ++column)
                    benchmark::DoNotOptimize(query.value(column));
                ++rows;
            }
            if (rows == 0)
                state.SkipWithError("no rows");
        }
        QSqlDatabase::removeDatabase(u"bare"_s);
    }
}

const QString BareJobs = u"SELECT jobs.id, data, revision, next_fire_time, newest_fire_time FROM jobs JOIN job_times USING (sequence)"_s;

void loadAllBare(benchmark::State &state)
{
    bareLoad(state, BareJobs + u" WHERE next_fire_time >= %1"_s);
}

void loadDueBare(benchmark::State &state)
{
    bareLoad(state, BareJobs + u" WHERE next_fire_time <= %1"_s);
}

} // namespace

BENCHMARK(addMany)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(addOne)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMicrosecond)->Iterations(500);
BENCHMARK(addOneBare)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMicrosecond)->Iterations(500);
BENCHMARK(jobText)->Unit(benchmark::kMicrosecond);
BENCHMARK(claimAndRecord)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(openAndLoadDue)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(loadPages)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(loadAllBare)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(loadDueBare)->UseRealTime()->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
