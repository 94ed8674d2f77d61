// SPDX-License-Identifier: MIT
#include "core/scheduler/guardedstore.h"

#include "core/base/guarded.h"
#include "core/scheduler/answers.h"

#include <QPointer>

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

template<typename T>
bool isUnavailable(const Result<T> &result)
{
    return !result && result.error().code == ErrorCode::Unavailable;
}

} // namespace

GuardedStore::GuardedStore(std::unique_ptr<JobStore> store)
    : m_store(std::move(store))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(GuardedStore::patience());
    connect(&m_patience, &QTimer::timeout, this, &GuardedStore::fallSilent);
    connect(m_store.get(), &JobStore::changed, this, &JobStore::changed);
    connect(m_store.get(), &JobStore::availabilityChanged, this, &JobStore::availabilityChanged);
}

template<typename Call>
std::invoke_result_t<Call> GuardedStore::ask(Kind kind, Call call)
{
    using Answer = std::invoke_result_t<Call>;
    using Value = decltype(std::declval<Answer>().result());
    const bool waits = kind == Kind::Reads || kind == Kind::Changes;
    if (m_isSilent && waits && !std::exchange(m_mayProbe, false))
        return ready(Value(tl::unexpected(silence())));
    const Result<Answer> answer = guarded(call);
    if (!answer || answer->isFinished()) {
        const Value value = answer ? resultOf(*answer) : Value(tl::unexpected(storeFailed(answer.error().message)));
        if (m_isSilent && noteAnswer(isUnavailable(value)))
            Q_EMIT availabilityChanged(std::nullopt);
        return ready(value);
    }
    const quint64 number = kind == Kind::TakesItsTime ? 0 : ++m_asked;
    if (number > 0 && !m_patience.isActive())
        m_patience.start();
    const auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    whenFinished(*answer, this, [this, number, promise](const Answer &given) {
        const Value value = resultOf(given);
        m_answered = std::max(m_answered, number);
        const bool isBack = noteAnswer(isUnavailable(value));
        const QPointer<GuardedStore> self(this); // who waits for the answer may delete it
        promise->addResult(value);
        promise->finish();
        if (self && isBack)
            Q_EMIT availabilityChanged(std::nullopt);
    });
    return kind == Kind::Reads ? orSilence(promise->future()) : promise->future();
}

bool GuardedStore::noteAnswer(bool isAway)
{
    if (m_asked > m_answered)
        m_patience.start();
    else
        m_patience.stop();
    return std::exchange(m_isSilent, false) && !isAway;
}

void GuardedStore::fallSilent()
{
    m_mayProbe = std::exchange(m_isSilent, true);
    if (!m_mayProbe) {
        m_patience.start();
        Q_EMIT availabilityChanged(silence());
    }
    Q_EMIT fellSilent(); // to who has asked since, too
}

Error GuardedStore::silence() const
{
    return {ErrorCode::Unavailable, Messages::tr("%1 does not answer; what it was asked before may still be done").arg(url()), {}};
}

void GuardedStore::setHost(const QString &host)
{
    std::ignore = guarded([&] { m_store->setHost(host); });
}

void GuardedStore::expect(size_t runs)
{
    std::ignore = guarded([&] { m_store->expect(runs); });
}

QFuture<Result<void>> GuardedStore::open()
{
    return ask(isShared() ? Kind::Changes : Kind::TakesItsTime, [&] { return m_store->open(); });
}

QFuture<Result<StoreContents>> GuardedStore::loadDue(TimePoint now)
{
    return ask(Kind::Changes, [&] { return m_store->loadDue(now); });
}

QFuture<Result<StoreContents>> GuardedStore::loadPage(qint64 after, int limit)
{
    return ask(Kind::Reads, [&] { return m_store->loadPage(after, limit); });
}

QFuture<Result<QList<JobRecord>>> GuardedStore::jobs(const QList<JobId> &ids)
{
    return ask(Kind::Changes, [&] { return m_store->jobs(ids); });
}

QFuture<Result<StoreChanges>> GuardedStore::changes()
{
    return ask(Kind::Changes, [&] { return m_store->changes(); });
}

QFuture<Result<QList<JobRecord>>> GuardedStore::add(QList<JobRecord> jobs, const RunList &runs)
{
    return ask(Kind::Changes, [&] { return m_store->add(std::move(jobs), runs); });
}

QFuture<Result<void>> GuardedStore::update(const QList<JobRecord> &jobs, const RunList &runs)
{
    return ask(Kind::Changes, [&] { return m_store->update(jobs, runs); });
}

QFuture<Result<void>> GuardedStore::remove(const QList<JobId> &ids)
{
    return ask(Kind::Changes, [&] { return m_store->remove(ids); });
}

QFuture<Result<ClaimResult>> GuardedStore::claim(const ClaimBatch &batch)
{
    return ask(Kind::Changes, [&] { return m_store->claim(batch); });
}

QFuture<Result<void>> GuardedStore::record(const RunList &runs)
{
    return ask(Kind::Records, [&] { return m_store->record(runs); });
}

QFuture<Result<void>> GuardedStore::requestCancel(const RunId &id)
{
    return ask(Kind::Changes, [&] { return m_store->requestCancel(id); });
}

QFuture<Result<QList<Run>>> GuardedStore::runs(const RunQuery &query)
{
    return ask(Kind::Reads, [&] { return m_store->runs(query); });
}

QFuture<Result<int>> GuardedStore::prune(const Retention &retention, TimePoint now)
{
    return ask(Kind::TakesItsTime, [&] { return m_store->prune(retention, now); });
}

QFuture<Result<void>> GuardedStore::close()
{
    return ask(Kind::TakesItsTime, [&] { return m_store->close(); });
}

bool GuardedStore::isShared() const
{
    return guarded([&] { return m_store->isShared(); }).value_or(false);
}

bool GuardedStore::keepsFunctions() const
{
    return guarded([&] { return m_store->keepsFunctions(); }).value_or(false);
}

milliseconds GuardedStore::patience() const
{
    return guarded([&] { return m_store->patience(); }).value_or(JobStore::patience());
}

QString GuardedStore::url() const
{
    return guarded([&] { return m_store->url(); }).value_or(QString());
}

} // namespace reveille
