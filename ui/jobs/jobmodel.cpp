// SPDX-License-Identifier: MIT
#include "ui/jobs/jobmodel.h"

#include "core/scheduler/engine.h"
#include "core/time/clock.h"
#include "ui/engine/whenanswered.h"
#include "ui/text/icons.h"
#include "ui/text/plaintext.h"
#include "ui/text/timetext.h"

#include <QElapsedTimer>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SliceMilliseconds = 12;
constexpr qsizetype RemovedAtOnce = 500; ///< scattered rows that the views can let go of within a slice

QString timeText(OptionalTime t, const JobRow &row, TimePoint now)
{
    if (!t)
        return {};
    const Zone zone = row.zone();
    const QString foreign = TimeText::foreignZone(zone);
    const QString text = TimeText::brief(*t, now, zone);
    return foreign.isEmpty() ? text : u"%1 (%2)"_s.arg(text, foreign);
}

OptionalTime lastTime(const JobRow &row)
{
    const std::shared_ptr<const Run> &run = row.snapshot.lastRun;
    if (!run)
        return std::nullopt;
    return run->startedAt ? run->startedAt : OptionalTime(run->until.value_or(run->scheduledAt));
}

} // namespace

JobModel::JobModel(Engine &engine, QObject *parent) : QAbstractTableModel(parent), m_engine(engine)
{
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &JobModel::applySlice);
    connect(&engine, &Engine::stateChanged, this, [this](SchedulerState state) {
        if (state != SchedulerState::Stopped && !m_loaded)
            load();
    });
    connect(&engine, &Engine::jobsChanged, this, [this](const QList<JobSnapshot> &jobs) { enqueue({jobs, {}}); });
    connect(&engine, &Engine::jobsRemoved, this, [this](const QList<JobId> &ids) { enqueue({{}, ids}); });
}

void JobModel::load()
{
    whenAnswered(m_engine.jobs(), this, [this](const Result<QList<JobSnapshot>> &jobs) {
        if (!jobs && jobs.error().code == ErrorCode::Unavailable) { // the engine tries again, and the window says so
            load();
            return;
        }
        if (!jobs) {
            Q_EMIT loadFailed(jobs.error().message);
            return;
        }
        m_loaded = true;
        enqueue({*jobs, {}});
        Q_EMIT loaded();
    });
}

const JobRow *JobModel::find(const JobId &id) const
{
    const auto it = m_rowOf.constFind(id);
    return it == m_rowOf.cend() ? nullptr : &row(*it);
}

QModelIndex JobModel::indexOf(const JobId &id) const
{
    const auto it = m_rowOf.constFind(id);
    return it == m_rowOf.cend() ? QModelIndex() : index(*it, NameColumn);
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JobRow &job = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(job, index.column());
    case Qt::ToolTipRole: return toolTip(job, index.column());
    case Qt::DecorationRole: return decoration(job, index.column());
    case SortRole: return sortValue(job, index.column());
    case IdRole: return QVariant::fromValue(job.job().id);
    case Qt::CheckStateRole:
        return index.column() == OnColumn ? QVariant(job.isPaused() ? Qt::Unchecked : Qt::Checked) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == OnColumn)
            return job.isPaused() ? tr("Paused") : tr("On");
        return text(job, index.column());
    default: return {};
    }
}

bool JobModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != OnColumn || role != Qt::CheckStateRole)
        return false;
    // The box changes when the engine says so.
    Q_EMIT pauseRequested(row(index.row()).job().id, value.toInt() != Qt::Checked);
    return true;
}

Qt::ItemFlags JobModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == OnColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OnColumn: return tr("On", "column: the job is not paused");
    case NameColumn: return tr("Name");
    case ScheduleColumn: return tr("Schedule");
    case NextColumn: return tr("Next run");
    case InColumn: return tr("In", "column: time left until the next run");
    case LastColumn: return tr("Last run");
    case ResultColumn: return tr("Result");
    case TagsColumn: return tr("Tags");
    default: return {};
    }
}

