// SPDX-License-Identifier: MIT
#pragma once

#include "ui/jobs/jobmodel.h"

#include <QSortFilterProxyModel>

namespace reveille {

/// Which jobs the table shows.
enum class JobGroup { All, Reminders, Commands, WebRequests, Paused, Failing };
inline constexpr int JobGroupCount = 6;

[[nodiscard]] bool belongs(const JobRow &row, JobGroup group);

/// Jobs of one group whose name, tags, schedule or task contain every word of the search, sorted by any column.
class JobFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFilter)

public:
    explicit JobFilter(JobModel &jobs, QObject *parent = nullptr);

    void setSearch(const QString &text);
    void setGroup(JobGroup group);

    [[nodiscard]] const JobRow &row(int proxyRow) const;
    [[nodiscard]] QModelIndex indexOf(const JobId &id) const { return mapFromSource(m_jobs.indexOf(id)); }
    [[nodiscard]] JobModel &jobs() const { return m_jobs; }


protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    JobModel &m_jobs;
    QStringList m_words;
    JobGroup m_group = JobGroup::All;
};

} // namespace reveille
