// SPDX-License-Identifier: MIT
#include "app/headless.h"

#include "app/repairverb.h"
#include "core/time/clock.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace reveille {

namespace {

constexpr milliseconds TimeForRunningWork = 10s;
constexpr milliseconds LongestWait = 60s; // the clock may be set meanwhile

void say(FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stream);
    std::fflush(stream);
}

} // namespace

Headless::Headless(const Clock &clock, std::unique_ptr<JobStore> store, const CommandLine &line, OptionalTime endAt, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_json(line.has(QStringLiteral("json")))
    , m_endAt(endAt)
    , m_service(clock, std::move(store), Service::Role::Headless)
{
    m_service.notifications().addBackend(m_desktop);
    connect(&m_service.engine(), &Engine::eventsHappened, this, &Headless::print);
    connect(&m_service, &Service::started, this, &Headless::sayHowToAdd);
    connect(&m_service, &Service::failed, this, [](const Error &error) {
        say(stderr, QStringLiteral("reveille: %1\n").arg(describeStoreError(error)).toUtf8());
        QCoreApplication::exit(ExitCode::Failure);
    });
    // Queued behind the events of the shutdown, so that they are printed.
    connect(&m_service, &Service::stopped, this, [] { QCoreApplication::exit(ExitCode::Success); }, Qt::QueuedConnection);
    connect(&m_signals, &UnixSignals::endRequested, this, &Headless::end);
    m_endTimer.setSingleShot(true);
    connect(&m_endTimer, &QTimer::timeout, this, &Headless::watchEnd);
}

void Headless::start()
{
    m_service.start();
    if (m_endAt)
        watchEnd();
}

void Headless::watchEnd()
{
    const milliseconds left = *m_endAt - m_clock.now();
    if (left <= 0ms)
        end();
    else
        m_endTimer.start(std::min(left, LongestWait));
}

void Headless::end()
{
    // A second signal means: at once.
    m_service.stop(m_ending ? 0ms : TimeForRunningWork);
    m_ending = true;
}

void Headless::print(const QList<Event> &events)
{
    QByteArray lines;
    for (const Event &event : events) {
        lines += m_json ? QJsonDocument(event.toJson()).toJson(QJsonDocument::Compact) : event.describe().toUtf8();
        lines += '\n';
    }
    say(stdout, lines);
}

void Headless::sayHowToAdd()
{
    m_service.engine().jobs().then(this, [](const Result<QList<JobSnapshot>> &jobs) {
        if (!jobs || !jobs->isEmpty())
            return;
        say(stderr, tr("There are no jobs yet. Add one from another terminal:\n"
                       "  reveille add '{\"name\": \"Wake up\", \"task\": {\"type\": \"reminder\", \"message\": \"Good morning\"}, "
                       "\"trigger\": {\"type\": \"cron\", \"crontab\": \"30 6 * * 1-5\"}}'\n").toUtf8());
    });
}

} // namespace reveille
