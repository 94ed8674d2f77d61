// SPDX-License-Identifier: MIT
#include "ui/main/detailspane.h"

#include "core/scheduler/engine.h"
#include "ui/editor/firepreview.h"
#include "ui/history/liveoutput.h"
#include "ui/history/outputpane.h"
#include "ui/history/runmodel.h"
#include "ui/history/runview.h"
#include "ui/jobs/jobmodel.h"
#include "ui/main/overviewpane.h"

namespace reveille {

using namespace Qt::StringLiterals;

DetailsPane::DetailsPane(const JobModel &jobs, QWidget *parent)
    : QTabWidget(parent)
    , m_jobs(jobs)
    , m_overview(new OverviewPane(jobs.engine().clock(), this))
    , m_preview(new FirePreview(jobs.engine().clock(), this))
    , m_live(new LiveOutput(jobs.engine(), this))
    , m_runs(new RunModel(jobs.engine(), this))
    , m_history(new RunView(*m_runs, this))
    , m_output(new OutputPane(jobs.engine(), *m_live, this))
{
    setObjectName(u"details"_s);
    setAccessibleName(tr("Details of the chosen job"));
    setDocumentMode(true);
    m_preview->setContentsMargins(8, 8, 8, 8);
    addTab(m_overview, tr("Overview"));
    addTab(m_preview, tr("Next runs"));
    addTab(m_history, tr("History"));
    addTab(m_output, tr("Output"));

    connect(&jobs, &JobModel::changed, this, &DetailsPane::refresh);
    connect(m_runs, &RunModel::loaded, this, &DetailsPane::chooseRun);
    connect(m_runs, &RunModel::loadFailed, this, &DetailsPane::failed);
    connect(m_runs, &RunModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        // Who looks at the newest run goes on to look at the newest.
        if (m_wanted.isEmpty() && first == 0 && m_history->currentIndex().row() <= 1)
            m_history->selectRun(m_runs->run(0).id);
        chooseRun();
    });
    connect(m_history, &RunView::runShown, this, [this](const Run &run) {
        const JobRow *row = m_jobs.find(m_job);
        m_output->setRun(run, row ? row->zone() : Zone::system());
    });
    connect(m_history, &RunView::runActivated, this, [this] { setCurrentIndex(Output); });
    connect(m_output, &OutputPane::runAgainRequested, this, [this] { Q_EMIT runAgainRequested(m_job); });
    connect(m_output, &OutputPane::cancelRequested, this, &DetailsPane::cancelRequested);
}

void DetailsPane::setJob(const JobId &id)
{
    const JobRow *row = m_jobs.find(id);
    const JobId found = row ? id : JobId();
    if (found != m_job) {
        m_job = found;
        m_wanted = {};
        m_output->clear();
        m_runs->setJob(m_job, row ? row->zone() : Zone::system());
    }
    setEnabled(row);
    refresh();
}

void DetailsPane::showRun(const RunId &id)
{
    m_wanted = id;
    setCurrentIndex(Output);
    chooseRun();
}

void DetailsPane::refresh()
{
    const JobRow *row = m_jobs.find(m_job);
    if (!row)
        return;
    m_overview->setJob(*row);
    const std::pair<const void *, OptionalTime> previewed{row->snapshot.job.get(), row->snapshot.nextRunTime};
    if (m_previewed == previewed)
        return;
    m_previewed = previewed;
    if (row->job().trigger)
        m_preview->setTrigger(*row->job().trigger);
    else
        m_preview->clear();
}

void DetailsPane::chooseRun()
{
    if (!m_wanted.isEmpty() && m_runs->rowOf(m_wanted) >= 0) {
        m_history->selectRun(m_wanted);
        m_wanted = {};
    } else if (m_wanted.isEmpty() && !m_history->currentIndex().isValid() && m_runs->rowCount() > 0) {
        m_history->selectRun(m_runs->run(0).id);
    }
}

} // namespace reveille
