// SPDX-License-Identifier: MIT
#include "ui/history/liveoutput.h"

#include "core/scheduler/engine.h"

namespace reveille {

namespace {

constexpr qsizetype Kept = 64 * 1024;

} // namespace

LiveOutput::LiveOutput(Engine &engine, QObject *parent) : QObject(parent)
{
    connect(&engine, &Engine::runOutputAdded, this, [this](const RunId &id, const QByteArray &data) {
        QByteArray &output = m_outputs[id];
        output.append(data);
        if (output.size() > 2 * Kept)
            output.remove(0, output.size() - Kept);
        Q_EMIT added(id, data);
    });
    connect(&engine, &Engine::eventsHappened, this, &LiveOutput::forgetEnded);
}

void LiveOutput::forgetEnded(const QList<Event> &events)
{
    for (const Event &event : events) {
        if (event.run && event.run->state == RunState::Finished)
            m_outputs.remove(event.run->id);
    }
}

} // namespace reveille
