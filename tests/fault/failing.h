// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fault/faultdesk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

namespace reveille {

using namespace Qt::StringLiterals;

// What the tests of failing stores have in common: jobs with a fire time every minute, of which one is refused.
inline const TimePoint Start = at("2026-11-20T00:00:00Z");
inline const QJsonObject EveryMinute{{u"type"_s, u"interval"_s}, {u"minutes"_s, 1}};
inline const Error Refusal{ErrorCode::Invalid, u"the store does not take this"_s, {}};
inline const QStringList Ids{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};

inline void addAll(FaultDesk &desk)
{
    for (const QString &id : Ids)
        QVERIFY(!desk.add(desk.job(id, EveryMinute)));
}

} // namespace reveille
