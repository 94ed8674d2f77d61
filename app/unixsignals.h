// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <optional>

namespace reveille {

/// Turns SIGINT and SIGTERM into a Qt signal. One object at a time.
class UnixSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnixSignals)

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void endRequested();

private:
    std::optional<QSocketNotifier> m_notifier;
};

} // namespace reveille
