#pragma once

#include <string>

#include "ceaseline/base/input_error.hpp"
#include "options.hpp"

namespace ceaseline {

/// True when a person reads along and the line can be rewritten: a terminal, and not TERM=dumb.
[[nodiscard]] bool is_live(int file);
/// True for a live terminal unless NO_COLOR is set (no-color.org).
[[nodiscard]] bool has_colour(int file);
/// Columns of the terminal, or 80.
[[nodiscard]] int columns_of(int file);

/// What the program says beside its results: on stderr, one line each.
class Talk {
 public:
  explicit Talk(Options const& options) : quiet_{options.quiet}, json_{options.json} {}
  /// Left out when the user wants quiet.
  void note(std::string const& text) const;
  void error(std::string const& text) const;
  /// Every problem on its own line, then how many there are; with --json one object.
  void problems(InputError const& error) const;

 private:
  bool quiet_;
  bool json_;
};

/// Writes to stdout at once. \throws DiskError when that is full or closed
void print(std::string const& text);

}  // namespace ceaseline
