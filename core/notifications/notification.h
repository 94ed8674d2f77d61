// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace reveille {

/// A message to the person, outside of any window. All of it is text, whatever characters it has.
struct Notification
{
    struct Action
    {
        QString key;   ///< what actionInvoked() reports; "default" is a click on the notification itself
        QString label; ///< for the person
        bool operator==(const Action &) const = default;
    };

    QString id; ///< one with the id of an earlier one takes its place
    QString title;
    QString body;
    QList<Action> actions;
    bool urgent = false;  ///< an error: looks the part where the desktop has such a look
    bool stays = false;   ///< until the person says something to it
    QString sound;        ///< a name of the sound naming specification ("bell"), or empty

    bool operator==(const Notification &) const = default;
};

} // namespace reveille

Q_DECLARE_METATYPE(reveille::Notification)
