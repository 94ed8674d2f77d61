// SPDX-License-Identifier: MIT
#include "ui/main/jobpage.h"

#include "ui/jobs/jobsidebar.h"
#include "ui/jobs/jobview.h"
#include "ui/main/detailspane.h"
#include "ui/main/emptypage.h"

#include <QLabel>
#include <QSettings>
#include <QStackedWidget>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

const QString ColumnsKey = u"main/columns"_s;
const QString RowsKey = u"main/rows"_s;
const QString TabKey = u"main/tab"_s;

} // namespace

JobPage::JobPage(JobModel &jobs, QSettings &settings, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_jobs(jobs)
    , m_settings(settings)
    , m_filter(jobs)
    , m_sidebar(new JobSidebar(jobs, this))
    , m_stack(new QStackedWidget)
    , m_table(new JobView(m_filter, settings, m_stack))
    , m_empty(new EmptyPage(m_stack))
    , m_noMatch(new QLabel(tr("No job matches."), m_stack))
    , m_details(new DetailsPane(jobs))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"jobPage"_s);
    m_noMatch->setObjectName(u"noMatch"_s);
    m_noMatch->setAlignment(Qt::AlignCenter);
    m_noMatch->setAutoFillBackground(true);
    m_noMatch->setBackgroundRole(QPalette::Base);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noMatch);
    m_rows->addWidget(m_stack);
    m_rows->addWidget(m_details);
    m_rows->setChildrenCollapsible(false);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    addWidget(m_sidebar);
    addWidget(m_rows);
    setCollapsible(1, false);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    if (!restoreState(settings.value(ColumnsKey).toByteArray()))
        setSizes({m_sidebar->sizeHint().width(), 1000});
    if (!m_rows->restoreState(settings.value(RowsKey).toByteArray()))
        m_rows->setSizes({420, 260});
    m_details->setCurrentIndex(settings.value(TabKey, 0).toInt());

    connect(m_sidebar, &JobSidebar::groupChosen, this, [this](JobGroup group) {
        m_filter.setGroup(group);
        choosePage();
    });
    connect(m_table, &JobView::selectedJobsChanged, this, &JobPage::followSelection);
    connect(m_empty, &EmptyPage::draftChosen, this, &JobPage::draftChosen);
    connect(&jobs, &JobModel::changed, this, &JobPage::choosePage);
    connect(&jobs, &JobModel::loaded, this, &JobPage::choosePage);
    connect(&jobs, &JobModel::changed, this, &JobPage::showWanted);
    connect(&jobs, &JobModel::changed, this, &JobPage::chooseFirst);
    choosePage();
    chooseFirst();
}

JobPage::~JobPage()
{
    m_settings.setValue(ColumnsKey, saveState());
    m_settings.setValue(RowsKey, m_rows->saveState());
    m_settings.setValue(TabKey, m_details->currentIndex());
}

QWidget &JobPage::sidebar() const
{
    return *m_sidebar;
}

void JobPage::setSearch(const QString &text)
{
    m_filter.setSearch(text);
    choosePage();
}

QList<const JobRow *> JobPage::selectedRows() const
{
    QList<const JobRow *> rows;
    for (const JobId &id : m_table->selectedJobs()) {
        if (const JobRow *row = m_jobs.find(id))
            rows.append(row);
    }
    return rows;
}

void JobPage::showJob(const JobId &id)
{
    m_wanted = id;
    showWanted();
}

void JobPage::showWanted()
{
    if (m_wanted.isEmpty() || !m_jobs.find(m_wanted))
        return;
    if (!m_filter.indexOf(m_wanted).isValid()) {
        m_sidebar->setCurrentRow(int(JobGroup::All));
        Q_EMIT searchCleared();
        setSearch({});
    }
    m_table->selectJob(m_wanted);
    m_wanted = {};
}

void JobPage::chooseFirst()
{
    // Only once all of the first jobs are in their places: which one is first in the table is not known before.
    if (m_chosen || !m_jobs.isUpToDate() || m_filter.rowCount() == 0)
        return;
    m_chosen = true;
    if (m_wanted.isEmpty() && m_table->selectedJobs().isEmpty())
        m_table->selectJob(m_filter.row(0).job().id);
}

void JobPage::choosePage()
{
    const bool none = m_jobs.isLoaded() && m_jobs.rowCount() == 0;
    const bool noMatch = m_jobs.rowCount() > 0 && m_filter.rowCount() == 0;
    m_stack->setCurrentWidget(none      ? static_cast<QWidget *>(m_empty)
                              : noMatch ? static_cast<QWidget *>(m_noMatch)
                                        : m_table);
    m_details->setVisible(!none);
    Q_EMIT selectedJobsChanged();
}

void JobPage::followSelection()
{
    m_details->setJob(m_table->currentJob().value_or(JobId()));
    Q_EMIT selectedJobsChanged();
}

} // namespace reveille
