// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/event.h"

#include <QHash>
#include <QObject>

namespace reveille {

class Engine;

/// What the active runs have printed so far, so that a pane opened in the middle of a run can show its beginning.
class LiveOutput final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveOutput)

public:
    explicit LiveOutput(Engine &engine, QObject *parent = nullptr);

    /// The last part of it, where it is long.
    [[nodiscard]] QByteArray of(const RunId &id) const { return m_outputs.value(id); }

Q_SIGNALS:
    void added(const reveille::RunId &id, const QByteArray &data);

private:
    void forgetEnded(const QList<Event> &events);

    QHash<RunId, QByteArray> m_outputs;
};

} // namespace reveille
