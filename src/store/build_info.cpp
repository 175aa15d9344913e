#include "ceaseline/store/build_info.hpp"

#include "commit.hpp"

namespace ceaseline {

BuildInfo build_info() {
#ifdef __clang__
  std::string const compiler = "clang " __clang_version__;
#else
  std::string const compiler = "gcc " __VERSION__;
#endif
  return {CEASELINE_VERSION, CEASELINE_COMMIT, compiler};
}

}  // namespace ceaseline
