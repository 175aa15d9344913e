#include "pack.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace ceaseline::report {
namespace {

using Json = nlohmann::ordered_json;

/// Least significant byte first, whatever the processor does.
void append(std::string& to, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) to += static_cast<char>(value >> (8 * i) & 0xff);
}

std::string deflated(std::string const& text) {
  uLongf size = compressBound(static_cast<uLong>(text.size()));
  std::string out(size, '\0');
  int const done = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                             reinterpret_cast<Bytef const*>(text.data()), static_cast<uLong>(text.size()), 9);
  if (done != Z_OK) throw std::runtime_error("cannot compress the data of the report");
  out.resize(size);
  return out;
}

std::string in_base64(std::string const& bytes) {
  constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t word = 0;
    for (std::size_t k = 0; k < 3; ++k)
      word = word << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k <= bytes.size() ? letters[word >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

}  // namespace

Json Pack::add(char const* type, std::size_t size, std::size_t n, bool steps) {
  // A typed array begins at a multiple of its size.
  while (bytes_.size() % 8 != 0) bytes_ += '\0';
  Json entry{{"type", type}, {"at", bytes_.size()}, {"n", n}};
  if (steps) entry["steps"] = true;
  bytes_.reserve(bytes_.size() + size * n);
  return entry;
}

Json Pack::column(std::vector<std::int64_t> const& values) {
  auto const [low, high] = std::minmax_element(values.begin(), values.end());
  std::int64_t const least = values.empty() ? 0 : *low;
  std::int64_t const most = values.empty() ? 0 : *high;
  std::size_t const size = least >= -128 && most <= 127 ? 1 : least >= -32768 && most <= 32767 ? 2 : 4;
  if (least < INT32_MIN || most > INT32_MAX) {
    std::vector<double> real(values.begin(), values.end());
    return reals(real);
  }
  Json entry = add(size == 1 ? "i8" : size == 2 ? "i16" : "i32", size, values.size(), false);
  for (std::int64_t const v : values) append(bytes_, static_cast<std::uint64_t>(v), size);
  return entry;
}

Json Pack::steps(std::vector<std::int64_t> const& values) {
  std::vector<std::int64_t> differences;
  differences.reserve(values.size());
  std::int64_t before = 0;
  for (std::int64_t const v : values) {
    differences.push_back(v - before);
    before = v;
  }
  Json entry = column(differences);
  entry["steps"] = true;
  return entry;
}

Json Pack::reals(std::vector<double> const& values) {
  Json entry = add("f64", 8, values.size(), false);
  for (double const v : values) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &v, sizeof bits);
    append(bytes_, bits, 8);
  }
  return entry;
}

Json Pack::bytes(std::string const& values) {
  Json entry = add("u8", 1, values.size(), false);
  bytes_ += values;
  return entry;
}

std::string Pack::base64(Json const& json) const {
  std::string text = json.dump();
  while (text.size() % 8 != 4)
    text += ' ';  // behind the length of four bytes columns begin at a multiple of 8
  std::string all;
  append(all, text.size(), 4);
  return in_base64(deflated(all + text + bytes_));
}

}  // namespace ceaseline::report
