// SPDX-License-Identifier: MIT
#include "core/stores/jobtext.h"

#include "core/jobs/job.h"

#include <QJsonDocument>

namespace reveille {

QByteArray JobText::text() const
{
    return m_job ? QJsonDocument(m_job->toJson()).toJson(QJsonDocument::Compact) : m_text;
}

} // namespace reveille
