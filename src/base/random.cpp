#include "ceaseline/base/random.hpp"

namespace ceaseline {

namespace {

// Multipliers and key increments (golden ratio, sqrt(3) - 1) of Philox4x32: Salmon et al. 2011, table 2.
constexpr std::uint64_t multiplier_0 = 0xD2511F53U;
constexpr std::uint64_t multiplier_1 = 0xCD9E8D57U;
constexpr std::uint32_t increment_0 = 0x9E3779B9U;
constexpr std::uint32_t increment_1 = 0xBB67AE85U;

}  // namespace

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key,
                                        int rounds) {
  auto [c0, c1, c2, c3] = counter;
  auto [k0, k1] = key;
  for (int round = 0; round < rounds; ++round) {
    std::uint64_t const product_0 = multiplier_0 * c0;
    std::uint64_t const product_1 = multiplier_1 * c2;
    c0 = static_cast<std::uint32_t>(product_1 >> 32U) ^ c1 ^ k0;
    c1 = static_cast<std::uint32_t>(product_1);
    c2 = static_cast<std::uint32_t>(product_0 >> 32U) ^ c3 ^ k1;
    c3 = static_cast<std::uint32_t>(product_0);
    k0 += increment_0;
    k1 += increment_1;
  }
  return {c0, c1, c2, c3};
}

Block Draws::at(Purpose purpose, Key entity, std::uint64_t subject) const {
  std::array<std::uint32_t, 4> const counter{
      static_cast<std::uint32_t>(entity.value), static_cast<std::uint32_t>(entity.value >> 32U),
      static_cast<std::uint32_t>(subject), static_cast<std::uint32_t>(subject >> 32U)};
  std::array<std::uint32_t, 2> const key{seed_, (replication_ << 8U) | static_cast<std::uint32_t>(purpose)};
  return Block{philox4x32(counter, key)};
}

}  // namespace ceaseline
