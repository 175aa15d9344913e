#pragma once

#include <cstdint>
#include <functional>

#include "ceaseline/experiment/rows.hpp"

namespace ceaseline {

/// Does one replication into `out`, whose buffers are reused. One per thread.
using ReplicationTask = std::function<void(std::uint32_t replication, ReplicationRows& out)>;

/// Does tasks first ... end - 1 on several threads, and delivers their results on the calling thread in the
/// order of their numbers. At most a few results per thread wait for their turn. \param make      called once
/// on each thread, for a task with buffers of its own \param stopped   asked before each task; once it says
/// yes, tasks under way are finished and delivered \returns one past the last result delivered \throws  the
/// first exception of a task, of `make` or of `deliver`, after all threads have ended
std::uint32_t run_in_order(std::uint32_t first, std::uint32_t end, int threads,
                           std::function<ReplicationTask()> const& make, std::function<bool()> const& stopped,
                           std::function<void(ReplicationRows const&)> const& deliver);

}  // namespace ceaseline
