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

// All are asked at once, so that one which does not answer holds up nobody whose run another one has.
template<typename T>
QFuture<Result<T>> QtScheduler::withRun(const RunId &id, std::function<QFuture<Result<T>>(StoreScheduler &, const Run &)> use)
{
    struct Search
    {
        QPromise<Result<T>> promise;
        size_t unanswered;
        bool isFound = false;
        Error notFound{ErrorCode::NotFound, Messages::tr("There is no such run"), {}};

        void give(const Result<T> &answer)
        {
            promise.addResult(answer);
            promise.finish();
        }
    };
    const auto search = std::make_shared<Search>();
    search->promise.start();
    search->unanswered = m_stores.size();
    if (m_stores.isEmpty())
        search->give(tl::unexpected(search->notFound));
    for (const auto &store : m_stores) {
        store->runs({.runId = id, .limit = 1}).then(store.get(), [store = store.get(), search, use](const Result<QList<Run>> &found) {
            --search->unanswered;
            if (!found)
                search->notFound = found.error();
            if (found && !found->isEmpty()) {
                search->isFound = true;
                use(*store, found->first()).then(store, [search](const Result<T> &answer) { search->give(answer); });
            } else if (search->unanswered == 0 && !search->isFound) {
                search->give(tl::unexpected(search->notFound));
            }
        });
    }
    return search->promise.future();
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
    if (StoreScheduler *store = query.jobId ? m_stores.holderOf(*query.jobId) : nullptr)
        return store->runs(query);
    QList<QFuture<Result<QList<Run>>>> answers;
    for (const auto &store : m_stores)
        answers.append(store->runs(query));
    return QtFuture::whenAll(answers.begin(), answers.end()).then(this, [limit = query.limit](const QList<QFuture<Result<QList<Run>>>> &all) -> Result<QList<Run>> {
        QList<Run> merged;
        for (const QFuture<Result<QList<Run>>> &answer : all) {
            const Result<QList<Run>> runs = answerOf(answer);
            if (!runs)
                return runs;
            merged += *runs;
        }
        std::stable_sort(merged.begin(), merged.end(), [](const Run &a, const Run &b) { return a.scheduledAt > b.scheduledAt; });
        return merged.first(std::min<qsizetype>(merged.size(), limit));
    });
}

QFuture<Result<void>> QtScheduler::pruneHistory(const QString &alias)
{
    return m_stores.ask(alias, &StoreScheduler::pruneHistory, this);
}

} // namespace reveille
