// SPDX-License-Identifier: MIT
#include "ui/editor/firepreview.h"

#include "core/time/clock.h"
#include "ui/editor/firedelegate.h"
#include "ui/text/clocknote.h"
#include "ui/text/timetext.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

FirePreview::FirePreview(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_words(new QLabel(this))
    , m_caption(new QLabel(this))
    , m_list(new QListWidget(this))
{
    m_pool.setMaxThreadCount(1);
    m_words->setObjectName(u"scheduleInWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    QFont font = m_words->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.1);
    m_words->setFont(font);
    m_words->setAccessibleName(tr("The schedule in words"));
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_list->setObjectName(u"preview"_s);
    m_list->setAccessibleName(tr("The next runs"));
    m_list->setItemDelegate(new FireDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(2);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    const int rowHeight = fontMetrics().height() + 6;
    m_list->setMinimumHeight(rowHeight * Count + 2 * m_list->frameWidth() + 8);
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_caption);
    layout->addWidget(m_list, 1);
    clear();
}

FirePreview::~FirePreview()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void FirePreview::setTrigger(const Trigger &trigger)
{
    m_ready = false;
    m_words->setText(trigger.describe());
    const quint64 question = ++m_question;
    const TimePoint now = m_clock.now();
    m_pool.clear(); // an older question that has not begun needs no answer
    m_pool.start([this, trigger, now, question] {
        const std::vector<Row> rows = rowsOf(trigger, now);
        QMetaObject::invokeMethod(this, [this, rows, question, zone = trigger.zone()] {
            if (question == m_question)
                show(rows, zone);
        });
    });
}

void FirePreview::clear()
{
    ++m_question;
    m_ready = false;
    m_fires = false;
    m_words->setText(tr("—"));
    m_caption->setText(tr("The next runs appear here."));
    m_list->clear();
}

std::vector<FirePreview::Row> FirePreview::rowsOf(const Trigger &trigger, TimePoint after)
{
    std::vector<Row> rows;
    for (const TimePoint t : nextFireTimes(trigger, after, Count))
        rows.push_back({TimeText::full(t, trigger.zone()), toDateTime(t, trigger.zone()).timeZoneAbbreviation(),
                        clockNote(trigger, t)});
    return rows;
}

void FirePreview::show(const std::vector<Row> &rows, const Zone &zone)
{
    m_fires = !rows.empty();
    m_ready = true;
    m_caption->setText(rows.empty() ? tr("It never fires from now on.")
                                    : tr("Next runs, in the time of %1:").arg(zone.name()));
    // Rows are rewritten in place, so that a reader of the list is not thrown back to its top.
    while (m_list->count() > int(rows.size()))
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < int(rows.size()))
        m_list->addItem(QString());
    // The offset is worth a word where it changes.
    const bool changes =
        std::any_of(rows.cbegin(), rows.cend(), [&](const Row &row) { return row.offset != rows.front().offset; });
    for (size_t i = 0; i < rows.size(); ++i) {
        QListWidgetItem *item = m_list->item(int(i));
        item->setText(rows[i].time);
        item->setData(FireDelegate::OffsetRole, changes ? rows[i].offset : QString());
        item->setData(FireDelegate::NoteRole, rows[i].note);
        QStringList spoken{rows[i].time, item->data(FireDelegate::OffsetRole).toString(), rows[i].note};
        spoken.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, spoken.join(u", "_s));
    }
    Q_EMIT ready();
}

} // namespace reveille
