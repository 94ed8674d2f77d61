// SPDX-License-Identifier: MIT
#include "ui/editor/kepttaskpage.h"

#include "ui/editor/textarea.h"

#include <QFontDatabase>
#include <QJsonDocument>

namespace reveille {

using namespace Qt::StringLiterals;

KeptTaskPage::KeptTaskPage(QWidget *parent) : TaskPage(parent), m_text(new TextArea(u"keptTask"_s, 6, this))
{
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addField(tr("Task:"), m_text, {},
             tr("This task was made elsewhere and is kept as it is. Choose another kind to replace it."));
}

Result<QJsonObject> KeptTaskPage::task() const
{
    return m_given;
}

bool KeptTaskPage::setTask(const QJsonObject &task)
{
    m_given = task;
    m_text->setPlainText(QString::fromUtf8(QJsonDocument(task).toJson()).trimmed());
    return true;
}

} // namespace reveille
