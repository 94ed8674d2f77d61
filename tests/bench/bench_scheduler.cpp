// SPDX-License-Identifier: MIT
// Whole runs through the scheduler: from the timer over decision, claim and call to outcome, ledger and listeners.
#include "core/executors/eventloopexecutor.h"
#include "core/jobs/job.h"
#include "core/scheduler/qtscheduler.h"
#include "core/stores/memorystore.h"
#include "core/stores/storeurl.h"
#include "core/tasks/taskregistry.h"
#include "core/time/clock.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QThread>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <malloc.h>
#include <queue>
#include <sys/resource.h>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 5;
constexpr TimePoint Begin(1'800'000'000s);
const SystemClock systemClock; // stores keep it

/// The real clock, made as a fake one is.
struct Now final : Clock
{
    explicit Now(TimePoint) {}
    [[nodiscard]] TimePoint now() const override { return SystemClock().now(); }
};

double cpuSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/// A scheduler with functions on its event loop.
template<typename ClockKind>
struct World
{
    ClockKind clock{Begin};
    QtScheduler scheduler;

    explicit World(std::unique_ptr<JobStore> store, const FunctionTable &functions = {})
        : scheduler({.clock = &clock, .functions = functions})
    {
        SchedulerConfig config;
        config.executors[u"default"_s].kind = SchedulerConfig::Executor::Kind::EventLoop;
        std::ignore = scheduler.configure(config);
        std::ignore = scheduler.addJobStore(u"default"_s, std::move(store));
    }

    static Trigger every(std::chrono::seconds step, TimePoint first)
    {
        static const TriggerKinds kinds = TriggerKinds::builtIn();
        return Trigger::parse(QJsonObject{{u"type"_s, u"interval"_s}, {u"seconds"_s, qint64(step.count())}, {u"start_date"_s, formatInstant(first)}},
                              {kinds, Zone(), first}).value();
    }
    static Trigger everySecond(TimePoint first) { return every(1s, first); }
    TimePoint nextSecond(int more = 0) const { return date::ceil<std::chrono::seconds>(clock.now()) + std::chrono::seconds(more); }

    void sleepUntil(TimePoint time) const
    {
        QEventLoop loop;
        QTimer::singleShot(std::max(0ms, time - clock.now()), &loop, &QEventLoop::quit);
        loop.exec();
    }

    template<typename T>
    Result<T> wait(QFuture<Result<T>> answer) const
    {
        while (!answer.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const Result<T> result = answer.result();
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
        return result;
    }
};

std::shared_ptr<const Function> nothing()
{
    return std::make_shared<const Function>([](const FunctionCall &) { return QJsonValue(); });
}

/// Jobs that call `function`, or else the registered one named "function".
QList<NewJob> noOpJobs(int count, const Trigger &trigger, const std::shared_ptr<const Function> &function)
{
    Job job;
    job.task = {{u"type"_s, u"function"_s}};
    job.function = function;
    if (!function)
        job.task.insert(u"name"_s, u"function"_s);
    job.trigger = trigger;
    job.misfireGraceTime = 24h;
    QList<NewJob> jobs;
    jobs.reserve(count);
    for (int i = 0; i < count; ++i) {
        job.id = {u"job%1"_s.arg(i)};
        job.name = job.id.value;
        jobs.append({.job = std::make_shared<const Job>(job)});
    }
    return jobs;
}

/// N jobs that do nothing, all due at the same instant of every second. A listener hears every event on its own thread, and another
/// looks at each on the scheduler's.
void runsEverySecond(benchmark::State &state, std::unique_ptr<JobStore> store)
{
    const int jobs = int(state.range(0));
    std::vector<double> lateness; // in milliseconds
    lateness.reserve(size_t(jobs) * (Rounds + 1));
    const auto note = [&](const FunctionCall &call) {
        lateness.push_back(std::chrono::duration<double, std::milli>(std::chrono::system_clock::now() - call.scheduledAt).count());
    };
    FunctionTable functions;
    functions.add(u"function"_s, note);
    const auto function = store->keepsFunctions() ? std::make_shared<const Function>(makeFunction(note)) : nullptr;
    World<Now> world(std::move(store), functions);
    size_t executed = 0;
    QObject::connect(&world.scheduler, &QtScheduler::eventsHappened, &world.scheduler, [&](const QList<Event> &events) {
        for (const Event &event : events)
            executed += event.type == EventType::JobExecuted && event.run->outcome == Outcome::Success;
    });
    std::atomic<size_t> heard = 0;
    world.scheduler.addListener([&heard](const Event &event) { heard += event.type == EventType::JobExecuted; });
    for (auto _ : state) {
        world.wait(world.scheduler.start());
        const TimePoint first = world.nextSecond(2);
        world.wait(world.scheduler.addJobs(noOpJobs(jobs, world.everySecond(first), function)));
        world.sleepUntil(first - 100ms);
        const double before = cpuSeconds();
        while (executed < size_t(jobs) * Rounds)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        while (heard < size_t(jobs) * Rounds)
            QThread::yieldCurrentThread();
        const double used = cpuSeconds() - before;
        std::sort(lateness.begin(), lateness.end());
        state.counters["p50_ms"] = lateness[lateness.size() / 2];
        state.counters["p99_ms"] = lateness[lateness.size() * 99 / 100];
        state.counters["max_ms"] = lateness.back();
        state.counters["earliest_ms"] = lateness.front();
        state.counters["cpu_us_a_run"] = used * 1e6 / double(executed);
        world.wait(world.scheduler.shutdown(1s));
    }
}

/// The work alone, without the waiting: rounds on a clock of their own.
void runWork(benchmark::State &state)
{
    const int jobs = int(state.range(0));
    World<FakeClock> world(std::make_unique<MemoryStore>());
    size_t executed = 0;
    QObject::connect(&world.scheduler, &QtScheduler::eventsHappened, &world.scheduler, [&](const QList<Event> &events) {
        for (const Event &event : events)
            executed += event.type == EventType::JobExecuted && event.run->outcome == Outcome::Success;
    });
    world.wait(world.scheduler.start());
    const TimePoint first = world.nextSecond(2);
    world.wait(world.scheduler.addJobs(noOpJobs(jobs, world.everySecond(first), nothing())));
    world.clock.set(first - 1s);
    size_t expected = 0;
    const auto round = [&]() __attribute__((noinline)) {
        world.clock.advance(1s);
        expected += size_t(jobs);
        world.scheduler.wakeUp();
        while (executed < expected)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };
    for (auto _ : state)
        round();
    state.SetItemsProcessed(int64_t(expected));
    world.wait(world.scheduler.shutdown(1s));
}

/// Adds in one batch.
void memoryAdds(benchmark::State &state)
{
    const int jobs = int(state.range(0));
    size_t added = 0;
    for (auto _ : state) {
        state.PauseTiming();
        World<FakeClock> world(std::make_unique<MemoryStore>());
        world.wait(world.scheduler.start());
        const QList<NewJob> batch = noOpJobs(jobs, world.everySecond(Begin + 24h), nothing());
        state.ResumeTiming();
        world.wait(world.scheduler.addJobs(batch));
        state.PauseTiming();
        added += size_t(jobs);
        world.wait(world.scheduler.shutdown(1s));
        state.ResumeTiming();
    }
    state.SetItemsProcessed(int64_t(added));
}

void memoryRuns(benchmark::State &state)
{
    runsEverySecond(state, std::make_unique<MemoryStore>());
}

/// One more job, changed and removed again, where there are `range` others.
void changesAmong(benchmark::State &state, std::unique_ptr<JobStore> store)
{
    const std::shared_ptr<const Function> function = store->keepsFunctions() ? nothing() : nullptr;
    FunctionTable functions;
    functions.add(u"function"_s, [] {});
    World<FakeClock> world(std::move(store), functions);
    world.wait(world.scheduler.start());
    const Trigger trigger = world.everySecond(Begin + 24h);
    world.wait(world.scheduler.addJobs(noOpJobs(int(state.range(0)), trigger, function)));
    Job job = *noOpJobs(1, trigger, function).first().job;
    job.id = {u"one more"_s};
    for (auto _ : state) {
        world.wait(world.scheduler.addJobs(QList<Job>{job}));
        job.maxInstances = 3 - job.maxInstances;
        world.wait(world.scheduler.modifyJobs({job}));
        world.wait(world.scheduler.removeJobs({job.id}));
    }
    world.wait(world.scheduler.shutdown(1s));
}

void memoryChangesAmong(benchmark::State &state)
{
    changesAmong(state, std::make_unique<MemoryStore>());
}

void sqliteChangesAmong(benchmark::State &state)
{
    const QTemporaryDir folder;
    changesAmong(state, createStore(u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s), systemClock).value());
}

/// From nothing to the last run: 100,000 stored daily jobs, of which `range` are overdue.
void startOfStored(benchmark::State &state)
{
    constexpr int Jobs = 100'000;
    const int due = int(state.range(0));
    for (auto _ : state) {
        const QTemporaryDir folder;
        const QString url = u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s);
        int runs = 0;
        FunctionTable functions;
        functions.add(u"function"_s, [&] { ++runs; });
        const TimePoint now = SystemClock().now();
        {
            const std::unique_ptr<JobStore> store = createStore(url, systemClock).value();
            store->open().waitForFinished();
            QList<JobRecord> records;
            const QList<NewJob> overdue = noOpJobs(due, World<Now>::every(24h, now - 1s), nullptr);
            const QList<NewJob> later = noOpJobs(Jobs, World<Now>::every(24h, now + 12h), nullptr).mid(due);
            for (const NewJob &job : overdue + later) {
                records.append(toRecord(job.job));
                records.last().nextFireTime = records.size() <= due ? now - 1s : now + 12h;
            }
            (void)store->add(records).result().value();
            store->close().waitForFinished();
        }
        const auto began = std::chrono::steady_clock::now();
        World<Now> world(createStore(url, systemClock).value(), functions);
        world.wait(world.scheduler.start());
        while (runs < due)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
        world.wait(world.scheduler.allJobs());
        state.counters["all_loaded_ms"] = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
        world.wait(world.scheduler.shutdown(10s));
    }
}

