// SPDX-License-Identifier: MIT
#include "ui/editor/datefield.h"

#include "core/time/writtendate.h"
#include "ui/editor/walltime.h"

#include <QKeyEvent>

namespace reveille {

using namespace Qt::StringLiterals;

DateField::DateField(Precision precision, const QDateTime &proposal, QWidget *parent)
    : QDateTimeEdit(parent)
    , m_precision(precision)
{
    setTimeSpec(Qt::UTC);
    setCalendarPopup(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setMinimumWidth(fontMetrics().horizontalAdvance(u"0000-00-00 00:00"_s) + 44);
    setToolTip(
        tr("%1 opens the calendar").arg(QKeySequence(Qt::ALT | Qt::Key_Down).toString(QKeySequence::NativeText)));
    show(precision, proposal);
    connect(this, &QDateTimeEdit::dateTimeChanged, this, [this] { m_given.clear(); });
}

void DateField::show(Precision precision, const QDateTime &time)
{
    m_precision = precision;
    setDisplayFormat(precision == Precision::Day ? u"yyyy-MM-dd"_s
                     : time.time().msec() != 0   ? u"yyyy-MM-dd HH:mm:ss.zzz"_s
                     : time.time().second() != 0 ? u"yyyy-MM-dd HH:mm:ss"_s
                                                 : u"yyyy-MM-dd HH:mm"_s);
    setDateTime(time);
}

void DateField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_F4 && (event->key() != Qt::Key_Down || event->modifiers() != Qt::AltModifier)) {
        QDateTimeEdit::keyPressEvent(event);
        return;
    }
    // Qt opens the calendar for the mouse alone.
    const QPointF arrow(isRightToLeft() ? 4 : width() - 4, height() / 2);
    QMouseEvent press(QEvent::MouseButtonPress, arrow, mapToGlobal(arrow), Qt::LeftButton, Qt::LeftButton,
                      Qt::NoModifier);
    mousePressEvent(&press);
}

QString DateField::written(const QString &zone) const
{
    if (!m_given.isEmpty() && (m_givenZone.isEmpty() || m_givenZone == zone))
        return m_given;
    return m_precision == Precision::Day ? date().toString(Qt::ISODate) : toWritten(dateTime());
}

bool DateField::setWritten(const QString &text, const Zone &zone)
{
    const Result<WrittenDate> written = WrittenDate::parse(text, {});
    if (!written)
        return false;
    show(written->isDateOnly() ? Precision::Day : Precision::Minute, wallTime(text, zone));
    m_given = text;
    m_givenZone = written->isInstant() ? zone.name() : QString();
    return true;
}

} // namespace reveille
