// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/triggerpage.h"

#include <QJsonArray>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace reveille {

/// Schedules joined: at any of their times, or when all coincide. Each of them is made in a dialog with the same pages.
class CombinedPage final : public TriggerPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CombinedPage)

public:
    CombinedPage(const Engine &engine, QWidget *parent);

    [[nodiscard]] Result<QJsonObject> trigger(const QString &) const override;
    [[nodiscard]] bool hasZone() const override { return false; }
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger, const Zone &zone) override;

private:
    enum How { Any, All };

    QWidget *makeList();
    QPushButton *makeButton(const QString &name, const QString &label, const QList<QKeySequence> &shortcuts,
                            void (CombinedPage::*slot)());
    void add();
    void edit();
    void remove();
    void moveUp();
    void moveDown();
    void move(int to);
    void showChild(int row);
    void childrenChanged(int current);
    void updateButtons();

    const Engine &m_engine;
    QJsonArray m_children;
    QString m_broken; ///< the first child's error, with its place
    QComboBox *m_how;
    QListWidget *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
};

} // namespace reveille
