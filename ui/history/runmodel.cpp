// SPDX-License-Identifier: MIT
#include "ui/history/runmodel.h"

#include "core/scheduler/engine.h"
#include "ui/engine/whenanswered.h"
#include "ui/text/icons.h"
#include "ui/text/plaintext.h"
#include "ui/text/timetext.h"

namespace reveille {

namespace {

/// How it came to be, where that is not the schedule.
QString causeText(const Run &run)
{
    switch (run.cause) {
    case Cause::Schedule: return {};
    case Cause::Manual: return RunModel::tr("Started by hand");
    case Cause::Retry: return RunModel::tr("Attempt %1").arg(run.attempt);
    case Cause::Snooze: return RunModel::tr("Snoozed");
    }
    return {};
}

} // namespace

RunModel::RunModel(Engine &engine, QObject *parent) : QAbstractTableModel(parent), m_engine(engine)
{
    connect(&engine, &Engine::eventsHappened, this, qOverload<const QList<Event> &>(&RunModel::take));
}

void RunModel::setJob(const JobId &id, const Zone &zone)
{
    if (id == m_job && zone == m_zone)
        return;
    beginResetModel();
    m_job = id;
    m_zone = zone;
    m_runs.clear();
    endResetModel();
    load();
}

void RunModel::load()
{
    const quint64 question = ++m_question;
    if (m_job.isEmpty())
        return;
    RunQuery query;
    query.jobId = m_job;
    query.limit = Most;
    query.withOutput = false;
    whenAnswered(m_engine.runs(query), this, [this, question](const Result<QList<Run>> &runs) {
        if (question != m_question)
            return;
        if (!runs) {
            Q_EMIT loadFailed(runs.error().message);
            return;
        }
        // News may have come before the answer; they are the newer.
        for (auto run = runs->crbegin(); run != runs->crend(); ++run) {
            if (rowOf(run->id) < 0)
                take(*run);
        }
        Q_EMIT loaded();
    });
}

int RunModel::rowOf(const RunId &id) const
{
    for (int row = 0; row < m_runs.size(); ++row) {
        if (m_runs[row].id == id)
            return row;
    }
    return -1;
}

void RunModel::take(const QList<Event> &events)
{
    for (const Event &event : events) {
        if (event.run && event.run->jobId == m_job && !m_job.isEmpty())
            take(*event.run);
    }
}

void RunModel::take(Run run)
{
    run.output.clear();
    const int known = rowOf(run.id);
    if (known >= 0) {
        m_runs[known] = run;
        Q_EMIT dataChanged(index(known, 0), index(known, ColumnCount - 1));
        return;
    }
    int row = 0;
    while (row < m_runs.size() && m_runs[row].scheduledAt > run.scheduledAt)
        ++row;
    beginInsertRows({}, row, row);
    m_runs.insert(row, run);
    endInsertRows();
    if (m_runs.size() > Most) {
        beginRemoveRows({}, int(m_runs.size()) - 1, int(m_runs.size()) - 1);
        m_runs.removeLast();
        endRemoveRows();
    }
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Run &run = m_runs[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(run, index.column());
    case Qt::ToolTipRole: return plainToolTip(text(run, index.column()));
    case Qt::DecorationRole: return index.column() == OutcomeColumn ? QVariant(stateIcon(run)) : QVariant();
    default: return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ScheduledColumn: return tr("Scheduled");
    case StartedColumn: return tr("Started");
    case FinishedColumn: return tr("Finished");
    case DurationColumn: return tr("Took");
    case OutcomeColumn: return tr("Outcome");
    case CodeColumn: return tr("Code", "column: exit code of a command or HTTP status");
    case ReasonColumn: return tr("Reason");
    default: return {};
    }
}

QString RunModel::text(const Run &run, int column) const
{
    const auto time = [this](OptionalTime t) { return t ? TimeText::exact(*t, m_zone) : QString(); };
    switch (column) {
    case ScheduledColumn:
        if (run.until) {
            return tr("%n fire times from %1 to %2", nullptr, run.count)
                .arg(TimeText::full(run.scheduledAt, m_zone), TimeText::full(*run.until, m_zone));
        }
        return time(run.scheduledAt);
    case StartedColumn: return time(run.startedAt);
    case FinishedColumn: return run.startedAt ? time(run.finishedAt) : QString();
    case DurationColumn:
        return run.startedAt && run.finishedAt ? TimeText::duration(*run.finishedAt - *run.startedAt) : QString();
    case OutcomeColumn: return stateText(run);
    case CodeColumn: return run.exitCode ? QString::number(*run.exitCode) : QString();
    case ReasonColumn: {
        QStringList parts{causeText(run), singleLine(describeReason(run.reason))};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    default: return {};
    }
}

} // namespace reveille
