// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/editdesk.h"

#include <map>

namespace reveille {

/// The jobs of a scheduler that has not started: checked as far as that goes without their store, and not stored yet.
class PendingJobs final
{
public:
    /// All or none; one that replaces another keeps what EditDesk would let it keep. Conflict: an id is here already and not to be
    /// replaced; Invalid: a trigger never fires.
    [[nodiscard]] Result<QList<JobSnapshot>> add(const QList<NewJob> &jobs, const TriggerContext &context);
    /// One of them, as it would be with the next fire time that it is given; where that is none, it keeps what it was given before for
    /// this trigger. Invalid: it never fires; NotFound: there is none of this id.
    [[nodiscard]] Result<NewJob> changed(const Job &job, OptionalTime nextRunTime, TimePoint now) const;
    /// Puts one of them in the place of that with its id.
    void replace(const NewJob &job);
    /// Nothing: there is none of this id.
    std::optional<JobSnapshot> remove(const JobId &id);
    std::optional<JobSnapshot> setPaused(const JobId &id, bool paused);

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
