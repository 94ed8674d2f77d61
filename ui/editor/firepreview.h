// SPDX-License-Identifier: MIT
#pragma once

#include "core/triggers/trigger.h"

#include <QThreadPool>
#include <QWidget>

class QLabel;
class QListWidget;

namespace reveille {

class Clock;

/// The schedule in words and its next ten fire times, with weekday, zone, and what clock changes do to them. They are
/// computed on a thread of its own: a schedule that fires on 29 February on a Monday takes its time.
class FirePreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirePreview)

public:
    static constexpr int Count = 10;

    explicit FirePreview(const Clock &clock, QWidget *parent = nullptr);
    ~FirePreview() override;

    void setTrigger(const Trigger &trigger);
    /// Shows that there is nothing to show.
    void clear();

    /// Whether the fire times of the last trigger are there.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// Whether it fires at least once; meaningful when ready.
    [[nodiscard]] bool fires() const { return m_fires; }

Q_SIGNALS:
    void ready();

private:
    struct Row
    {
        QString time;
        QString offset; ///< from UTC
        QString note;   ///< see clockNote()
    };

    [[nodiscard]] static std::vector<Row> rowsOf(const Trigger &trigger, TimePoint after);
    void show(const std::vector<Row> &rows, const Zone &zone);

    const Clock &m_clock;
    QLabel *m_words;
    QLabel *m_caption;
    QListWidget *m_list;
    QThreadPool m_pool;
    quint64 m_question = 0;
    bool m_ready = false;
    bool m_fires = false;
};

} // namespace reveille
