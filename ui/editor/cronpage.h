// SPDX-License-Identifier: MIT
#pragma once

#include "ui/editor/triggerpage.h"

namespace reveille {

class ChoiceBar;
class CrontabForm;
class SimpleCronForm;

/// Days and times: clicked together, or as a crontab line.
class CronPage final : public TriggerPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CronPage)

public:
    CronPage(const Engine &engine, QWidget *parent);

    [[nodiscard]] Result<QJsonObject> trigger() const override;
    [[nodiscard]] bool setTrigger(const QJsonObject &trigger, const Zone &zone) override;
    bool showError(const Error &error) override;
    void clearErrors() override;
    void touchAll() override;

private:
    ChoiceBar *m_mode;
    SimpleCronForm *m_simple = nullptr;
    CrontabForm *m_crontab = nullptr;
};

} // namespace reveille
