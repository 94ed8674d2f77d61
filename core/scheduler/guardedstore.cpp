// SPDX-License-Identifier: MIT
#include "core/scheduler/guardedstore.h"

#include "core/scheduler/answers.h"
#include "core/scheduler/guarded.h"

namespace reveille {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(QtScheduler)
};

Error storeFailed(const QString &reason)
{
    return {ErrorCode::Refused, Messages::tr("The job store failed: %1").arg(reason), {}};
}

template<typename T>
Result<T> resultOf(const QFuture<Result<T>> &answer)
{
    using Answer = QFuture<Result<T>>;
    const Result<Result<T>> result = guarded([&]() -> Result<T> {
        Answer(answer).waitForFinished(); // throws the exception that it has instead of a result
        if (answer.resultCount() == 0)
            return tl::unexpected(storeFailed(Messages::tr("it gave no answer")));
        return answer.result();
    });
    if (!result)
        return tl::unexpected(storeFailed(result.error().message));
    return *result;
}

} // namespace

GuardedStore::GuardedStore(std::unique_ptr<JobStore> store)
    : m_store(std::move(store))
{
    connect(m_store.get(), &JobStore::changed, this, &JobStore::changed);
    connect(m_store.get(), &JobStore::availabilityChanged, this, &JobStore::availabilityChanged);
}

template<typename Call>
std::invoke_result_t<Call> GuardedStore::ask(Call call)
{
    using Answer = std::invoke_result_t<Call>;
    using Value = decltype(std::declval<Answer>().result());
    const Result<Answer> answer = guarded(call);
    if (!answer)
        return ready(Value(tl::unexpected(storeFailed(answer.error().message))));
    if (answer->isFinished())
        return ready(resultOf(*answer));
    const auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    whenFinished(*answer, this, [promise](const Answer &given) {
        promise->addResult(resultOf(given));
        promise->finish();
    });
    return promise->future();
}

void GuardedStore::setHost(const QString &host)
{
    std::ignore = guarded([&] { m_store->setHost(host); });
}

QFuture<Result<void>> GuardedStore::open()
{
    return ask([&] { return m_store->open(); });
}

QFuture<Result<StoreContents>> GuardedStore::loadDue(TimePoint now)
{
    return ask([&] { return m_store->loadDue(now); });
}

QFuture<Result<StoreContents>> GuardedStore::loadPage(qint64 after, int limit)
{
    return ask([&] { return m_store->loadPage(after, limit); });
}

QFuture<Result<QList<JobRecord>>> GuardedStore::jobs(const QList<JobId> &ids)
{
    return ask([&] { return m_store->jobs(ids); });
}

QFuture<Result<StoreChanges>> GuardedStore::changes()
{
    return ask([&] { return m_store->changes(); });
}

QFuture<Result<QList<JobRecord>>> GuardedStore::add(const QList<JobRecord> &jobs, const RunList &runs)
{
    return ask([&] { return m_store->add(jobs, runs); });
}

QFuture<Result<void>> GuardedStore::update(const QList<JobRecord> &jobs)
{
    return ask([&] { return m_store->update(jobs); });
}

QFuture<Result<void>> GuardedStore::remove(const QList<JobId> &ids)
{
    return ask([&] { return m_store->remove(ids); });
}

QFuture<Result<ClaimResult>> GuardedStore::claim(const ClaimBatch &batch)
{
    return ask([&] { return m_store->claim(batch); });
}

QFuture<Result<void>> GuardedStore::record(const RunList &runs)
{
    return ask([&] { return m_store->record(runs); });
}

QFuture<Result<void>> GuardedStore::requestCancel(const RunId &id)
{
    return ask([&] { return m_store->requestCancel(id); });
}

QFuture<Result<QList<Run>>> GuardedStore::runs(const RunQuery &query)
{
    return ask([&] { return m_store->runs(query); });
}

QFuture<Result<int>> GuardedStore::prune(const Retention &retention, TimePoint now)
{
    return ask([&] { return m_store->prune(retention, now); });
}

QFuture<Result<void>> GuardedStore::close()
{
    return ask([&] { return m_store->close(); });
}

bool GuardedStore::isShared() const
{
    return guarded([&] { return m_store->isShared(); }).value_or(false);
}

bool GuardedStore::keepsFunctions() const
{
    return guarded([&] { return m_store->keepsFunctions(); }).value_or(false);
}

QString GuardedStore::url() const
{
    return guarded([&] { return m_store->url(); }).value_or(QString());
}

} // namespace reveille
