// SPDX-License-Identifier: MIT
#include "ui/main/statusline.h"

#include "core/time/clock.h"
#include "ui/jobs/jobmodel.h"
#include "ui/text/icons.h"
#include "ui/text/plaintext.h"
#include "ui/text/timetext.h"

#include <QLabel>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

StatusLine::StatusLine(const JobModel &jobs, QWidget *parent)
    : QStatusBar(parent)
    , m_jobs(jobs)
    , m_stateIcon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_next(new QLabel(this))
    , m_store(new QLabel(this))
{
    m_state->setObjectName(u"schedulerState"_s);
    m_next->setObjectName(u"nextRun"_s);
    m_store->setObjectName(u"store"_s);
    for (QLabel *label : {m_state, m_next, m_store})
        label->setTextFormat(Qt::PlainText);
    addWidget(m_stateIcon);
    addWidget(m_state);
    addWidget(m_next, 1);
    addPermanentWidget(m_store);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(200ms);
    connect(&m_refresh, &QTimer::timeout, this, &StatusLine::showNext);
    connect(&jobs, &JobModel::changed, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    setState(SchedulerState::Stopped);
}

void StatusLine::setState(SchedulerState state)
{
    const int size = fontMetrics().height() + 2;
    const auto show = [&](const QString &iconName, const QString &text) {
        m_stateIcon->setPixmap(icon(iconName).pixmap(size, size));
        m_state->setText(text);
    };
    switch (state) {
    case SchedulerState::Stopped: show(u"stop"_s, tr("The scheduler is stopped")); break;
    case SchedulerState::Running: show(u"scheduled"_s, tr("The scheduler is running")); break;
    case SchedulerState::Paused: show(u"paused"_s, tr("The scheduler is paused")); break;
    }
}

void StatusLine::setStore(const QString &url)
{
    m_storeUrl = url;
    setStoreAway(std::nullopt);
}

void StatusLine::setStoreAway(const std::optional<Error> &reason)
{
    m_store->setText(singleLine(reason ? tr("%1 does not answer").arg(m_storeUrl) : m_storeUrl));
    m_store->setToolTip(plainToolTip(reason ? tr("What is due waits until the store answers again: %1").arg(reason->text())
                                            : tr("The store of the jobs: %1").arg(m_storeUrl)));
}

void StatusLine::showNext()
{
    const JobRow *next = nullptr;
    for (int i = 0; i < m_jobs.rowCount(); ++i) {
        const JobRow &row = m_jobs.row(i);
        if (row.snapshot.nextRunTime && (!next || *row.snapshot.nextRunTime < *next->snapshot.nextRunTime))
            next = &row;
    }
    m_next->setText(
        next ? tr("Next run: %1, %2")
                   .arg(TimeText::brief(*next->snapshot.nextRunTime, m_jobs.engine().clock().now(), Zone::system()),
                        shortened(next->name, 50))
             : QString());
}

} // namespace reveille
