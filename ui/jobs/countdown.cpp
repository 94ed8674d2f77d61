// SPDX-License-Identifier: MIT
#include "ui/jobs/countdown.h"

#include "core/scheduler/engine.h"
#include "core/time/clock.h"
#include "ui/jobs/jobfilter.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

namespace reveille {

using namespace std::chrono_literals;

Countdown::Countdown(const JobFilter &jobs, QTreeView &view) : QObject(&view), m_jobs(jobs), m_view(view)
{
    m_timer.setSingleShot(true);
    m_rearm.setSingleShot(true);
    m_rearm.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &Countdown::tick);
    connect(&m_rearm, &QTimer::timeout, this, &Countdown::rearm);

    const auto soon = [this] { if (!m_rearm.isActive()) m_rearm.start(); };
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, soon);
    connect(&jobs, &JobFilter::rowsInserted, this, soon);
    connect(&jobs, &JobFilter::rowsRemoved, this, soon);
    connect(&jobs, &JobFilter::dataChanged, this, soon);
    connect(&jobs, &JobFilter::layoutChanged, this, soon);
    view.viewport()->installEventFilter(this);
    view.window()->installEventFilter(this);
}

bool Countdown::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
        if (watched == m_view.viewport())
            m_view.window()->installEventFilter(this); // known only now that the view has found its place
        tick();
        break;
    case QEvent::Hide:
    case QEvent::WindowStateChange: tick(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

bool Countdown::isSeen() const
{
    return m_view.viewport()->isVisible() && !m_view.window()->isMinimized();
}

void Countdown::tick()
{
    if (isSeen()) {
        const QHeaderView *header = m_view.header();
        if (!header->isSectionHidden(JobModel::InColumn)) {
            m_view.viewport()->update(header->sectionViewportPosition(JobModel::InColumn), 0,
                                      header->sectionSize(JobModel::InColumn), m_view.viewport()->height());
        }
    }
    rearm();
}

void Countdown::rearm()
{
    m_timer.stop();
    if (!isSeen())
        return;
    const TimePoint now = m_jobs.jobs().engine().clock().now();
    milliseconds wait = milliseconds::max();
    QModelIndex index = m_view.indexAt({0, 0});
    for (; index.isValid() && m_view.visualRect(index).top() < m_view.viewport()->height();
         index = m_view.indexBelow(index)) {
        const OptionalTime next = m_jobs.row(index.row()).snapshot.nextRunTime;
        if (!next || *next <= now)
            continue;
        // The text changes when the time left drops under a whole second or, above a minute, under a whole minute.
        const milliseconds left = *next - now;
        const milliseconds unit = left <= 1min ? milliseconds(1s) : milliseconds(1min);
        wait = std::min(wait, milliseconds((left - 1ms) % unit) + 1ms);
    }
    if (wait != milliseconds::max())
        m_timer.start(std::max(wait, milliseconds(50)));
}

} // namespace reveille
