// SPDX-License-Identifier: MIT
#include "core/tasks/outputrecorder.h"

namespace reveille {

namespace {

constexpr qsizetype Half = OutputLimit / 2;
constexpr qsizetype SampleLimit = 64 * 1024;

} // namespace

OutputRecorder::OutputRecorder(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &OutputRecorder::flush);
}

void OutputRecorder::append(const QByteArray &data)
{
    const qsizetype toFirst = std::min(data.size(), Half - m_first.size());
    m_first.append(data.first(toFirst));
    m_last.append(data.sliced(toFirst));
    if (m_last.size() > Half) {
        m_truncated = true;
        if (m_last.size() > 2 * Half) // not each time: it moves memory
            m_last = m_last.last(Half);
    }
    m_waiting.append(data.last(std::min(data.size(), SampleLimit)));
    if (m_waiting.size() > SampleLimit)
        m_waiting = m_waiting.last(SampleLimit);
    if (!m_timer.isActive())
        m_timer.start();
}

void OutputRecorder::flush()
{
    m_timer.stop();
    if (!m_waiting.isEmpty())
        Q_EMIT added(std::exchange(m_waiting, {}));
}

void OutputRecorder::writeTo(TaskResult &result) const
{
    result.output = m_first + m_last.last(std::min(m_last.size(), Half));
    result.outputTruncated = m_truncated;
}

} // namespace reveille
