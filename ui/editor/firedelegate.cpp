// SPDX-License-Identifier: MIT
#include "ui/editor/firedelegate.h"

#include <QListView>
#include <QPainter>

namespace reveille {

namespace {

constexpr int Margin = 4;
constexpr int Above = 1;
constexpr int Wrapped = Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap;

QRect noteRect(const QStyleOptionViewItem &option, int width, const QString &note)
{
    const QRect room(option.rect.left() + Margin, option.rect.top() + Above + option.fontMetrics.lineSpacing(),
                     width - 2 * Margin, option.fontMetrics.lineSpacing() * 10);
    return option.fontMetrics.boundingRect(room, Wrapped, note);
}

} // namespace

void FireDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect line(option.rect.left() + Margin, option.rect.top() + Above, option.rect.width() - 2 * Margin,
                     option.fontMetrics.lineSpacing());
    const QString note = index.data(NoteRole).toString();
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(line, Qt::AlignLeading | Qt::AlignVCenter, index.data().toString());
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(line, Qt::AlignTrailing | Qt::AlignVCenter, index.data(OffsetRole).toString());
    if (!note.isEmpty())
        painter->drawText(noteRect(option, option.rect.width(), note), Wrapped, note);
    painter->restore();
}

QSize FireDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // A list asks with the rectangle of nothing; how wide it is says where a note breaks.
    const auto *list = qobject_cast<const QListView *>(option.widget);
    const int width = list ? list->viewport()->width() - 2 * list->spacing() : option.rect.width();
    const QString note = index.data(NoteRole).toString();
    const int below = note.isEmpty() ? 0 : noteRect(option, width, note).height();
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * Margin,
            option.fontMetrics.lineSpacing() + below + 2 * Above};
}

} // namespace reveille
