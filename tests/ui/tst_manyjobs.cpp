// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/jobs/jobview.h"
#include "ui/main/mainwindow.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>

using namespace reveille;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Measures how long the event loop was away at most: a timer of no length that should fire all the time.
class GapProbe final : public QObject
{
public:
    GapProbe()
    {
        m_clock.start();
        startTimer(0ms, Qt::PreciseTimer);
    }
    qint64 longest = 0; ///< milliseconds

protected:
    void timerEvent(QTimerEvent *) override { longest = std::max(longest, m_clock.restart()); }

private:
    QElapsedTimer m_clock;
};

} // namespace

/// The window stays fluid with ten thousand jobs.
class ManyJobsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void window_with10000Jobs_staysFluid();
};

void ManyJobsTest::window_with10000Jobs_staysFluid()
{
#ifdef QT_NO_DEBUG
    const qint64 limit = 100;
#else
    const qint64 limit = 1000; // a debug build only shows that nothing is quadratic
#endif
    UiWorld world;
    world.start();
    QList<Job> jobs;
    for (int i = 0; i < 10'000; ++i) {
        jobs.append(world.job(uR"({"name": "Job %1", "tags": ["t%2"], "task": {"type": "reminder", "message": "m"},
                                   "trigger": {"type": "cron", "day_of_week": "mon-fri", "hour": %3, "minute": %4}})"_s
                                  .arg(i).arg(i % 7).arg(i % 24).arg(i % 60).toUtf8()));
    }
    auto added = world.engine.addJobs(jobs);
    QTRY_VERIFY_WITH_TIMEOUT(added.isFinished(), 60'000);
    QVERIFY(added.result());

    const auto step = [&](const char *what, const auto &act, const auto &done) {
        GapProbe probe;
        act();
        QTRY_VERIFY_WITH_TIMEOUT(done(), 60'000);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        qInfo("%s: longest gap %lld ms", what, probe.longest);
        QVERIFY2(probe.longest <= limit, what);
    };

    std::unique_ptr<MainWindow> window;
    step(
        "open",
        [&] {
            window = std::make_unique<MainWindow>(world.engine, world.jobs, world.settings);
            window->open();
        },
        [&] {
            return world.jobs.rowCount() == 10'000 &&
                   part<JobView>(*window, u"jobTable"_s).model()->rowCount() == 10'000;
        });
    JobView &table = part<JobView>(*window, u"jobTable"_s);
    QScrollBar &bar = *table.verticalScrollBar();
    for (int page = 0; page < 20; ++page)
        step("scroll", [&] { bar.setValue(bar.maximum() * page / 19); }, [] { return true; });
    QLineEdit &search = part<QLineEdit>(*window, u"search"_s);
    for (const QString &text : {u"7"_s, u"77"_s, u"777"_s, u"t3"_s, u"nothing"_s, QString()})
        step("filter", [&] { search.setText(text); }, [] { return true; });
    QCOMPARE(table.model()->rowCount(), 10'000);
    for (int column = JobModel::NameColumn; column < JobModel::ColumnCount; ++column)
        step("sort", [&] { table.sortByColumn(column, Qt::DescendingOrder); }, [] { return true; });
    step("select all", [&] { table.selectAll(); }, [] { return true; });
    QListWidget &sidebar = part<QListWidget>(*window, u"sidebar"_s);
    step("group", [&] { sidebar.setCurrentRow(2); }, [&] { return table.model()->rowCount() == 0; });
    step("all", [&] { sidebar.setCurrentRow(0); }, [&] { return table.model()->rowCount() == 10'000; });
    QList<JobId> everyOther;
    for (int i = 0; i < jobs.size(); i += 2)
        everyOther.append(jobs[i].id);
    QFuture<Result<void>> removed;
    step(
        "delete every other", [&] { removed = world.engine.removeJobs(everyOther); },
        [&] { return table.model()->rowCount() == 5'000; });
}

REVEILLE_TEST(ManyJobsTest)

#include "tst_manyjobs.moc"
