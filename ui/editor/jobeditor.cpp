// SPDX-License-Identifier: MIT
#include "ui/editor/jobeditor.h"

#include "core/scheduler/engine.h"
#include "ui/editor/fieldscroll.h"
#include "ui/editor/firepreview.h"
#include "ui/editor/optionspane.h"
#include "ui/editor/schedulepane.h"
#include "ui/editor/taskpane.h"
#include "ui/text/icons.h"

#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString OptionsKey = u"editor/moreOptions"_s;
const QString GeometryKey = u"editor/geometry"_s;

QGroupBox *group(const QString &title, QWidget *content)
{
    // In the window from the start: a detour through a window of its own would put the content last in the order of
    // Tab.
    auto *box = new QGroupBox(title, content->parentWidget());
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(content);
    return box;
}

} // namespace

JobEditor::JobEditor(const Engine &engine, QSettings &settings, Purpose purpose, const QJsonObject &job,
                     QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_purpose(purpose)
{
    setObjectName(u"jobEditor"_s);
    setWindowTitle(purpose == Purpose::New ? tr("New job") : tr("Edit job"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *columns = new QHBoxLayout;
    columns->addWidget(makeFields(), 3);
    columns->addWidget(makeSide(), 2);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(columns, 1);
    rows->addWidget(makeFoot());

    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(120ms);
    connect(&m_checkTimer, &QTimer::timeout, this, &JobEditor::check);
    for (FieldForm *form : {m_head, static_cast<FieldForm *>(m_task), static_cast<FieldForm *>(m_schedule),
                            static_cast<FieldForm *>(m_options)})
        connect(form, &FieldForm::changed, this, &JobEditor::checkSoon);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this, &JobEditor::save);
    connect(m_preview, &FirePreview::ready, this, &JobEditor::checkSoon);

    load(job);
    toggleOptions(m_settings.value(OptionsKey, false).toBool());
    if (!restoreGeometry(m_settings.value(GeometryKey).toByteArray()))
        resize(940, 700);
    check();
    m_name->setFocus();
}

JobEditor::~JobEditor()
{
    m_settings.setValue(GeometryKey, saveGeometry());
}

QJsonObject JobEditor::draft()
{
    return {{u"task"_s,
             QJsonObject{
                 {u"type"_s, u"reminder"_s}, {u"message"_s, QString()}, {u"sound"_s, u"bell"_s}, {u"volume"_s, 80}}}};
}

QWidget *JobEditor::makeFields()
{
    auto *fields = new QWidget(this);
    m_head = new FieldForm(fields);
    m_name = new QLineEdit(m_head);
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(200);
    m_name->setPlaceholderText(tr("What to call it; by default taken from what it does"));
    m_head->addField(tr("&Name:"), m_name, {u"name"_s});
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_head->fieldChanged(u"name"_s); });
    m_task = new TaskPane(fields);
    m_schedule = new SchedulePane(m_engine, fields);
    m_more = new QToolButton(fields);
    m_more->setObjectName(u"moreOptions"_s);
    m_more->setText(tr("More &options"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_more, &QToolButton::toggled, this, &JobEditor::toggleOptions);
    m_options = new OptionsPane(fields);

    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 6, 0);
    column->addWidget(m_head);
    column->addWidget(group(tr("What"), m_task));
    column->addWidget(group(tr("When"), m_schedule));
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_options);
    column->addStretch(1);

    return new FieldScroll(fields, this);
}

QWidget *JobEditor::makeSide()
{
    m_preview = new FirePreview(m_engine.clock(), this);
    return group(tr("Preview"), m_preview);
}

