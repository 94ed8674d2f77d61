// SPDX-License-Identifier: MIT
// The three ways to host a scheduler: blocking in exec(), in the background on a thread of its own, and along with an event
// loop that is there for something else.
#include <core/scheduler/qtscheduler.h>

#include <QCoreApplication>
#include <QSemaphore>
#include <QThread>

#include <cstdio>

using namespace reveille;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject Soon{{u"type"_s, u"interval"_s}, {u"seconds"_s, 0.2}};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);

    // In the background: the scheduler lives on another thread, this one does as it likes.
    QThread thread;
    QSemaphore ran;
    QObject seat;
    seat.moveToThread(&thread);
    std::unique_ptr<QtScheduler> background;
    thread.start();
    QMetaObject::invokeMethod(&seat, [&] {
        background = std::make_unique<QtScheduler>();
        background->addJob(u"background"_s, [&] { ran.release(); }, Soon);
        std::ignore = background->start();
    });
    ran.acquire();
    std::puts("background");
    QMetaObject::invokeMethod(&seat, [&] { background.reset(); }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();

    // Along with another event loop: nothing but the loop's own turns.
    {
        QEventLoop host;
        QtScheduler guest;
        guest.addJob(u"guest"_s, [&] { QMetaObject::invokeMethod(&host, &QEventLoop::quit, Qt::QueuedConnection); }, Soon);
        std::ignore = guest.start();
        host.exec();
        std::puts("guest");
    }

    // Blocking: the program is the scheduler.
    QtScheduler blocking;
    blocking.addJob(u"blocking"_s, [] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); }, Soon);
    std::ignore = blocking.start();
    const int exitCode = application.exec();
    std::puts("blocking");
    return exitCode;
}
