// SPDX-License-Identifier: MIT
#include "ui/main/changejobs.h"

#include "core/scheduler/engine.h"

namespace reveille {

ChangeJobs::ChangeJobs(JobEdits &edits, const QString &text, const QList<Job> &before, const QList<Job> &after)
    : JobCommand(edits, text)
    , m_before(before)
    , m_after(after)
{
}

void ChangeJobs::undo()
{
    // What was removed comes back as it was: an addition would run a finished job again, or refuse it.
    if (m_after.isEmpty())
        send(engine().restoreJobs(m_before));
    else
        apply(m_after, m_before);
}

void ChangeJobs::apply(const QList<Job> &from, const QList<Job> &to)
{
    if (from.isEmpty()) {
        send(engine().addJobs(to));
    } else if (to.isEmpty()) {
        QList<JobId> ids;
        for (const Job &job : from)
            ids.append(job.id);
        send(engine().removeJobs(ids));
    } else {
        send(engine().modifyJobs(to));
    }
}

} // namespace reveille
