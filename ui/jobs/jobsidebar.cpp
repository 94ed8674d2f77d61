// SPDX-License-Identifier: MIT
#include "ui/jobs/jobsidebar.h"

#include "ui/jobs/countdelegate.h"
#include "ui/text/icons.h"

#include <array>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

JobSidebar::JobSidebar(const JobModel &jobs, QWidget *parent) : QListWidget(parent), m_jobs(jobs)
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Groups of jobs"));
    setItemDelegate(new CountDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);

    const std::array<std::pair<QString, QString>, JobGroupCount> groups{{
        {tr("All"), u"all"_s},
        {tr("Reminders"), u"reminder"_s},
        {tr("Commands"), u"command"_s},
        {tr("Web requests"), u"http"_s},
        {tr("Paused"), u"paused"_s},
        {tr("Failing"), u"failing"_s},
    }};
    for (const auto &[name, iconName] : groups)
        addItem(new QListWidgetItem(icon(iconName), name));
    setCurrentRow(0);

    m_recount.setSingleShot(true);
    m_recount.setInterval(50ms);
    connect(&m_recount, &QTimer::timeout, this, &JobSidebar::count);
    connect(&jobs, &JobModel::changed, this, [this] {
        if (!m_recount.isActive())
            m_recount.start();
    });
    connect(this, &QListWidget::currentRowChanged, this,
            [this](int row) { Q_EMIT groupChosen(JobGroup(std::max(row, 0))); });
    count();
}

QSize JobSidebar::sizeHint() const
{
    return {std::max(sizeHintForColumn(0) + 2 * frameWidth(), 150), 200};
}

void JobSidebar::count()
{
    std::array<int, JobGroupCount> counts{};
    for (int row = 0; row < m_jobs.rowCount(); ++row) {
        for (int group = 0; group < JobGroupCount; ++group)
            counts[size_t(group)] += belongs(m_jobs.row(row), JobGroup(group)) ? 1 : 0;
    }
    for (int group = 0; group < JobGroupCount; ++group) {
        const int n = counts[size_t(group)];
        item(group)->setData(CountDelegate::CountRole, n);
        item(group)->setData(Qt::AccessibleTextRole, u"%1: %2"_s.arg(item(group)->text()).arg(n));
    }
}

} // namespace reveille
