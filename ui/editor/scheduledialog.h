// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QJsonObject>
#include <QTimer>

class QPushButton;

namespace reveille {

class Engine;
class FirePreview;
class SchedulePane;

/// Makes or changes one schedule of a combination.
class ScheduleDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleDialog)

public:
    /// Opens on a trigger in canonical form; an empty one is new, in the zone of this name.
    ScheduleDialog(const Engine &engine, const QJsonObject &trigger, const QString &zone, QWidget *parent = nullptr);

Q_SIGNALS:
    /// In canonical form; the dialog closes after it.
    void saved(const QJsonObject &trigger);

private:
    void checkSoon();
    void check();
    void save();

    const Engine &m_engine;
    SchedulePane *m_schedule;
    FirePreview *m_preview;
    QPushButton *m_saveButton;
    QJsonObject m_previewed; ///< by its JSON: an interval without a start is anew at every reading
    QJsonObject m_trigger;   ///< what the fields mean; empty: nothing valid
    QTimer m_checkTimer;
};

} // namespace reveille
