// SPDX-License-Identifier: MIT
#include "tests/stores/cuttingproxy.h"

#include <QTcpSocket>
#include <QtEndian>

namespace reveille {

using namespace Qt::StringLiterals;

struct CuttingProxy::Link
{
    std::unique_ptr<QTcpSocket> client;
    std::unique_ptr<QTcpSocket> server;
    QByteArray received;       ///< from the client, not passed on yet
    bool isGreeted = false;    ///< the client has said who it is; before, PostgreSQL's messages have no type
    bool isCutByAnswer = false;
    bool isHeld = false;       ///< its client is gone, and the server does not know yet
};

CuttingProxy::CuttingProxy(const QString &url)
    : m_target(url), m_isMariaDb(m_target.scheme() == u"mysql"), m_url(url)
{
    m_server.moveToThread(&m_thread);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { onConnected(); });
    m_thread.start();
    onThread([this] {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("%s", qPrintable(m_server.errorString()));
        m_url.setPort(m_server.serverPort());
    });
}

CuttingProxy::~CuttingProxy()
{
    onThread([this] {
        m_server.close();
        m_links.clear();
    });
    m_thread.quit();
    m_thread.wait();
}

template<typename Work>
void CuttingProxy::onThread(Work work)
{
    QMetaObject::invokeMethod(&m_server, work, Qt::BlockingQueuedConnection);
}

void CuttingProxy::cutAt(const QList<Break> &breaks, Then then)
{
    onThread([&] {
        m_breaks = breaks;
        m_counted = 0;
        m_then = then;
    });
}

void CuttingProxy::fallSilent()
{
    onThread([this] { m_isSilent = true; });
}

bool CuttingProxy::restore()
{
    bool tookPlace = false;
    onThread([&] {
        tookPlace = m_breaks.isEmpty();
        m_breaks.clear();
        m_isUnreachable = false;
        if (!std::exchange(m_isSilent, false))
            return;
        for (Link &link : m_links)
            onRequests(link);
    });
    return tookPlace;
}

int CuttingProxy::counted()
{
    int counted = 0;
    onThread([&] { counted = m_counted; });
    return counted;
}

void CuttingProxy::onConnected()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        client->setParent(nullptr);
        Link &link = m_links.emplace_back();
        link.client.reset(client);
        if (m_isUnreachable) {
            end(link);
            continue;
        }
        link.server = std::make_unique<QTcpSocket>();
        link.server->connectToHost(m_target.host(), quint16(m_target.port()));
        QObject::connect(client, &QTcpSocket::readyRead, &m_server, [this, &link] { onRequests(link); });
        QObject::connect(client, &QTcpSocket::disconnected, &m_server, [this, &link] { end(link); });
        QObject::connect(link.server.get(), &QTcpSocket::readyRead, &m_server, [this, &link] { onAnswer(link); });
        QObject::connect(link.server.get(), &QTcpSocket::disconnected, &m_server, [this, &link] { end(link); });
    }
}

void CuttingProxy::onRequests(Link &link)
{
    if (m_isSilent)
        return;
    link.received += link.client->readAll();
    for (QByteArray request; !(request = takeRequest(link)).isEmpty();) {
        const std::optional<Cut> cut = isAnswered(link, request) ? cutOf(request) : std::nullopt;
        if (!cut) {
            link.server->write(request);
            if (!m_lateCommit.isEmpty() && m_isAskedAbout)
                deliverLate();
            m_isAskedAbout = request.contains("FOR UPDATE");
            link.isGreeted = link.isGreeted || m_isMariaDb || qFromBigEndian<quint32>(request.constData() + 4) >> 16 == 3;
            continue;
        }
        m_isUnreachable = m_breaks.isEmpty() && m_then == Then::Unreachable;
        switch (*cut) {
        case Cut::BeforeRequest:
            end(link);
            return;
        case Cut::BeforeAnswer:
        case Cut::AfterCommit:
            link.isCutByAnswer = true;
            link.server->write(request);
            return;
        case Cut::LateCommit:
            m_lateCommit = request;
            link.isHeld = true;
            link.client->disconnect(&m_server);
            link.client->abort();
            return;
        }
    }
}

void CuttingProxy::onAnswer(Link &link)
{
    const QByteArray answer = link.server->readAll();
    if (link.isCutByAnswer || link.isHeld)
        end(link);
    else
        link.client->write(answer);
}

void CuttingProxy::deliverLate()
{
    for (Link &link : m_links) {
        if (link.isHeld)
            link.server->write(m_lateCommit);
    }
    m_lateCommit.clear();
}

void CuttingProxy::end(Link &link)
{
    for (QTcpSocket *socket : {link.client.get(), link.server.get()}) {
        if (socket) {
            socket->disconnect(&m_server);
            socket->flush(); // what it was given before
            socket->abort();
        }
    }
    // It may be one of its sockets that called.
    QMetaObject::invokeMethod(&m_server, [this, &link] { m_links.remove_if([&](const Link &each) { return &each == &link; }); },
                              Qt::QueuedConnection);
}

std::optional<CuttingProxy::Cut> CuttingProxy::cutOf(const QByteArray &request)
{
    if (m_breaks.isEmpty())
        return std::nullopt;
    const Break &next = m_breaks.first();
    const bool isOfCommits = next.cut == Cut::AfterCommit || next.cut == Cut::LateCommit;
    if ((isOfCommits && !request.contains("COMMIT")) || ++m_counted < next.request)
        return std::nullopt;
    m_counted = 0;
    return m_breaks.takeFirst().cut;
}

// See https://www.postgresql.org/docs/15/protocol-message-formats.html and https://mariadb.com/kb/en/0-packet/.
QByteArray CuttingProxy::takeRequest(Link &link) const
{
    const char *bytes = link.received.constData();
    const qsizetype head = m_isMariaDb ? 4 : link.isGreeted ? 5 : 4;
    if (link.received.size() < head)
        return {};
    const qsizetype size = m_isMariaDb ? 4 + (qFromLittleEndian<quint32>(bytes) & 0xffffff)
                                       : qsizetype(qFromBigEndian<quint32>(bytes + head - 4)) + head - 4;
    if (link.received.size() < size)
        return {};
    const QByteArray request = link.received.left(size);
    link.received.remove(0, size);
    return request;
}

bool CuttingProxy::isAnswered(const Link &link, const QByteArray &request) const
{
    if (!link.isGreeted)
        return false;
    if (!m_isMariaDb)
        return request[0] != 'X'; // Terminate
    static const QByteArray Unanswered("\x01\x18\x19", 3); // COM_QUIT, COM_STMT_SEND_LONG_DATA, COM_STMT_CLOSE
    return request[3] == 0 && request.size() > 4 && !Unanswered.contains(request[4]);
}

} // namespace reveille
