// SPDX-License-Identifier: MIT
#include "ui/history/outputpane.h"

#include "core/scheduler/engine.h"
#include "ui/engine/whenanswered.h"
#include "ui/history/liveoutput.h"
#include "ui/text/icons.h"
#include "ui/text/plaintext.h"
#include "ui/text/timetext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

OutputPane::OutputPane(Engine &engine, const LiveOutput &live, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_live(live)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("Copy"), this))
    , m_again(new QPushButton(icon(u"again"_s), tr("Run again"), this))
    , m_cancel(new QPushButton(icon(u"stop"_s), tr("End this run"), this))
{
    m_title->setObjectName(u"outputTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_text->setObjectName(u"output"_s);
    m_text->setAccessibleName(tr("Output of the run"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMaximumBlockCount(100'000);
    m_text->setUndoRedoEnabled(false);
    m_copy->setObjectName(u"copyOutput"_s);
    m_copy->setToolTip(tr("Copy the whole output"));
    m_again->setObjectName(u"runAgain"_s);
    m_cancel->setObjectName(u"cancelRun"_s);

    auto *line = new QHBoxLayout;
    line->addWidget(m_icon);
    line->addWidget(m_title, 1);
    line->addWidget(m_cancel);
    line->addWidget(m_again);
    line->addWidget(m_copy);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(line);
    rows->addWidget(m_text, 1);

    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_again, &QPushButton::clicked, this, &OutputPane::runAgainRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_run); });
    connect(&live, &LiveOutput::added, this, [this](const RunId &id, const QByteArray &printed) {
        if (id == m_run && m_active)
            append(printed);
    });
    clear();
}

void OutputPane::clear()
{
    m_run = {};
    m_active = false;
    m_shown = false;
    m_icon->clear();
    m_title->setText(tr("Choose a run in the history to see its output."));
    m_text->clear();
    m_text->setPlaceholderText({});
    for (QPushButton *button : {m_copy, m_again, m_cancel})
        button->hide();
}

void OutputPane::setRun(const Run &run, const Zone &zone)
{
    const bool another = run.id != m_run;
    m_run = run.id;
    m_active = run.isActive();
    const int size = fontMetrics().height() + 2;
    m_icon->setPixmap(stateIcon(run).pixmap(size, size));
    QString title = u"%1 — %2"_s.arg(TimeText::exact(run.startedAt.value_or(run.scheduledAt), zone), stateText(run));
    if (run.exitCode)
        title += tr(" (code %1)").arg(*run.exitCode);
    if (!run.reason.isEmpty())
        title += u" · "_s + singleLine(describeReason(run.reason));
    m_title->setText(title);
    m_copy->show();
    m_again->setVisible(!m_active);
    m_cancel->setVisible(m_active || run.state == RunState::Waiting);
    if (another) {
        m_shown = false;
        m_text->clear();
        m_decoder.resetState();
        if (m_active)
            append(m_live.of(m_run));
    }
    m_text->setPlaceholderText(m_active ? tr("No output yet.") : tr("No output."));
    if (run.state == RunState::Finished && !m_shown)
        fetch();
}

void OutputPane::fetch()
{
    m_shown = true;
    RunQuery query;
    query.runId = m_run;
    query.limit = 1;
    whenAnswered(m_engine.runs(query), this, [this, id = m_run](const Result<QList<Run>> &runs) {
        if (id == m_run && runs && !runs->isEmpty())
            show(runs->constFirst());
    });
}

void OutputPane::show(const Run &run)
{
    QString text = readableOutput(QString::fromUtf8(run.output));
    if (run.outputTruncated)
        text += u'\n' + tr("(The output was longer; its middle was left out.)");
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
}

void OutputPane::append(const QByteArray &printed)
{
    const QString text = readableOutput(m_decoder(printed));
    if (text.isEmpty())
        return;
    const QScrollBar *bar = m_text->verticalScrollBar();
    const bool following = bar->value() == bar->maximum();
    QTextCursor end(m_text->document());
    end.movePosition(QTextCursor::End);
    end.insertText(text);
    if (following)
        m_text->verticalScrollBar()->setValue(bar->maximum());
}

} // namespace reveille
