// SPDX-License-Identifier: MIT
#include "ui/editor/calendarpage.h"
#include "ui/editor/combinedpage.h"
#include "ui/editor/cronpage.h"
#include "ui/editor/everypage.h"
#include "ui/editor/keptschedulepage.h"
#include "ui/editor/oncepage.h"

#include <QCoreApplication>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

template<typename Page>
TriggerPage *create(const Engine &engine, QWidget *parent)
{
    return new Page(engine, parent);
}

} // namespace

QList<TriggerPageKind> triggerPages()
{
    return {
        {u"once"_s, QCoreApplication::translate("TriggerPages", "Once"), create<OncePage>},
        {u"every"_s, QCoreApplication::translate("TriggerPages", "Every …"), create<EveryPage>},
        {u"calendar"_s, QCoreApplication::translate("TriggerPages", "Calendar"), create<CalendarPage>},
        {u"cron"_s, QCoreApplication::translate("TriggerPages", "On days at times"), create<CronPage>},
        {u"combined"_s, QCoreApplication::translate("TriggerPages", "Combined"), create<CombinedPage>},
        {u"kept"_s, QCoreApplication::translate("TriggerPages", "As it is"), create<KeptSchedulePage>},
    };
}

} // namespace reveille
