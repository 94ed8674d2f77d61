// SPDX-License-Identifier: MIT
#include "app/service.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace reveille {

namespace {

Q_LOGGING_CATEGORY(log, "reveille.app.service")

} // namespace

Service::Service(const Clock &clock, std::unique_ptr<JobStore> store, Role role, QObject *parent)
    : QObject(parent)
    , m_role(role)
    , m_notifications(clock, role == Role::Headless ? NotificationCenter::WithoutBackend::Succeeds
                                                    : NotificationCenter::WithoutBackend::Fails)
    , m_engine(clock, TriggerKinds::builtIn(), TaskRegistry::builtIn(), m_notifications, std::move(store))
    , m_verbs(m_engine)
    , m_server([this](const QJsonObject &request, const InstanceServer::Reply &reply) { answer(request, reply); })
{
    connect(&m_engine, &Engine::eventsHappened, &m_notifications, &NotificationCenter::takeEvents);
    connect(&m_notifications, &NotificationCenter::snoozeRequested, this, [this](const RunId &run, milliseconds delay) {
        report(m_engine.snooze(run, delay).then([](const Result<RunId> &id) { return id.map([](const RunId &) {}); }));
    });
    connect(&m_notifications, &NotificationCenter::doneRequested, this,
            [this](const RunId &run) { report(m_engine.acknowledge(run)); });
    connect(&m_notifications, &NotificationCenter::runAgainRequested, this, [this](const JobId &job) {
        report(m_engine.runNow(job).then([](const Result<RunId> &id) { return id.map([](const RunId &) {}); }));
    });
}

void Service::start()
{
    m_engine.start().then(this, [this](const Result<void> &result) {
        if (m_isStopping)
            return; // and so it was not started; stopped() tells of the rest
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        if (const Result<void> listening = m_server.listen(m_engine.storeUrl()); !listening)
            qCWarning(log).noquote() << listening.error().text();
        Q_EMIT started();
    });
}

void Service::stop(milliseconds deadline)
{
    m_isStopping = true;
    m_server.close(); // a Reveille that starts now waits for the store, instead of waking one that goes
    m_engine.shutdown(deadline).then(this, [this](const Result<void> &result) {
        if (!result)
            qCWarning(log).noquote() << "The store was not closed cleanly:" << result.error().text();
        Q_EMIT stopped();
    });
}

void Service::answer(const QJsonObject &request, const InstanceServer::Reply &reply)
{
    if (request.value(QStringLiteral("verb")) == QStringLiteral("raise")) {
        reply({{QStringLiteral("role"), m_role == Role::Window ? QStringLiteral("window") : QStringLiteral("headless")},
               {QStringLiteral("pid"), QCoreApplication::applicationPid()}});
        Q_EMIT raiseRequested();
        return;
    }
    m_verbs.run(request, this).then(this, reply);
}

// A notification's button has nowhere to show an error.
void Service::report(const QFuture<Result<void>> &done)
{
    QFuture(done).then(this, [](const Result<void> &result) {
        if (!result)
            qCWarning(log).noquote() << result.error().text();
    });
}

} // namespace reveille
