// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QToolButton;

namespace reveille {

/// Buttons that stay down, in rows: weekdays, months, days of the month.
class ToggleGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToggleGrid)

public:
    /// `names` are for those who can't see the labels; in the same order.
    ToggleGrid(const QStringList &labels, const QStringList &names, int columns, QWidget *parent = nullptr);

    /// The indices of the buttons that are down, rising.
    [[nodiscard]] QList<int> checked() const;
    void setChecked(const QList<int> &indices);

Q_SIGNALS:
    void changed();

private:
    QList<QToolButton *> m_buttons;
};

} // namespace reveille
