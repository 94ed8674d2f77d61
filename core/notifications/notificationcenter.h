// SPDX-License-Identifier: MIT
#pragma once

#include "core/notifications/notificationbackend.h"
#include "core/scheduler/event.h"
#include "core/tasks/reminderpresenter.h"

#include <QTimer>

#include <deque>

namespace reveille {

class Clock;

/// Decides what a person is told of, and how: a reminder that is due, a run that failed or was missed, as each job asks
/// for. Uses the first backend that works and folds bursts into one notification. Lives on the screen's thread; show()
/// may be called from any.
class NotificationCenter final : public QObject, public ReminderPresenter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationCenter)

public:
    /// What becomes of a reminder where no backend works: it failed, or (headless) the event stream has shown it.
    enum class WithoutBackend { Fails, Succeeds };

    /// Borrows the clock.
    NotificationCenter(const Clock &clock, WithoutBackend withoutBackend, QObject *parent = nullptr);

    /// Borrows a way to show notifications; the first one added that works is used. To be called before any is shown.
    void addBackend(NotificationBackend &backend);

    [[nodiscard]] QFuture<Result<void>> show(const Reminder &reminder) override;

public Q_SLOTS:
    /// Tells of what a job's `notify` asks for.
    void takeEvents(const QList<reveille::Event> &events);

Q_SIGNALS:
    void snoozeRequested(const reveille::RunId &run, std::chrono::milliseconds delay);
    void doneRequested(const reveille::RunId &run);
    void runAgainRequested(const reveille::JobId &job);
    /// Show the job, and of the run (if there is one) its output.
    void openRequested(const reveille::JobId &job, const reveille::RunId &run);

private:
    struct Subject
    {
        JobId job;
        RunId run;
        bool hasOutput = false; ///< a click opens it
    };
    struct Pending
    {
        Notification notification;
        std::shared_ptr<QPromise<Result<void>>> shown;
    };

    void tellOf(const Event &event);
    QFuture<Result<void>> present(const Notification &notification, const Subject &subject);
    [[nodiscard]] QFuture<Result<void>> showVia(qsizetype backend, const Notification &notification);
    [[nodiscard]] bool isBurst();
    void showFolded();
    void onAction(const QString &id, const QString &key);

    const Clock &m_clock;
    const WithoutBackend m_withoutBackend;
    QList<NotificationBackend *> m_backends;
    QHash<QString, Subject> m_subjects; ///< of the notifications on the screen
    std::deque<TimePoint> m_recent;
    QList<Pending> m_folded;
    QTimer m_foldTimer;
};

} // namespace reveille
