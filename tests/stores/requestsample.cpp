// SPDX-License-Identifier: MIT
#include "tests/stores/requestsample.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

QList<int> numbers(int first, int last)
{
    QList<int> all(std::max(0, last - first + 1));
    std::iota(all.begin(), all.end(), first);
    return all;
}

} // namespace

bool isExhaustive()
{
    return qEnvironmentVariableIsSet("REVEILLE_TEST_EXHAUSTIVE");
}

QList<int> requestsToBreak(int count, int between)
{
    if (isExhaustive()) {
        qInfo("Broken at each of %d requests", count);
        return numbers(1, count);
    }
    const QString seed = qEnvironmentVariable("REVEILLE_TEST_SEED", u"requests"_s);
    // A row by itself gets the same ones as among the others.
    const std::string text = (seed + QLatin1StringView(QTest::currentTestFunction()) + QLatin1StringView(QTest::currentDataTag())).toStdString();
    std::seed_seq sequence(text.begin(), text.end());
    std::mt19937 random(sequence);
    QList<int> sample;
    const QList<int> middle = numbers(2, count - 1);
    std::sample(middle.begin(), middle.end(), std::back_inserter(sample), between, random);
    sample = QList<int>{1} + sample + numbers(std::max(2, count), count);
    QStringList texts;
    for (const int request : std::as_const(sample))
        texts += QString::number(request);
    qInfo("Broken at %s of %d requests: REVEILLE_TEST_SEED=%s", qPrintable(texts.join(u", "_s)), count, qPrintable(seed));
    return sample;
}

} // namespace reveille
