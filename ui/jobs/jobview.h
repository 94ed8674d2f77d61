// SPDX-License-Identifier: MIT
#pragma once

#include "ui/jobs/jobfilter.h"

#include <QTreeView>

class QSettings;

namespace reveille {

/// The jobs as rows: several can be selected, columns are chosen from the header's menu and remembered.
class JobView final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobView)

public:
    JobView(JobFilter &jobs, QSettings &settings, QWidget *parent = nullptr);
    ~JobView() override;

    [[nodiscard]] QList<JobId> selectedJobs() const;
    /// The job with the keyboard's focus, or none.
    [[nodiscard]] std::optional<JobId> currentJob() const;
    void selectJob(const JobId &id);

Q_SIGNALS:
    void selectedJobsChanged();

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restoreColumns();
    void showColumnMenu(const QPoint &at);

    JobFilter &m_jobs;
    QSettings &m_settings;
};

} // namespace reveille
