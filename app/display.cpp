// SPDX-License-Identifier: MIT
#include "app/display.h"

#include <QDir>
#include <QLocalSocket>
#include <QRegularExpression>

namespace reveille {

namespace {

bool answers(const QString &socketPath)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    return socket.waitForConnected(2000);
}

bool answersAbstract(const QString &socketName)
{
    QLocalSocket socket;
    socket.setSocketOptions(QLocalSocket::AbstractNamespaceOption);
    socket.connectToServer(socketName);
    return socket.waitForConnected(2000);
}

// See the display names in X(7): `:0`, `unix:0` and `:0.0` are local, `host:0` is another machine.
bool hasX11(const QString &display)
{
    static const QRegularExpression local(QStringLiteral("^(?:unix)?:(\\d+)(?:\\.\\d+)?$"));
    const QRegularExpressionMatch match = local.match(display);
    if (!match.hasMatch())
        return !display.isEmpty();
    const QString path = QStringLiteral("/tmp/.X11-unix/X") + match.captured(1);
    return answers(path) || answersAbstract(path);
}

bool hasWayland(const QString &display)
{
    return !display.isEmpty() && answers(QDir(qEnvironmentVariable("XDG_RUNTIME_DIR")).absoluteFilePath(display));
}

} // namespace

bool hasDisplay()
{
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM");
    if (!platform.isEmpty() && platform != u"xcb" && !platform.startsWith(u"wayland"))
        return true; // asked for, and without a server: offscreen, vnc, ...
    return hasWayland(qEnvironmentVariable("WAYLAND_DISPLAY")) || hasX11(qEnvironmentVariable("DISPLAY"));
}

} // namespace reveille
