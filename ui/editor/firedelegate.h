// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reveille {

/// A fire time with, faint, its offset from UTC at the right and a note below, where there are such.
class FireDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FireDelegate)

public:
    enum Role { OffsetRole = Qt::UserRole, NoteRole };

    explicit FireDelegate(QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reveille
