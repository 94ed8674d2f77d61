// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/run.h"
#include "core/time/zone.h"

#include <QStringDecoder>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace reveille {

class Engine;
class LiveOutput;

/// What one run printed or received, as plain text; while it runs, as it comes.
class OutputPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputPane)

public:
    OutputPane(Engine &engine, const LiveOutput &live, QWidget *parent = nullptr);

    /// Shows this run, with times in `zone`; its output is asked for.
    void setRun(const Run &run, const Zone &zone);
    void clear();
    [[nodiscard]] const RunId &run() const { return m_run; }

Q_SIGNALS:
    void runAgainRequested();
    void cancelRequested(const reveille::RunId &id);

private:
    void fetch();
    void show(const Run &run);
    void append(const QByteArray &printed);

    Engine &m_engine;
    const LiveOutput &m_live;
    RunId m_run;
    bool m_active = false;
    bool m_shown = false; ///< the finished output is there
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QLabel *m_icon;
    QLabel *m_title;
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
    QPushButton *m_again;
    QPushButton *m_cancel;
};

} // namespace reveille
