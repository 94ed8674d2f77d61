// SPDX-License-Identifier: MIT
#pragma once

#include "core/stores/jobstore.h"
#include "tests/support/test.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>

namespace reveille {

using namespace std::chrono_literals;

using StoreFactory = std::function<std::unique_ptr<JobStore>(const QString &folder)>;

/// The base of the cases that every kind of store must pass: each runs once a store, on a new and open one.
class StoreTest : public Test
{
    Q_OBJECT

protected:
    [[nodiscard]] JobStore &store() { return *m_store; }

    [[nodiscard]] static TimePoint at(milliseconds sinceStart) { return TimePoint(1'800'000'000s) + sinceStart; }
    [[nodiscard]] static JobRecord job(const QString &id, OptionalTime next = at(0ms));
    [[nodiscard]] static Run run(const QString &id, const QString &jobId, TimePoint scheduledAt);
    [[nodiscard]] static Run ended(Run run, Outcome outcome, TimePoint finishedAt);
    [[nodiscard]] static JobClaim claimOf(const JobRecord &job, OptionalTime next, const QList<Run> &rows);

    /// Adds jobs that must be welcome.
    QList<JobRecord> addJobs(const QStringList &ids);
    [[nodiscard]] StoreContents contents();
    [[nodiscard]] static StoreContents contentsOf(JobStore &store);
    [[nodiscard]] QList<Run> allRuns(const RunQuery &query = {});
    [[nodiscard]] QStringList runIds(const RunQuery &query = {});

protected Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

private:
    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<JobStore> m_store;
};

/// Waits for a store's answer.
template<typename T>
[[nodiscard]] Result<T> answer(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

/// The code of an answer's error; none: it worked.
template<typename T>
[[nodiscard]] std::optional<ErrorCode> errorOf(const QFuture<Result<T>> &future)
{
    const Result<T> result = answer(future);
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace reveille

Q_DECLARE_METATYPE(reveille::StoreFactory)
