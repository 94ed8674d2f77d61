// SPDX-License-Identifier: MIT
#pragma once

#include <QTime>
#include <QWidget>

class QGridLayout;
class QTimeEdit;
class QToolButton;

namespace reveille {

/// One or more times of the day.
class TimeList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeList)

public:
    explicit TimeList(QWidget *parent = nullptr);

    /// Rising, each once.
    [[nodiscard]] QList<QTime> times() const;
    /// At least one.
    void setTimes(const QList<QTime> &times);

Q_SIGNALS:
    void changed();

private:
    void append(QTime time);
    void removeLast();
    void arrange();

    QGridLayout *m_grid;
    QToolButton *m_add;
    QToolButton *m_remove;
    QList<QTimeEdit *> m_edits;
};

} // namespace reveille
