// SPDX-License-Identifier: MIT
// The runs of a QtScheduler, which are in the ledgers of all its stores.
#include "core/scheduler/qtscheduler.h"

#include <QCoreApplication>

#include <algorithm>

namespace reveille {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

} // namespace

QFuture<Result<RunId>> QtScheduler::runNow(const JobId &id)
{
    const auto run = [this, id] {
        StoreScheduler *store = m_stores.holderOf(id);
        return store ? store->runNow(id) : failed<RunId>(noSuchJob(id));
    };
    return m_stores.holderOf(id) ? run() : onceLoaded<RunId>(run);
}

template<typename T>
QFuture<Result<T>> QtScheduler::withRun(const RunId &id, std::function<QFuture<Result<T>>(StoreScheduler &, const Run &)> use)
{
    return andThen(runs({.runId = id, .limit = 1}), this, [this, use](const QList<Run> &found) {
        StoreScheduler *store = found.isEmpty() ? nullptr : m_stores.holderOf(found.first().jobId);
        if (!store && !found.isEmpty() && m_stores.size() == 1)
            store = &m_stores.first(); // its job is gone
        if (!store)
            return failed<T>({ErrorCode::NotFound, Messages::tr("There is no such run"), {}});
        return use(*store, found.first());
    });
}

QFuture<Result<void>> QtScheduler::cancelRun(const RunId &id)
{
    for (const auto &store : m_stores) {
        if (store->books().desk.find(id))
            return ready(store->books().desk.cancel(id, QStringLiteral("cancelled")));
    }
    return withRun<void>(id, [](StoreScheduler &store, const Run &run) { return store.cancelRun(run); });
}

QFuture<Result<RunId>> QtScheduler::snooze(const RunId &id, milliseconds delay)
{
    return withRun<RunId>(id, [delay](StoreScheduler &store, const Run &run) { return store.snooze(run, delay); });
}

QFuture<Result<void>> QtScheduler::acknowledge(const RunId &id)
{
    return withRun<void>(id, [](StoreScheduler &store, const Run &run) { return store.acknowledge(run); });
}

QFuture<Result<QList<Run>>> QtScheduler::runs(const RunQuery &query)
{
    if (m_stores.size() == 1)
        return m_stores.first().runs(query);
    QFuture<Result<QList<Run>>> all = ready<QList<Run>>(QList<Run>());
    for (const QString &alias : jobStores()) {
        all = andThen(all, this, [this, query, alias](const QList<Run> &before) {
            StoreScheduler *store = m_stores.find(alias);
            if (!store)
                return ready<QList<Run>>(before);
            return store->runs(query).then(this, [query, before](const Result<QList<Run>> &runs) {
                return runs.map([&](const QList<Run> &list) {
                    QList<Run> merged = before + list;
                    std::stable_sort(merged.begin(), merged.end(), [](const Run &a, const Run &b) { return a.scheduledAt > b.scheduledAt; });
                    return merged.first(std::min<qsizetype>(merged.size(), query.limit));
                });
            });
        });
    }
    return all;
}

} // namespace reveille
