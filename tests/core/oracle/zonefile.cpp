// SPDX-License-Identifier: MIT
#include "tests/core/oracle/zonefile.h"

#include "tests/core/oracle/zonerule.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace reveille::oracle {

namespace {

const std::string Folder = "/usr/share/zoneinfo/";
constexpr sys_seconds EndOfRules = date::sys_days(date::year(2200) / 1 / 1);

// Reads what a file holds from front to back; all its numbers have their highest byte first.
class Bytes
{
public:
    explicit Bytes(std::string text) : m_text(std::move(text)) {}

    std::int64_t number(std::size_t length)
    {
        std::uint64_t value = m_text.at(m_at) & 0x80 ? ~std::uint64_t(0) : 0;
        for (std::size_t i = 0; i < length; ++i)
            value = value << 8 | std::uint8_t(m_text.at(m_at++));
        return std::int64_t(value);
    }
    void skip(std::int64_t length) { m_at += std::size_t(length); }
    [[nodiscard]] bool startsWith(const std::string &text) const { return m_text.compare(m_at, text.size(), text) == 0; }
    /// What stands between the next two line breaks.
    [[nodiscard]] std::string line() const
    {
        const std::size_t begin = m_text.find('\n', m_at) + 1;
        return m_text.substr(begin, m_text.find('\n', begin) - begin);
    }

private:
    std::string m_text;
    std::size_t m_at = 0;
};

struct Header
{
    explicit Header(Bytes &bytes)
    {
        bytes.skip(20); // the signature, the version and reserve
        for (std::int64_t *count : {&utIndicators, &standardIndicators, &leaps, &times, &types, &characters})
            *count = bytes.number(4);
    }
    [[nodiscard]] std::int64_t sizeOfBlock(std::int64_t sizeOfTime) const
    {
        return times * (sizeOfTime + 1) + types * 6 + characters + leaps * (sizeOfTime + 4) + standardIndicators + utIndicators;
    }

    std::int64_t utIndicators, standardIndicators, leaps, times, types, characters;
};

std::string read(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::fprintf(stderr, "%s can't be read\n", path.c_str());
        std::abort();
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

ZoneFile::ZoneFile(const std::string &name) : m_name(name)
{
    Bytes bytes(read(Folder + name));
    if (!bytes.startsWith("TZif2") && !bytes.startsWith("TZif3") && !bytes.startsWith("TZif4")) {
        std::fprintf(stderr, "%s is no zone file with 64-bit times\n", name.c_str());
        std::abort();
    }
    bytes.skip(Header(bytes).sizeOfBlock(4)); // the same once more in 32 bits
    const Header header(bytes);
    std::vector<sys_seconds> times;
    for (std::int64_t i = 0; i < header.times; ++i)
        times.emplace_back(seconds(bytes.number(8)));
    std::vector<std::int64_t> typeOfTime;
    for (std::int64_t i = 0; i < header.times; ++i)
        typeOfTime.push_back(bytes.number(1));
    std::vector<seconds> offsets;
    for (std::int64_t i = 0; i < header.types; ++i) {
        offsets.emplace_back(bytes.number(4));
        bytes.skip(2); // whether it is summer time, and its abbreviation
    }
    bytes.skip(header.characters + header.leaps * 12 + header.standardIndicators + header.utIndicators);

    m_firstOffset = offsets.at(0);
    for (std::size_t i = 0; i < times.size(); ++i)
        add(times[i], offsets.at(std::size_t(typeOfTime[i])));
    const sys_seconds endOfTable = times.empty() ? sys_seconds(seconds(0)) : times.back();
    for (const RuleChange &change : ZoneRule(bytes.line()).changes(endOfTable, EndOfRules))
        add(change.at, change.offset);
}

void ZoneFile::add(sys_seconds at, seconds offset)
{
    const seconds before = m_changes.empty() ? m_firstOffset : m_changes.back().after;
    if (offset != before) // a change of the name alone is none
        m_changes.push_back({at, before, offset});
}

std::vector<std::string> ZoneFile::names()
{
    std::istringstream table(read(Folder + "zone1970.tab"));
    std::vector<std::string> names;
    for (std::string line; std::getline(table, line);) {
        std::istringstream columns(line);
        std::string countries, place, name;
        if (line.front() != '#' && columns >> countries >> place >> name)
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

seconds ZoneFile::offsetAt(sys_seconds t) const
{
    seconds offset = m_firstOffset;
    for (const OffsetChange &change : m_changes) {
        if (change.at > t)
            break;
        offset = change.after;
    }
    return offset;
}

std::vector<OffsetChange> ZoneFile::changesIn(sys_seconds first, sys_seconds last) const
{
    std::vector<OffsetChange> found;
    for (const OffsetChange &change : m_changes) {
        if (change.at >= first && change.at <= last)
            found.push_back(change);
    }
    return found;
}

} // namespace reveille::oracle
