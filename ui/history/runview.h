// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/run.h"

#include <QTreeView>

namespace reveille {

class RunModel;

/// The history of a job as rows. A span's text runs over the columns that it has nothing to say in.
class RunView final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunView)

public:
    explicit RunView(RunModel &runs, QWidget *parent = nullptr);

    void selectRun(const RunId &id);

Q_SIGNALS:
    /// Another run is chosen, or the chosen one changed.
    void runShown(const reveille::Run &run);
    void runActivated(const reveille::Run &run);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    RunModel &m_runs;
};

} // namespace reveille
