// SPDX-License-Identifier: MIT
#include "ui/main/jobdesk.h"

#include "core/scheduler/engine.h"
#include "ui/editor/jobeditor.h"
#include "ui/engine/whenanswered.h"
#include "ui/jobs/jobmodel.h"
#include "ui/main/jobedits.h"
#include "ui/text/plaintext.h"

namespace reveille {

using namespace Qt::StringLiterals;

JobDesk::JobDesk(JobModel &jobs, JobEdits &edits, QSettings &settings, QWidget &window)
    : QObject(&window)
    , m_jobs(jobs)
    , m_edits(edits)
    , m_settings(settings)
    , m_window(window)
{
}

void JobDesk::create(const QJsonObject &draft)
{
    auto *editor = new JobEditor(m_jobs.engine(), m_settings, JobEditor::Purpose::New, draft, &m_window);
    connect(editor, &JobEditor::saved, this, [this](const Job &job) {
        m_edits.add(job);
        Q_EMIT created(job.id);
    });
    editor->open();
}

void JobDesk::edit(const JobRow &row)
{
    auto *editor = new JobEditor(m_jobs.engine(), m_settings, JobEditor::Purpose::Edit, row.job().toJson(), &m_window);
    connect(editor, &JobEditor::saved, this, [this](const Job &job) {
        const JobRow *before = m_jobs.find(job.id);
        if (!before) {
            m_edits.add(job); // somebody deleted it while the editor was open
            return;
        }
        Job after = job;
        after.paused = before->job().paused; // it may have been paused meanwhile, and the editor has no field for that
        m_edits.change(before->job(), after);
    });
    editor->open();
}

void JobDesk::duplicate(const JobRow &row)
{
    QJsonObject draft = row.job().toJson();
    draft.remove(u"id"_s);
    draft.insert(u"name"_s, tr("%1 (copy)").arg(row.job().name));
    create(draft);
}

void JobDesk::remove(const QList<const JobRow *> &rows)
{
    QList<Job> jobs;
    for (const JobRow *row : rows)
        jobs.append(row->job());
    m_edits.remove(jobs);
}

void JobDesk::pause(const QList<const JobRow *> &rows)
{
    QList<Job> jobs;
    for (const JobRow *row : rows) {
        if (!row->isPaused())
            jobs.append(row->job());
    }
    m_edits.pause(jobs);
}

void JobDesk::resume(const QList<const JobRow *> &rows)
{
    QList<Job> jobs;
    for (const JobRow *row : rows) {
        if (row->isPaused())
            jobs.append(row->job());
    }
    m_edits.resume(jobs);
}

void JobDesk::run(const JobId &id)
{
    whenAnswered(m_jobs.engine().runNow(id), this, [this, id](const Result<RunId> &run) {
        const JobRow *row = m_jobs.find(id);
        if (!run)
            Q_EMIT failed(run.error().message);
        else if (row && row->snapshot.isElsewhere)
            Q_EMIT noted(tr("“%1” waits for the machine %2, which runs it").arg(shortened(row->name, 40), row->job().host));
    });
}

void JobDesk::cancelRuns(const JobId &id)
{
    RunQuery query;
    query.jobId = id;
    query.limit = 20;
    query.withOutput = false;
    whenAnswered(m_jobs.engine().runs(query), this, [this](const Result<QList<Run>> &runs) {
        for (const Run &run : runs.value_or(QList<Run>())) {
            if (run.isActive())
                cancelRun(run.id);
        }
    });
}

void JobDesk::cancelRun(const RunId &id)
{
    whenAnswered(m_jobs.engine().cancelRun(id), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error().message);
    });
}

} // namespace reveille
