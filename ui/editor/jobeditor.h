// SPDX-License-Identifier: MIT
#pragma once

#include "core/jobs/job.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QToolButton;

namespace reveille {

class Engine;
class FieldForm;
class FirePreview;
class OptionsPane;
class SchedulePane;
class TaskPane;

/// Makes or changes one job: what it does, when, and how. It builds the job's JSON form and lets the engine judge it,
/// so that it refuses exactly what every other entrance refuses.
class JobEditor final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobEditor)

public:
    enum class Purpose { New, Edit };

    /// Opens on a job's JSON form: for a new job a draft, of which every part may be missing.
    JobEditor(const Engine &engine, QSettings &settings, Purpose purpose, const QJsonObject &job,
              QWidget *parent = nullptr);
    ~JobEditor() override;

    /// A reminder tomorrow at nine.
    [[nodiscard]] static QJsonObject draft();

Q_SIGNALS:
    /// The person saved; the dialog closes after it.
    void saved(const reveille::Job &job);

private:
    QWidget *makeFields();
    QWidget *makeSide();
    QWidget *makeFoot();
    void load(const QJsonObject &job);
    void check();
    void checkSoon();
    void updatePreview();
    [[nodiscard]] Result<QJsonObject> build() const;
    void refuse(const Error &error);
    void save();
    void toggleOptions(bool shown);

    const Engine &m_engine;
    QSettings &m_settings;
    const Purpose m_purpose;
    QJsonObject m_base;            ///< what was opened, for keys without a field
    std::optional<Job> m_original; ///< of an edit
    std::optional<Job> m_job;      ///< what the fields mean, where they mean something valid
    std::optional<QJsonObject> m_previewed; ///< by its JSON: an interval without a start is anew at every reading
    FieldForm *m_head;
    QLineEdit *m_name;
    TaskPane *m_task;
    SchedulePane *m_schedule;
    QToolButton *m_more;
    OptionsPane *m_options;
    FirePreview *m_preview;
    QLabel *m_messageIcon;
    QLabel *m_message;
    QPushButton *m_saveButton;
    QTimer m_checkTimer;
};

} // namespace reveille
