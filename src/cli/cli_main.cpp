#include "ceaseline/base/input_error.hpp"
#include "ceaseline/cli/main.hpp"
#include "commands.hpp"
#include "terminal.hpp"

namespace ceaseline {
namespace {

ExitCode dispatch(Registries const& registries, Options const& options) {
  switch (options.command) {
    case Command::Compare:
      return compare_command(registries, options);
    case Command::Run:
      return run_command(registries, options);
    case Command::Explain:
      return explain_command(registries, options);
    case Command::Validate:
      return validate_command(registries, options);
    case Command::Map:
      return map_command(options);
    case Command::Verify:
      return verify_command(registries, options);
    case Command::Report:
      return report_command(registries, options);
    case Command::Show:
      return show_command(registries, options);
    case Command::Demo:
      return demo_command(registries, options);
    case Command::Version:
      return version_command(options);
  }
  return ExitCode::BadInput;
}

ExitCode run(Registries const& registries, Options const& options) {
  Talk const talk{options};
  try {
    return dispatch(registries, options);
  } catch (InputError const& e) {
    talk.problems(e);
    return ExitCode::BadInput;
  } catch (std::exception const& e) {
    talk.error(e.what());
    return ExitCode::MachineFailed;
  }
}

}  // namespace

int cli_main(Registries const& registries, int argc, char const* const* argv) {
  std::variant<Options, ExitCode> const parsed = parse_options(argc, argv);
  if (auto const* const code = std::get_if<ExitCode>(&parsed)) return static_cast<int>(*code);
  return static_cast<int>(run(registries, std::get<Options>(parsed)));
}

}  // namespace ceaseline
