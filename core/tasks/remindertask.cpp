// SPDX-License-Identifier: MIT
#include "core/tasks/remindertask.h"

#include "core/base/jsonreader.h"
#include "core/tasks/reminderpresenter.h"

#include <QFutureWatcher>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

class ReminderRun final : public TaskRun
{
    Q_DECLARE_TR_FUNCTIONS(ReminderTask)

public:
    ReminderRun(const Reminder &reminder, ReminderPresenter &presenter) : m_reminder(reminder), m_presenter(presenter)
    {
        connect(&m_answer, &QFutureWatcherBase::finished, this, &ReminderRun::onAnswered);
    }

    void start() override { m_answer.setFuture(m_presenter.show(m_reminder)); }
    void cancel() override { end({.outcome = Outcome::Cancelled, .reason = u"cancelled"_s}); }

private:
    void onAnswered()
    {
        const QFuture<Result<void>> answer = m_answer.future();
        if (answer.isCanceled() || answer.resultCount() == 0)
            end({.outcome = Outcome::Error, .reason = tr("Nobody shows reminders now")});
        else if (const Result<void> shown = answer.result(); !shown)
            end({.outcome = Outcome::Error, .reason = shown.error().message});
        else
            end({});
    }

    const Reminder m_reminder;
    ReminderPresenter &m_presenter;
    QFutureWatcher<Result<void>> m_answer;
};

} // namespace

Result<CheckedTask> ReminderTask::check(const QJsonObject &task) const
{
    JsonReader reader(task);
    reader.string(u"type"_s);
    const QString message = reader.string(u"message"_s).value_or(QString()).trimmed();
    if (message.isEmpty())
        reader.failMissing(u"message"_s, tr("A reminder needs a message"));
    reader.oneOf<int>(u"sound"_s, {QString(), u"bell"_s});
    reader.integer(u"volume"_s, 0, 100);
    return reader.finish().map([&] {
        return CheckedTask{withoutNulls(task), milliseconds(10min), Delivery::AtLeastOnce, message};
    });
}

std::unique_ptr<TaskRun> ReminderTask::createRun(const QJsonObject &task, const TaskContext &context,
                                                 const TaskServices &services) const
{
    Reminder reminder;
    reminder.jobId = context.jobId;
    reminder.runId = context.runId;
    reminder.title = context.jobName;
    reminder.message = task.value("message"_L1).toString();
    reminder.sound = task.value("sound"_L1).toString(u"bell"_s);
    reminder.volume = task.value("volume"_L1).toInt(reminder.volume);
    return std::make_unique<ReminderRun>(reminder, services.reminders);
}

} // namespace reveille
