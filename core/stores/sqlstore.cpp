// SPDX-License-Identifier: MIT
#include "core/stores/sqlstore.h"

#include "core/stores/sqltables.h"
#include "core/stores/sqlworker.h"

#include <QLoggingCategory>
#include <QSemaphore>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "reveille.core.stores")

using namespace std::chrono_literals;

constexpr milliseconds LastPatience = 15s; // with a call, since it began
constexpr milliseconds ShortestPatience = 1s;

/// Prunes one step and, while there is more to do, comes back behind the calls that came in meanwhile.
void pruneOn(SqlWorker &worker, SqlLedger::Pruning pruning, int deletedBefore, const std::shared_ptr<QPromise<Result<int>>> &promise)
{
    Result<int> deleted = 0; // closed between two steps: it has done what it could
    if (worker.isOpen() || deletedBefore == 0)
        deleted = worker.call<int>([&](SqlTables &tables) { return tables.pruneStep(pruning); });
    if (deleted && *deleted > 0) {
        worker.post([&worker, pruning, all = deletedBefore + *deleted, promise] { pruneOn(worker, pruning, all, promise); });
        return;
    }
    promise->addResult(deleted.map([&](int) { return deletedBefore; }));
    promise->finish();
}

} // namespace

SqlStore::SqlStore(std::unique_ptr<SqlBackend> backend, QObject *parent)
    : JobStore(parent), m_url(backend->url()), m_isShared(backend->dialect().use == SqlDialect::Use::Shared)
    , m_patience(backend->dialect().patience)
    , m_thread(std::make_unique<QThread>()), m_worker(std::make_unique<SqlWorker>(std::move(backend)))
{
    m_worker->setObjectName(u"store "_s + randomId()); // also the name of its connection
    m_worker->moveToThread(m_thread.get());
    connect(m_worker.get(), &SqlWorker::changed, this, &JobStore::changed);
    connect(m_worker.get(), &SqlWorker::availabilityChanged, this, &JobStore::availabilityChanged);
    m_thread->setObjectName(u"store"_s);
    m_thread->start();
}

SqlStore::~SqlStore()
{
    // Posted and not called, so that it comes behind all other calls. The thread is not ended from there: it could be gone
    // while what was posted still wakes it up.
    const auto closed = std::make_shared<QSemaphore>();
    m_worker->post([worker = m_worker.get(), closed] {
        if (worker->isOpen())
            (void)worker->close();
        closed->release();
    });
    const bool answers = closed->tryAcquire(1, std::max(LastPatience - m_worker->timeOfCall(), ShortestPatience));
    m_thread->quit();
    if (answers) {
        m_thread->wait();
        return;
    }
    qCWarning(log).noquote() << m_url << "does not answer; it is left to itself";
    std::ignore = m_worker.release();
    std::ignore = m_thread.release();
}

template<typename T>
QFuture<Result<T>> SqlStore::post(std::function<Result<T>()> work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_worker->post([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

template<typename T>
QFuture<Result<T>> SqlStore::postToTables(std::function<Result<T>(SqlTables &)> work)
{
    return post<T>([worker = m_worker.get(), work = std::move(work)] { return worker->call<T>(work); });
}

void SqlStore::setHost(const QString &host)
{
    m_worker->post([worker = m_worker.get(), host] { worker->setHost(host); });
}

QFuture<Result<void>> SqlStore::open()
{
    return post<void>([worker = m_worker.get()] { return worker->open(); });
}

QFuture<Result<StoreContents>> SqlStore::loadDue(TimePoint now)
{
    return postToTables<StoreContents>([now](SqlTables &tables) { return tables.loadDue(now); });
}

QFuture<Result<StoreContents>> SqlStore::loadPage(qint64 after, int limit)
{
    return postToTables<StoreContents>([after, limit](SqlTables &tables) { return tables.loadPage(after, limit); });
}

QFuture<Result<QList<JobRecord>>> SqlStore::jobs(const QList<JobId> &ids)
{
    return postToTables<QList<JobRecord>>([ids](SqlTables &tables) { return tables.jobs(ids); });
}

QFuture<Result<StoreChanges>> SqlStore::changes()
{
    return postToTables<StoreChanges>([](SqlTables &tables) { return tables.changes(); });
}

QFuture<Result<QList<JobRecord>>> SqlStore::add(QList<JobRecord> jobs, const RunList &runs)
{
    return postToTables<QList<JobRecord>>([jobs = std::move(jobs), runs](SqlTables &tables) { return tables.add(jobs, runs); });
}

QFuture<Result<void>> SqlStore::update(const QList<JobRecord> &jobs, const RunList &runs)
{
    return postToTables<void>([jobs, runs](SqlTables &tables) { return tables.update(jobs, runs); });
}

QFuture<Result<void>> SqlStore::remove(const QList<JobId> &ids)
{
    return postToTables<void>([ids](SqlTables &tables) { return tables.remove(ids); });
}

QFuture<Result<ClaimResult>> SqlStore::claim(const ClaimBatch &batch)
{
    return postToTables<ClaimResult>([batch](SqlTables &tables) { return tables.claim(batch); });
}

QFuture<Result<void>> SqlStore::record(const RunList &runs)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_worker->post(SqlWorker::Record{runs, promise});
    return promise->future();
}

QFuture<Result<void>> SqlStore::requestCancel(const RunId &id)
{
    return postToTables<void>([id](SqlTables &tables) { return tables.requestCancel(id); });
}

QFuture<Result<QList<Run>>> SqlStore::runs(const RunQuery &query)
{
    return postToTables<QList<Run>>([query](SqlTables &tables) { return tables.runs(query); });
}

QFuture<Result<int>> SqlStore::prune(const Retention &retention, TimePoint now)
{
    const auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    m_worker->post([worker = m_worker.get(), retention, now, promise] { pruneOn(*worker, {retention, now}, 0, promise); });
    return promise->future();
}

QFuture<Result<void>> SqlStore::close()
{
    return post<void>([worker = m_worker.get()] { return worker->close(); });
}

} // namespace reveille
