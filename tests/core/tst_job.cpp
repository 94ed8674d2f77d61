// SPDX-License-Identifier: MIT
#include "core/jobs/job.h"
#include "core/tasks/taskregistry.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QJsonDocument>
#include <QTest>

using namespace reveille;
using namespace Qt::StringLiterals;

class JobTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void parse_onlyATask_takesTheDefaultsOfItsType();
    void parse_canonicalForm_isEqualAgain();
    void parse_nameFromALongText_isOneLineThatCanBeReadAgain();
    void parse_jitterInTrigger_isLiftedToTheJob();
    void parse_nullGraceTime_meansNoLimit();
    void parse_host_isInLowerCaseOrAbsent();
    void toJsonText_anyJob_isTheCompactJson_data();
    void toJsonText_anyJob_isTheCompactJson();
    void parse_wrongKey_isNamed_data();
    void parse_wrongKey_isNamed();

private:
    const TriggerKinds m_kinds = TriggerKinds::builtIn();
    const TaskRegistry m_tasks = TaskRegistry::builtIn();

    Result<Job> parse(const char *json) const
    {
        return Job::parse(QJsonDocument::fromJson(json).object(), context());
    }
    JobContext context() const
    {
        return {{m_kinds, Zone(), at("2026-11-20T00:00:00Z")}, [this](const QJsonObject &task) { return m_tasks.check(task); }};
    }
};

void JobTest::parse_onlyATask_takesTheDefaultsOfItsType()
{
    const Job reminder = parse(R"({"task": {"type": "reminder", "message": "Tea"}})").value();
    QCOMPARE(reminder.name, u"Tea"_s);
    QVERIFY(!reminder.id.isEmpty());
    QVERIFY(reminder.misfireGraceTime == 10min);
    QVERIFY(reminder.delivery == Delivery::AtLeastOnce);
    QVERIFY(reminder.notifiesOn(NotifyOn::Error) && !reminder.notifiesOn(NotifyOn::Success));

    const Job command = parse(R"({"task": {"type": "command", "program": "/bin/true"}})").value();
    QVERIFY(command.misfireGraceTime == 24h);
    QVERIFY(command.delivery == Delivery::AtMostOnce);

    const Job get = parse(R"({"task": {"type": "http", "url": "http://localhost/"}})").value();
    QVERIFY(get.delivery == Delivery::AtLeastOnce);
    const Job post = parse(R"({"task": {"type": "http", "method": "POST", "url": "http://localhost/"}})").value();
    QVERIFY(post.delivery == Delivery::AtMostOnce);
}

void JobTest::parse_canonicalForm_isEqualAgain()
{
    const Job job = parse(R"({"id": "backup", "name": "Nightly <b>backup</b>", "tags": ["db", "db"], "paused": true,
        "task": {"type": "command", "program": "/usr/bin/pg_dump", "arguments": ["-f", "all.sql"], "working_directory": "/srv",
                 "environment": {"PGUSER": "me"}, "timeout": 3600, "success_exit_codes": "0"},
        "trigger": {"type": "cron", "crontab": "0 2 * * *", "timezone": "Europe/Berlin"},
        "coalesce": "all", "misfire_grace_time": 86400, "max_instances": 2, "overlap": "queue",
        "retries": {"count": 2, "delay": 60, "backoff": 2.0}, "notify": {"on": ["error", "recovery"], "after_failures": 3},
        "jitter": 0.5, "delivery": "at_least_once", "when_finished": "remove", "store": "default", "executor": "default",
        "next_run_time": "2026-11-21T01:00:00Z", "status": "scheduled"})").value();
    QCOMPARE(job.tags, QStringList{u"db"_s});
    QCOMPARE(job.name, u"Nightly <b>backup</b>"_s);
    QVERIFY(job.jitter == 500ms);
    QVERIFY(Job::parse(job.toJson(), context()).value() == job);
}

void JobTest::parse_nameFromALongText_isOneLineThatCanBeReadAgain()
{
    const QString message = u"First line\nsecond\u001b[31m line "_s + QString(1000, u'x');
    const QJsonObject json{{u"task"_s, QJsonObject{{u"type"_s, u"reminder"_s}, {u"message"_s, message}}}};
    const Job job = Job::parse(json, context()).value();
    QVERIFY(job.name.startsWith(u"First line second [31m line x"_s));
    QVERIFY(job.name.size() <= 80);
    QVERIFY(Job::parse(job.toJson(), context()).value() == job);
}

void JobTest::parse_jitterInTrigger_isLiftedToTheJob()
{
    const char *const task = R"("task": {"type": "reminder", "message": "x"}, "trigger": {"type": "interval", "hours": 1, "jitter": 30})";
    const Job job = parse(qPrintable(u"{%1}"_s.arg(QLatin1StringView(task)))).value();
    QVERIFY(job.jitter == 30s);
    QVERIFY(!job.trigger->toJson().contains(u"jitter"_s));
    QVERIFY(parse(qPrintable(u"{%1, \"jitter\": 5}"_s.arg(QLatin1StringView(task)))).value().jitter == 5s);

    const char *const nested = R"({"task": {"type": "reminder", "message": "x"}, "trigger": {"type": "or", "triggers": [
        {"type": "interval", "hours": 1, "jitter": 10}, {"type": "interval", "hours": 2, "jitter": 20}]}})";
    QVERIFY(parse(nested).value().jitter == 20s);
}

void JobTest::parse_nullGraceTime_meansNoLimit()
{
    const Job job = parse(R"({"task": {"type": "reminder", "message": "x"}, "misfire_grace_time": null})").value();
    QVERIFY(!job.misfireGraceTime);
    QVERIFY(!Job::parse(job.toJson(), context()).value().misfireGraceTime);
}

