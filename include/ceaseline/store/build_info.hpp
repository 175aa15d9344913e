#pragma once

#include <string>

namespace ceaseline {

/// Which program this is: results can be extended only by the program that made them.
struct BuildInfo {
  std::string version;   ///< "0.1.0"
  std::string commit;    ///< of the source, 40 hex digits; empty when it was not built from a checkout
  std::string compiler;  ///< "gcc 12.2.0"; not part of any result that must be reproducible
};
[[nodiscard]] BuildInfo build_info();

}  // namespace ceaseline
