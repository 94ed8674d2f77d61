// SPDX-License-Identifier: MIT
#include "ui/editor/commandpage.h"
#include "ui/editor/httppage.h"
#include "ui/editor/kepttaskpage.h"
#include "ui/editor/reminderpage.h"

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

template<typename Page>
TaskPage *create(QWidget *parent)
{
    return new Page(parent);
}

} // namespace

QList<TaskPageKind> taskPages()
{
    return {
        {u"reminder"_s, create<ReminderPage>},
        {u"command"_s, create<CommandPage>},
        {u"http"_s, create<HttpPage>},
        {QString(), create<KeptTaskPage>},
    };
}

} // namespace reveille
