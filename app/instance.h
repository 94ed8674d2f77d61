// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QLocalServer>

#include <functional>
#include <optional>

namespace reveille {

/// One running Reveille a store: others find it through a local socket that only the same user may use. They send one
/// JSON object a line and get one for an answer.
class InstanceServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InstanceServer)

public:
    using Reply = std::function<void(const QJsonObject &)>;
    /// Answers a request, now or later.
    using Handler = std::function<void(const QJsonObject &request, const Reply &reply)>;

    explicit InstanceServer(Handler handler, QObject *parent = nullptr);

    /// Listens for `storeUrl`. Call it only while holding the store, so that a dead instance's socket may be replaced.
    [[nodiscard]] Result<void> listen(const QString &storeUrl);

    /// Is not to be found any more; requests under way are still answered.
    void close();

private:
    void serve(class QLocalSocket *socket);

    const Handler m_handler;
    QLocalServer m_server;
};

/// Asks the instance that has the store, and waits for its answer; nullopt: there is none.
[[nodiscard]] std::optional<Result<QJsonObject>> askInstance(const QString &storeUrl, const QJsonObject &request);

} // namespace reveille
