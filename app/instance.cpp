// SPDX-License-Identifier: MIT
#include "app/instance.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QPointer>

#include <unistd.h>

namespace reveille {

namespace {

constexpr qint64 LongestRequest = 64 * 1024 * 1024;
constexpr int ConnectTimeout = 2000; // milliseconds
constexpr int AnswerTimeout = 60'000;

bool isPrivate(const QFileInfo &folder)
{
    constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    return folder.isDir() && !folder.isSymLink() && folder.ownerId() == geteuid() && !(folder.permissions() & Others);
}

// Short, as socket paths are, and in a folder that is the user's alone.
QString socketPath(const QString &storeUrl)
{
    QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (folder.isEmpty() || !isPrivate(QFileInfo(folder)))
        folder = QStringLiteral("%1/reveille-%2").arg(QDir::tempPath()).arg(geteuid());
    const QByteArray hash = QCryptographicHash::hash(storeUrl.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("%1/reveille-%2.socket").arg(folder, QString::fromLatin1(hash));
}

// Nobody else may have made or may enter the folder.
bool makePrivateFolder(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return isPrivate(QFileInfo(folder));
}

QByteArray toLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

InstanceServer::InstanceServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            serve(socket);
    });
}

Result<void> InstanceServer::listen(const QString &storeUrl)
{
    const QString path = socketPath(storeUrl);
    if (!makePrivateFolder(path))
        return failure(ErrorCode::Unavailable, tr("The folder %1 is not private").arg(QFileInfo(path).path()));
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return failure(ErrorCode::Unavailable, tr("The local socket %1 can't be opened: %2").arg(path, m_server.errorString()));
    return {};
}

void InstanceServer::close()
{
    m_server.close();
}

void InstanceServer::serve(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine() && socket->bytesAvailable() > LongestRequest) {
            socket->abort();
            return;
        }
        while (socket->canReadLine()) {
            const QJsonObject request = QJsonDocument::fromJson(socket->readLine()).object();
            m_handler(request, [target = QPointer(socket)](const QJsonObject &answer) {
                if (target)
                    target->write(toLine(answer));
            });
        }
    });
}

std::optional<Result<QJsonObject>> askInstance(const QString &storeUrl, const QJsonObject &request)
{
    const QString path = socketPath(storeUrl);
    if (!makePrivateFolder(path)) // somebody else may be listening there
        return std::nullopt;
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(ConnectTimeout))
        return std::nullopt;
    socket.write(toLine(request));
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(AnswerTimeout)) {
            return failure(ErrorCode::Unavailable,
                           QCoreApplication::translate("Instance", "The running Reveille does not answer: %1").arg(socket.errorString()));
        }
    }
    return QJsonDocument::fromJson(socket.readLine()).object();
}

} // namespace reveille
