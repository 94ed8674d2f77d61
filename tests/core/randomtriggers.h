// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timepoint.h"

#include <QJsonObject>
#include <QStringList>

#include <random>

namespace reveille {

/// Makes valid triggers of all kinds, and instants that are worth asking them about: the same ones for the same seed.
class RandomTriggers final
{
public:
    explicit RandomTriggers(unsigned seed) : m_random(seed) {}

    /// The JSON form of a trigger; `and` and `or` hold others, at most `nesting` deep.
    [[nodiscard]] QJsonObject trigger(int nesting = 2);
    /// A trigger of one kind only: `date`, `interval`, `calendarinterval` or `cron`.
    [[nodiscard]] QJsonObject simpleTrigger();
    /// From 2014 to 2046, with milliseconds as often as not.
    [[nodiscard]] TimePoint instant();
    /// A whole number within [first, last].
    [[nodiscard]] int number(int first, int last);

private:
    [[nodiscard]] bool oneIn(int n) { return number(1, n) == 1; }
    template<typename List>
    [[nodiscard]] auto oneOf(const List &list) { return list[number(0, int(std::size(list)) - 1)]; }

    [[nodiscard]] QJsonObject date();
    [[nodiscard]] QJsonObject interval();
    [[nodiscard]] QJsonObject calendarInterval();
    [[nodiscard]] QJsonObject cronFields();
    [[nodiscard]] QJsonObject crontab();
    [[nodiscard]] QString range(int first, int last);
    [[nodiscard]] QString field(int first, int last);
    [[nodiscard]] QString writtenDate(TimePoint t);
    void addSpan(QJsonObject &json);

    std::mt19937 m_random;
};

} // namespace reveille
