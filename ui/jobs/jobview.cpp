// SPDX-License-Identifier: MIT
#include "ui/jobs/jobview.h"

#include "ui/jobs/countdown.h"
#include "ui/text/roomydelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

const QString HeaderKey = u"jobs/header"_s;

} // namespace

JobView::JobView(JobFilter &jobs, QSettings &settings, QWidget *parent)
    : QTreeView(parent)
    , m_jobs(jobs)
    , m_settings(settings)
{
    setObjectName(u"jobTable"_s);
    setAccessibleName(tr("Jobs"));
    setModel(&jobs);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setItemDelegate(new RoomyDelegate(this));
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    setSortingEnabled(true);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(true);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &JobView::showColumnMenu);
    restoreColumns();
    new Countdown(jobs, *this);
}

JobView::~JobView()
{
    m_settings.setValue(HeaderKey, header()->saveState());
}

void JobView::restoreColumns()
{
    if (header()->restoreState(m_settings.value(HeaderKey).toByteArray()))
        return;
    // In widths of a letter, wide enough for the longer words of other languages.
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, JobModel::ColumnCount> letters{3, 22, 30, 24, 10, 16, 15, 10};
    for (int column = 0; column < JobModel::ColumnCount; ++column)
        header()->resizeSection(column, letters[size_t(column)] * letter + 24);
    sortByColumn(JobModel::NextColumn, Qt::AscendingOrder);
}

QList<JobId> JobView::selectedJobs() const
{
    QList<JobId> ids;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.left() > 0)
            continue; // rows are selected whole; count each once
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.append(m_jobs.row(row).job().id);
    }
    return ids;
}

std::optional<JobId> JobView::currentJob() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !selectionModel()->isRowSelected(index.row()))
        return std::nullopt;
    return m_jobs.row(index.row()).job().id;
}

void JobView::selectJob(const JobId &id)
{
    const QModelIndex index = m_jobs.indexOf(id);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void JobView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectedJobsChanged();
}

void JobView::keyPressEvent(QKeyEvent *event)
{
    // Return and Space belong to the window's actions, which see them only if the view lets them pass.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        event->ignore();
    else
        QTreeView::keyPressEvent(event);
}

void JobView::showColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < JobModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_jobs.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header()->isSectionHidden(column));
        action->setEnabled(column != JobModel::NameColumn);
        connect(action, &QAction::toggled, this, [this, column](bool on) { header()->setSectionHidden(column, !on); });
    }
    menu->popup(header()->mapToGlobal(at));
}

} // namespace reveille
