// SPDX-License-Identifier: MIT
#pragma once

#include "ui/jobs/jobrow.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>
#include <span>

namespace reveille {

class Engine;

/// All jobs of the engine, one a row, in order of arrival. News are merged by id, in slices short enough for the window
/// to stay fluid while ten thousand arrive.
class JobModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobModel)

public:
    enum Column {
        OnColumn,
        NameColumn,
        ScheduleColumn,
        NextColumn,
        InColumn,
        LastColumn,
        ResultColumn,
        TagsColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, IdRole };

    explicit JobModel(Engine &engine, QObject *parent = nullptr);

    /// Asks the engine for all jobs. It does so by itself when the engine starts.
    void load();
    /// Whether the first jobs, or the news that there are none, have come.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Whether all news that have come are in the rows.
    [[nodiscard]] bool isUpToDate() const { return m_news.empty(); }

    [[nodiscard]] const JobRow &row(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] const JobRow *find(const JobId &id) const;
    [[nodiscard]] QModelIndex indexOf(const JobId &id) const;
    [[nodiscard]] Engine &engine() const { return m_engine; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The person asked for it with a check box; whoever keeps the undo stack does it.
    void pauseRequested(const reveille::JobId &id, bool paused);
    void loaded();
    void loadFailed(const QString &message);
    /// Rows came, went or changed; once for a slice of news.
    void changed();

private:
    struct News
    {
        QList<JobSnapshot> changed;
        QList<JobId> removed;
        qsizetype done = 0; ///< of changed
        qsizetype gone = 0; ///< of removed
    };

    void enqueue(News news);
    void applySlice();
    void apply(const JobSnapshot &snapshot, std::vector<JobRow> &added);
    void flush(std::vector<JobRow> &added);
    void remove(std::span<const JobId> ids);
    void renumber(int first, int end);
    void gatherAtEnd(const std::vector<int> &rows);
    QVariant text(const JobRow &row, int column) const;
    QVariant toolTip(const JobRow &row, int column) const;
    QVariant decoration(const JobRow &row, int column) const;
    QVariant sortValue(const JobRow &row, int column) const;

    Engine &m_engine;
    std::vector<JobRow> m_rows;
    QHash<JobId, int> m_rowOf;
    std::deque<News> m_news;
    QTimer m_slice;
    bool m_loaded = false;
};

} // namespace reveille