/// 100,000 jobs far in the future: what one takes in memory, and how often the program wakes up in two minutes.
void idleJobs(benchmark::State &state)
{
    constexpr int Jobs = 100'000;
    const auto switches = [] {
        qint64 sum = 0;
        for (const QString &task : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile status(u"/proc/self/task/%1/status"_s.arg(task));
            if (status.open(QIODevice::ReadOnly)) {
                const QByteArray text = status.readAll();
                sum += text.mid(text.indexOf("\nvoluntary_ctxt_switches:") + 25).split('\n').first().trimmed().toLongLong();
            }
        }
        return sum;
    };
    for (auto _ : state) {
        World<Now> world(std::make_unique<MemoryStore>());
        world.wait(world.scheduler.start());
        const size_t before = mallinfo2().uordblks;
        {
            QList<NewJob> jobs = noOpJobs(Jobs, world.everySecond(world.nextSecond(86'400)), nothing());
            world.wait(world.scheduler.addJobs(jobs));
        }
        QCoreApplication::processEvents();
        state.counters["bytes_a_job"] = double(mallinfo2().uordblks - before) / Jobs;
        const qint64 switched = switches();
        world.sleepUntil(world.clock.now() + 2min);
        state.counters["wakeups_a_minute"] = double(switches() - switched - 1) / 2; // but for the one that ends this
        world.wait(world.scheduler.shutdown(1s));
    }
}

struct FloorEntry
{
    TimePoint at;
    int job;
    bool operator>(const FloorEntry &other) const { return std::tie(at, job) > std::tie(other.at, other.job); }
};

/// Jobs in a heap, under a timer, with nothing between them and their calls but `claim`, which is told of all that are due.
void floorRuns(benchmark::State &state, const std::function<void(const std::vector<FloorEntry> &)> &claim)
{
    const int jobs = int(state.range(0));
    for (auto _ : state) {
        std::priority_queue<FloorEntry, std::vector<FloorEntry>, std::greater<>> heap;
        const TimePoint first = date::ceil<std::chrono::seconds>(SystemClock().now()) + 2s;
        for (int job = 0; job < jobs; ++job)
            heap.push({first, job});
        std::vector<FloorEntry> due;
        std::vector<double> lateness;
        lateness.reserve(size_t(jobs) * Rounds);
        QEventLoop loop;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        timer.setSingleShot(true);
        const std::function<void(TimePoint)> call = [&](TimePoint at) {
            lateness.push_back(std::chrono::duration<double, std::milli>(std::chrono::system_clock::now() - at).count());
        };
        const auto arm = [&] { timer.start(std::max(0ms, heap.top().at - SystemClock().now())); };
        QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
            due.clear();
            while (heap.top().at <= SystemClock().now()) {
                due.push_back(heap.top());
                heap.pop();
                heap.push({due.back().at + 1s, due.back().job});
            }
            claim(due);
            for (const FloorEntry &entry : due)
                call(entry.at);
            if (lateness.size() >= size_t(jobs) * Rounds)
                loop.quit();
            else
                arm();
        });
        arm();
        const double before = cpuSeconds();
        loop.exec();
        const double used = cpuSeconds() - before;
        std::sort(lateness.begin(), lateness.end());
        state.counters["p99_ms"] = lateness[lateness.size() * 99 / 100];
        state.counters["cpu_us_a_run"] = used * 1e6 / double(lateness.size());
    }
}

void memoryFloor(benchmark::State &state)
{
    floorRuns(state, [](const std::vector<FloorEntry> &) {});
}

/// With a row for each run, in one durable transaction for all that are due.
void sqliteFloor(benchmark::State &state)
{
    const QTemporaryDir folder;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"floor"_s);
        database.setDatabaseName(folder.filePath(u"floor.sqlite"_s));
        database.open();
        QSqlQuery query(database);
        for (const QString &sql : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                                   u"CREATE TABLE runs (job INTEGER, scheduled_at INTEGER, PRIMARY KEY (job, scheduled_at))"_s}) {
            if (!query.exec(sql))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
        query.finish();
        query.prepare(u"INSERT INTO runs VALUES (?, ?)"_s);
        floorRuns(state, [&](const std::vector<FloorEntry> &due) {
            database.transaction();
            for (const FloorEntry &entry : due) {
                query.bindValue(0, entry.job);
                query.bindValue(1, qint64(entry.at.time_since_epoch().count()));
                if (!query.exec())
                    qFatal("%s", qPrintable(query.lastError().text()));
            }
            database.commit();
        });
    }
    QSqlDatabase::removeDatabase(u"floor"_s);
}

void sqliteRuns(benchmark::State &state)
{
    const QTemporaryDir folder;
    runsEverySecond(state, createStore(u"sqlite:"_s + folder.filePath(u"jobs.sqlite"_s), systemClock).value());
}

} // namespace

BENCHMARK(memoryChangesAmong)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(sqliteChangesAmong)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Iterations(200)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(startOfStored)->Arg(1)->Arg(10'000)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(idleJobs)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(memoryFloor)->Arg(10'000)->Arg(100'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(sqliteFloor)->Arg(10'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(memoryAdds)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(sqliteRuns)->Arg(10'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(runWork)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(memoryRuns)->Arg(10'000)->Arg(100'000)->Iterations(1)->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
