// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/engine.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace reveille {

class JobModel;

/// The foot of the window: what the scheduler does, what runs next, and which store this is.
class StatusLine final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(const JobModel &jobs, QWidget *parent = nullptr);

    void setState(SchedulerState state);
    void setStore(const QString &url);
    /// Says that the store does not answer, and why; without a reason, that it does.
    void setStoreAway(const std::optional<Error> &reason);

private:
    void showNext();

    const JobModel &m_jobs;
    QLabel *m_stateIcon;
    QLabel *m_state;
    QLabel *m_next;
    QLabel *m_store;
    QString m_storeUrl;
    QTimer m_refresh;
};

} // namespace reveille
