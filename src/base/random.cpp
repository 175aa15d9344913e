#include "ceaseline/base/random.hpp"

#include <cstddef>

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ceaseline {
namespace {

// Several counters side by side, a word of each in the lower half of a 64-bit lane. Upper halves may hold
// anything: a product of 32 bits does not read them, and they are masked at the end. Integers only, so every
// width gives the same bits.
#if defined(__AVX2__)
struct Words {
  static constexpr std::size_t width = 4;
  __m256i v;
  static Words all(std::uint64_t x) { return {_mm256_set1_epi64x(static_cast<long long>(x))}; }
  static Words load(void const* from) { return {_mm256_loadu_si256(static_cast<__m256i const*>(from))}; }
  void store(void* to) const { _mm256_storeu_si256(static_cast<__m256i*>(to), v); }
  [[nodiscard]] Words upper() const { return {_mm256_srli_epi64(v, 32)}; }
  [[nodiscard]] Words raised() const { return {_mm256_slli_epi64(v, 32)}; }
  friend Words operator*(Words a, Words b) { return {_mm256_mul_epu32(a.v, b.v)}; }
  friend Words operator^(Words a, Words b) { return {_mm256_xor_si256(a.v, b.v)}; }
  friend Words operator&(Words a, Words b) { return {_mm256_and_si256(a.v, b.v)}; }
  friend Words evens(Words a, Words b) { return {_mm256_unpacklo_epi64(a.v, b.v)}; }
  friend Words odds(Words a, Words b) { return {_mm256_unpackhi_epi64(a.v, b.v)}; }
};
#elif defined(__SSE2__)
struct Words {
  static constexpr std::size_t width = 2;
  __m128i v;
  static Words all(std::uint64_t x) { return {_mm_set1_epi64x(static_cast<long long>(x))}; }
  static Words load(void const* from) { return {_mm_loadu_si128(static_cast<__m128i const*>(from))}; }
  void store(void* to) const { _mm_storeu_si128(static_cast<__m128i*>(to), v); }
  [[nodiscard]] Words upper() const { return {_mm_srli_epi64(v, 32)}; }
  [[nodiscard]] Words raised() const { return {_mm_slli_epi64(v, 32)}; }
  friend Words operator*(Words a, Words b) { return {_mm_mul_epu32(a.v, b.v)}; }
  friend Words operator^(Words a, Words b) { return {_mm_xor_si128(a.v, b.v)}; }
  friend Words operator&(Words a, Words b) { return {_mm_and_si128(a.v, b.v)}; }
  friend Words evens(Words a, Words b) { return {_mm_unpacklo_epi64(a.v, b.v)}; }
  friend Words odds(Words a, Words b) { return {_mm_unpackhi_epi64(a.v, b.v)}; }
};
#endif

#if defined(__SSE2__)
/// philox4x32 with ten rounds on as many counters as there are lanes, from subjects to blocks: eight
/// instructions a round.
void cipher(Subject const* about, Block* out, std::uint32_t seed, std::uint32_t key) {
  static_assert(sizeof(Subject) == 16 && sizeof(Block) == 16);
  constexpr std::size_t half = Words::width / 2;
  Words const first = Words::load(about);
  Words const second = Words::load(about + half);
  Words c0 = evens(first, second);
  Words c2 = odds(first, second);
  Words c1 = c0.upper();
  Words c3 = c2.upper();
  std::uint32_t k0 = seed;
  std::uint32_t k1 = key;
  for (int round = 0; round < 10; ++round) {
    Words const product_0 = c0 * Words::all(0xD2511F53U);
    Words const product_1 = c2 * Words::all(0xCD9E8D57U);
    c0 = product_1.upper() ^ c1 ^ Words::all(k0);
    c1 = product_1;
    c2 = product_0.upper() ^ c3 ^ Words::all(k1);
    c3 = product_0;
    k0 += 0x9E3779B9U;
    k1 += 0xBB67AE85U;
  }
  Words const lower = Words::all(0xFFFFFFFFU);
  Words const words_01 = (c0 & lower) ^ c1.raised();
  Words const words_23 = (c2 & lower) ^ c3.raised();
  evens(words_01, words_23).store(out);
  odds(words_01, words_23).store(out + half);
}
#endif

}  // namespace

void Draws::fill(Purpose purpose, std::vector<Subject> const& about, std::vector<Block>& out) const {
  out.resize(about.size());
  std::size_t i = 0;
#if defined(__SSE2__)
  std::uint32_t const key = (replication_ << 8U) | static_cast<std::uint32_t>(purpose);
  for (; i + Words::width <= about.size(); i += Words::width) cipher(&about[i], &out[i], seed_, key);
#endif
  for (; i < about.size(); ++i) out[i] = at(purpose, about[i].entity, about[i].part);
}

}  // namespace ceaseline
