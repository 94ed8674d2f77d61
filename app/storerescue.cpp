// SPDX-License-Identifier: MIT
#include "app/storerescue.h"

#include "core/stores/sqliterepair.h"
#include "ui/main/damagedstorebox.h"

namespace reveille {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(StoreRescue)
};

void tell(QMessageBox::Icon icon, const QString &text)
{
    QMessageBox box(icon, Messages::tr("Reveille"), text, QMessageBox::Ok);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace

bool rescueStore(const QString &storeUrl, const Error &damage, const Clock &clock)
{
    const Result<std::unique_ptr<SqliteRepair>> repair = SqliteRepair::create(storeUrl, clock);
    if (!repair) {
        tell(QMessageBox::Critical, damage.text());
        return false;
    }
    const std::optional<SqliteRepair::Backup> backup = (*repair)->newestBackup();
    DamagedStoreBox box(damage.text(), backup ? OptionalTime(backup->writtenAt) : std::nullopt, Zone::system());
    box.exec();
    if (box.choice() == DamagedStoreBox::Choice::Quit)
        return false;
    const Result<QString> aside = box.choice() == DamagedStoreBox::Choice::RestoreBackup ? (*repair)->restore(*backup)
                                                                                         : (*repair)->beginEmpty();
    if (aside)
        tell(QMessageBox::Information, Messages::tr("The damaged file is now %1").arg(*aside));
    else
        tell(QMessageBox::Critical, aside.error().text());
    return aside.has_value();
}

} // namespace reveille
