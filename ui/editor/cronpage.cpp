// SPDX-License-Identifier: MIT
#include "ui/editor/cronpage.h"

#include "core/scheduler/engine.h"
#include "core/triggers/cronparser.h"
#include "core/triggers/crontabline.h"
#include "ui/editor/cronbuilder.h"
#include "ui/editor/optionaldate.h"
#include "ui/editor/walltime.h"
#include "ui/text/icons.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

/// The line of a trigger, also of one by fields; nullopt: no line says it.
std::optional<QString> lineOf(const QJsonObject &trigger)
{
    if (trigger.contains("crontab"_L1))
        return trigger.value("crontab"_L1).toString();
    QStringList texts;
    for (const QString &name : cron::fieldNames()) {
        const QJsonValue value = trigger.value(name);
        texts.append(value.isUndefined() || value.isNull() ? QString() : value.toVariant().toString());
    }
    const Result<CronFields> fields = cron::parseFields(texts);
    return fields ? crontabLine(*fields) : std::nullopt;
}

} // namespace

CronPage::CronPage(const Engine &engine, QWidget *parent)
    : TriggerPage(parent)
    , m_builder(new CronBuilder(this))
    , m_line(new QLineEdit(this))
{
    const QDateTime today = midnight(engine.clock());
    m_line->setObjectName(u"crontab"_s);
    m_line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addWide(m_builder);
    addField(tr("Crontab &line:"), m_line, {u"crontab"_s},
             tr("Minute, hour, day, month, weekday; or six, with seconds first."));
    m_notice = makeNotice();
    addField({}, m_notice, {});
    m_start = new OptionalDate(tr("Not before"), DateField::Precision::Day, today.addDays(1), this);
    m_start->setObjectName(u"start"_s);
    m_end = new OptionalDate(tr("Not after"), DateField::Precision::Day, today.addDays(31), this);
    m_end->setObjectName(u"end"_s);
    addField(tr("&Start:"), m_start, {u"start_date"_s});
    addField(tr("&End:"), m_end, {u"end_date"_s});
    connect(m_builder, &FieldForm::changed, this, &CronPage::followBuilder);
    connect(m_line, &QLineEdit::textChanged, this, &CronPage::followLine);
    connect(m_start, &OptionalDate::changed, this, [this] { fieldChanged(u"start_date"_s); });
    connect(m_end, &OptionalDate::changed, this, [this] { fieldChanged(u"end_date"_s); });
    followBuilder();
}

QWidget *CronPage::makeNotice()
{
    auto *notice = new QWidget(this);
    auto *sign = new QLabel(notice);
    const int size = fontMetrics().height();
    sign->setPixmap(icon(u"info"_s).pixmap(size, size));
    auto *text = new QLabel(tr("The fields above can’t show this line; it runs as it is written."), notice);
    text->setObjectName(u"noWords"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *back = new QPushButton(tr("Use the fields"), notice);
    back->setObjectName(u"useFields"_s);
    back->setAutoDefault(false);
    connect(back, &QPushButton::clicked, this, [this] {
        followBuilder();
        m_builder->focusFirst();
    });
    auto *layout = new QHBoxLayout(notice);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(sign);
    layout->addWidget(text, 1);
    layout->addWidget(back);
    return notice;
}

void CronPage::followBuilder()
{
    const Result<CronFields> fields = m_builder->plan().fields();
    m_builderError = fields ? std::nullopt : std::optional(fields.error());
    if (fields) {
        const QSignalBlocker blocker(m_line);
        // Every plan has a line; an empty one would be refused, while the line from before would still be run.
        m_line->setText(crontabLine(*fields).value_or(QString()));
    }
    m_builder->setEnabled(true);
    setFieldVisible(m_notice, false);
    Q_EMIT changed();
}

void CronPage::followLine()
{
    m_builderError.reset();
    const Result<CronFields> fields = cron::parseCrontab(m_line->text());
    const std::optional<CronPlan> plan = fields ? CronPlan::of(*fields) : std::nullopt;
    if (plan) {
        const QSignalBlocker blocker(m_builder);
        m_builder->setPlan(*plan);
    }
    // A line that is wrong, perhaps half typed, says nothing that the fields could contradict.
    const bool wordless = fields && !plan;
    m_builder->setEnabled(!wordless);
    setFieldVisible(m_notice, wordless);
    fieldChanged(u"crontab"_s);
}

Result<QJsonObject> CronPage::trigger(const QString &zone) const
{
    if (m_builderError)
        return tl::unexpected(*m_builderError);
    QJsonObject json{{u"type"_s, u"cron"_s}, {u"crontab"_s, m_line->text()}};
    m_start->writeTo(json, u"start_date"_s, zone);
    m_end->writeTo(json, u"end_date"_s, zone);
    return json;
}

bool CronPage::setTrigger(const QJsonObject &trigger, const Zone &zone)
{
    if (trigger.value("type"_L1) != "cron"_L1)
        return false;
    const std::optional<QString> line = lineOf(trigger);
    if (!line)
        return false;
    m_line->setText(*line);
    return m_start->setValue(trigger.value("start_date"_L1), zone) && m_end->setValue(trigger.value("end_date"_L1), zone);
}

bool CronPage::showError(const Error &error)
{
    return m_builder->showError(error) || TriggerPage::showError(error);
}

void CronPage::clearErrors()
{
    TriggerPage::clearErrors();
    m_builder->clearErrors();
}

void CronPage::touchAll()
{
    TriggerPage::touchAll();
    m_builder->touchAll();
}

} // namespace reveille
