// SPDX-License-Identifier: MIT
#include "ui/main/overviewpane.h"

#include "core/time/clock.h"
#include "ui/jobs/jobrow.h"
#include "ui/text/icons.h"
#include "ui/text/plaintext.h"
#include "ui/text/timetext.h"

#include <QFormLayout>
#include <QLabel>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

QString optionsText(const Job &job)
{
    QStringList parts;
    if (job.retries.count > 0)
        parts.append(OverviewPane::tr("up to %n retries", nullptr, job.retries.count));
    if (job.misfireGraceTime)
        parts.append(OverviewPane::tr("runs up to %1 late").arg(TimeText::duration(*job.misfireGraceTime)));
    if (job.jitter > milliseconds(0))
        parts.append(OverviewPane::tr("with a random delay of up to %1").arg(TimeText::duration(job.jitter)));
    switch (job.overlap) {
    case Overlap::Skip: parts.append(OverviewPane::tr("skips a run while another is active")); break;
    case Overlap::Queue: parts.append(OverviewPane::tr("waits while another run is active")); break;
    case Overlap::Replace: parts.append(OverviewPane::tr("ends an older run that is still active")); break;
    case Overlap::Allow: break;
    }
    return parts.join(u"; "_s);
}

} // namespace

OverviewPane::OverviewPane(const Clock &clock, QWidget *parent) : QScrollArea(parent), m_clock(clock)
{
    setObjectName(u"overview"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(this);
    m_form = new QFormLayout(content);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const QStringList names{tr("Name:"),     tr("Status:"),   tr("Does:"),    tr("Schedule:"),
                            tr("Next run:"), tr("Last run:"), tr("Runs on:"), tr("Options:"), tr("Tags:")};
    for (const QString &name : names) {
        auto *value = new QLabel(content);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setFocusPolicy(Qt::NoFocus);
        auto *label = new QLabel(name, content);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_form->addRow(label, value);
        m_values.append(value);
    }
    setWidget(content);
}

void OverviewPane::setLine(Line line, const QString &text)
{
    m_values[line]->setText(text);
    m_form->setRowVisible(int(line), !text.isEmpty());
}

void OverviewPane::setJob(const JobRow &row)
{
    const JobSnapshot &snapshot = row.snapshot;
    const Zone zone = row.zone();
    setLine(Name, row.name);
    QString status = describe(snapshot.status);
    if (!snapshot.brokenReason.isEmpty())
        status += u" — "_s + singleLine(snapshot.brokenReason);
    else if (snapshot.failuresInARow > 0)
        status += u" — "_s + tr("%n failures in a row", nullptr, snapshot.failuresInARow);
    setLine(Status, status);
    setLine(Does, u"%1: %2"_s.arg(taskName(row.job().taskType()), row.task));
    setLine(Schedule, row.job().trigger ? u"%1 (%2)"_s.arg(row.schedule, zone.name()) : row.schedule);
    setLine(Next, snapshot.nextRunTime ? tr("%1 — in %2")
                                             .arg(TimeText::full(*snapshot.nextRunTime, zone),
                                                  TimeText::remaining(*snapshot.nextRunTime - m_clock.now()))
                                       : QString());
    QString last;
    if (snapshot.lastRun) {
        const Run &run = *snapshot.lastRun;
        last = TimeText::full(run.startedAt.value_or(run.until.value_or(run.scheduledAt)), zone) + u" — "_s +
               stateText(run);
        if (run.exitCode)
            last += tr(" (code %1)").arg(*run.exitCode);
        if (!run.reason.isEmpty())
            last += u" · "_s + singleLine(describeReason(run.reason));
    }
    setLine(Last, last);
    const QString &host = row.job().host;
    setLine(Host, host.isEmpty() || snapshot.isElsewhere ? host : tr("%1 (this machine)").arg(host));
    setLine(Options, optionsText(row.job()));
    setLine(Tags, row.tags);
}

} // namespace reveille
