#include "terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "ceaseline/store/disk.hpp"

namespace ceaseline {

bool is_live(int file) {
  char const* const terminal = std::getenv("TERM");
  return ::isatty(file) == 1 && terminal != nullptr && std::string_view{terminal} != "dumb";
}

bool has_colour(int file) {
  char const* const no_colour = std::getenv("NO_COLOR");
  return is_live(file) && (no_colour == nullptr || *no_colour == '\0');
}

int columns_of(int file) {
  constexpr int usual = 80;
  winsize size{};
  return ::ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
}

void Talk::note(std::string const& text) const {
  if (!quiet_) fmt::print(stderr, "{}\n", text);
}

void Talk::error(std::string const& text) const {
  if (json_) {
    fmt::print(stderr, "{}\n", nlohmann::ordered_json{{"error", text}}.dump());
  } else {
    fmt::print(stderr, "ceaseline: {}\n", text);
  }
}

void Talk::problems(InputError const& error) const {
  auto const& all = error.diagnostics();
  if (json_) {
    auto list = nlohmann::ordered_json::array();
    for (Diagnostic const& d : all)
      list.push_back(
          {{"file", d.file}, {"line", d.line}, {"column", d.column}, {"key", d.key}, {"what", d.what}});
    fmt::print(stderr, "{}\n", nlohmann::ordered_json{{"problems", list}}.dump());
    return;
  }
  for (Diagnostic const& d : all) fmt::print(stderr, "{}\n", d.text());
  fmt::print(stderr, "{} problem{}; nothing was run\n", all.size(), all.size() == 1 ? "" : "s");
}

void print(std::string const& text) {
  bool const written =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!written) throw DiskError("write to", "standard output", errno);
}

}  // namespace ceaseline
