// SPDX-License-Identifier: MIT
#include "core/stores/jobtext.h"

#include "core/base/hostname.h"
#include "core/jobs/job.h"

#include <QJsonDocument>

namespace reveille {

QByteArray JobText::text() const
{
    if (!m_job)
        return m_text;
    QByteArray text = m_job->toJsonText();
    if (m_given) {
        text.chop(1); // the closing brace
        text += ",\"next_run_time\":\"" + formatInstant(*m_given).toLatin1() + "\"}";
    }
    return text;
}

QString JobText::host() const
{
    if (m_job)
        return m_job->host;
    return hostName(QJsonDocument::fromJson(m_text).object().value(QStringLiteral("host")).toString()).value_or(QString());
}

} // namespace reveille
