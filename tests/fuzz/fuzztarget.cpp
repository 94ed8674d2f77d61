// SPDX-License-Identifier: MIT
#include "tests/fuzz/fuzztarget.h"

#include <QtGlobal>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace reveille::fuzz {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "This must hold and does not: %s\n", what);
    std::abort();
}

} // namespace reveille::fuzz

// The names that libFuzzer calls; so does the program that replays a corpus.
extern "C" int LLVMFuzzerInitialize(int *, char ***);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerInitialize(int *, char ***)
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    reveille::fuzz::check(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
