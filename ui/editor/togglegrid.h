// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QToolButton;

namespace reveille {

/// Buttons that stay down, in rows: weekdays, months, days of the month. Tab comes to one of them, the arrow keys to
/// its neighbours.
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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeTabTo(int index);

    const int m_columns;
    QList<QToolButton *> m_buttons;
};

} // namespace reveille
