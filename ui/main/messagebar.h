// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;

namespace reveille {

/// Says in the window what went wrong or is worth knowing, without getting in the way. Hidden while there is nothing to say.
class MessageBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const QString &message);
    void showNote(const QString &message);
    [[nodiscard]] QString text() const;

private:
    void tell(const QString &message, const QString &sign, const QString &spoken);

    QLabel *m_sign;
    QLabel *m_text;
};

} // namespace reveille
