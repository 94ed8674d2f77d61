// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/run.h"

#include <QTabWidget>

namespace reveille {

class FirePreview;
class JobModel;
class LiveOutput;
class OutputPane;
class OverviewPane;
class RunModel;
class RunView;

/// All about the chosen job: overview, next runs, history, and the output of the chosen run.
class DetailsPane final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPane)

public:
    enum Tab { Overview, NextRuns, History, Output };

    explicit DetailsPane(const JobModel &jobs, QWidget *parent = nullptr);

    /// An empty id shows nothing.
    void setJob(const JobId &id);
    /// Chooses a run of the job as soon as it is there, and shows its output.
    void showRun(const RunId &id);

Q_SIGNALS:
    void runAgainRequested(const reveille::JobId &id);
    void cancelRequested(const reveille::RunId &id);
    void failed(const QString &message);

private:
    void refresh();
    void chooseRun();

    const JobModel &m_jobs;
    JobId m_job;
    RunId m_wanted; ///< to be chosen once it has come
    std::optional<std::pair<const void *, OptionalTime>>
        m_previewed; ///< the definition and next run that the preview is of
    OverviewPane *m_overview;
    FirePreview *m_preview;
    LiveOutput *m_live;
    RunModel *m_runs;
    RunView *m_history;
    OutputPane *m_output;
};

} // namespace reveille