QVariant JobModel::text(const JobRow &row, int column) const
{
    const JobSnapshot &snapshot = row.snapshot;
    switch (column) {
    case NameColumn: return row.name;
    case ScheduleColumn: return row.schedule;
    case NextColumn:
        if (snapshot.nextRunTime)
            return timeText(snapshot.nextRunTime, row, m_engine.clock().now());
        return row.isPaused() || snapshot.status != JobStatus::Scheduled ? reveille::describe(snapshot.status)
                                                                         : QString();
    case InColumn:
        return snapshot.nextRunTime ? TimeText::remaining(*snapshot.nextRunTime - m_engine.clock().now()) : QString();
    case LastColumn: return timeText(lastTime(row), row, m_engine.clock().now());
    case ResultColumn:
        if (snapshot.status == JobStatus::Running || snapshot.status == JobStatus::Broken)
            return reveille::describe(snapshot.status);
        if (snapshot.failuresInARow > 1 && snapshot.lastRun)
            return tr("%1 (%n in a row)", nullptr, snapshot.failuresInARow).arg(stateText(*snapshot.lastRun));
        return snapshot.lastRun ? stateText(*snapshot.lastRun) : QString();
    case TagsColumn: return row.tags;
    default: return {};
    }
}

QVariant JobModel::toolTip(const JobRow &row, int column) const
{
    const JobSnapshot &snapshot = row.snapshot;
    switch (column) {
    case OnColumn: return row.isPaused() ? tr("This job is paused.") : tr("This job is on.");
    case NameColumn: return plainToolTip(row.name + u'\n' + row.task);
    case NextColumn:
    case InColumn:
        return snapshot.nextRunTime ? plainToolTip(u"%1 (%2)"_s.arg(TimeText::exact(*snapshot.nextRunTime, row.zone()),
                                                                   row.zone().name()))
                                    : QVariant();
    case LastColumn:
    case ResultColumn:
        if (snapshot.status == JobStatus::Broken)
            return plainToolTip(snapshot.brokenReason);
        if (!snapshot.lastRun)
            return {};
        return plainToolTip(u"%1 %2\n%3"_s
                                .arg(TimeText::exact(*lastTime(row), row.zone()), stateText(*snapshot.lastRun),
                                     describeReason(snapshot.lastRun->reason))
                                .trimmed());
    default: return plainToolTip(text(row, column).toString());
    }
}

QVariant JobModel::decoration(const JobRow &row, int column) const
{
    const JobSnapshot &snapshot = row.snapshot;
    if (column == NameColumn)
        return taskIcon(row.job().taskType());
    if (column == NextColumn && !snapshot.nextRunTime) {
        if (row.isPaused())
            return icon(u"paused"_s);
        return snapshot.status == JobStatus::Finished ? QVariant(icon(u"finished"_s)) : QVariant();
    }
    if (column == ResultColumn) {
        if (snapshot.status == JobStatus::Running)
            return icon(u"running"_s);
        if (snapshot.status == JobStatus::Broken)
            return icon(u"broken"_s);
        return snapshot.lastRun ? QVariant(stateIcon(*snapshot.lastRun)) : QVariant();
    }
    return {};
}

QVariant JobModel::sortValue(const JobRow &row, int column) const
{
    const JobSnapshot &snapshot = row.snapshot;
    const auto instant = [](OptionalTime t) {
        return t ? t->time_since_epoch().count() : std::numeric_limits<qint64>::max();
    };
    switch (column) {
    case OnColumn: return row.isPaused() ? 1 : 0;
    case NameColumn: return row.sortName;
    case NextColumn:
    case InColumn: return qint64(instant(snapshot.nextRunTime));
    case LastColumn: return qint64(instant(lastTime(row)));
    case ResultColumn:
        if (snapshot.status == JobStatus::Broken)
            return -2;
        if (snapshot.status == JobStatus::Running)
            return -1;
        return snapshot.lastRun && snapshot.lastRun->outcome ? 100 - int(*snapshot.lastRun->outcome) : 1000;
    default: return text(row, column);
    }
}

