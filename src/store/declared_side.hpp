#pragma once

#include "ceaseline/model/record.hpp"

namespace ceaseline {

/// As it stands in tables: empty where no side was declared.
[[nodiscard]] inline char const* shown_side(DeclaredSide side) {
  switch (side) {
    case DeclaredSide::A:
      return "A";
    case DeclaredSide::B:
      return "B";
    case DeclaredSide::Unknown:
      break;
  }
  return "";
}

}  // namespace ceaseline
