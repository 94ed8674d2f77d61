// SPDX-License-Identifier: MIT
#include "tests/core/oracle/changekinds.h"

#include <tuple>

namespace reveille::oracle {

using date::days;

namespace {

constexpr sys_seconds First = date::sys_days(date::year(1970) / 1 / 3);
constexpr sys_seconds Last = date::sys_days(date::year(2038) / 1 / 1);

using Kind = std::tuple<seconds, seconds, bool>;

Kind kindOf(const OffsetChange &change, const ZoneFile &zone)
{
    const local_seconds local(change.at.time_since_epoch() + change.before);
    const bool crowded = zone.changesIn(change.at - date::weeks(1), change.at + date::weeks(1)).size() > 1;
    return {change.after - change.before, local - date::floor<days>(local), crowded};
}

} // namespace

ChangesByZone allChanges()
{
    ChangesByZone changes;
    for (const std::string &name : ZoneFile::names())
        changes[name] = ZoneFile(name).changesIn(First, Last);
    return changes;
}

ChangesByZone someOfEachKind()
{
    ChangesByZone changes;
    for (const std::string &name : ZoneFile::names()) {
        const ZoneFile zone(name);
        std::map<Kind, std::pair<OffsetChange, OffsetChange>> kinds;
        for (const OffsetChange &change : zone.changesIn(First, Last))
            kinds.try_emplace(kindOf(change, zone), change, change).first->second.second = change;
        for (const auto &[kind, found] : kinds) {
            changes[name].push_back(found.first);
            if (found.second.at != found.first.at)
                changes[name].push_back(found.second);
        }
    }
    return changes;
}

} // namespace reveille::oracle
