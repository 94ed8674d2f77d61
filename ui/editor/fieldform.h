// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace reveille {

/// A form whose fields stand for keys of the job's JSON and can show what is wrong with them, right below.
class FieldForm : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldForm)

public:
    explicit FieldForm(QWidget *parent = nullptr);

    /// Shows an error at the field of its key (or of the key's last part); false: there is none here, or the person has
    /// not been at that field yet.
    virtual bool showError(const Error &error);
    virtual void clearErrors();
    /// From now on errors of all fields are shown, as if the person had been at each.
    virtual void touchAll();
    /// Puts the keyboard into the first field.
    void focusFirst();

    /// Adds a row for `keys`. The label becomes the field's accessible name where it has none.
    void addField(const QString &label, QWidget *field, const QStringList &keys, const QString &hint = {});
    /// Adds a row across both columns.
    void addWide(QWidget *field, const QStringList &keys = {});
    void setFieldVisible(QWidget *field, bool visible);
    /// What every field's own signal is connected to.
    void fieldChanged(const QString &key);

Q_SIGNALS:
    /// The person, or a set function, changed something.
    void changed();

private:
    struct Field
    {
        QWidget *row = nullptr;
        QWidget *problem = nullptr;
        QLabel *text = nullptr;
    };

    QWidget *makeRow(QWidget *field, const QStringList &keys, const QString &hint);

    QFormLayout *m_layout;
    QHash<QString, Field> m_fields;
    QHash<QWidget *, QWidget *> m_rows;
    QSet<QString> m_touched;
    QWidget *m_first = nullptr;
    bool m_allTouched = false;
};

} // namespace reveille
