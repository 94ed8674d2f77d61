// SPDX-License-Identifier: MIT
#include "core/tasks/task.h"

namespace reveille {

void TaskRun::end(const TaskResult &result)
{
    if (m_ended)
        return;
    m_ended = true;
    QMetaObject::invokeMethod(this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
}

} // namespace reveille
