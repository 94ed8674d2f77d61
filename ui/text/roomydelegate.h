// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reveille {

/// Gives rows some air.
class RoomyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomyDelegate)

public:
    explicit RoomyDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), option.fontMetrics.height()) + 8};
    }
};

} // namespace reveille
