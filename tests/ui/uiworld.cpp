// SPDX-License-Identifier: MIT
#include "tests/ui/uiworld.h"

#include "core/stores/memorystore.h"

#include <QAbstractButton>
#include <QJsonDocument>
#include <QPromise>
#include <QSignalSpy>

namespace reveille {

using namespace Qt::StringLiterals;

QFuture<Result<void>> ShownAtOnce::show(const Reminder &)
{
    QPromise<Result<void>> promise;
    promise.start();
    promise.addResult(Result<void>());
    promise.finish();
    return promise.future();
}

UiWorld::UiWorld()
    : settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , engine(clock, TriggerKinds::builtIn(), TaskRegistry::builtIn(), presenter, std::make_unique<MemoryStore>())
    , jobs(engine)
{
}

void UiWorld::start()
{
    QSignalSpy loaded(&jobs, &JobModel::loaded);
    QFuture<Result<void>> started = engine.start();
    QVERIFY(loaded.wait());
    QTRY_VERIFY(started.isFinished());
    QVERIFY2(started.result(), "the engine did not start");
}

Job UiWorld::job(const QByteArray &json) const
{
    const Result<Job> job = engine.parseJob(object(json));
    if (!job)
        qFatal("%s: %s", json.constData(), qPrintable(job.error().text()));
    return *job;
}

Job UiWorld::add(const QByteArray &json)
{
    const Job added = job(json);
    add(QList<Job>{added});
    return added;
}

void UiWorld::add(const QList<Job> &added)
{
    const auto answer = engine.addJobs(added);
    QTRY_VERIFY(jobs.find(added.constLast().id));
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.result());
}

QJsonObject object(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("No object: %s", json.constData());
    return document.object();
}

void press(const QWidget &parent, const QString &name)
{
    QAbstractButton &button = part<QAbstractButton>(parent, name);
    // At its left end, which is where a check box in a wide column has its box.
    QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(8, button.height() / 2));
}

void type(QWidget &field, const QString &text)
{
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
}

} // namespace reveille
