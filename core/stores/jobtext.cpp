// SPDX-License-Identifier: MIT
#include "core/stores/jobtext.h"

#include "core/jobs/job.h"

namespace reveille {

QByteArray JobText::text() const
{
    return m_job ? m_job->toJsonText() : m_text;
}

} // namespace reveille
