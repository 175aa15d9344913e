#include "near_word.hpp"

#include <algorithm>
#include <cstddef>

namespace ceaseline {

namespace {

constexpr std::size_t few = 12;

/// Damerau-Levenshtein distance in its form for neighbours that are swapped once.
std::size_t distance(std::string const& a, std::string const& b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
      bool const swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::string nearest_word(std::string const& word, std::vector<std::string> const& words) {
  std::string best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  if (word.size() > 64) return best;  // not a slip of the finger
  for (std::string const& candidate : words) {
    std::size_t const d = distance(word, candidate);
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

std::string suggestion(std::string const& word, std::vector<std::string> const& words) {
  std::string const near = nearest_word(word, words);
  if (!near.empty()) return "; did you mean \"" + near + "\"?";
  if (words.empty() || words.size() > few) return "";
  return "; there is " + quoted_list(words);
}

std::string quoted_list(std::vector<std::string> const& words) {
  std::string all;
  for (std::string const& word : words) all += (all.empty() ? "\"" : ", \"") + word + "\"";
  return all;
}

}  // namespace ceaseline
