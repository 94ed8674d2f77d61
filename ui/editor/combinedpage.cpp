// SPDX-License-Identifier: MIT
#include "ui/editor/combinedpage.h"

#include "core/scheduler/engine.h"
#include "core/time/clock.h"
#include "ui/editor/scheduledialog.h"
#include "ui/text/icons.h"
#include "ui/text/timetext.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsInSight = 4;

} // namespace

CombinedPage::CombinedPage(const Engine &engine, QWidget *parent)
    : TriggerPage(parent)
    , m_engine(engine)
    , m_how(new QComboBox(this))
{
    m_how->setObjectName(u"how"_s);
    m_how->addItems({tr("at any of these"), tr("at all of these, when they coincide")});
    m_how->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addField(tr("Run&s:"), m_how, {});
    addField(tr("Schedu&les:"), makeList(), {u"triggers"_s});
    connect(m_how, &QComboBox::currentIndexChanged, this, [this] { fieldChanged(u"triggers"_s); });
    updateButtons();
}

QWidget *CombinedPage::makeList()
{
    auto *pane = new QWidget(this);
    m_list = new QListWidget(pane);
    m_list->setObjectName(u"children"_s);
    m_list->setAccessibleName(tr("The schedules that are combined"));
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight((m_list->fontMetrics().height() + 6) * (RowsInSight + 1));
    m_empty = new QLabel(tr("No schedules yet. Add those that this job is to follow."), m_list->viewport());
    m_empty->setObjectName(u"noChildren"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *inside = new QVBoxLayout(m_list->viewport());
    inside->addWidget(m_empty);

    auto *buttons = new QHBoxLayout;
    m_add = makeButton(u"addChild"_s, tr("A&dd…"), {QKeySequence(Qt::Key_Insert)}, &CombinedPage::add);
    m_edit = makeButton(u"editChild"_s, tr("&Edit…"), {Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2}, &CombinedPage::edit);
    m_remove = makeButton(u"removeChild"_s, tr("Remo&ve"), {QKeySequence(Qt::Key_Delete)}, &CombinedPage::remove);
    m_up = makeButton(u"moveUp"_s, tr("Move u&p"), {QKeySequence(Qt::ALT | Qt::Key_Up)}, &CombinedPage::moveUp);
    m_down =
        makeButton(u"moveDown"_s, tr("Move do&wn"), {QKeySequence(Qt::ALT | Qt::Key_Down)}, &CombinedPage::moveDown);
    for (QPushButton *button : {m_add, m_edit, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    column->addLayout(buttons);
    pane->setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &CombinedPage::updateButtons);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &CombinedPage::edit);
    return pane;
}

QPushButton *CombinedPage::makeButton(const QString &name, const QString &label, const QList<QKeySequence> &shortcuts,
                                      void (CombinedPage::*slot)())
{
    auto *button = new QPushButton(label, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    button->setToolTip(shortcuts.constFirst().toString(QKeySequence::NativeText));
    connect(button, &QPushButton::clicked, this, slot);
    for (const QKeySequence &keys : shortcuts) {
        auto *shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    }
    return button;
}

void CombinedPage::add()
{
    const Result<Trigger> last =
        Trigger::parse(m_children.isEmpty() ? QJsonValue() : m_children.last(), m_engine.triggerContext());
    auto *dialog = new ScheduleDialog(m_engine, {}, last ? last->zone().name() : Zone::system().name(), window());
    connect(dialog, &ScheduleDialog::saved, this, [this](const QJsonObject &child) {
        m_children.append(child);
        childrenChanged(int(m_children.size()) - 1);
    });
    dialog->open();
}

void CombinedPage::edit()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    auto *dialog = new ScheduleDialog(m_engine, m_children[row].toObject(), {}, window());
    connect(dialog, &ScheduleDialog::saved, this, [this, row](const QJsonObject &child) {
        m_children[row] = child;
        childrenChanged(row);
    });
    dialog->open();
}

void CombinedPage::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_children.removeAt(row);
    childrenChanged(std::min(row, int(m_children.size()) - 1));
}

void CombinedPage::moveUp()
{
    move(m_list->currentRow() - 1);
}

void CombinedPage::moveDown()
{
    move(m_list->currentRow() + 1);
}

void CombinedPage::move(int to)
{
    const int row = m_list->currentRow();
    if (row < 0 || to < 0 || to >= m_children.size())
        return;
    m_children.insert(to, m_children.takeAt(row));
    childrenChanged(to);
}

void CombinedPage::childrenChanged(int current)
{
    while (m_list->count() > m_children.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < m_children.size())
        m_list->addItem(QString());
    m_broken.clear();
    for (int row = 0; row < m_list->count(); ++row)
        showChild(row);
    m_list->setCurrentRow(current);
    updateButtons();
    fieldChanged(u"triggers"_s);
}

void CombinedPage::showChild(int row)
{
    QListWidgetItem *item = m_list->item(row);
    const Result<Trigger> child = Trigger::parse(m_children[row], m_engine.triggerContext());
    if (child) {
        const QString zone = TimeText::foreignZone(child->zone());
        const QString words =
            zone.isEmpty() ? child->describe() : tr("%1 (%2)", "schedule, zone").arg(child->describe(), zone);
        const bool fires = child->next(m_engine.clock().now()).has_value();
        item->setText(fires ? words : tr("%1: never fires from now on").arg(words));
        item->setIcon(fires ? QIcon() : icon(u"info"_s));
        return;
    }
    item->setText(tr("Wrong: %1").arg(child.error().message));
    item->setIcon(icon(u"error"_s));
    if (m_broken.isEmpty())
        m_broken = tr("Schedule %1 is wrong; edit or remove it").arg(row + 1);
}

void CombinedPage::updateButtons()
{
    const int row = m_list->currentRow();
    const bool empty = m_children.isEmpty();
    m_empty->setVisible(empty);
    // An empty list has nothing to show the focus at.
    if (empty && m_list->hasFocus())
        m_add->setFocus();
    m_list->setFocusPolicy(empty ? Qt::NoFocus : Qt::StrongFocus);
    m_edit->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < m_children.size() - 1);
}

Result<QJsonObject> CombinedPage::trigger(const QString &) const
{
    if (m_children.isEmpty())
        return invalid(u"triggers"_s, tr("Add at least one schedule"));
    if (!m_broken.isEmpty())
        return invalid(u"triggers"_s, m_broken);
    return QJsonObject{{u"type"_s, m_how->currentIndex() == Any ? u"or"_s : u"and"_s}, {u"triggers"_s, m_children}};
}

bool CombinedPage::setTrigger(const QJsonObject &trigger, const Zone &)
{
    const QJsonValue type = trigger.value("type"_L1);
    if (type != "and"_L1 && type != "or"_L1)
        return false;
    m_how->setCurrentIndex(type == "and"_L1 ? All : Any);
    m_children = trigger.value("triggers"_L1).toArray();
    childrenChanged(m_children.isEmpty() ? -1 : 0);
    return true;
}

} // namespace reveille
