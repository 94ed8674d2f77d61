// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/triggerpage.h"

class QLineEdit;

namespace reveille {

class CronBuilder;
class OptionalDate;

/// Days and times: clicked together and as a crontab line, each of which follows the other.
class CronPage final : public TriggerPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CronPage)

public:
    CronPage(const Engine &engine, QWidget *parent);

    [[nodiscard]] Result<QJsonObject> trigger(const QString &zone) const override;
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger, const Zone &zone) override;
    bool showError(const Error &error) override;
    void clearErrors() override;
    void touchAll() override;

private:
    [[nodiscard]] QWidget *makeNotice();
    void followBuilder();
    void followLine();

    CronBuilder *m_builder;
    QLineEdit *m_line;
    QWidget *m_notice = nullptr; ///< that the builder has no words for the line
    OptionalDate *m_start;
    OptionalDate *m_end;
    std::optional<Error> m_builderError; ///< why the line could not follow
};

} // namespace reveille
