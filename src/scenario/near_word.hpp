#pragma once

#include <string>
#include <vector>

namespace ceaseline {

/// The word most like `word`: fewest letters inserted, dropped, changed or swapped with a neighbour.
/// \returns "" when none is near enough to be meant
[[nodiscard]] std::string nearest_word(std::string const& word, std::vector<std::string> const& words);

/// "; did you mean \"range\"?", or the words themselves when none is near and they are few, or nothing.
[[nodiscard]] std::string suggestion(std::string const& word, std::vector<std::string> const& words);

/// `"open", "restricted", "shut"`
[[nodiscard]] std::string quoted_list(std::vector<std::string> const& words);

}  // namespace ceaseline
