// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/strongid.h"

#include <QJsonObject>
#include <QObject>

class QSettings;

namespace reveille {

class JobEdits;
class JobModel;
struct JobRow;

/// What the window's actions do with jobs: edits through the undo stack, runs straight away.
class JobDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDesk)

public:
    /// Editors open over `window`, which owns it.
    JobDesk(JobModel &jobs, JobEdits &edits, QSettings &settings, QWidget &window);

    /// Opens the editor on a draft.
    void create(const QJsonObject &draft);
    void edit(const JobRow &row);
    /// Opens the editor on a copy.
    void duplicate(const JobRow &row);
    void remove(const QList<const JobRow *> &rows);
    void pause(const QList<const JobRow *> &rows);
    void resume(const QList<const JobRow *> &rows);

    void run(const JobId &id);
    /// Ends the active runs of a job.
    void cancelRuns(const JobId &id);
    void cancelRun(const RunId &id);

Q_SIGNALS:
    /// The person saved a new job; it is on its way into the table.
    void created(const reveille::JobId &id);
    void failed(const QString &message);
    /// What is worth knowing of something that was done.
    void noted(const QString &message);

private:
    JobModel &m_jobs;
    JobEdits &m_edits;
    QSettings &m_settings;
    QWidget &m_window;
};

} // namespace reveille
