// SPDX-License-Identifier: MIT
#pragma once

#include "ui/main/jobcommand.h"

namespace reveille {

/// Turns some jobs into others: none before is an addition, none after a removal.
class ChangeJobs final : public JobCommand
{
public:
    ChangeJobs(JobEdits &edits, const QString &text, const QList<Job> &before, const QList<Job> &after);

    void undo() override;
    void redo() override { apply(m_before, m_after); }

private:
    void apply(const QList<Job> &from, const QList<Job> &to);

    const QList<Job> m_before;
    const QList<Job> m_after;
};

} // namespace reveille