void JobModel::enqueue(News news)
{
    m_news.push_back(std::move(news));
    if (!m_slice.isActive())
        m_slice.start(0);
}

void JobModel::applySlice()
{
    QElapsedTimer clock;
    clock.start();
    std::vector<JobRow> added;
    while (!m_news.empty() && clock.elapsed() < SliceMilliseconds) {
        News &news = m_news.front();
        while (news.done < news.changed.size() && clock.elapsed() < SliceMilliseconds)
            apply(news.changed[news.done++], added);
        if (news.done < news.changed.size())
            break;
        if (!news.removed.isEmpty())
            flush(added);
        while (news.gone < news.removed.size() && clock.elapsed() < SliceMilliseconds) {
            const qsizetype count = std::min(news.removed.size() - news.gone, RemovedAtOnce);
            remove({news.removed.cbegin() + news.gone, size_t(count)});
            news.gone += count;
        }
        if (news.gone < news.removed.size())
            break;
        m_news.pop_front();
    }
    flush(added);
    if (!m_news.empty())
        m_slice.start(0);
    Q_EMIT changed();
}

void JobModel::apply(const JobSnapshot &snapshot, std::vector<JobRow> &added)
{
    const auto it = m_rowOf.constFind(snapshot.job->id);
    if (it == m_rowOf.cend()) {
        m_rowOf.insert(snapshot.job->id, int(m_rows.size() + added.size()));
        added.emplace_back(snapshot);
        return;
    }
    if (*it >= int(m_rows.size())) {
        added[size_t(*it) - m_rows.size()].update(snapshot);
        return;
    }
    m_rows[size_t(*it)].update(snapshot);
    Q_EMIT dataChanged(index(*it, 0), index(*it, ColumnCount - 1));
}

void JobModel::flush(std::vector<JobRow> &added)
{
    if (added.empty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    added.clear();
    endInsertRows();
}

void JobModel::remove(std::span<const JobId> ids)
{
    std::vector<int> rows;
    for (const JobId &id : ids) {
        const int row = m_rowOf.value(id, -1);
        if (row >= 0)
            rows.push_back(row);
        m_rowOf.remove(id);
    }
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    const int count = int(rows.size());
    int first = rows.front();
    if (rows.back() - first + 1 != count) {
        gatherAtEnd(rows);
        first = int(m_rows.size()) - count;
    }
    beginRemoveRows({}, first, first + count - 1);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
    renumber(first, int(m_rows.size()));
    endRemoveRows();
}

void JobModel::renumber(int first, int end)
{
    for (int row = first; row < end; ++row)
        m_rowOf[m_rows[size_t(row)].job().id] = row;
}

/// Moves scattered rows, in ascending order, behind all others, so that they can go in one piece: one by one, each
/// would move all that are behind it.
void JobModel::gatherAtEnd(const std::vector<int> &rows)
{
    Q_EMIT layoutAboutToBeChanged();
    std::vector<JobRow> kept;
    std::vector<JobRow> gone;
    kept.reserve(m_rows.size());
    gone.reserve(rows.size());
    std::vector<int> movedTo(m_rows.size());
    auto next = rows.cbegin();
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const bool goes = next != rows.cend() && *next == row;
        if (goes)
            ++next;
        std::vector<JobRow> &part = goes ? gone : kept;
        movedTo[size_t(row)] = int(part.size()) + (goes ? int(m_rows.size() - rows.size()) : 0);
        part.push_back(std::move(m_rows[size_t(row)]));
    }
    kept.insert(kept.end(), std::make_move_iterator(gone.begin()), std::make_move_iterator(gone.end()));
    m_rows = std::move(kept);
    renumber(rows.front(), int(m_rows.size() - rows.size()));
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(this->index(movedTo[size_t(index.row())], index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

} // namespace reveille
