// SPDX-License-Identifier: MIT
#include "core/jobs/runlist.h"

#include "core/base/recycled.h"

namespace reveille {

std::shared_ptr<Run> makeRun()
{
    return std::allocate_shared<Run>(RecyclingAllocator<Run>());
}

std::shared_ptr<Run> makeRun(const Run &run)
{
    return std::allocate_shared<Run>(RecyclingAllocator<Run>(), run);
}

} // namespace reveille
