// SPDX-License-Identifier: MIT
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace reveille;
using namespace Qt::StringLiterals;

// Schedules in words, in the three languages.
class WordsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void describe_trigger_readsWellInEachLanguage_data();
    void describe_trigger_readsWellInEachLanguage();
    void describe_everyCheckedForm_isNeverEmpty();

private:
    const TriggerKinds m_kinds = TriggerKinds::builtIn();

    Trigger trigger(const QString &json) const
    {
        return Trigger::parse(QJsonDocument::fromJson(json.toUtf8()).object(), {m_kinds, Zone(), at("2026-11-20T00:00:00Z")}).value();
    }
    static QString describeIn(const Trigger &trigger, const QString &language)
    {
        QTranslator translator;
        if (!translator.load(u":/i18n/reveille_%1.qm"_s.arg(language)))
            return u"no translation"_s;
        QLocale::setDefault(QLocale(language));
        QCoreApplication::installTranslator(&translator);
        const QString words = trigger.describe();
        QCoreApplication::removeTranslator(&translator);
        return words;
    }
};

void WordsTest::describe_trigger_readsWellInEachLanguage_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("simplified");
    QTest::addColumn<QString>("traditional");

    const auto crontab = [](const char *line) { return uR"({"type": "cron", "crontab": "%1"})"_s.arg(QLatin1StringView(line)); };
    QTest::newRow("weekdays") << crontab("30 6 * * 1-5") << u"Every weekday at 06:30"_s << u"每个工作日 06:30"_s << u"每個工作日 06:30"_s;
    QTest::newRow("daily") << crontab("0 2 * * *") << u"Every day at 02:00"_s << u"每天 02:00"_s << u"每天 02:00"_s;
    QTest::newRow("minutes") << crontab("*/15 * * * *") << u"Every 15 minutes"_s << u"每 15 分钟"_s << u"每 15 分鐘"_s;
    QTest::newRow("minute") << crontab("* * * * *") << u"Every minute"_s << u"每 1 分钟"_s << u"每 1 分鐘"_s;
    QTest::newRow("hour") << crontab("0 * * * *") << u"Every hour"_s << u"每小时"_s << u"每小時"_s;
    QTest::newRow("last weekday") << crontab("0 9 LW * *") << u"On the last weekday (Monday to Friday) of every month at 09:00"_s
                                  << u"每月最后一个工作日 09:00"_s << u"每月最後一個工作日 09:00"_s;
    QTest::newRow("interval") << uR"({"type": "interval", "minutes": 10})"_s << u"Every 10 minutes"_s << u"每 10 分钟"_s << u"每 10 分鐘"_s;
    QTest::newRow("one") << uR"({"type": "interval", "hours": 1})"_s << u"Every hour"_s << u"每 1 小时"_s << u"每 1 小時"_s;
}

void WordsTest::describe_trigger_readsWellInEachLanguage()
{
    QFETCH(QString, json);
    QFETCH(QString, english);
    QFETCH(QString, simplified);
    QFETCH(QString, traditional);
    QCOMPARE(describeIn(trigger(json), u"en"_s), english);
    QCOMPARE(describeIn(trigger(json), u"zh_CN"_s), simplified);
    QCOMPARE(describeIn(trigger(json), u"zh_TW"_s), traditional);
}

void WordsTest::describe_everyCheckedForm_isNeverEmpty()
{
    for (const char *line : {"*/7 3,9,21 * 6-8 *", "0 0 13 * 5", "0 9-17/2 * * 1-5", "0 0 29 2 *", "5 4 * * sun", "15 14 1 * *",
                             "1-5 * * * * *", "*/10 0-5 0 L * fri#2", "0 0 15W,L 1,7 *", "@yearly"}) {
        const Trigger cron = trigger(uR"({"type": "cron", "crontab": "%1"})"_s.arg(QLatin1StringView(line)));
        for (const QString &language : {u"en"_s, u"zh_CN"_s, u"zh_TW"_s}) {
            const QString words = describeIn(cron, language);
            QVERIFY2(words.size() > 3 && !words.contains(u'%') && !words.contains(u"(s)"_s), qPrintable(words));
        }
    }
}

REVEILLE_TEST(WordsTest)
#include "tst_words.moc"
