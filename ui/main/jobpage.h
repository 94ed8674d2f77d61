// SPDX-License-Identifier: MIT
#pragma once

#include "ui/jobs/jobfilter.h"

#include <QSplitter>

class QLabel;
class QSettings;
class QStackedWidget;

namespace reveille {

class DetailsPane;
class EmptyPage;
class JobSidebar;
class JobView;

/// The groups on the left, the table, and the details of the chosen job below it.
class JobPage final : public QSplitter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobPage)

public:
    JobPage(JobModel &jobs, QSettings &settings, QWidget *parent = nullptr);
    ~JobPage() override;

    [[nodiscard]] JobView &table() const { return *m_table; }
    [[nodiscard]] DetailsPane &details() const { return *m_details; }
    [[nodiscard]] QWidget &sidebar() const;

    void setSearch(const QString &text);
    [[nodiscard]] QList<const JobRow *> selectedRows() const;
    /// Chooses the job, now or as soon as it has come; one that the filter hides is brought back into sight.
    void showJob(const JobId &id);

Q_SIGNALS:
    void selectedJobsChanged();
    void draftChosen(const QJsonObject &job);
    /// The filter hides the job that is to be shown: the search is to be emptied.
    void searchCleared();

private:
    void choosePage();
    void followSelection();
    void showWanted();
    void chooseFirst();

    JobModel &m_jobs;
    QSettings &m_settings;
    JobFilter m_filter;
    JobSidebar *m_sidebar;
    QStackedWidget *m_stack;
    JobView *m_table;
    EmptyPage *m_empty;
    QLabel *m_noMatch;
    DetailsPane *m_details;
    QSplitter *m_rows;
    JobId m_wanted;
    bool m_chosen = false; ///< the first jobs have come and one of them was chosen
};

} // namespace reveille
