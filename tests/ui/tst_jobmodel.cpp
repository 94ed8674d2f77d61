// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/jobs/jobfilter.h"
#include "ui/text/timetext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace reveille;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class JobModelTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void news_areMergedById();
    void removal_ofScatteredRows_keepsTheOthers();
    void filter_byWordsInAnyOfTheTexts();
    void sort_byNextRun_withoutOneLast();
    void nextRun_inAnotherZone_saysSo();
    void remaining_inItsTwoLargestUnits_data();
    void remaining_inItsTwoLargestUnits();

private:
    static QByteArray jobJson(const QString &name, const QString &more = {});
    QStringList names(const QAbstractItemModel &model) const;

    std::unique_ptr<UiWorld> m_world;
};

void JobModelTest::init()
{
    Test::init();
    m_world = std::make_unique<UiWorld>();
    m_world->start();
}

QByteArray JobModelTest::jobJson(const QString &name, const QString &more)
{
    return uR"({"name": "%1", "task": {"type": "reminder", "message": "m"}, "trigger": {"type": "cron", "hour": 9}%2})"_s
        .arg(name, more).toUtf8();
}

QStringList JobModelTest::names(const QAbstractItemModel &model) const
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, JobModel::NameColumn).data().toString());
    return names;
}

void JobModelTest::news_areMergedById()
{
    JobModel &model = m_world->jobs;
    const QAbstractItemModelTester tester(&model);
    const Job a = m_world->add(jobJson(u"a"_s));
    m_world->add(jobJson(u"b"_s));
    QSignalSpy resets(&model, &JobModel::modelReset);
    QSignalSpy inserts(&model, &JobModel::rowsInserted);
    QSignalSpy changes(&model, &JobModel::dataChanged);
    Job renamed = a;
    renamed.name = u"c"_s;
    auto answer = m_world->engine.modifyJobs({renamed});
    QTRY_COMPARE(names(model), (QStringList{u"c"_s, u"b"_s}));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 0);
    QCOMPARE(changes.constFirst().constFirst().value<QModelIndex>().row(), 0);
}

void JobModelTest::removal_ofScatteredRows_keepsTheOthers()
{
    JobModel &model = m_world->jobs;
    const QAbstractItemModelTester tester(&model);
    JobFilter filter(model);
    const QAbstractItemModelTester filterTester(&filter);
    QList<Job> jobs;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s})
        jobs.append(m_world->job(jobJson(name)));
    m_world->add(jobs);
    auto answer = m_world->engine.removeJobs({jobs[4].id, jobs[0].id, jobs[3].id});
    QTRY_COMPARE(names(model), (QStringList{u"b"_s, u"c"_s, u"f"_s}));
    for (const int left : {1, 2, 5})
        QCOMPARE(model.indexOf(jobs[left].id).data().toString(), jobs[left].name);
    QVERIFY(!model.find(jobs[0].id));
}

void JobModelTest::filter_byWordsInAnyOfTheTexts()
{
    JobFilter filter(m_world->jobs);
    const QAbstractItemModelTester tester(&filter);
    m_world->add(jobJson(u"Äpfel"_s, uR"(, "tags": ["home"])"_s));
    m_world->add(jobJson(u"Work"_s, uR"(, "paused": true)"_s));
    filter.setSearch(u"ÄPFEL"_s);
    QCOMPARE(names(filter), QStringList{u"Äpfel"_s});
    filter.setSearch(u"09:00 home"_s);
    QCOMPARE(names(filter), QStringList{u"Äpfel"_s});
    filter.setSearch({});
    filter.setGroup(JobGroup::Paused);
    QCOMPARE(names(filter), QStringList{u"Work"_s});
}

void JobModelTest::sort_byNextRun_withoutOneLast()
{
    JobFilter filter(m_world->jobs);
    filter.sort(JobModel::NextColumn);
    m_world->add(jobJson(u"paused"_s, uR"(, "paused": true)"_s));
    m_world->add(R"({"name": "far", "task": {"type": "reminder", "message": "m"}, "trigger": {"type": "date", "run_date": "2190-01-01"}})");
    m_world->add(R"({"name": "near", "task": {"type": "reminder", "message": "m"}, "trigger": {"type": "interval", "hours": 1}})");
    QCOMPARE(names(filter), (QStringList{u"near"_s, u"far"_s, u"paused"_s}));
}

void JobModelTest::nextRun_inAnotherZone_saysSo()
{
    const Zone system = Zone::system();
    const QString other = system.name() == "Asia/Tokyo"_L1 ? u"Asia/Shanghai"_s : u"Asia/Tokyo"_s;
    m_world->add(uR"({"name": "a", "task": {"type": "reminder", "message": "m"}, "trigger": {"type": "cron", "hour": 9, "timezone": "%1"}})"_s.arg(other).toUtf8());
    m_world->add(jobJson(u"b"_s));
    QVERIFY(m_world->jobs.index(0, JobModel::NextColumn).data().toString().endsWith(u"09:00 (%1)"_s.arg(other)));
    QVERIFY(m_world->jobs.index(1, JobModel::NextColumn).data().toString().endsWith(u"09:00"_s));
}

void JobModelTest::remaining_inItsTwoLargestUnits_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("text");
    const auto row = [](milliseconds left, const char *text) {
        QTest::newRow(text) << qint64(left.count()) << QString::fromUtf8(text);
    };
    row(-1s, "now");
    row(1ms, "1 s");
    row(59s, "59 s");
    row(60s, "1 min");
    row(61s, "2 min");
    row(60min, "1 h 0 min");
    row(5h + 12min, "5 h 12 min");
    row(76h, "3 d 4 h");
}

void JobModelTest::remaining_inItsTwoLargestUnits()
{
    QFETCH(qint64, left);
    QFETCH(QString, text);
    QCOMPARE(TimeText::remaining(milliseconds(left)), text);
}

REVEILLE_TEST(JobModelTest)

#include "tst_jobmodel.moc"
