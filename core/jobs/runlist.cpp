// SPDX-License-Identifier: MIT
#include "core/jobs/runlist.h"

#include "core/base/recycled.h"

namespace reveille {

namespace {

using RunAllocator = RecyclingAllocator<Run, SharedSize<Run>>;

} // namespace

std::shared_ptr<Run> makeRun()
{
    return std::allocate_shared<Run>(RunAllocator());
}

std::shared_ptr<Run> makeRun(const Run &run)
{
    return std::allocate_shared<Run>(RunAllocator(), run);
}

void reserveRuns(std::size_t count)
{
    RunAllocator::reserve(count);
}

} // namespace reveille
