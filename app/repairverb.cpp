// SPDX-License-Identifier: MIT
#include "app/repairverb.h"

#include "core/base/singleline.h"
#include "core/stores/sqliterepair.h"

#include <QIODevice>

namespace reveille {

namespace {

const QString RestoreBackup = QStringLiteral("restore-backup");
const QString Empty = QStringLiteral("empty");

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(RepairVerb)
};

int fail(QIODevice &errors, const QString &message, ExitCode code = ExitCode::Failure)
{
    errors.write(QStringLiteral("reveille repair: %1\n").arg(singleLine(message)).toUtf8());
    return code;
}

Result<QString> repair(SqliteRepair &repair, const std::optional<SqliteRepair::Backup> &backup)
{
    return backup ? repair.restore(*backup) : repair.beginEmpty();
}

} // namespace

int runRepairVerb(const CommandLine &line, const QString &storeUrl, const Clock &clock, QIODevice &output, QIODevice &errors)
{
    if (line.has(RestoreBackup) && line.has(Empty))
        return fail(errors, Messages::tr("--restore-backup and --empty exclude each other"), ExitCode::Usage);
    const Result<std::unique_ptr<SqliteRepair>> store = SqliteRepair::create(storeUrl, clock);
    if (!store)
        return fail(errors, store.error().text(), ExitCode::Usage);
    const Result<void> whole = (*store)->check();
    if (whole) {
        output.write(Messages::tr("The store is not damaged.\n").toUtf8());
        return ExitCode::Success;
    }
    if (whole.error().code != ErrorCode::Damaged)
        return fail(errors, whole.error().text());

    const std::optional<SqliteRepair::Backup> backup = (*store)->newestBackup();
    const QString ofBackup = backup ? Messages::tr("the newest backup is from %1").arg(formatInstant(backup->writtenAt))
                                    : Messages::tr("there is no backup that can be read");
    if (!line.has(RestoreBackup) && !line.has(Empty))
        return fail(errors, Messages::tr("%1; %2").arg(describeStoreError(whole.error()), ofBackup));
    if (line.has(RestoreBackup) && !backup)
        return fail(errors, Messages::tr("%1; %2").arg(whole.error().text(), ofBackup));
    const Result<QString> aside = repair(**store, line.has(RestoreBackup) ? backup : std::nullopt);
    if (!aside)
        return fail(errors, aside.error().text());
    output.write(Messages::tr("The damaged file is now %1\n").arg(singleLine(*aside)).toUtf8());
    if (line.has(RestoreBackup))
        output.write(Messages::tr("The store is the backup from %1\n").arg(formatInstant(backup->writtenAt)).toUtf8());
    return ExitCode::Success;
}

QString describeStoreError(const Error &error)
{
    if (error.code != ErrorCode::Damaged)
        return error.text();
    return Messages::tr("%1; it is left as it is until “reveille repair --restore-backup” or “reveille repair --empty” sets it aside")
        .arg(error.text());
}

} // namespace reveille
