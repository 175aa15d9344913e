#pragma once

#include <string>

#include "ceaseline/scenario/study.hpp"
#include "ceaseline/store/manifest.hpp"
#include "terminal.hpp"

namespace ceaseline {

/// The study of a result, from the inputs kept in its folder. Says so when another version of the program
/// made it. \throws InputError when an input was changed after the run: what it would now give is another
/// study
[[nodiscard]] Study load_stored(std::string const& folder, Manifest const& manifest,
                                Registries const& registries, Talk const& talk,
                                CaseSet which = CaseSet::Cases);

}  // namespace ceaseline
