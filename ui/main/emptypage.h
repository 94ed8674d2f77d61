// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QWidget>

class QVBoxLayout;

namespace reveille {

/// What is in the table's place while there are no jobs: three jobs to begin with.
class EmptyPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyPage)

public:
    explicit EmptyPage(QWidget *parent = nullptr);

Q_SIGNALS:
    /// The editor is to open on this draft.
    void draftChosen(const QJsonObject &job);

private:
    void addDraft(const QString &name, const QString &iconName, const QString &title, const QString &text,
                  const QJsonObject &job);

    QVBoxLayout *m_column;
};

} // namespace reveille
