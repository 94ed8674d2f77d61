// SPDX-License-Identifier: MIT
#include "ui/editor/timelist.h"

#include "ui/text/icons.h"

#include <QGridLayout>
#include <QTimeEdit>
#include <QToolButton>

#include <algorithm>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostTimes = 24;
constexpr int TimesPerRow = 4;

} // namespace

TimeList::TimeList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_add->setObjectName(u"addTime"_s);
    m_add->setIcon(icon(u"add"_s));
    m_add->setToolTip(tr("Add a time"));
    m_add->setAccessibleName(tr("Add a time"));
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_remove->setObjectName(u"removeTime"_s);
    m_remove->setIcon(icon(u"remove"_s));
    m_remove->setToolTip(tr("Remove the last time"));
    m_remove->setAccessibleName(tr("Remove the last time"));
    m_remove->setFocusPolicy(Qt::StrongFocus);
    connect(m_add, &QToolButton::clicked, this, [this] {
        append(m_edits.constLast()->time().addSecs(3600));
        m_edits.constLast()->setFocus();
        Q_EMIT changed();
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        removeLast();
        Q_EMIT changed();
    });
    append(QTime(9, 0));
}

QList<QTime> TimeList::times() const
{
    QList<QTime> times;
    for (const QTimeEdit *edit : m_edits)
        times.append(edit->time());
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

void TimeList::setTimes(const QList<QTime> &times)
{
    Q_ASSERT(!times.isEmpty());
    while (m_edits.size() > times.size())
        removeLast();
    while (m_edits.size() < times.size())
        append({});
    for (qsizetype i = 0; i < times.size(); ++i) {
        // Seconds stay in sight where a schedule has them.
        m_edits[i]->setDisplayFormat(times[i].second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
        m_edits[i]->setTime(times[i]);
    }
    Q_EMIT changed();
}

void TimeList::append(QTime time)
{
    auto *edit = new QTimeEdit(time, this);
    edit->setObjectName(u"time%1"_s.arg(m_edits.size()));
    edit->setDisplayFormat(u"HH:mm"_s);
    edit->setAccessibleName(tr("Time %1").arg(m_edits.size() + 1));
    connect(edit, &QTimeEdit::timeChanged, this, &TimeList::changed);
    m_edits.append(edit);
    edit->show();
    arrange();
}

void TimeList::removeLast()
{
    delete m_edits.takeLast();
    arrange();
}

void TimeList::arrange()
{
    int place = 0;
    QWidget *before = nullptr;
    const auto put = [&](QWidget *widget) {
        m_grid->addWidget(widget, place / TimesPerRow, place % TimesPerRow);
        if (before)
            setTabOrder(before, widget);
        before = widget;
        ++place;
    };
    for (QTimeEdit *edit : std::as_const(m_edits))
        put(edit);
    const int row = (place - 1) / TimesPerRow;
    m_grid->addWidget(m_remove, row, TimesPerRow);
    m_grid->addWidget(m_add, row, TimesPerRow + 1);
    setTabOrder(before, m_remove);
    setTabOrder(m_remove, m_add);
    m_grid->setColumnStretch(TimesPerRow + 2, 1);
    m_remove->setEnabled(m_edits.size() > 1);
    m_add->setEnabled(m_edits.size() < MostTimes);
    setFocusProxy(m_edits.constFirst());
}

} // namespace reveille
