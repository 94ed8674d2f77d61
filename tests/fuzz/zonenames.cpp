// SPDX-License-Identifier: MIT
#include "core/time/zone.h"
#include "tests/fuzz/fuzztarget.h"

#include <cstdarg>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace reveille::fuzz {

namespace {

// Only while a zone is looked up: the sanitizers' own files do not count.
bool isLookingUp = false;

void checkPath(const char *path)
{
    const QByteArray name(path);
    require(!isLookingUp || ((name.startsWith("/usr/share/zoneinfo/") || name.startsWith("/usr/lib/zoneinfo/")) && !name.contains("/..")),
            "nothing outside the zone folder is opened");
}

void checkSegments(const Zone &zone)
{
    const std::vector<Zone::Segment> &segments = zone.segments();
    require(!segments.empty(), "a zone has an offset");
    for (size_t i = 0; i < segments.size(); ++i) {
        const Zone::Segment &s = segments[i];
        require(s.begin < s.end && s.ownedFrom < s.ownedTo, "a segment is not empty");
        require(s.offset > std::chrono::hours(-24) && s.offset < std::chrono::hours(24), "an offset is less than a day");
        require(zone.segmentAt(s.begin) == &s && zone.ownerOf(s.ownedFrom) == &s, "a segment is found");
        if (i == 0)
            continue;
        require(segments[i - 1].end == s.begin, "segments adjoin");
        require(segments[i - 1].ownedTo == s.ownedFrom, "owned ranges adjoin");
        require(segments[i - 1].offset != s.offset, "an offset changes");
    }
}

} // namespace

void check(const QByteArray &input)
{
    static QSet<QString> checked; // the tables are kept for good, so one look at each is enough
    const QString name = QString::fromUtf8(input);
    isLookingUp = true;
    const Result<Zone> zone = Zone::find(name);
    isLookingUp = false;
    if (!zone) {
        require(zone.error().key == QStringLiteral("timezone") && !zone.error().message.isEmpty(), "the error tells what is wrong");
        return;
    }
    require(zone->name() == name, "a zone bears its name");
    if (checked.contains(name))
        return;
    checked.insert(name);
    checkSegments(*zone);
}

} // namespace reveille::fuzz

// Stand before the C library's, to see which files are opened.
static int openAt(int folder, const char *path, int flags, mode_t mode)
{
    reveille::fuzz::checkPath(path);
    return int(syscall(SYS_openat, folder, path, flags, mode));
}

extern "C" int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return openAt(AT_FDCWD, path, flags, mode);
}
