// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <cstdint>

/// The parts of a cron schedule's words that the fields share: values of a mask and lists of them.
namespace reveille::cron {

/// The numbers of the bits, rising.
[[nodiscard]] QList<int> valuesOf(std::uint64_t mask);
/// The common difference of the values; 0: there is none, or there is one value only.
[[nodiscard]] int stepOf(std::uint64_t mask);
/// The step of values that go round the whole cycle evenly from 0 on; 0: they do not.
[[nodiscard]] int evenStep(std::uint64_t mask, int cycle);

/// "Monday, Tuesday, and Friday"
[[nodiscard]] QString andList(const QStringList &items);
/// "Monday, Tuesday or Friday"
[[nodiscard]] QString orList(const QStringList &items);
/// "1–5, 10, and 20"; "0, 7, 14, …, 56"
[[nodiscard]] QString numbers(std::uint64_t mask);

} // namespace reveille::cron
