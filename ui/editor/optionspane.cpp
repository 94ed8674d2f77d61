// SPDX-License-Identifier: MIT
#include "ui/editor/optionspane.h"

#include "core/time/timepoint.h"
#include "ui/editor/durationedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QLineEdit>

namespace reveille {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum Lateness { Usual, AtMost, NoLimit };

// In the order of the choices; the names in JSON.
const QStringList CoalesceNames{u"latest"_s, u"earliest"_s, u"all"_s};
const QStringList OverlapNames{u"skip"_s, u"queue"_s, u"replace"_s, u"allow"_s};
const QStringList NotifyNames{u"error"_s, u"success"_s, u"missed"_s, u"recovery"_s};
const QStringList FinishedNames{u"keep"_s, u"remove"_s};

milliseconds duration(const QJsonValue &seconds)
{
    return milliseconds(qRound64(seconds.toDouble() * 1000));
}

} // namespace

OptionsPane::OptionsPane(QWidget *parent) : FieldForm(parent), m_tags(new QLineEdit(this))
{
    m_tags->setObjectName(u"tags"_s);
    m_tags->setPlaceholderText(tr("home, backup"));
    addField(tr("Ta&gs:"), m_tags, {u"tags"_s});
    connect(m_tags, &QLineEdit::textChanged, this, [this] { fieldChanged(u"tags"_s); });
    addNotifications();
    addRetries();
    addLateness();
    addOverlap();
    m_whenFinished = makeChoice(u"when_finished"_s, {tr("Keep the job in the list"), tr("Remove the job")});
    addField(tr("After the last run:"), m_whenFinished, {u"when_finished"_s});
    m_host = new QLineEdit(this);
    m_host->setObjectName(u"host"_s);
    m_host->setPlaceholderText(tr("Any machine"));
    addField(tr("Runs on:"), m_host, {u"host"_s}, tr("The name of a machine. A new reminder without one rings on this machine."));
    connect(m_host, &QLineEdit::textChanged, this, [this] { fieldChanged(u"host"_s); });
}

QComboBox *OptionsPane::makeChoice(const QString &key, const QStringList &labels)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(key);
    choice->addItems(labels);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(choice, &QComboBox::currentIndexChanged, this, [this, key] { fieldChanged(key); });
    return choice;
}

QSpinBox *OptionsPane::makeCount(const QString &key, int minimum, int maximum, int value)
{
    auto *count = new QSpinBox(this);
    count->setObjectName(key);
    count->setRange(minimum, maximum);
    count->setValue(value);
    count->setMinimumWidth(count->fontMetrics().averageCharWidth() * 12);
    count->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(count, &QSpinBox::valueChanged, this, [this, key] { fieldChanged(key); });
    return count;
}

void OptionsPane::addNotifications()
{
    auto *row = new QWidget(this);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    const QStringList labels{tr("an error"), tr("success"), tr("a missed run"), tr("recovery after errors")};
    for (int i = 0; i < labels.size(); ++i) {
        auto *box = new QCheckBox(labels[i], row);
        box->setObjectName(u"notify_"_s + NotifyNames[i]);
        box->setAccessibleName(tr("Notify on: %1").arg(labels[i]));
        box->setChecked(i == 0);
        grid->addWidget(box, i / 2, i % 2);
        connect(box, &QCheckBox::toggled, this, [this] { fieldChanged(u"notify"_s); });
        m_notify.append(box);
    }
    grid->setColumnStretch(2, 1);
    row->setFocusProxy(m_notify.constFirst());
    addField(tr("Notify on:"), row, {u"notify"_s, u"on"_s});
    m_afterFailures = makeCount(u"after_failures"_s, 1, 1000, 1);
    addField(tr("Only from this failure in a row:"), m_afterFailures, {u"after_failures"_s});
}

void OptionsPane::addRetries()
{
    m_retries = makeCount(u"retries"_s, 0, 100, 0);
    m_retries->setSpecialValueText(tr("None"));
    m_retryDelay = new DurationEdit(this);
    m_retryDelay->setObjectName(u"retryDelay"_s);
    m_retryDelay->setNames(tr("Delay before the first retry"), tr("Unit of time"));
    m_retryDelay->setValue(60s);
    m_backoff = new QDoubleSpinBox(this);
    m_backoff->setObjectName(u"backoff"_s);
    m_backoff->setRange(1, 100);
    m_backoff->setSingleStep(0.5);
    m_backoff->setValue(2);
    m_backoff->setPrefix(u"× "_s);
    m_backoff->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addField(tr("Retries after an error:"), m_retries, {u"retries"_s, u"count"_s});
    addField(tr("First retry after:"), m_retryDelay, {u"delay"_s});
    addField(tr("Each later one after:"), m_backoff, {u"backoff"_s}, tr("That many times the delay before."));
    const auto showRetries = [this] {
        setFieldVisible(m_retryDelay, m_retries->value() > 0);
        setFieldVisible(m_backoff, m_retries->value() > 0);
    };
    connect(m_retries, &QSpinBox::valueChanged, this, showRetries);
    connect(m_retryDelay, &DurationEdit::changed, this, [this] { fieldChanged(u"delay"_s); });
    connect(m_backoff, &QDoubleSpinBox::valueChanged, this, [this] { fieldChanged(u"backoff"_s); });
    showRetries();
}

