// SPDX-License-Identifier: MIT
#include "core/base/translations.h"
#include "core/triggers/cronparser.h"
#include "core/triggers/cronschedule.h"
#include "core/triggers/cronwords.h"
#include "core/triggers/triggerkinds.h"
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTest>
#include <QTranslator>

#include <random>

using namespace reveille;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The application speaks it as long as this lives.
class Language
{
public:
    explicit Language(const QString &name)
    {
        provideTranslations();
        if (!m_translator.load(u":/i18n/reveille_%1.qm"_s.arg(name)))
            qFatal("%s has no translation", qPrintable(name));
        QLocale::setDefault(QLocale(name));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Language()
    {
        QCoreApplication::removeTranslator(&m_translator);
        QLocale::setDefault(QLocale::c());
    }
    Q_DISABLE_COPY_MOVE(Language)

private:
    QTranslator m_translator;
};

// The first matches after some instants, which tell schedules apart.
QString matchesOf(const CronFields &fields)
{
    const CronSchedule schedule(fields);
    QString matches;
    for (const int day : {0, 58, 120, 700}) { // ends of months, leap years
        LocalSeconds t = date::local_days(date::year(2026) / 1 / 1) + date::days(day);
        for (int i = 0; i < 12; ++i) {
            t = schedule.next(t);
            matches += QString::number(t.time_since_epoch().count()) + u' ';
            if (t == LocalSeconds::max())
                break;
            t += 1s;
        }
    }
    return matches;
}

} // namespace

// Schedules in words, in the three languages.
class WordsTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void describe_trigger_readsWellInEachLanguage_data();
    void describe_trigger_readsWellInEachLanguage();
    void describe_everyCheckedForm_isNeverEmpty();
    void describe_differentSchedules_haveDifferentWords_data();
    void describe_differentSchedules_haveDifferentWords();

