// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

class QFormLayout;
class QLabel;

namespace reveille {

class Clock;
struct JobRow;

/// What a job is and how it stands, as text that can be selected.
class OverviewPane final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPane)

public:
    explicit OverviewPane(const Clock &clock, QWidget *parent = nullptr);

    void setJob(const JobRow &row);

private:
    enum Line { Name, Status, Does, Schedule, Next, Last, Host, Options, Tags, LineCount };

    void setLine(Line line, const QString &text);

    const Clock &m_clock;
    QFormLayout *m_form;
    QList<QLabel *> m_values;
};

} // namespace reveille
