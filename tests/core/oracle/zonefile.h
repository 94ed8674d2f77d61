// SPDX-License-Identifier: MIT
#pragma once

#include <date/date.h>

#include <string>
#include <vector>

namespace reveille::oracle {

using date::local_seconds;
using date::sys_seconds;
using std::chrono::seconds;

/// The clocks of a zone show `before` (local minus UTC) until `at` and `after` from then on.
struct OffsetChange
{
    sys_seconds at;
    seconds before;
    seconds after;
};

/// A time zone as its file tells it: the table (RFC 8536, version 2 and later) and the rule in its footer, which decides
/// what comes after the table. Read without any help of core, Qt or the C library.
class ZoneFile final
{
public:
    /// Ends the program where there is no such file or it is no zone file.
    explicit ZoneFile(const std::string &name);
    /// The names in zone1970.tab, sorted.
    [[nodiscard]] static std::vector<std::string> names();

    [[nodiscard]] const std::string &name() const { return m_name; }
    /// Every change of the offset until 2200, in order.
    [[nodiscard]] const std::vector<OffsetChange> &changes() const { return m_changes; }
    [[nodiscard]] seconds offsetAt(sys_seconds t) const;
    /// The changes within [first, last].
    [[nodiscard]] std::vector<OffsetChange> changesIn(sys_seconds first, sys_seconds last) const;

private:
    void add(sys_seconds at, seconds offset);

    std::string m_name;
    seconds m_firstOffset{0};
    std::vector<OffsetChange> m_changes;
};

} // namespace reveille::oracle
