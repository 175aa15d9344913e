#pragma once

#include <vector>

#include "study_text.hpp"

namespace ceaseline {

/// Reads `[[case]]` or `[[stress]]` of a study.
[[nodiscard]] std::vector<CaseText> read_cases(Texts& texts, Node& study, char const* key);

/// A stress item stands beside the base case, so its id must not be that of a case.
void note_shared_ids(Texts& texts, StudyText const& study);

}  // namespace ceaseline
