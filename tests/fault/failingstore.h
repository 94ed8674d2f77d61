// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/answers.h"
#include "core/stores/memorystore.h"

#include <QTimer>

#include <functional>
#include <limits>
#include <stdexcept>

namespace reveille {

/// Passes everything on to a store in memory that outlives it, but for what a test makes it refuse. A refused call does nothing.
class FailingStore final : public JobStore
{
    Q_OBJECT

public:
    /// How a call fails that is not carried out.
    enum class Way { Unavailable, Throws, ThrowsSomethingStrange, AnswersWithAnException, IsCancelled, AnswersNothing, IsCancelledLater, NeverAnswers };
    /// Which calls fail: `count` of them, from the given one on, counted from 1.
    struct Outage
    {
        int first = 0;
        int count = 0;
        Way way = Way::Unavailable;
    };

    /// Borrows the store behind.
    explicit FailingStore(MemoryStore &behind) : m_behind(behind) {}

    void setOutage(const Outage &outage) { m_outage = outage; }
    /// Claims that touch this job, or rows of it, answer with the error; nullopt: no more.
    void refuseClaims(const JobId &id, const std::optional<Error> &error) { m_claims = {id, error}; }
    void refuseRows(const JobId &id, const std::optional<Error> &error) { m_rows = {id, error}; }
    /// What is longer, in items of a claim or rows, does not get through, as where connections do not live long.
    void setLongest(qsizetype items, qsizetype rows) { m_longestClaim = items, m_longestRecord = rows; }
    /// Answers wait from now on, and come in their order.
    void holdAnswers() { m_isHeld = true; }
    void giveAnswers()
    {
        m_isHeld = false;
        for (const std::function<void()> &give : std::exchange(m_held, {}))
            give();
    }
    /// Whether it is one that several machines may have open.
    void setShared(bool isShared) { m_isShared = isShared; }
    [[nodiscard]] int callCount() const { return m_calls; }
    /// How many of them were refused.
    [[nodiscard]] int refusedCount() const { return m_refusals; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    /// How many runs it was last told to expect.
    [[nodiscard]] size_t expectedRuns() const { return m_expectedRuns; }

    void expect(size_t runs) override
    {
        m_expectedRuns = runs;
        m_behind.expect(runs);
    }
    QFuture<Result<void>> open() override { return call<void>([&] { return m_behind.open(); }); }
    QFuture<Result<StoreContents>> loadDue(TimePoint now) override { return call<StoreContents>([&] { return m_behind.loadDue(now); }); }
    QFuture<Result<StoreContents>> loadPage(qint64 after, int limit) override
    {
        return call<StoreContents>([&] { return m_behind.loadPage(after, limit); });
    }
    QFuture<Result<QList<JobRecord>>> jobs(const QList<JobId> &ids) override
    {
        return call<QList<JobRecord>>([&] { return m_behind.jobs(ids); });
    }
    QFuture<Result<StoreChanges>> changes() override { return call<StoreChanges>([&] { return m_behind.changes(); }); }
    QFuture<Result<QList<JobRecord>>> add(QList<JobRecord> jobs, const RunList &runs = {}) override
    {
        return call<QList<JobRecord>>([&] { return m_behind.add(std::move(jobs), runs); });
    }
    QFuture<Result<void>> update(const QList<JobRecord> &jobs, const RunList &runs = {}) override
    {
        return call<void>([&] { return m_behind.update(jobs, runs); });
    }
    QFuture<Result<void>> remove(const QList<JobId> &ids) override { return call<void>([&] { return m_behind.remove(ids); }); }
    QFuture<Result<ClaimResult>> claim(const ClaimBatch &batch) override
    {
        const auto isRefused = [this](const JobId &job) { return m_claims.error && job == m_claims.job; };
        const bool refused = std::ranges::any_of(batch.jobs, isRefused, &JobClaim::jobId)
            || std::any_of(batch.waiting.begin(), batch.waiting.end(), [&](const Run &run) { return isRefused(run.jobId); });
        const bool isTooLong = batch.jobs.size() + batch.waiting.size() > m_longestClaim;
        return call<ClaimResult>([&] { return m_behind.claim(batch); }, refused ? m_claims.error : isTooLong ? m_out : std::nullopt);
    }
    QFuture<Result<void>> record(const RunList &runs) override
    {
        const auto isRefused = [this](const Run &run) { return m_rows.error && run.jobId == m_rows.job; };
        const bool refused = std::any_of(runs.begin(), runs.end(), isRefused);
        const bool isTooLong = runs.size() > m_longestRecord;
        return call<void>([&] { return m_behind.record(runs); }, refused ? m_rows.error : isTooLong ? m_out : std::nullopt);
    }
    QFuture<Result<void>> requestCancel(const RunId &id) override { return call<void>([&] { return m_behind.requestCancel(id); }); }
    QFuture<Result<QList<Run>>> runs(const RunQuery &query) override { return call<QList<Run>>([&] { return m_behind.runs(query); }); }
    QFuture<Result<int>> prune(const Retention &retention, TimePoint now) override
    {
        return call<int>([&] { return m_behind.prune(retention, now); });
    }
    QFuture<Result<void>> close() override { return call<void>([&] { return m_behind.close(); }); }
    bool isShared() const override { return m_isShared; }
    milliseconds patience() const override { return std::chrono::milliseconds(200); }
    QString url() const override { return m_behind.url(); }

private:
    struct Refusal
    {
        JobId job;
        std::optional<Error> error;
    };

    template<typename T, typename Call>
    QFuture<Result<T>> call(Call pass, const std::optional<Error> &refusal = {})
    {
        ++m_calls;
        const bool isOut = m_calls >= m_outage.first && m_calls < m_outage.first + m_outage.count;
        m_refusals += refusal.has_value();
        m_hasFailed = m_hasFailed || isOut || refusal;
        const QFuture<Result<T>> answer = isOut ? fail<T>() : refusal ? ready<T>(tl::unexpected(*refusal)) : pass();
        if (!m_isHeld)
            return answer;
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_held.push_back([promise, answer] {
            promise->addResult(answer.result());
            promise->finish();
        });
        return promise->future();
    }

    template<typename T>
    [[nodiscard]] QFuture<Result<T>> fail()
    {
        const std::runtime_error exception("the store is out");
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        switch (m_outage.way) {
        case Way::Unavailable:
            return ready<T>(tl::unexpected(*m_out));
        case Way::Throws:
            throw exception;
        case Way::ThrowsSomethingStrange:
            throw 42;
        case Way::AnswersWithAnException:
            promise->setException(std::make_exception_ptr(exception));
            break;
        case Way::IsCancelled:
            promise->future().cancel();
            break;
        case Way::AnswersNothing:
            break;
        case Way::IsCancelledLater:
            QTimer::singleShot(0, [promise] { promise->future().cancel(); promise->finish(); });
            return promise->future();
        case Way::NeverAnswers:
            m_unanswered.push_back(promise);
            return promise->future();
        }
        promise->finish();
        return promise->future();
    }

    const std::optional<Error> m_out = Error{ErrorCode::Unavailable, QStringLiteral("the store is out"), {}};
    MemoryStore &m_behind;
    Outage m_outage;
    qsizetype m_longestClaim = std::numeric_limits<qsizetype>::max();
    qsizetype m_longestRecord = std::numeric_limits<qsizetype>::max();
    std::vector<std::shared_ptr<void>> m_unanswered; ///< promises
    bool m_isShared = false;
    bool m_isHeld = false;
    std::vector<std::function<void()>> m_held; ///< give the answers
    Refusal m_claims;
    Refusal m_rows;
    int m_calls = 0;
    int m_refusals = 0;
    bool m_hasFailed = false;
    size_t m_expectedRuns = 0;
};

} // namespace reveille
