// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reveille {

/// Draws a number at the right end of an item.
class CountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CountDelegate)

public:
    enum { CountRole = Qt::UserRole + 100 };

    explicit CountDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reveille
