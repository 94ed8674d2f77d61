// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace reveille::fuzz {

/// What a target does with one input, which is any bytes at all: reads it and checks what must always hold.
void check(const QByteArray &input);

/// Ends the program, which is a finding, unless `holds`. `what` says what must hold.
void require(bool holds, const char *what);

} // namespace reveille::fuzz
