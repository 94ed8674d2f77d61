// SPDX-License-Identifier: MIT
#include "ui/main/emptypage.h"

#include "core/time/zone.h"
#include "ui/text/icons.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QVBoxLayout>

namespace reveille {

using namespace Qt::StringLiterals;

EmptyPage::EmptyPage(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout)
{
    setObjectName(u"emptyPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *picture = new QLabel(this);
    picture->setPixmap(icon(u"reveille"_s).pixmap(72, 72));
    picture->setAlignment(Qt::AlignHCenter);
    auto *title = new QLabel(tr("There are no jobs yet"), this);
    title->setTextFormat(Qt::PlainText);
    title->setAlignment(Qt::AlignHCenter);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    title->setFont(font);
    auto *text = new QLabel(tr("Start with one of these, or make your own with New job."), this);
    text->setTextFormat(Qt::PlainText);
    text->setAlignment(Qt::AlignHCenter);
    text->setWordWrap(true);
    m_column->setSpacing(10);
    m_column->addStretch(2);
    m_column->addWidget(picture);
    m_column->addWidget(title);
    m_column->addWidget(text);
    m_column->addSpacing(8);

    const QString zone = Zone::system().name();
    addDraft(u"draftReminder"_s, u"reminder"_s, tr("Wake up on weekdays at 06:30"), tr("A reminder with a bell"),
             {{u"name"_s, tr("Wake up")},
              {u"task"_s, QJsonObject{{u"type"_s, u"reminder"_s},
                                      {u"message"_s, tr("Good morning!")},
                                      {u"sound"_s, u"bell"_s},
                                      {u"volume"_s, 80}}},
              {u"trigger"_s, QJsonObject{{u"type"_s, u"cron"_s},
                                         {u"day_of_week"_s, u"mon-fri"_s},
                                         {u"hour"_s, u"6"_s},
                                         {u"minute"_s, u"30"_s},
                                         {u"timezone"_s, zone}}}});
    addDraft(
        u"draftCommand"_s, u"command"_s, tr("Run a command every night"), tr("You hear of it only if it fails"),
        {{u"name"_s, tr("Nightly command")},
         {u"task"_s, QJsonObject{{u"type"_s, u"command"_s}}},
         {u"trigger"_s,
          QJsonObject{{u"type"_s, u"cron"_s}, {u"hour"_s, u"2"_s}, {u"minute"_s, u"0"_s}, {u"timezone"_s, zone}}}});
    addDraft(u"draftHttp"_s, u"http"_s, tr("Request a web page every ten minutes"),
             tr("To keep a site awake, or to see that it answers"),
             {{u"name"_s, tr("Web page")},
              {u"task"_s,
               QJsonObject{{u"type"_s, u"http"_s}, {u"method"_s, u"GET"_s}, {u"url"_s, QString()}, {u"timeout"_s, 60}}},
              {u"trigger"_s, QJsonObject{{u"type"_s, u"interval"_s}, {u"minutes"_s, 10}, {u"timezone"_s, zone}}}});
    m_column->addStretch(3);

    auto *line = new QHBoxLayout(this);
    line->addStretch(1);
    line->addLayout(m_column);
    line->addStretch(1);
}

void EmptyPage::addDraft(const QString &name, const QString &iconName, const QString &title, const QString &text,
                         const QJsonObject &job)
{
    auto *button = new QCommandLinkButton(title, text, this);
    button->setObjectName(name);
    button->setAccessibleName(title);
    button->setAccessibleDescription(text);
    button->setIcon(icon(iconName));
    button->setIconSize({28, 28});
    button->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    connect(button, &QCommandLinkButton::clicked, this, [this, job] { Q_EMIT draftChosen(job); });
    m_column->addWidget(button);
}

} // namespace reveille
