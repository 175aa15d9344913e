#include "row_code.hpp"

#include <cmath>
#include <cstring>

namespace ceaseline {
namespace {

constexpr double largest_whole = 0x1p53;

// -0 is not 0 and keeps its bits.
bool is_plain_whole(double v) {
  return v >= 0 && v < largest_whole && v == std::floor(v) && !std::signbit(v);
}

}  // namespace

void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80U);
    value >>= 7U;
  }
  out += static_cast<char>(value);
}

void append_fixed(std::string& out, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) out += static_cast<char>(value >> shift & 0xffU);
}

// An even number is twice a whole value; a 1 says that the value's own bits follow.
void append_value(std::string& out, double value) {
  if (is_plain_whole(value)) {
    append_varint(out, static_cast<std::uint64_t>(value) << 1U);
    return;
  }
  append_varint(out, 1);
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  append_fixed(out, bits);
}

std::uint64_t CodeReader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (at_ == end_) break;
    auto const byte = static_cast<unsigned char>(*at_++);
    value |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return value;
  }
  failed_ = true;
  return 0;
}

std::uint64_t CodeReader::fixed() {
  char const* const from = skip(8);
  if (failed_) return 0;
  std::uint64_t value = 0;
  for (unsigned i = 0; i < 8; ++i) value |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
  return value;
}

double CodeReader::value() {
  std::uint64_t const coded = varint();
  if (coded != 1) return static_cast<double>(coded >> 1U);
  std::uint64_t const bits = fixed();
  double v = 0;
  std::memcpy(&v, &bits, sizeof v);
  return v;
}

char const* CodeReader::skip(std::size_t size) {
  char const* const from = at_;
  if (static_cast<std::size_t>(end_ - at_) < size) {
    failed_ = true;
    at_ = end_;
  } else {
    at_ += size;
  }
  return from;
}

std::string code(std::uint64_t fingerprint, std::vector<double> const& values) {
  std::string out;
  append_fixed(out, fingerprint);
  append_varint(out, values.size());
  for (double const v : values) append_value(out, v);
  return out;
}

CodedRow decode(std::string const& bytes) {
  CodeReader in{bytes.data(), bytes.size()};
  CodedRow row;
  row.fingerprint = in.fixed();
  std::uint64_t const n = in.varint();
  row.values.reserve(n);
  for (std::uint64_t i = 0; i < n; ++i) row.values.push_back(in.value());
  return row;
}

}  // namespace ceaseline
