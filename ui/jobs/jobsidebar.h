// SPDX-License-Identifier: MIT
#pragma once

#include "ui/jobs/jobfilter.h"

#include <QListWidget>

namespace reveille {

/// The groups of jobs, each with how many there are in it.
class JobSidebar final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobSidebar)

public:
    explicit JobSidebar(const JobModel &jobs, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void groupChosen(reveille::JobGroup group);

private:
    void count();

    const JobModel &m_jobs;
    QTimer m_recount;
};

} // namespace reveille
