// SPDX-License-Identifier: MIT
#include "ui/jobs/countdelegate.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace reveille {

namespace {

constexpr int Margin = 8;

} // namespace

void CountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString count = QLocale().toString(index.data(CountRole).toInt());
    QStyleOptionViewItem left = option;
    initStyleOption(&left, index);
    const QStyle *style = left.widget ? left.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &left, painter, left.widget);

    const bool selected = left.state & QStyle::State_Selected;
    QColor colour = left.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    colour.setAlphaF(selected ? 1.0F : 0.65F);
    painter->save();
    painter->setPen(colour);
    painter->drawText(option.rect.adjusted(0, 0, -Margin, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    painter->restore();
}

QSize CountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rwidth() += option.fontMetrics.horizontalAdvance(QStringLiteral("10,000")) + 3 * Margin;
    size.setHeight(std::max(size.height() + Margin, option.fontMetrics.height() + 2 * Margin));
    return size;
}

} // namespace reveille
