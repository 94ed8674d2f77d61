// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>

namespace reveille {

struct JobRow;

/// What can be done with the chosen jobs. Keys without Ctrl work only where the jobs have the focus.
class JobActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobActions)

public:
    explicit JobActions(QObject *parent = nullptr);

    /// Offers what makes sense for these.
    void setJobs(const QList<const JobRow *> &rows);
    [[nodiscard]] QList<QAction *> all() const;
    /// Whether the pause action would resume.
    [[nodiscard]] bool resumes() const { return m_resumes; }

    QAction *const create;
    QAction *const edit;
    QAction *const duplicate;
    QAction *const remove;
    QAction *const pause;
    QAction *const run;
    QAction *const cancel;

private:
    QAction *make(const QString &name, const QString &iconName, const QString &text, const QString &toolTip,
                  const QList<QKeySequence> &keys, Qt::ShortcutContext context = Qt::WindowShortcut);
    void showPause(bool resumes);

    bool m_resumes = false;
};

} // namespace reveille
