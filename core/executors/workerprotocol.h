// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <cstring>

namespace reveille {

// What a program and its worker processes say to each other: the worker greets once, and then each call is a frame on its
// standard input that is answered by a frame on its standard output. A frame is the length of its JSON in four bytes, the
// most significant first, and the JSON.

/// A worker's first argument.
inline constexpr char WorkerArgument[] = "--reveille-worker";
/// Marks its environment until it has read its first argument: a program that does not would start workers for ever.
inline constexpr char WorkerMark[] = "REVEILLE_WORKER";
inline constexpr QByteArrayView WorkerGreeting("Reveille worker 1\n");
inline constexpr quint32 LongestFrame = 1U << 30;
inline constexpr qsizetype FrameHeaderSize = sizeof(quint32);

[[nodiscard]] inline QByteArray frameOf(const QJsonObject &message)
{
    const QByteArray json = QJsonDocument(message).toJson(QJsonDocument::Compact);
    QByteArray frame(FrameHeaderSize, Qt::Uninitialized);
    qToBigEndian(quint32(json.size()), frame.data());
    return frame + json;
}

[[nodiscard]] inline quint32 frameLength(const char *header)
{
    return qFromBigEndian<quint32>(header);
}

} // namespace reveille
