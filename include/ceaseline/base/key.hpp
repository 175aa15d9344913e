#pragma once

#include <cstdint>
#include <string_view>

namespace ceaseline {

/// What names an entity in every draw and every tie: a 64-bit hash of its `id` in the file.
/// Order in the file and titles change nothing; a new id means new draws.
struct Key {
  std::uint64_t value{0};
  friend constexpr bool operator==(Key a, Key b) { return a.value == b.value; }
  friend constexpr bool operator!=(Key a, Key b) { return a.value != b.value; }
  friend constexpr bool operator<(Key a, Key b) { return a.value < b.value; }
};

/// FNV-1a, 64 bit (Fowler, Noll, Vo), finished with the mixer of SplitMix64 so that ids
/// which differ in their last letter differ in every bit.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

[[nodiscard]] constexpr Key key_of(std::string_view id) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (char const c : id) {
    h ^= static_cast<unsigned char>(c);
    h *= 0x100000001b3ULL;
  }
  return Key{mixed(h)};
}

/// The key of a part of an entity, for example one incident of a region.
[[nodiscard]] constexpr Key key_of(Key whole, std::uint64_t part) {
  return Key{mixed(whole.value ^ mixed(part + 0x9e3779b97f4a7c15ULL))};
}

}  // namespace ceaseline
