// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/editdesk.h"

#include <map>

namespace reveille {

/// The jobs of a scheduler that has not started: checked as far as that goes without their store, and not stored yet.
class PendingJobs final
{
public:
    /// All or none. Conflict: an id is here already and not to be replaced; Invalid: a trigger never fires.
    [[nodiscard]] Result<QList<JobSnapshot>> add(const QList<NewJob> &jobs, TimePoint now);
    /// False: there is none of this id.
    bool replace(const Job &job);
    bool remove(const JobId &id);
    bool setPaused(const JobId &id, bool paused);

    [[nodiscard]] std::optional<JobSnapshot> find(const JobId &id) const;
    /// Of one store, if an alias is given.
    [[nodiscard]] QList<JobSnapshot> all(const QString &store = {}) const;
    /// The aliases of their stores.
    [[nodiscard]] QSet<QString> stores() const;
    /// Those of one store, which are not here after.
    [[nodiscard]] QList<NewJob> take(const QString &store);
    void putBack(const QList<NewJob> &jobs);

private:
    [[nodiscard]] NewJob *entry(const JobId &id);

    std::map<qint64, NewJob> m_jobs; ///< in their order
    QHash<JobId, qint64> m_places;   ///< in it
};

} // namespace reveille
