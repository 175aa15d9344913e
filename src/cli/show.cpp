#include "commands.hpp"
#include "disk_files.hpp"
#include "terminal.hpp"

namespace ceaseline {

ExitCode show_command(Registries const& registries, Options const& options) {
  print(options.defaults ? defaults_text(registries)
                         : load_target(registries, options, DiskFiles{}).resolved);
  return ExitCode::Done;
}

}  // namespace ceaseline
