#include "ceaseline/base/random.hpp"

#include <algorithm>
#include <cstddef>

namespace ceaseline {
namespace {

constexpr std::size_t lanes = 16;

/// The words of sixteen counters, each word of all together.
struct Lanes {
  std::uint32_t c0[lanes], c1[lanes], c2[lanes], c3[lanes];
};

/// philox4x32 with ten rounds on sixteen counters under one key. Apart and with pointers that share nothing:
/// inlined, gcc 12 makes slower code of it than of one counter after the other.
[[gnu::noinline]] void cipher(std::uint32_t* __restrict c0, std::uint32_t* __restrict c1,
                              std::uint32_t* __restrict c2, std::uint32_t* __restrict c3, std::uint32_t k0,
                              std::uint32_t k1) {
  for (int round = 0; round < 10; ++round) {
    for (std::size_t i = 0; i < lanes; ++i) {
      std::uint64_t const product_0 = std::uint64_t{0xD2511F53U} * c0[i];
      std::uint64_t const product_1 = std::uint64_t{0xCD9E8D57U} * c2[i];
      c0[i] = static_cast<std::uint32_t>(product_1 >> 32U) ^ c1[i] ^ k0;
      c1[i] = static_cast<std::uint32_t>(product_1);
      c2[i] = static_cast<std::uint32_t>(product_0 >> 32U) ^ c3[i] ^ k1;
      c3[i] = static_cast<std::uint32_t>(product_0);
    }
    k0 += 0x9E3779B9U;
    k1 += 0xBB67AE85U;
  }
}

}  // namespace

void Draws::fill(Purpose purpose, std::vector<Subject> const& about, std::vector<Block>& out) const {
  out.resize(about.size());
  Lanes all;
  for (std::size_t begin = 0; begin < about.size(); begin += lanes) {
    std::size_t const n = std::min(lanes, about.size() - begin);
    if (n < lanes / 4) {
      for (std::size_t i = begin; i < begin + n; ++i) out[i] = at(purpose, about[i].entity, about[i].part);
      continue;
    }
    for (std::size_t i = 0; i < lanes; ++i) {
      Subject const& s = about[begin + std::min(i, n - 1)];
      all.c0[i] = static_cast<std::uint32_t>(s.entity.value);
      all.c1[i] = static_cast<std::uint32_t>(s.entity.value >> 32U);
      all.c2[i] = static_cast<std::uint32_t>(s.part);
      all.c3[i] = static_cast<std::uint32_t>(s.part >> 32U);
    }
    cipher(all.c0, all.c1, all.c2, all.c3, seed_, (replication_ << 8U) | static_cast<std::uint32_t>(purpose));
    for (std::size_t i = 0; i < n; ++i) out[begin + i] = Block{{all.c0[i], all.c1[i], all.c2[i], all.c3[i]}};
  }
}

}  // namespace ceaseline
