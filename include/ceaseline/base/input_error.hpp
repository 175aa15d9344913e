#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace ceaseline {

/// One thing wrong with what the user gave: where, which key, why, and the way out.
struct Diagnostic {
  std::string file;  ///< as the user wrote it; "--set" for a command-line override
  int line{0};       ///< from 1; 0 when the place is not known
  int column{0};
  std::string key;   ///< dotted path, such as "teams[2].speed"; may be empty
  std::string what;  ///< cause and fix in one sentence: `40 has no unit; write "40 km/h"`

  /// "file:14:9: error: teams[2].speed: 40 has no unit; write \"40 km/h\""
  [[nodiscard]] std::string text() const;
};

/// Everything wrong with the input, collected before it is thrown. The program prints it and ends with 2.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Diagnostic> all);
  explicit InputError(Diagnostic one) : InputError(std::vector<Diagnostic>{std::move(one)}) {}
  [[nodiscard]] std::vector<Diagnostic> const& diagnostics() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace ceaseline
