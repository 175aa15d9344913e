#include "ceaseline/experiment/figure_group.hpp"

#include <algorithm>

namespace ceaseline {

char const* name(FigureGroup g) {
  switch (g) {
    case FigureGroup::Numbers:
      return "numbers";
    case FigureGroup::Hours:
      return "hours";
    case FigureGroup::Rules:
      return "rules";
    case FigureGroup::Driving:
      return "driving";
    case FigureGroup::Equipment:
      return "equipment";
    case FigureGroup::Siting:
      return "siting";
    case FigureGroup::Access:
      return "access";
  }
  return "";
}

bool same_figures(FigureGroup group, DesignSpec const& a, DesignSpec const& b) {
  switch (group) {
    case FigureGroup::Numbers:
      return a.numbers == b.numbers;
    case FigureGroup::Hours:
      return a.hours == b.hours;
    case FigureGroup::Rules:
      return a.rules == b.rules;
    case FigureGroup::Driving:
      return a.driving == b.driving;
    case FigureGroup::Equipment:
      return a.equipment == b.equipment && a.sensors == b.sensors && a.posts == b.posts && a.teams == b.teams;
    case FigureGroup::Siting:
      return a.siting == b.siting;
    case FigureGroup::Access:
      return true;
  }
  return true;
}

bool same_figures(DesignSpec const& a, DesignSpec const& b) {
  return std::all_of(figure_groups.begin(), figure_groups.end(),
                     [&](FigureGroup g) { return same_figures(g, a, b); });
}

DesignSpec with_group(DesignSpec design, FigureGroup group, DesignSpec const& other) {
  switch (group) {
    case FigureGroup::Numbers:
      design.numbers = other.numbers;
      break;
    case FigureGroup::Hours:
      design.hours = other.hours;
      break;
    case FigureGroup::Rules:
      design.rules = other.rules;
      break;
    case FigureGroup::Driving:
      design.driving = other.driving;
      break;
    case FigureGroup::Equipment:
      design.equipment = other.equipment;
      design.sensors = other.sensors;
      design.posts = other.posts;
      design.teams = other.teams;
      break;
    case FigureGroup::Siting:
      design.siting = other.siting;
      break;
    case FigureGroup::Access:
      break;
  }
  return design;
}

}  // namespace ceaseline
