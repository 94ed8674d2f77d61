// SPDX-License-Identifier: MIT
#pragma once

#include "core/notifications/notification.h"

#include <QFrame>

namespace reveille {

/// Shows one notification where the desktop offers no other way: a small window in front of the others that takes no
/// focus. Everything in it is plain text.
class ReminderWindow final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReminderWindow)

public:
    explicit ReminderWindow(const Notification &notification, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }

Q_SIGNALS:
    void actionInvoked(const QString &id, const QString &actionKey);
    /// It was answered or closed.
    void closed(const QString &id);

protected:
    void closeEvent(QCloseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void invoke(const QString &key);

    const QString m_id;
    bool m_hasDefault = false;
};

} // namespace reveille
