// SPDX-License-Identifier: MIT
#include "core/jobs/runlist.h"

#include <boost/pool/pool_alloc.hpp>

#include <atomic>
#include <thread>

namespace reveille {

namespace {

/// What it guards nearly always takes some ten instructions, and threads seldom meet: it costs half of what a mutex does.
class SpinLock
{
public:
    void lock()
    {
        while (m_isTaken.test_and_set(std::memory_order_acquire))
            std::this_thread::yield();
    }
    void unlock() { m_isTaken.clear(std::memory_order_release); }

private:
    std::atomic_flag m_isTaken;
};

// Runs come and go by ten thousands, three states of each. They have a pool of their own, which keeps what it once had: on the
// common heap they would leave so many holes that looking for a larger piece of memory takes longer than to run what is due.
constexpr unsigned RunsInABlock = 256; // and never more, as a new block is written to from end to end
using Pool = boost::fast_pool_allocator<Run, boost::default_user_allocator_new_delete, SpinLock, RunsInABlock, RunsInABlock>;

} // namespace

std::shared_ptr<Run> makeRun()
{
    return std::allocate_shared<Run>(Pool());
}

std::shared_ptr<Run> makeRun(const Run &run)
{
    return std::allocate_shared<Run>(Pool(), run);
}

} // namespace reveille
