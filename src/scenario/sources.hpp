#pragma once

#include <string>
#include <vector>

#include "node.hpp"

namespace ceaseline {

/// Takes the `sources` tables out of a tree and hangs each text on the figure it names. A source that names a
/// table holds for all figures in it that have none of their own.
void take_sources(Node& root, std::vector<Diagnostic>& problems);

}  // namespace ceaseline
