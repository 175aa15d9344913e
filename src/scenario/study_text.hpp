#pragma once

#include <string>
#include <vector>

#include "overrides.hpp"
#include "texts.hpp"

namespace ceaseline {

/// Visits everything but `world`, `designs`, `cases` and `stress`, which are files or tables of their own.
void visit(Fields& f, StudySpec& s);

/// A case as its table gives it.
struct CaseText {
  CaseSpec spec;
  std::vector<Override> values;  ///< for the world and for designs
  Node written;                  ///< its table, for the sources
};

/// A study as its file gives it. Its world and each design are a file name, or a table in the study itself.
struct StudyText {
  StudySpec spec;
  Node tree;
  Node world;                   ///< text or table
  std::vector<Node> designs;    ///< likewise
  std::vector<CaseText> cases;  ///< never empty
  std::vector<CaseText> stress;
};

/// Reads a study from its tree, in which overrides have taken place.
[[nodiscard]] StudyText read_study(Texts& texts, Node tree);

/// Makes these the cases of the study, and tells its `spec` so. To ask for a stress set where there is none
/// is a mistake.
void choose_cases(Texts& texts, StudyText& study, CaseSet which);

}  // namespace ceaseline
