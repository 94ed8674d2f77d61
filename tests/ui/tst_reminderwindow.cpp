// SPDX-License-Identifier: MIT
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/reminders/reminderwindow.h"
#include "ui/reminders/windownotifications.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

using namespace reveille;
using namespace Qt::StringLiterals;

class ReminderWindowTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void text_withMarkup_staysText();
    void button_pressed_reportsAndCloses();
    void several_stackWithoutOverlap();
    void sameId_takesItsPlace();

private:
    static Notification notification(const QString &id);
    static QList<ReminderWindow *> windows();
};

Notification ReminderWindowTest::notification(const QString &id)
{
    return {id,
            u"<b>x</b>"_s,
            u"<i>y</i>"_s,
            {{u"default"_s, u"Open"_s}, {u"snooze"_s, u"Snooze"_s}, {u"done"_s, u"Done"_s}}};
}

QList<ReminderWindow *> ReminderWindowTest::windows()
{
    QList<ReminderWindow *> found;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<ReminderWindow *>(widget); window && window->isVisible())
            found.append(window);
    }
    return found;
}

void ReminderWindowTest::text_withMarkup_staysText()
{
    const ReminderWindow window(notification(u"1"_s));
    for (const QString &label : {u"title"_s, u"body"_s})
        QCOMPARE(part<QLabel>(window, label).textFormat(), Qt::PlainText);
    QVERIFY(window.testAttribute(Qt::WA_ShowWithoutActivating));
}

void ReminderWindowTest::button_pressed_reportsAndCloses()
{
    WindowNotifications notifications;
    QSignalSpy invoked(&notifications, &NotificationBackend::actionInvoked);
    QVERIFY(notifications.show(notification(u"1"_s)).result());
    QCOMPARE(windows().size(), 1);
    press(*windows().constFirst(), u"action_snooze"_s);
    QCOMPARE(invoked.constFirst(), (QVariantList{u"1"_s, u"snooze"_s}));
    QCOMPARE(windows().size(), 0);
}

void ReminderWindowTest::several_stackWithoutOverlap()
{
    WindowNotifications notifications;
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s})
        QVERIFY(notifications.show(notification(id)).result());
    const QList<ReminderWindow *> shown = windows();
    QCOMPARE(shown.size(), 3);
    for (const ReminderWindow *a : shown) {
        for (const ReminderWindow *b : shown)
            QVERIFY(a == b || !a->geometry().intersects(b->geometry()));
    }
    notifications.withdraw(u"2"_s);
    QCOMPARE(windows().size(), 2);
}

void ReminderWindowTest::sameId_takesItsPlace()
{
    WindowNotifications notifications;
    QVERIFY(notifications.show(notification(u"1"_s)).result());
    QVERIFY(notifications.show(notification(u"1"_s)).result());
    QCOMPARE(windows().size(), 1);
}

REVEILLE_TEST(ReminderWindowTest)

#include "tst_reminderwindow.moc"
