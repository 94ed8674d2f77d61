// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace reveille {

/// A web server on this machine that answers as a test tells it to.
class HttpServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    /// Writes the whole answer, or what the test wants of it.
    using Handler = std::function<void(const Request &request, QTcpSocket &socket)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] QString url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }

    /// A handler that answers everything alike.
    [[nodiscard]] static Handler answer(int status, const QByteArray &body, const QByteArray &headers = {});

private:
    void read(QTcpSocket &socket);

    const Handler m_handler;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_received;
    QList<Request> m_requests;
};

} // namespace reveille