void JobTest::parse_host_isInLowerCaseOrAbsent()
{
    const Job job = parse(R"({"task": {"type": "reminder", "message": "x"}, "host": " Box-1.Example "})").value();
    QCOMPARE(job.host, u"box-1.example"_s);
    QCOMPARE(job.toJson().value(u"host"_s), QJsonValue(u"box-1.example"_s));
    QVERIFY(Job::parse(job.toJson(), context()).value() == job);
    QVERIFY(job.runsOn(u"box-1.example"_s) && !job.runsOn(u"box-1"_s));

    const Job any = parse(R"({"task": {"type": "reminder", "message": "x"}, "host": null})").value();
    QVERIFY(any.host.isEmpty() && any.runsOn(u"box"_s));
    QVERIFY(!any.toJson().contains(u"host"_s));
}

void JobTest::toJsonText_anyJob_isTheCompactJson_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("defaults", R"({"id": "a", "task": {"type": "reminder", "message": "Tea"}})");
    row("all", R"({"id": "backup", "name": "Nightly <b>&amp;</b> / \"backup\"", "tags": ["db", "每天", "a\\b"], "paused": true,
        "task": {"type": "command", "program": "/usr/bin/pg_dump", "arguments": ["-f", "all.sql", ""], "working_directory": "/srv",
                 "environment": {"PGUSER": "me", "Ä": "\u0001\n\t"}, "timeout": 3600.25, "success_exit_codes": "0"},
        "trigger": {"type": "cron", "crontab": "0 2 * * *", "timezone": "Europe/Berlin"},
        "coalesce": "all", "misfire_grace_time": 0.001, "max_instances": 2, "overlap": "queue",
        "retries": {"count": 2, "delay": 60.5, "backoff": 1.1}, "notify": {"on": ["error", "recovery"], "after_failures": 3},
        "jitter": 0.5, "delivery": "at_least_once", "when_finished": "remove", "store": "other", "executor": "mine", "host": "box"})");
    row("no limits", R"({"id": "😀", "task": {"type": "reminder", "message": "\u007f\ud800"}, "misfire_grace_time": null, "notify": {"on": []}})");
    row("function", R"({"id": "f", "task": {"type": "function", "name": "x", "arguments": {"big": 12345678901234567, "real": 1e300,
        "small": -0.25, "none": null, "list": [1, [2, {"x": false}]], "object": {}}}, "trigger": {"type": "or", "triggers": [
        {"type": "interval", "seconds": 0.5, "start_date": "2026-11-20T08:00:00Z"}, {"type": "date", "run_date": "2026-12-01T09:00:00"}]}})");
}

void JobTest::toJsonText_anyJob_isTheCompactJson()
{
    QFETCH(QByteArray, json);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QVERIFY(!object.isEmpty());
    JobContext anyTask = context();
    anyTask.checkTask = [](const QJsonObject &given) { return Result<CheckedTask>(CheckedTask{.json = given}); };
    const Result<Job> job = Job::parse(object, anyTask);
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    const QByteArray text = job->toJsonText();
    const QJsonDocument read = QJsonDocument::fromJson(text);
    QCOMPARE(read.toJson(QJsonDocument::Compact).size(), text.size());
    QCOMPARE(Job::parse(read.object(), anyTask).value().toJsonText(), text);
    for (const QString &key : {u"id"_s, u"name"_s, u"tags"_s, u"task"_s, u"misfire_grace_time"_s, u"retries"_s, u"jitter"_s}) {
        if (object.contains(key))
            QCOMPARE(read[key], object[key]);
    }
}

void JobTest::parse_wrongKey_isNamed_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *rest, const char *key) { QTest::newRow(rest) << QString::fromLatin1(rest) << QString::fromLatin1(key); };
    row(R"("nmae": "x")", "nmae");
    row(R"("id": 5)", "id");
    row(R"("name": "a\u0007b")", "name");
    row(R"("tags": "x")", "tags");
    row(R"("tags": ["a\nb"])", "tags");
    row(R"("trigger": {"type": "cron", "hour": 24})", "hour");
    // What is missing is likely the key that is misspelt.
    row(R"("trigger": {"type": "interval", "secnds": 5})", "secnds");
    row(R"("trigger": {"type": "interval", "seconds": 0})", "seconds");
    row(R"("trigger": {"type": "date", "run_dat": "2027-01-01"})", "run_dat");
    row(R"("trigger": {"type": "date"})", "run_date");
    row(R"("trigger": {"type": "calendarinterval", "dayz": 1})", "dayz");
    row(R"("coalesce": "some")", "coalesce");
    row(R"("misfire_grace_time": 0)", "misfire_grace_time");
    row(R"("max_instances": 0)", "max_instances");
    row(R"("max_instances": 1.5)", "max_instances");
    row(R"("overlap": "both")", "overlap");
    row(R"("retries": {"count": -1})", "count");
    row(R"("retries": {"tries": 1})", "tries");
    row(R"("notify": {"on": ["joy"]})", "on");
    row(R"("jitter": -1)", "jitter");
    row(R"("delivery": "maybe")", "delivery");
    row(R"("paused": "yes")", "paused");
    row(R"("host": 5)", "host");
    row(R"("host": "")", "host");
    row(R"("host": "my box")", "host");
    row(R"("host": "a/b")", "host");
}

void JobTest::parse_wrongKey_isNamed()
{
    QFETCH(QString, rest);
    QFETCH(QString, key);
    const Result<Job> job = parse(qPrintable(uR"({"task": {"type": "reminder", "message": "x"}, %1})"_s.arg(rest)));
    QVERIFY(!job);
    QCOMPARE(job.error().key, key);
}

REVEILLE_TEST(JobTest)
#include "tst_job.moc"
