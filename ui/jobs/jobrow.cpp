// SPDX-License-Identifier: MIT
#include "ui/jobs/jobrow.h"

#include "ui/text/icons.h"
#include "ui/text/plaintext.h"

#include <QJsonArray>

namespace reveille {

using namespace Qt::StringLiterals;

JobRow::JobRow(const JobSnapshot &s) : snapshot(s)
{
    describe();
}

void JobRow::update(const JobSnapshot &news)
{
    const bool same = news.job == snapshot.job || *news.job == *snapshot.job;
    snapshot = news;
    if (!same)
        describe();
}

bool JobRow::isFailing() const
{
    return snapshot.status == JobStatus::Broken || snapshot.failuresInARow > 0;
}

void JobRow::describe()
{
    name = singleLine(job().name);
    schedule = job().describeSchedule();
    tags = singleLine(job().tags.join(u", "_s));
    task = taskSummary(job().task);
    sortName = name.toCaseFolded();
    haystack =
        (name + u'\n' + tags + u'\n' + schedule + u'\n' + task + u'\n' + taskName(job().taskType())).toCaseFolded();
}

QString taskSummary(const QJsonObject &task)
{
    QString text;
    for (const QString &key : {u"message"_s, u"command_line"_s, u"program"_s, u"url"_s, u"name"_s}) {
        text = task.value(key).toString();
        if (!text.isEmpty())
            break;
    }
    for (const QJsonValue &argument : task.value(u"arguments"_s).toArray())
        text += u' ' + argument.toString();
    const QString method = task.value(u"method"_s).toString();
    return shortened(method.isEmpty() ? text : method + u' ' + text, 200);
}

} // namespace reveille
