// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace reveille {

/// A row of buttons of which one is down: which page is shown.
class ChoiceBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceBar)

public:
    explicit ChoiceBar(QWidget *parent = nullptr);

    void addChoice(const QString &name, const QString &label, const QIcon &icon = {});
    void setChoiceVisible(int index, bool visible);
    [[nodiscard]] int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);

private:
    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
};

} // namespace reveille
