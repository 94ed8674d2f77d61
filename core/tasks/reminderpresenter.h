// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/strongid.h"

#include <QFuture>
#include <QString>

namespace reveille {

/// A reminder to show.
struct Reminder
{
    JobId jobId;
    RunId runId;
    QString title; ///< the job's name
    QString message;
    QString sound; ///< "bell", or empty for none
    int volume = 80; ///< percent
};

/// Shows reminders to the person: the one seam between the reminder task and whatever screen there is.
class ReminderPresenter
{
public:
    virtual ~ReminderPresenter() = default;

    /// Called on the engine thread; answers when the reminder is on a screen (or, headless, in the event stream).
    [[nodiscard]] virtual QFuture<Result<void>> show(const Reminder &reminder) = 0;
};

} // namespace reveille

Q_DECLARE_METATYPE(reveille::Reminder)
