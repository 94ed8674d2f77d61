// SPDX-License-Identifier: MIT
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// `program FILE...`: gives each line of the files to the target, so that a corpus is a test wherever there is no libFuzzer.
int main(int argc, char **argv)
{
    LLVMFuzzerInitialize(&argc, &argv);
    int count = 0;
    for (int i = 1; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s can't be read\n", argv[i]);
            return 1;
        }
        for (; !file.atEnd(); ++count) {
            QByteArray line = file.readLine();
            if (line.endsWith('\n'))
                line.chop(1);
            std::printf("%s\n", line.constData());
            std::fflush(stdout); // the last one printed is the one that failed
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(line.constData()), std::size_t(line.size()));
        }
    }
    std::printf("%d inputs\n", count);
    return count > 0 ? 0 : 1;
}
