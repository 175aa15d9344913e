#pragma once

#include <string>
#include <vector>

#include "texts.hpp"

namespace ceaseline {

/// Visits everything but `world`, `designs` and `cases`, which are files or tables of their own.
void visit(Fields& f, StudySpec& s);

/// One value that a case sets in the world.
struct CaseValue {
  std::string path;
  Node value;
};

/// A study as its file gives it. Its world and each design are a file name, or a table in the study itself.
struct StudyText {
  StudySpec spec;
  Node tree;
  Node world;                                 ///< text or table
  std::vector<Node> designs;                  ///< likewise
  std::vector<std::vector<CaseValue>> cases;  ///< one per case of `spec`
};

/// Reads a study from its tree, in which overrides have taken place.
[[nodiscard]] StudyText read_study(Texts& texts, Node tree);

}  // namespace ceaseline