QWidget *JobEditor::makeFoot()
{
    auto *foot = new QWidget(this);
    m_messageIcon = new QLabel(foot);
    m_message = new QLabel(foot);
    m_message->setObjectName(u"editorMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(foot);
    m_saveButton = buttons->addButton(QDialogButtonBox::Save);
    m_saveButton->setIcon({});
    m_saveButton->setObjectName(u"save"_s);
    m_saveButton->setToolTip(
        tr("Save (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancel"_s);
    cancel->setIcon({});
    connect(m_saveButton, &QPushButton::clicked, this, &JobEditor::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_messageIcon);
    line->addWidget(m_message, 1);
    line->addWidget(buttons);
    return foot;
}

void JobEditor::load(const QJsonObject &job)
{
    m_base = job;
    m_name->setText(job.value("name"_L1).toString());
    m_task->setTask(job.value("task"_L1).toObject());
    if (job.contains("trigger"_L1))
        m_schedule->setTrigger(job.value("trigger"_L1).toObject());
    m_options->setJob(job);
    m_options->setHostShown(m_engine.sharesStore() || job.contains("host"_L1));
    if (m_purpose == Purpose::Edit) {
        if (const Result<Job> original = m_engine.parseJob(job))
            m_original = *original;
    }
}

void JobEditor::toggleOptions(bool shown)
{
    m_more->setChecked(shown);
    m_more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_options->setVisible(shown);
    m_settings.setValue(OptionsKey, shown);
}

Result<QJsonObject> JobEditor::build() const
{
    QJsonObject json = m_base;
    json.remove(u"name"_s);
    if (const QString name = m_name->text().trimmed(); !name.isEmpty())
        json.insert(u"name"_s, name);
    const Result<QJsonObject> task = m_task->task();
    if (!task)
        return tl::unexpected(task.error());
    json.insert(u"task"_s, *task);
    const Result<QJsonObject> trigger = m_schedule->trigger();
    if (!trigger)
        return tl::unexpected(trigger.error());
    json.insert(u"trigger"_s, *trigger);
    m_options->writeTo(json);
    return json;
}

void JobEditor::checkSoon()
{
    m_saveButton->setEnabled(false);
    m_checkTimer.start();
}

void JobEditor::check()
{
    m_checkTimer.stop();
    for (FieldForm *form : {m_head, static_cast<FieldForm *>(m_task), static_cast<FieldForm *>(m_schedule),
                            static_cast<FieldForm *>(m_options)})
        form->clearErrors();
    m_message->clear();
    m_messageIcon->clear();
    m_job.reset();
    updatePreview();

    const Result<QJsonObject> json = build();
    const Result<Job> job = json ? m_engine.parseJob(*json) : tl::unexpected(json.error());
    const bool sameTrigger = job && m_original && job->trigger == m_original->trigger;
    if (!job)
        refuse(job.error());
    else if (m_preview->isReady() && !m_preview->fires() && !sameTrigger)
        refuse({ErrorCode::Invalid, tr("This schedule never fires from now on"), u"trigger"_s});
    else if (m_preview->isReady())
        m_job = *job;
    m_saveButton->setEnabled(m_job && m_job != m_original);
}

void JobEditor::updatePreview()
{
    const Result<QJsonObject> json = m_schedule->trigger();
    const Result<Trigger> trigger =
        json ? Trigger::parse(*json, m_engine.triggerContext()) : tl::unexpected(json.error());
    if (!trigger) {
        m_previewed.reset();
        m_preview->clear();
        m_schedule->showError(trigger.error()); // also while something else is wrong
    } else if (json.value() != m_previewed) {
        m_previewed = *json;
        m_preview->setTrigger(*trigger);
    }
}

void JobEditor::refuse(const Error &error)
{
    const bool shown = m_head->showError(error) || m_task->showError(error) || m_schedule->showError(error)
                    || m_options->showError(error);
    if (shown)
        return;
    // A field that the person has not come to yet is not scolded; what is missing is said at the foot.
    const int size = m_message->fontMetrics().height();
    m_messageIcon->setPixmap(icon(u"info"_s).pixmap(size, size));
    m_message->setText(error.message);
}

void JobEditor::save()
{
    check();
    if (!m_job || m_job == m_original)
        return;
    Q_EMIT saved(*m_job);
    accept();
}

} // namespace reveille
