// SPDX-License-Identifier: MIT
#include "ui/jobs/jobfilter.h"

namespace reveille {

using namespace Qt::StringLiterals;

bool belongs(const JobRow &row, JobGroup group)
{
    switch (group) {
    case JobGroup::All: return true;
    case JobGroup::Reminders: return row.job().taskType() == "reminder"_L1;
    case JobGroup::Commands: return row.job().taskType() == "command"_L1;
    case JobGroup::WebRequests: return row.job().taskType() == "http"_L1;
    case JobGroup::Paused: return row.isPaused();
    case JobGroup::Failing: return row.isFailing();
    }
    return false;
}

JobFilter::JobFilter(JobModel &jobs, QObject *parent) : QSortFilterProxyModel(parent), m_jobs(jobs)
{
    setSortRole(JobModel::SortRole);
    setSourceModel(&jobs);
}

void JobFilter::setSearch(const QString &text)
{
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateRowsFilter();
}

void JobFilter::setGroup(JobGroup group)
{
    if (group == m_group)
        return;
    m_group = group;
    invalidateRowsFilter();
}

const JobRow &JobFilter::row(int proxyRow) const
{
    return m_jobs.row(mapToSource(index(proxyRow, 0)).row());
}

bool JobFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const JobRow &row = m_jobs.row(sourceRow);
    if (!belongs(row, m_group))
        return false;
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return row.haystack.contains(word); });
}

bool JobFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const JobRow &a = m_jobs.row(left.row());
    const JobRow &b = m_jobs.row(right.row());
    switch (left.column()) {
    case JobModel::NameColumn:
        if (const int order = a.sortName.compare(b.sortName); order != 0)
            return order < 0;
        break;
    case JobModel::NextColumn:
    case JobModel::InColumn: {
        const TimePoint never = TimePoint::max();
        const TimePoint at = a.snapshot.nextRunTime.value_or(never);
        const TimePoint bt = b.snapshot.nextRunTime.value_or(never);
        if (at != bt)
            return at < bt;
        break;
    }
    case JobModel::ScheduleColumn:
        if (const int order = a.schedule.compare(b.schedule); order != 0)
            return order < 0;
        break;
    default:
        if (QSortFilterProxyModel::lessThan(left, right))
            return true;
        if (QSortFilterProxyModel::lessThan(right, left))
            return false;
    }
    return a.snapshot.sequence < b.snapshot.sequence;
}

} // namespace reveille
