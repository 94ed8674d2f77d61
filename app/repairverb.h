// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

class QIODevice;

namespace reveille {

class Clock;

/// `reveille repair`: says whether the store's file is damaged; with an option it sets a damaged one aside and puts the
/// newest backup, or an empty store, in its place. Answers with the exit code.
[[nodiscard]] int runRepairVerb(const CommandLine &line, const QString &storeUrl, const Clock &clock, QIODevice &output, QIODevice &errors);

/// Why a store could not be used, for the terminal; of a damaged one also what can be done.
[[nodiscard]] QString describeStoreError(const Error &error);

} // namespace reveille
