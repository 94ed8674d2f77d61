// SPDX-License-Identifier: MIT
#include "core/jobs/runlist.h"

#include <QMutex>

#include <boost/pool/pool_alloc.hpp>

namespace reveille {

// Runs come and go by ten thousands, three states of each. They have a pool of their own, which keeps what it once had: on the
// common heap they would leave so many holes that looking for a larger piece of memory takes longer than to run what is due.
std::shared_ptr<Run> makeRun(const Run &run)
{
    constexpr unsigned RunsInABlock = 256; // and never more, as a new block is written to from end to end
    using Pool = boost::fast_pool_allocator<Run, boost::default_user_allocator_new_delete, QMutex, RunsInABlock, RunsInABlock>;
    return std::allocate_shared<Run>(Pool(), run);
}

} // namespace reveille
