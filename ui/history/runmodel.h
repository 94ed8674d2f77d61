// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/event.h"

#include <QAbstractTableModel>

namespace reveille {

class Engine;

/// The runs of one job, the newest first, kept up to date while it runs.
class RunModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunModel)

public:
    enum Column {
        ScheduledColumn,
        StartedColumn,
        FinishedColumn,
        DurationColumn,
        OutcomeColumn,
        CodeColumn,
        ReasonColumn,
        ColumnCount
    };
    static constexpr int Most = 500;

    explicit RunModel(Engine &engine, QObject *parent = nullptr);

    /// Shows the runs of this job, with times in `zone`; an empty id: none.
    void setJob(const JobId &id, const Zone &zone);
    [[nodiscard]] const JobId &job() const { return m_job; }
    [[nodiscard]] const Run &run(int row) const { return m_runs[row]; }
    /// -1: it is not here.
    [[nodiscard]] int rowOf(const RunId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void loadFailed(const QString &message);

private:
    void load();
    void take(const QList<Event> &events);
    void take(Run run);
    [[nodiscard]] QString text(const Run &run, int column) const;

    Engine &m_engine;
    JobId m_job;
    Zone m_zone;
    QList<Run> m_runs;
    quint64 m_question = 0;
};

} // namespace reveille
