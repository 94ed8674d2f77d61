// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/engine.h"
#include "core/tasks/reminderpresenter.h"
#include "core/time/clock.h"
#include "ui/jobs/jobmodel.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace reveille {

/// A presenter for which every reminder is on the screen at once.
class ShownAtOnce final : public ReminderPresenter
{
public:
    [[nodiscard]] QFuture<Result<void>> show(const Reminder &reminder) override;
};

/// A running engine over a store in memory, with the model that windows share.
class UiWorld final
{
public:
    UiWorld();

    /// Starts the scheduler; the model has loaded when it returns.
    void start();
    /// A job from its JSON; a test with a job that does not parse is wrong.
    [[nodiscard]] Job job(const QByteArray &json) const;
    /// Adds it and waits until the model has it.
    Job add(const QByteArray &json);
    void add(const QList<Job> &jobs);

    QTemporaryDir folder;
    QSettings settings;
    SystemClock clock;
    ShownAtOnce presenter;
    Engine engine;
    JobModel jobs;
};

/// Finds a widget or action by its object name; a test that names one that is not there is wrong.
template<typename T>
T &part(const QObject &parent, const QString &name)
{
    T *found = parent.findChild<T *>(name);
    if (!found)
        qFatal("There is no %s", qPrintable(name));
    return *found;
}

/// A JSON object; a test whose JSON can't be read is wrong.
[[nodiscard]] QJsonObject object(const QByteArray &json);
/// Presses a button as a person does.
void press(const QWidget &parent, const QString &name);
/// Types into a field after emptying it.
void type(QWidget &field, const QString &text);

} // namespace reveille
