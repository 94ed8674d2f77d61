// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// The keys of what the person chooses in the settings.
namespace reveille::SettingsKeys {

/// "" for the system's, else "en", "zh_CN" or "zh_TW".
inline const QString Language = QStringLiteral("language");
/// Whether closing the window leaves the program in the tray; true unless set.
inline const QString CloseToTray = QStringLiteral("closeToTray");
/// Whether the program starts without showing its window; false unless set.
inline const QString StartHidden = QStringLiteral("startHidden");
/// Whether the person was told that closing the window does not quit.
inline const QString ToldOfTray = QStringLiteral("tray/told");

} // namespace reveille::SettingsKeys