private:
    const TriggerKinds m_kinds = TriggerKinds::builtIn();

    Trigger trigger(const QString &json) const
    {
        return Trigger::parse(QJsonDocument::fromJson(json.toUtf8()).object(), {m_kinds, Zone(), at("2026-11-20T00:00:00Z")}).value();
    }
    static QString describeIn(const Trigger &trigger, const QString &language)
    {
        const Language spoken(language);
        return trigger.describe();
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
    QTest::newRow("odd minutes") << crontab("*/7 3,9,21 * 6-8 *")
        << u"Every day in June, July, and August, at the minutes 0, 7, 14, …, 56 of the hours 3, 9, and 21"_s
        << u"六月、七月和八月每天，3、9和21 点的第 0、7、14、…、56 分钟"_s << u"6月、7月和8月每天，3、9和21 點的第 0、7、14、…、56 分鐘"_s;
    QTest::newRow("one of each") << crontab("5,10 0 12 * * *") << u"At the seconds 5 and 10 of minute 0 of hour 12"_s
                                 << u"12 点的第 0 分钟的第 5和10 秒"_s << u"12 點的第 0 分鐘的第 5和10 秒"_s;
    QTest::newRow("minute of every hour") << crontab("47 * * * *") << u"At minute 47 of every hour"_s << u"每小时的第 47 分钟"_s
                                          << u"每小時的第 47 分鐘"_s;
    QTest::newRow("either day") << crontab("0 0 13 * 5") << u"On day 13 of every month and also every Friday at 00:00"_s
                                << u"每月13日以及每个星期五 00:00"_s << u"每月13日以及每個星期五 00:00"_s;
    QTest::newRow("both days") << uR"({"type": "cron", "day": "1-7", "day_of_week": "mon,wed,fri", "hour": 9})"_s
                               << u"On the days 1–7 of every month if it is a Monday, Wednesday or Friday at 09:00"_s
                               << u"每月1–7日（仅当为星期一、星期三或星期五） 09:00"_s << u"每月1–7日（僅當為星期一、星期三或星期五） 09:00"_s;
    QTest::newRow("a year") << uR"({"type": "cron", "year": 2027, "month": 3})"_s << u"On March 1 in 2027 at 00:00"_s
                            << u"2027年的3月1日 00:00"_s << u"2027年的3月1日 00:00"_s;
    QTest::newRow("a week") << uR"({"type": "cron", "week": 53, "day_of_week": "mon", "hour": 8})"_s
                            << u"Every Monday in calendar week 53 at 08:00"_s << u"第 53 周的每个星期一 08:00"_s << u"第 53 週的每個星期一 08:00"_s;
    QTest::newRow("calendar interval") << uR"({"type": "calendarinterval", "months": 1, "days": 6, "hour": 9, "start_date": "2026-01-31"})"_s
                                       << u"Every month and 6 days at 09:00, from Saturday, January 31, 2026"_s
                                       << u"每 1 个月零6 天 09:00，自 2026年1月31日星期六 起"_s << u"每 1 個月零6 天 09:00，自 2026年1月31日 星期六 起"_s;
    const QString saturday = crontab("0 10 * * sat");
    const QString sunday = crontab("0 12 * * sun");
    QTest::newRow("or") << uR"({"type": "or", "triggers": [%1, %2]})"_s.arg(saturday, sunday)
                        << u"“Every Saturday at 10:00” or “Every Sunday at 12:00”"_s << u"“每个星期六 10:00”或“每个星期日 12:00”"_s
                        << u"「每個星期六 10:00」或「每個星期日 12:00」"_s;
    QTest::newRow("nested") << uR"({"type": "and", "triggers": [%1, {"type": "or", "triggers": [%1, %2]}]})"_s.arg(saturday, sunday)
                            << u"When “Every Saturday at 10:00” and ‘“Every Saturday at 10:00” or “Every Sunday at 12:00”’ coincide"_s
                            << u"当“每个星期六 10:00”与‘“每个星期六 10:00”或“每个星期日 12:00”’同时到点时"_s
                            << u"當「每個星期六 10:00」與『「每個星期六 10:00」或「每個星期日 12:00」』同時到點時"_s;
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

void WordsTest::describe_differentSchedules_haveDifferentWords_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "zh_CN", "zh_TW"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void WordsTest::describe_differentSchedules_haveDifferentWords()
{
    QFETCH(QString, language);
    const Language spoken(language);
    const QList<QStringList> columns{
        {u"0"_s, u"30"_s, u"*/10"_s, u"5,6"_s},
        {u"0"_s, u"7"_s, u"*"_s, u"*/5"_s, u"*/7"_s, u"3-59/7"_s, u"0,47"_s, u"1-4"_s, u"0,7,14,21,28"_s},
        {u"0"_s, u"12"_s, u"*"_s, u"*/2"_s, u"1-23/2"_s, u"8-18"_s, u"3,9"_s, u"3,9,21"_s},
        {u"*"_s, u"1"_s, u"31"_s, u"1-7"_s, u"*/2"_s, u"1,15"_s, u"L"_s, u"LW"_s, u"15W"_s, u"L,3,1W"_s},
        {u"*"_s, u"2"_s, u"1,7"_s, u"6-8"_s, u"nov-feb"_s},
        {u"*"_s, u"1-5"_s, u"sat,sun"_s, u"fri"_s, u"*/2"_s, u"fri#2"_s, u"friL"_s, u"mon,fri#5"_s},
    };
    std::mt19937 random(20261125);
    QHash<QString, std::pair<QString, QString>> seen; // by words: a line and its matches
    for (int i = 0; i < 8000; ++i) {
        QStringList line;
        for (const QStringList &column : columns)
            line.append(column[qsizetype(random() % std::size_t(column.size()))]);
        const CronFields fields = cron::parseCrontab(line.join(u' ')).value();
        const QString words = cron::describe(fields);
        const QString matches = matchesOf(fields);
        if (!seen.contains(words)) {
            seen.insert(words, {line.join(u' '), matches});
            continue;
        }
        const auto &[other, otherMatches] = seen[words];
        QVERIFY2(matches == otherMatches, qPrintable(words + u"\n  is said of "_s + line.join(u' ') + u"\n  as of      "_s + other));
    }
    QVERIFY(seen.size() > 6000);
}

REVEILLE_TEST(WordsTest)
#include "tst_words.moc"
