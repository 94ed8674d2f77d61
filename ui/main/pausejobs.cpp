// SPDX-License-Identifier: MIT
#include "ui/main/pausejobs.h"

#include "core/scheduler/engine.h"

namespace reveille {

PauseJobs::PauseJobs(JobEdits &edits, const QString &text, const QList<Job> &jobs, Action action)
    : JobCommand(edits, text)
    , m_action(action)
{
    for (const Job &job : jobs)
        m_ids.append(job.id);
}

void PauseJobs::apply(Action action)
{
    send(action == Action::Pause ? engine().pauseJobs(m_ids) : engine().resumeJobs(m_ids));
}

} // namespace reveille
