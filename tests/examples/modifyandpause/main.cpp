// SPDX-License-Identifier: MIT
// Changes a job while it runs: faster, paused, resumed, and removed.
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>

#include <cstdio>

using namespace reveille;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QtScheduler scheduler;
    scheduler.addJob(u"tick"_s, [] { std::puts("Tick!"); }, {{u"type"_s, u"interval"_s}, {u"hours"_s, 1}});
    const JobHandle job = scheduler.handle({u"tick"_s});

    // Each step goes on when the one before is done.
    scheduler.start()
        .then(&scheduler, [job](const Result<void> &) { return job.reschedule({{u"type"_s, u"interval"_s}, {u"seconds"_s, 0.2}}); })
        .unwrap()
        .then(&scheduler, [job](const Result<JobHandle> &) {
            std::puts("Rescheduled");
            QTimer::singleShot(1s, qApp, [job] {
                job.pause().then(qApp, [job](const Result<void> &) {
                    std::printf("Paused, next run: %s\n", job.nextRunTime() ? "some time" : "none");
                    return job.resume();
                }).unwrap().then(qApp, [job](const Result<void> &) {
                    std::printf("Resumed, next run: %s\n", job.nextRunTime() ? "some time" : "none");
                    return job.remove();
                }).unwrap().then(qApp, [job](const Result<void> &) {
                    std::printf("Removed: %s\n", job.snapshot() ? "no" : "yes");
                    QCoreApplication::quit();
                });
            });
        });
    return application.exec();
}
