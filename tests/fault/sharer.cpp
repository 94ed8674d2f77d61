// SPDX-License-Identifier: MIT
// `sharer URL FILE PART`: claims what is due in a store that others share, as a scheduler would, and appends the id of each
// run that it may start to a file, until all fire times before End are through. PART of Parts says where it begins.
#include "core/stores/jobstore.h"
#include "core/stores/storeurl.h"
#include "core/time/clock.h"
#include "tests/fault/sharing.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>
#include <deque>
#include <fcntl.h>
#include <unistd.h>

using namespace reveille;

namespace {

constexpr qsizetype BatchSize = 200;
constexpr unsigned long Pause = 5; // in milliseconds

/// Asks until the store can answer.
template<typename Call>
auto persistently(Call call)
{
    for (;;) {
        const auto result = call().result();
        if (!result && result.error().code != ErrorCode::Unavailable)
            qFatal("%s", qPrintable(result.error().text()));
        if constexpr (!std::is_void_v<typename std::decay_t<decltype(result)>::value_type>) {
            if (result)
                return *result;
        } else {
            if (result)
                return;
        }
        QThread::msleep(Pause);
    }
}

class Sharer final
{
public:
    Sharer(JobStore &store, int file, int part) : m_store(store), m_file(file), m_part(part) {}

    void run()
    {
        persistently([&] { return m_store.open(); });
        // Nothing is due so early: these are the runs that somebody left.
        carryOut(persistently([&] { return m_store.loadDue(sharing::Start - sharing::Step); }).unfinishedRuns);
        do {
            load();
            while (!m_due.empty())
                claimBatch();
            carryOut(persistently([&] { return m_store.changes(); }).unfinishedRuns);
            load();
        } while (!m_due.empty() || !isDone());
        (void)m_store.close().result();
    }

private:
    [[nodiscard]] static bool isDue(const JobRecord &job) { return job.nextFireTime && *job.nextFireTime < sharing::End; }

    void load()
    {
        QList<JobRecord> all;
        for (qint64 after = 0;;) {
            const QList<JobRecord> page = persistently([&] { return m_store.loadPage(after, 500); }).jobs;
            if (page.isEmpty())
                break;
            all += page;
            after = page.last().sequence;
        }
        const qsizetype first = all.size() * m_part / sharing::Parts;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (const JobRecord &job = all[(first + i) % all.size()]; isDue(job))
                m_due.push_back(job);
        }
    }

    void claimBatch()
    {
        ClaimBatch batch;
        QList<JobRecord> jobs;
        while (!m_due.empty() && batch.jobs.size() < BatchSize) {
            const JobRecord job = m_due.front();
            m_due.pop_front();
            Run run;
            run.id = RunId::create();
            run.jobId = job.id;
            run.scheduledAt = *job.nextFireTime;
            run.dueAt = run.scheduledAt;
            batch.jobs.append({.sequence = job.sequence, .revision = job.revision, .expected = run.scheduledAt,
                               .activeElsewhere = job.activeElsewhere, .next = run.scheduledAt + sharing::Step,
                               .newestFireTime = run.scheduledAt, .rows = {run}});
            jobs.append(job);
        }
        const Result<ClaimResult> claimed = m_store.claim(batch).result();
        if (!claimed && claimed.error().code != ErrorCode::Unavailable)
            qFatal("%s", qPrintable(claimed.error().text()));
        QList<Run> won;
        QList<JobId> lost;
        for (qsizetype i = 0; i < jobs.size(); ++i) {
            if (!claimed || claimed->lostJobs.contains(jobs[i].id)) {
                lost.append(jobs[i].id);
                continue;
            }
            if (!claimed->lostRuns.contains(batch.jobs[i].rows[0].id))
                won.append(batch.jobs[i].rows[0]);
            jobs[i].nextFireTime = batch.jobs[i].next;
            if (isDue(jobs[i]))
                m_due.push_back(jobs[i]);
        }
        carryOut(won);
        if (lost.isEmpty())
            return;
        const QList<JobRecord> again = persistently([&] { return m_store.jobs(lost); });
        for (const JobRecord &job : again) {
            if (isDue(job))
                m_due.push_back(job);
        }
    }

    void carryOut(QList<Run> runs)
    {
        if (runs.isEmpty())
            return;
        QByteArray lines;
        for (Run &run : runs) {
            lines += run.id.value.toUtf8() + '\n';
            run.state = RunState::Finished;
            run.outcome = Outcome::Success;
            run.startedAt = run.scheduledAt;
            run.finishedAt = run.scheduledAt;
        }
        if (::write(m_file, lines.constData(), size_t(lines.size())) != lines.size())
            qFatal("The file can't be written");
        persistently([&] { return m_store.record(runs); });
    }

    /// Whether nobody has anything unfinished.
    [[nodiscard]] bool isDone()
    {
        const StoreContents contents = persistently([&] { return m_store.loadDue(sharing::End - sharing::Step); });
        carryOut(contents.unfinishedRuns); // between its calls it has none of its own
        return contents.jobs.isEmpty();
    }

    JobStore &m_store;
    const int m_file;
    const int m_part;
    std::deque<JobRecord> m_due;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const SystemClock clock;
    const auto store = createStore(arguments.value(1), clock).value();
    const int file = ::open(qPrintable(arguments.value(2)), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    Sharer(*store, file, arguments.value(3).toInt()).run();
    return 0;
}
