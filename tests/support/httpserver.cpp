// SPDX-License-Identifier: MIT
#include "tests/support/httpserver.h"

namespace reveille {

using namespace Qt::StringLiterals;

HttpServer::HttpServer(Handler handler, QObject *parent) : QObject(parent), m_handler(std::move(handler))
{
    const bool listening = m_server.listen(QHostAddress::LocalHost);
    Q_ASSERT(listening);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    });
}

QString HttpServer::url(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path);
}

void HttpServer::read(QTcpSocket &socket)
{
    QByteArray &received = m_received[&socket];
    received += socket.readAll();
    const qsizetype headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    QList<QByteArray> lines = received.first(headEnd).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    Request request{first.value(0), first.value(1), {}, {}};
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).trimmed().toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (received.size() < headEnd + 4 + length)
        return;
    request.body = received.sliced(headEnd + 4, length);
    received.clear();
    m_requests.append(request);
    m_handler(request, socket);
}

HttpServer::Handler HttpServer::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return [=](const Request &request, QTcpSocket &socket) {
        socket.write("HTTP/1.1 " + QByteArray::number(status) + " Text\r\nContent-Length: " + QByteArray::number(body.size())
                     + "\r\n" + headers + "\r\n" + (request.method == "HEAD" ? QByteArray() : body));
    };
}

} // namespace reveille
