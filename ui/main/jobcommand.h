// SPDX-License-Identifier: MIT
#pragma once

#include "ui/engine/whenanswered.h"
#include "ui/main/jobedits.h"

#include <QUndoCommand>

#include <memory>

namespace reveille {

/// One edit of the person's. It asks the engine and does not wait; where the engine refuses, the command leaves the
/// stack.
class JobCommand : public QUndoCommand
{
public:
    JobCommand(JobEdits &edits, const QString &text) : QUndoCommand(text), m_edits(edits) {}

protected:
    [[nodiscard]] Engine &engine() const { return m_edits.engine(); }

    template<typename T>
    void send(const QFuture<Result<T>> &answer)
    {
        whenAnswered(answer, &m_edits,
                     [this, &edits = m_edits, alive = std::weak_ptr<int>(m_alive)](const Result<T> &result) {
                         if (!result)
                             edits.drop(alive.expired() ? nullptr : this, result.error());
                     });
    }

private:
    JobEdits &m_edits;
    const std::shared_ptr<int> m_alive = std::make_shared<int>(); ///< expires with the command
};

} // namespace reveille
