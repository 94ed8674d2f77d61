// SPDX-License-Identifier: MIT
#include "core/notifications/notificationcenter.h"

#include "core/time/clock.h"

#include <QLocale>
#include <QPromise>

namespace reveille {

namespace {

constexpr size_t MostAtOnce = 4;        // in BurstSpan; more of them are told in one
constexpr milliseconds BurstSpan = 10s;
constexpr milliseconds FoldDelay = 500ms;
constexpr milliseconds SnoozeDelay = 10min;
constexpr qsizetype MostNames = 5;      // in a folded one
constexpr qsizetype LongestBody = 400;

const QString FoldedId = QStringLiteral("folded");

// For notifications that are not to be read in full: the end of a long output tells the most.
QString lastLines(const QByteArray &output)
{
    const QString text = QString::fromUtf8(output).trimmed();
    return text.size() > LongestBody ? u'…' + text.right(LongestBody) : text;
}

} // namespace

NotificationCenter::NotificationCenter(const Clock &clock, WithoutBackend withoutBackend, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_withoutBackend(withoutBackend)
{
    m_foldTimer.setSingleShot(true);
    m_foldTimer.setInterval(FoldDelay);
    connect(&m_foldTimer, &QTimer::timeout, this, &NotificationCenter::showFolded);
}

void NotificationCenter::addBackend(NotificationBackend &backend)
{
    m_backends.append(&backend);
    connect(&backend, &NotificationBackend::actionInvoked, this, &NotificationCenter::onAction);
    connect(&backend, &NotificationBackend::closed, this, [this](const QString &id) { m_subjects.remove(id); });
}

QFuture<Result<void>> NotificationCenter::show(const Reminder &reminder)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto present = [this, reminder, promise] {
        const Notification notification{
            .id = reminder.runId.value,
            .title = reminder.title,
            .body = reminder.message == reminder.title ? QString() : reminder.message,
            .actions = {{QStringLiteral("snooze"), tr("Snooze 10 minutes")},
                        {QStringLiteral("done"), tr("Done")},
                        {QStringLiteral("default"), tr("Open")}},
            .stays = true,
            .sound = reminder.sound,
        };
        this->present(notification, {.job = reminder.jobId, .run = reminder.runId}).then(this, [promise](const Result<void> &shown) {
            promise->addResult(shown);
            promise->finish();
        });
    };
    QMetaObject::invokeMethod(this, present, Qt::QueuedConnection);
    return promise->future();
}

void NotificationCenter::takeEvents(const QList<Event> &events)
{
    for (const Event &event : events)
        tellOf(event);
}

void NotificationCenter::tellOf(const Event &event)
{
    if (!event.job || !event.run)
        return;
    const Job &job = *event.job;
    const Run &run = *event.run;
    const bool isReminder = job.taskType() == u"reminder"; // what it shows is its own notification
    Notification notification{
        .id = run.id.value,
        .actions = {{QStringLiteral("output"), tr("Open output")},
                    {QStringLiteral("again"), tr("Run again")},
                    {QStringLiteral("default"), tr("Open")}},
    };
    switch (event.type) {
    case EventType::JobError:
        if (event.willRetry || run.outcome == Outcome::Cancelled || !job.notifiesOn(NotifyOn::Error)
            || event.failuresInARow < job.notify.afterFailures)
            return;
        notification.title = tr("%1 failed").arg(job.name);
        notification.body = describeReason(run.reason);
        if (const QString output = lastLines(run.output); !output.isEmpty())
            notification.body += u'\n' + output;
        notification.urgent = true;
        break;
    case EventType::JobExecuted:
        if (event.failuresInARow >= job.notify.afterFailures && job.notifiesOn(NotifyOn::Recovery))
            notification.title = tr("%1 works again").arg(job.name);
        else if (job.notifiesOn(NotifyOn::Success) && !isReminder)
            notification.title = tr("%1 has run").arg(job.name);
        else
            return;
        notification.body = lastLines(run.output);
        break;
    case EventType::JobMissed:
    case EventType::JobMaxInstances:
        // Of several late ones one runs, and a pause was wanted: neither is news.
        if (!job.notifiesOn(NotifyOn::Missed) || run.reason == u"coalesced" || run.reason == u"paused")
            return;
        notification.title = tr("%1 was missed").arg(job.name);
        notification.body = describeReason(run.reason);
        break;
    default:
        return;
    }
    std::ignore = present(notification, {.job = job.id, .run = run.id, .hasOutput = true});
}

QFuture<Result<void>> NotificationCenter::present(const Notification &notification, const Subject &subject)
{
    m_subjects.insert(notification.id, subject);
    if (!isBurst())
        return showVia(0, notification);
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_folded.append({notification, promise});
    if (!m_foldTimer.isActive())
        m_foldTimer.start();
    return promise->future();
}

// Tries the backends from this one on.
QFuture<Result<void>> NotificationCenter::showVia(qsizetype backend, const Notification &notification)
{
    if (backend == m_backends.size()) {
        return QtFuture::makeReadyFuture(m_withoutBackend == WithoutBackend::Succeeds
            ? Result<void>()
            : failure(ErrorCode::Unavailable, tr("There is no way to show a notification here")));
    }
    return m_backends[backend]
        ->show(notification)
        .then(this, [this, backend, notification](const Result<void> &shown) {
            return shown ? QtFuture::makeReadyFuture(shown) : showVia(backend + 1, notification);
        })
        .unwrap();
}

bool NotificationCenter::isBurst()
{
    const TimePoint now = m_clock.now();
    while (!m_recent.empty() && (now - m_recent.front() > BurstSpan || m_recent.front() > now))
        m_recent.pop_front();
    if (m_recent.size() >= MostAtOnce)
        return true;
    m_recent.push_back(now);
    return false;
}

// All that came in a burst becomes one notification, in the place of the one before.
void NotificationCenter::showFolded()
{
    const QList<Pending> folded = std::exchange(m_folded, {});
    QStringList titles;
    bool urgent = false;
    for (const Pending &pending : folded) {
        if (titles.size() < MostNames && !titles.contains(pending.notification.title))
            titles.append(pending.notification.title);
        urgent = urgent || pending.notification.urgent;
        m_subjects.remove(pending.notification.id);
    }
    const Notification notification{
        .id = FoldedId,
        .title = tr("%n notification(s)", nullptr, int(folded.size())),
        .body = folded.size() > titles.size() ? tr("%1 and more").arg(titles.join(u'\n')) : titles.join(u'\n'),
        .actions = {{QStringLiteral("default"), tr("Open")}},
        .urgent = urgent,
        .stays = true,
    };
    m_subjects.insert(FoldedId, {});
    showVia(0, notification).then(this, [folded](const Result<void> &shown) {
        for (const Pending &pending : folded) {
            pending.shown->addResult(shown);
            pending.shown->finish();
        }
    });
}

void NotificationCenter::onAction(const QString &id, const QString &key)
{
    const auto found = m_subjects.constFind(id);
    if (found == m_subjects.constEnd())
        return;
    const Subject subject = *found;
    m_subjects.erase(found);
    for (NotificationBackend *backend : m_backends)
        backend->withdraw(id);
    if (key == u"snooze")
        Q_EMIT snoozeRequested(subject.run, SnoozeDelay);
    else if (key == u"done")
        Q_EMIT doneRequested(subject.run);
    else if (key == u"again")
        Q_EMIT runAgainRequested(subject.job);
    else
        Q_EMIT openRequested(subject.job, subject.hasOutput ? subject.run : RunId());
}

} // namespace reveille
