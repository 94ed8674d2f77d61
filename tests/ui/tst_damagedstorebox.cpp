// SPDX-License-Identifier: MIT
#include "tests/support/fakeclock.h"
#include "tests/support/test.h"
#include "tests/ui/uiworld.h"
#include "ui/main/damagedstorebox.h"

#include <QPushButton>

using namespace reveille;
using namespace Qt::StringLiterals;

class DamagedStoreBoxTest final : public Test
{
    Q_OBJECT

private Q_SLOTS:
    void backup_isOfferedWithItsDate();
    void noBackup_isNotOffered();
    void choice_isWhatWasPressed_data();
    void choice_isWhatWasPressed();
    void escape_quits();

private:
    const QString m_reason = u"sqlite:/home/<b>me</b>/jobs.sqlite is damaged: noise"_s;
    const Zone m_zone;
    const OptionalTime m_backup = at("2026-11-23T06:30:00Z");
};

void DamagedStoreBoxTest::backup_isOfferedWithItsDate()
{
    const DamagedStoreBox box(m_reason, m_backup, m_zone);
    QVERIFY2(box.text().contains(m_reason), qPrintable(box.text()));
    QCOMPARE(box.textFormat(), Qt::PlainText);
    QVERIFY2(box.informativeText().contains(u"23 Nov 2026 06:30"_s), qPrintable(box.informativeText()));
    QCOMPARE(box.defaultButton()->objectName(), u"restoreBackup"_s);
    QCOMPARE(box.choice(), DamagedStoreBox::Choice::Quit);
}

void DamagedStoreBoxTest::noBackup_isNotOffered()
{
    const DamagedStoreBox box(m_reason, std::nullopt, m_zone);
    QVERIFY(!box.findChild<QPushButton *>(u"restoreBackup"_s));
    QCOMPARE(box.defaultButton()->objectName(), u"quit"_s);
}

void DamagedStoreBoxTest::choice_isWhatWasPressed_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<DamagedStoreBox::Choice>("choice");
    QTest::newRow("restore") << u"restoreBackup"_s << DamagedStoreBox::Choice::RestoreBackup;
    QTest::newRow("empty") << u"beginEmpty"_s << DamagedStoreBox::Choice::BeginEmpty;
    QTest::newRow("quit") << u"quit"_s << DamagedStoreBox::Choice::Quit;
}

void DamagedStoreBoxTest::choice_isWhatWasPressed()
{
    QFETCH(QString, button);
    QFETCH(DamagedStoreBox::Choice, choice);
    DamagedStoreBox box(m_reason, m_backup, m_zone);
    box.show();
    press(box, button);
    QVERIFY(!box.isVisible());
    QCOMPARE(box.choice(), choice);
}

void DamagedStoreBoxTest::escape_quits()
{
    DamagedStoreBox box(m_reason, m_backup, m_zone);
    box.show();
    QTest::keyClick(&box, Qt::Key_Escape);
    QVERIFY(!box.isVisible());
    QCOMPARE(box.choice(), DamagedStoreBox::Choice::Quit);
}

REVEILLE_TEST(DamagedStoreBoxTest)

#include "tst_damagedstorebox.moc"
