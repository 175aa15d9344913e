#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ceaseline/base/key.hpp"

namespace ceaseline {

/// Philox4x32, Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3" (multipliers and key
/// increments: table 2, Random123). Here and not in a .cpp because the inlined call costs half: 8 ns
/// against 15. \param rounds 10 everywhere in ceaseline; other counts only for known-answer tests
[[nodiscard]] constexpr std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                                                std::array<std::uint32_t, 2> key,
                                                                int rounds = 10) {
  auto [c0, c1, c2, c3] = counter;
  auto [k0, k1] = key;
  for (int round = 0; round < rounds; ++round) {
    std::uint64_t const product_0 = std::uint64_t{0xD2511F53U} * c0;
    std::uint64_t const product_1 = std::uint64_t{0xCD9E8D57U} * c2;
    c0 = static_cast<std::uint32_t>(product_1 >> 32U) ^ c1 ^ k0;
    c1 = static_cast<std::uint32_t>(product_1);
    c2 = static_cast<std::uint32_t>(product_0 >> 32U) ^ c3 ^ k1;
    c3 = static_cast<std::uint32_t>(product_0);
    k0 += 0x9E3779B9U;
    k1 += 0xBB67AE85U;
  }
  return {c0, c1, c2, c3};
}

/// What a draw is for. The rooms that draw name their own values (see model/purpose.hpp).
enum class Purpose : std::uint8_t {};

/// The 128 random bits at one address.
class Block {
 public:
  constexpr Block() = default;
  constexpr explicit Block(std::array<std::uint32_t, 4> words) : words_{words} {}

  /// Uniform in [0, 1) on the grid of 2^-53. Two independent ones per block: `which` is 0 or 1.
  [[nodiscard]] constexpr double unit(int which = 0) const {
    return static_cast<double>(bits(which) >> 11) * 0x1p-53;
  }
  /// Uniform in (0, 1), never an end: odd multiples of 2^-53. For logarithms and inverse
  /// distribution functions.
  [[nodiscard]] constexpr double open_unit(int which = 0) const {
    return (static_cast<double>(bits(which) >> 12) + 0.5) * 0x1p-52;
  }
  [[nodiscard]] constexpr std::array<std::uint32_t, 4> words() const { return words_; }

 private:
  [[nodiscard]] constexpr std::uint64_t bits(int which) const {
    auto const i = static_cast<unsigned>(which) * 2U;
    return (static_cast<std::uint64_t>(words_[i + 1]) << 32U) | words_[i];
  }
  std::array<std::uint32_t, 4> words_{};
};

/// What a draw is about, within its purpose.
struct Subject {
  Key entity;
  std::uint64_t part;
};

/// All randomness of one replication. A draw is addressed by its meaning, never by its turn:
/// (seed, replication, purpose, entity, subject) maps one-to-one into Philox key and counter,
///   key     = { seed, replication << 8 | purpose }
///   counter = { entity low, entity high, subject low, subject high }
/// so adding a draw anywhere moves no other. Holds no state; copy it freely between threads.
class Draws {
 public:
  static constexpr std::uint32_t max_replication = (1U << 24U) - 1;

  /// \param replication at most 2^24 - 1
  constexpr Draws(std::uint32_t seed, std::uint32_t replication) : seed_{seed}, replication_{replication} {}

  [[nodiscard]] constexpr Block at(Purpose purpose, Key entity, std::uint64_t subject) const {
    return Block{
        philox4x32({static_cast<std::uint32_t>(entity.value), static_cast<std::uint32_t>(entity.value >> 32U),
                    static_cast<std::uint32_t>(subject), static_cast<std::uint32_t>(subject >> 32U)},
                   {seed_, (replication_ << 8U) | static_cast<std::uint32_t>(purpose)})};
  }
  /// Sets `out[i]` to at(purpose, about[i].entity, about[i].part) for all: the same bits at a third of the
  /// instructions, since compilers turn sixteen at a time into vector code.
  void fill(Purpose purpose, std::vector<Subject> const& about, std::vector<Block>& out) const;

 private:
  std::uint32_t seed_;
  std::uint32_t replication_;
};

}  // namespace ceaseline
