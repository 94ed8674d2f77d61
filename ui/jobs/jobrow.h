// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/jobsnapshot.h"

namespace reveille {

/// What the window shows of one job, with the texts that are costly to make kept ready for ten thousand rows.
struct JobRow
{
    explicit JobRow(const JobSnapshot &snapshot);
    /// Takes over news of the same job; texts are made anew only where its definition changed.
    void update(const JobSnapshot &news);

    [[nodiscard]] const Job &job() const { return *snapshot.job; }
    [[nodiscard]] bool isFailing() const;
    [[nodiscard]] bool isPaused() const { return snapshot.job->paused; }
    /// The zone its times are shown in: the trigger's.
    [[nodiscard]] Zone zone() const { return job().trigger ? job().trigger->zone() : Zone::system(); }

    JobSnapshot snapshot;
    QString name;     ///< on one line
    QString schedule; ///< in words
    QString tags;
    QString task;     ///< what it does, on one line
    QString sortName; ///< folded for comparing
    QString haystack; ///< all that the search looks at, folded

private:
    void describe();
};

/// What a task does in one line: the message, the command line, the web address.
[[nodiscard]] QString taskSummary(const QJsonObject &task);

} // namespace reveille
