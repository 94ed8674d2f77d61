// SPDX-License-Identifier: MIT
#include "ui/main/jobedits.h"

#include "ui/main/changejobs.h"
#include "ui/main/pausejobs.h"
#include "ui/text/plaintext.h"

namespace reveille {

namespace {

QString nameOf(const Job &job)
{
    return shortened(job.name, 40);
}

} // namespace

JobEdits::JobEdits(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_stack.setUndoLimit(100);
}

JobEdits::~JobEdits()
{
    // The stack tells of its emptying while it goes; the window that listens, its parent, is then half gone itself.
    m_stack.blockSignals(true);
}

void JobEdits::add(const Job &job)
{
    m_stack.push(new ChangeJobs(*this, tr("Add “%1”").arg(nameOf(job)), {}, {job}));
}

void JobEdits::change(const Job &before, const Job &after)
{
    m_stack.push(new ChangeJobs(*this, tr("Edit “%1”").arg(nameOf(after)), {before}, {after}));
}

void JobEdits::remove(const QList<Job> &jobs)
{
    if (jobs.isEmpty())
        return;
    const QString text = jobs.size() == 1 ? tr("Delete “%1”").arg(nameOf(jobs.constFirst()))
                                          : tr("Delete %n jobs", nullptr, int(jobs.size()));
    m_stack.push(new ChangeJobs(*this, text, jobs, {}));
}

void JobEdits::pause(const QList<Job> &jobs)
{
    if (jobs.isEmpty())
        return;
    const QString text = jobs.size() == 1 ? tr("Pause “%1”").arg(nameOf(jobs.constFirst()))
                                          : tr("Pause %n jobs", nullptr, int(jobs.size()));
    m_stack.push(new PauseJobs(*this, text, jobs, PauseJobs::Action::Pause));
}

void JobEdits::resume(const QList<Job> &jobs)
{
    if (jobs.isEmpty())
        return;
    const QString text = jobs.size() == 1 ? tr("Resume “%1”").arg(nameOf(jobs.constFirst()))
                                          : tr("Resume %n jobs", nullptr, int(jobs.size()));
    m_stack.push(new PauseJobs(*this, text, jobs, PauseJobs::Action::Resume));
}

void JobEdits::drop(JobCommand *command, const Error &error)
{
    if (command) {
        command->setObsolete(true);
        // The stack lets go of an obsolete command when it meets it, without calling it; so meet it now, on either
        // side.
        while (m_stack.canUndo() && m_stack.command(m_stack.index() - 1)->isObsolete())
            m_stack.undo();
        while (m_stack.canRedo() && m_stack.command(m_stack.index())->isObsolete())
            m_stack.redo();
    }
    Q_EMIT failed(error.message);
}

} // namespace reveille
