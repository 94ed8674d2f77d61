// SPDX-License-Identifier: MIT
// `sharer URL FILE [all]`: a scheduler over a store that others share. Its jobs append the id of each run to a file. Ends once
// all fire times are through; with `all`, once no run of anybody is unfinished.
#include "core/scheduler/qtscheduler.h"
#include "core/stores/storeurl.h"
#include "tests/fault/sharing.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <fcntl.h>
#include <unistd.h>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

constexpr milliseconds Deadline = 10s; // for what runs
constexpr milliseconds Look = 50ms;    // how often it looks whether all is done

/// Goes on from the end of the fire times: all are overdue.
class LateClock final : public Clock
{
public:
    LateClock() { m_since.start(); }
    [[nodiscard]] TimePoint now() const override { return sharing::End + milliseconds(m_since.elapsed()); }

private:
    QElapsedTimer m_since;
};

template<typename T>
Result<T> wait(QFuture<Result<T>> answer)
{
    while (!answer.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return answer.result();
}

void waitUntil(const std::function<bool()> &isDone)
{
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (isDone())
            loop.quit();
    });
    timer.start(Look);
    loop.exec();
}

bool isFinished(const JobSnapshot &job)
{
    return job.status == JobStatus::Finished;
}

bool hasEnded(const Run &run)
{
    return run.state == RunState::Finished;
}

/// One scheduler, from its start to its end. Answers whether that went well, and nothing is left to be done.
bool runScheduler(const QString &url, const SchedulerParts &parts, bool isForAll)
{
    QtScheduler scheduler(parts);
    SchedulerConfig config;
    config.jobStores.insert(u"default"_s, url);
    config.executors[u"default"_s].kind = SchedulerConfig::Executor::Kind::EventLoop;
    if (!scheduler.configure(config) || !wait(scheduler.start()))
        qFatal("The scheduler can't be started");
    waitUntil([&] {
        const QList<JobSnapshot> jobs = scheduler.jobs();
        return !jobs.isEmpty() && std::all_of(jobs.begin(), jobs.end(), &isFinished);
    });
    const Result<QList<Run>> runs = isForAll ? wait(scheduler.runs({.limit = 1'000'000, .withOutput = false})) : QList<Run>();
    return wait(scheduler.shutdown(Deadline)) && runs && std::all_of(runs->begin(), runs->end(), &hasEnded);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int file = ::open(qPrintable(arguments.value(2)), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    const LateClock clock;
    SchedulerParts parts{.clock = &clock};
    parts.functions.add(u"append"_s, [file](const FunctionCall &call) {
        const QByteArray line = call.runId.value.toUtf8() + '\n';
        if (::write(file, line.constData(), size_t(line.size())) != line.size())
            qFatal("The file can't be written");
    });
    while (!runScheduler(arguments.value(1), parts, arguments.value(3) == u"all")) { } // what it leaves is the next one's
    return 0;
}
