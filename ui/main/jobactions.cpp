// SPDX-License-Identifier: MIT
#include "ui/main/jobactions.h"

#include "ui/jobs/jobrow.h"
#include "ui/text/icons.h"

namespace reveille {

using namespace Qt::StringLiterals;

JobActions::JobActions(QObject *parent)
    : QObject(parent)
    , create(make(u"newJob"_s, u"new"_s, tr("&New job…"), tr("Make a new job"), {QKeySequence::New}))
    , edit(make(u"editJob"_s, u"edit"_s, tr("&Edit…"), tr("Edit the chosen job"),
                {Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2}, Qt::WidgetWithChildrenShortcut))
    , duplicate(make(u"duplicateJob"_s, u"duplicate"_s, tr("D&uplicate…"), tr("Make a new job like the chosen one"),
                     {QKeySequence(Qt::CTRL | Qt::Key_D)}))
    , remove(make(u"deleteJob"_s, u"delete"_s, tr("&Delete"), tr("Delete the chosen jobs; Undo brings them back"),
                  {QKeySequence::Delete}, Qt::WidgetWithChildrenShortcut))
    , pause(make(u"pauseJob"_s, u"pause"_s, tr("&Pause"), {}, {Qt::Key_Space}, Qt::WidgetWithChildrenShortcut))
    , run(make(u"runJob"_s, u"run"_s, tr("&Run now"), tr("Run the chosen jobs now, whatever their schedule"),
               {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}))
    , cancel(make(u"cancelJob"_s, u"stop"_s, tr("End the &active run"), tr("End the run that is active now"), {}))
{
    showPause(false);
    setJobs({});
}

QAction *JobActions::make(const QString &name, const QString &iconName, const QString &text, const QString &toolTip,
                          const QList<QKeySequence> &keys, Qt::ShortcutContext context)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(context);
    action->setToolTip(
        keys.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, keys.constFirst().toString(QKeySequence::NativeText)));
    return action;
}

QList<QAction *> JobActions::all() const
{
    return {create, edit, duplicate, remove, pause, run, cancel};
}

void JobActions::setJobs(const QList<const JobRow *> &rows)
{
    const bool any = !rows.isEmpty();
    edit->setEnabled(rows.size() == 1 && rows.constFirst()->snapshot.status != JobStatus::Broken);
    duplicate->setEnabled(edit->isEnabled());
    remove->setEnabled(any);
    run->setEnabled(any);
    pause->setEnabled(any);
    cancel->setEnabled(std::any_of(rows.cbegin(), rows.cend(),
                                   [](const JobRow *row) { return row->snapshot.status == JobStatus::Running; }));
    showPause(any && std::all_of(rows.cbegin(), rows.cend(), [](const JobRow *row) { return row->isPaused(); }));
}

void JobActions::showPause(bool resumes)
{
    m_resumes = resumes;
    pause->setText(resumes ? tr("R&esume") : tr("&Pause"));
    pause->setIcon(icon(resumes ? u"resume"_s : u"pause"_s));
    const QString toolTip = resumes ? tr("Let the chosen jobs go on") : tr("Pause the chosen jobs");
    pause->setToolTip(u"%1 (%2)"_s.arg(toolTip, pause->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace reveille
