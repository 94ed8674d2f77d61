// SPDX-License-Identifier: MIT
#include "ui/history/runview.h"

#include "ui/history/runmodel.h"
#include "ui/text/roomydelegate.h"

#include <QHeaderView>
#include <QPainter>

#include <array>

namespace reveille {

using namespace Qt::StringLiterals;

RunView::RunView(RunModel &runs, QWidget *parent) : QTreeView(parent), m_runs(runs)
{
    setObjectName(u"history"_s);
    setAccessibleName(tr("History"));
    setModel(&runs);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setItemDelegate(new RoomyDelegate(this));
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    header()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, RunModel::ColumnCount> letters{26, 26, 26, 10, 15, 6, 30};
    for (int column = 0; column < RunModel::ColumnCount; ++column)
        header()->resizeSection(column, letters[size_t(column)] * letter + 20);

    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT runActivated(m_runs.run(index.row())); });
    connect(&runs, &RunModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        const int row = currentIndex().row();
        if (row >= first.row() && row <= last.row())
            Q_EMIT runShown(m_runs.run(row));
    });
}

void RunView::selectRun(const RunId &id)
{
    const int row = m_runs.rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_runs.index(row, 0));
}

void RunView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT runShown(m_runs.run(current.row()));
}

void RunView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (!m_runs.run(index.row()).until)
        return;
    // Over the empty cells for start, end and duration.
    QStyleOptionViewItem span = option;
    initViewItemOption(&span);
    span.rect = visualRect(index.siblingAtColumn(RunModel::ScheduledColumn));
    span.rect.setRight(visualRect(index.siblingAtColumn(RunModel::DurationColumn)).right());
    span.state = option.state;
    if (selectionModel()->isSelected(index))
        span.state |= QStyle::State_Selected;
    span.features |= QStyleOptionViewItem::HasDisplay;
    if (index.row() % 2 == 1)
        span.features |= QStyleOptionViewItem::Alternate;
    painter->save();
    painter->setClipRect(span.rect);
    painter->fillRect(span.rect, span.state & QStyle::State_Selected ? span.palette.highlight()
                                 : index.row() % 2 == 1               ? span.palette.alternateBase()
                                                                      : span.palette.base());
    itemDelegateForIndex(index)->paint(painter, span, index.siblingAtColumn(RunModel::ScheduledColumn));
    painter->restore();
}

} // namespace reveille
