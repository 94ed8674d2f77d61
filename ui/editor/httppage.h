// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/taskpage.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace reveille {

class DurationEdit;

/// A web request.
class HttpPage final : public TaskPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpPage)

public:
    explicit HttpPage(QWidget *parent = nullptr);

    [[nodiscard]] Result<QJsonObject> task() const override;
    [[nodiscard]] bool setTask(const QJsonObject &task) override;

private:
    QLineEdit *m_url;
    QComboBox *m_method;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_body;
    QLineEdit *m_expected;
    DurationEdit *m_timeout;
    QJsonObject m_given; ///< as set, for what has no field here
};

} // namespace reveille
