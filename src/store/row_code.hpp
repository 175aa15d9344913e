#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ceaseline {

// Rows as bytes, the same on every machine. Most values of a score sheet are small whole numbers: those take
// one to three bytes, the others nine.

void append_varint(std::string& out, std::uint64_t value);
void append_fixed(std::string& out, std::uint64_t value);
void append_value(std::string& out, double value);

/// Reads coded values off a string. Reading past the end gives zeros and `failed()`.
class CodeReader {
 public:
  CodeReader(char const* from, std::size_t size) : at_{from}, end_{from + size} {}
  [[nodiscard]] std::uint64_t varint();
  [[nodiscard]] std::uint64_t fixed();
  [[nodiscard]] double value();
  /// \returns where it stood before
  char const* skip(std::size_t size);
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return at_ == end_; }

 private:
  char const* at_;
  char const* end_;
  bool failed_{false};
};

/// Fingerprint and row of one arm.
struct CodedRow {
  std::uint64_t fingerprint{0};
  std::vector<double> values;
};
[[nodiscard]] std::string code(std::uint64_t fingerprint, std::vector<double> const& values);
[[nodiscard]] CodedRow decode(std::string const& bytes);

}  // namespace ceaseline
