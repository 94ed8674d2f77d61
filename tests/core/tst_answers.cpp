// SPDX-License-Identifier: MIT
#include "core/scheduler/answers.h"
#include "tests/support/test.h"

#include <QTest>
#include <QThread>

using namespace reveille;

/// Answers that one thread gives and another waits for.
class AnswersTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void here_answersThatComeAtOnce_areGivenOnceAndOnThisThread();
    void here_noAnswer_isCancelled();
    void here_ownerIsGone_givesNothing();

private:
    /// An answer that the other thread gives as soon as it can.
    [[nodiscard]] QFuture<Result<int>> ask(int number);

    QThread m_thread;
    std::optional<QObject> m_seat; ///< on that thread
};

void AnswersTest::init()
{
    Test::init();
    m_thread.start();
    m_seat.emplace();
    m_seat->moveToThread(&m_thread);
}

void AnswersTest::cleanup()
{
    m_thread.quit();
    m_thread.wait();
    m_seat.reset();
}

QFuture<Result<int>> AnswersTest::ask(int number)
{
    const auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    QMetaObject::invokeMethod(&*m_seat, [promise, number] {
        promise->addResult(number);
        promise->finish();
    });
    return promise->future();
}

// So often that some are finished just when somebody begins to wait for them.
void AnswersTest::here_answersThatComeAtOnce_areGivenOnceAndOnThisThread()
{
    constexpr int Answers = 50'000;
    QObject owner;
    QList<int> given;
    for (int i = 0; i < Answers; ++i) {
        here(ask(i), &owner).then(&owner, [&](const Result<int> &answer) {
            QCOMPARE(QThread::currentThread(), thread());
            given.append(*answer);
        });
        if (i % 16 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE(given.size(), Answers);
    for (int i = 0; i < Answers; ++i)
        QCOMPARE(given[i], i);
    QVERIFY(owner.children().isEmpty());
}

void AnswersTest::here_noAnswer_isCancelled()
{
    QObject owner;
    auto promise = std::make_optional<QPromise<Result<int>>>();
    promise->start();
    const QFuture<Result<int>> answer = here(promise->future(), &owner);
    promise.reset();
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.isCanceled());
}

void AnswersTest::here_ownerIsGone_givesNothing()
{
    auto owner = std::make_optional<QObject>();
    bool isGiven = false;
    const QFuture<Result<int>> asked = ask(1);
    QFuture<Result<int>> answer = here(asked, &*owner);
    answer.then(this, [&](const Result<int> &) { isGiven = true; });
    QFuture(asked).waitForFinished();
    owner.reset();
    QCoreApplication::processEvents();
    QVERIFY(answer.isCanceled());
    QVERIFY(!isGiven);
}

REVEILLE_TEST(AnswersTest)

#include "tst_answers.moc"
