// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/fieldform.h"

#include <QJsonObject>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace reveille {

class DurationEdit;

/// What a job has besides its task and its schedule: tags, lateness, overlap, retries, notifications.
class OptionsPane final : public FieldForm
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionsPane)

public:
    explicit OptionsPane(QWidget *parent = nullptr);

    /// Writes its fields into a job's JSON form; keys it has no field for stay.
    void writeTo(QJsonObject &job) const;
    void setJob(const QJsonObject &job);
    /// Whether it offers a choice of the machine that runs the job.
    void setHostShown(bool shown);

private:
    void addLateness();
    void addOverlap();
    void addRetries();
    void addNotifications();
    QComboBox *makeChoice(const QString &key, const QStringList &labels);
    QSpinBox *makeCount(const QString &key, int minimum, int maximum, int value);

    QLineEdit *m_tags;
    QComboBox *m_lateness = nullptr;
    DurationEdit *m_grace = nullptr;
    QComboBox *m_coalesce = nullptr;
    QComboBox *m_overlap = nullptr;
    QSpinBox *m_maxInstances = nullptr;
    QSpinBox *m_retries = nullptr;
    DurationEdit *m_retryDelay = nullptr;
    QDoubleSpinBox *m_backoff = nullptr;
    DurationEdit *m_jitter = nullptr;
    QList<QCheckBox *> m_notify; ///< error, success, missed, recovery
    QSpinBox *m_afterFailures = nullptr;
    QComboBox *m_whenFinished = nullptr;
    QLineEdit *m_host = nullptr;
};

} // namespace reveille
