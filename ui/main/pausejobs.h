// SPDX-License-Identifier: MIT
#pragma once

#include "ui/main/jobcommand.h"

namespace reveille {

/// Pauses jobs or lets them go on.
class PauseJobs final : public JobCommand
{
public:
    enum class Action { Pause, Resume };

    PauseJobs(JobEdits &edits, const QString &text, const QList<Job> &jobs, Action action);

    void undo() override { apply(m_action == Action::Pause ? Action::Resume : Action::Pause); }
    void redo() override { apply(m_action); }

private:
    void apply(Action action);

    QList<JobId> m_ids;
    const Action m_action;
};

} // namespace reveille