void OptionsPane::addLateness()
{
    m_lateness = makeChoice(u"lateness"_s, {tr("Run it unless it is later than usual for its kind"),
                                            tr("Run it if it is late at most"), tr("Run it however late it is")});
    m_grace = new DurationEdit(this);
    m_grace->setObjectName(u"grace"_s);
    m_grace->setNames(tr("Misfire grace time"), tr("Unit of time"));
    m_grace->setValue(24h);
    m_coalesce = makeChoice(u"coalesce"_s,
                            {tr("Run once, for the latest"), tr("Run once, for the earliest"), tr("Run each of them")});
    m_jitter = new DurationEdit(this);
    m_jitter->setObjectName(u"jitter"_s);
    m_jitter->setNames(tr("Random delay up to"), tr("Unit of time"));
    m_jitter->setValue(0ms);
    addField(tr("When a run is late:"), m_lateness, {u"misfire_grace_time"_s});
    addField({}, m_grace, {u"grace"_s});
    addField(tr("When several are late:"), m_coalesce, {u"coalesce"_s});
    addField(tr("Random delay up to:"), m_jitter, {u"jitter"_s});
    const auto showGrace = [this] { setFieldVisible(m_grace, m_lateness->currentIndex() == AtMost); };
    connect(m_lateness, &QComboBox::currentIndexChanged, this, showGrace);
    connect(m_grace, &DurationEdit::changed, this, [this] { fieldChanged(u"misfire_grace_time"_s); });
    connect(m_jitter, &DurationEdit::changed, this, [this] { fieldChanged(u"jitter"_s); });
    showGrace();
}

void OptionsPane::addOverlap()
{
    m_overlap = makeChoice(u"overlap"_s,
                           {tr("Skip the new run"), tr("Let the new run wait"), tr("End the old run"), tr("Run both")});
    m_maxInstances = makeCount(u"max_instances"_s, 1, 1000, 1);
    addField(tr("While it is still running:"), m_overlap, {u"overlap"_s});
    addField(tr("Runs at the same time:"), m_maxInstances, {u"max_instances"_s});
}

void OptionsPane::writeTo(QJsonObject &job) const
{
    QJsonArray tags;
    for (const QString &tag : m_tags->text().replace(u'，', u',').split(u',')) {
        if (!tag.trimmed().isEmpty())
            tags.append(tag.trimmed());
    }
    job.insert(u"tags"_s, tags);
    job.remove(u"misfire_grace_time"_s);
    if (m_lateness->currentIndex() == AtMost)
        job.insert(u"misfire_grace_time"_s, toSeconds(m_grace->value()));
    else if (m_lateness->currentIndex() == NoLimit)
        job.insert(u"misfire_grace_time"_s, QJsonValue::Null);
    job.insert(u"coalesce"_s, CoalesceNames[m_coalesce->currentIndex()]);
    job.insert(u"overlap"_s, OverlapNames[m_overlap->currentIndex()]);
    job.insert(u"max_instances"_s, m_maxInstances->value());
    job.insert(u"retries"_s, QJsonObject{{u"count"_s, m_retries->value()},
                                         {u"delay"_s, toSeconds(m_retryDelay->value())},
                                         {u"backoff"_s, m_backoff->value()}});
    QJsonArray on;
    for (int i = 0; i < m_notify.size(); ++i) {
        if (m_notify[i]->isChecked())
            on.append(NotifyNames[i]);
    }
    job.insert(u"notify"_s, QJsonObject{{u"on"_s, on}, {u"after_failures"_s, m_afterFailures->value()}});
    job.insert(u"jitter"_s, toSeconds(m_jitter->value()));
    job.insert(u"when_finished"_s, FinishedNames[m_whenFinished->currentIndex()]);
    job.remove(u"host"_s);
    if (const QString host = m_host->text().trimmed(); !host.isEmpty())
        job.insert(u"host"_s, host);
}

void OptionsPane::setHostShown(bool shown)
{
    setFieldVisible(m_host, shown);
}

void OptionsPane::setJob(const QJsonObject &job)
{
    const auto choose = [&](QComboBox *choice, const QStringList &names, const QString &key) {
        choice->setCurrentIndex(int(std::max(names.indexOf(job.value(key).toString()), qsizetype(0))));
    };
    QStringList tags;
    for (const QJsonValue &tag : job.value("tags"_L1).toArray())
        tags.append(tag.toString());
    m_tags->setText(tags.join(u", "_s));
    const QJsonValue grace = job.value("misfire_grace_time"_L1);
    m_lateness->setCurrentIndex(grace.isUndefined() ? Usual : grace.isNull() ? NoLimit : AtMost);
    if (grace.isDouble())
        m_grace->setValue(duration(grace));
    choose(m_coalesce, CoalesceNames, u"coalesce"_s);
    choose(m_overlap, OverlapNames, u"overlap"_s);
    choose(m_whenFinished, FinishedNames, u"when_finished"_s);
    m_maxInstances->setValue(job.value("max_instances"_L1).toInt(1));
    const QJsonObject retries = job.value("retries"_L1).toObject();
    m_retries->setValue(retries.value("count"_L1).toInt());
    m_retryDelay->setValue(duration(retries.value("delay"_L1).toDouble(60)));
    m_backoff->setValue(retries.value("backoff"_L1).toDouble(2));
    m_jitter->setValue(duration(job.value("jitter"_L1)));
    const QJsonObject notify = job.value("notify"_L1).toObject();
    const QJsonArray on = notify.value("on"_L1).toArray(QJsonArray{u"error"_s});
    for (int i = 0; i < m_notify.size(); ++i)
        m_notify[i]->setChecked(on.contains(NotifyNames[i]));
    m_afterFailures->setValue(notify.value("after_failures"_L1).toInt(1));
    m_host->setText(job.value("host"_L1).toString());
}

} // namespace reveille
