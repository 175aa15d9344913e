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

namespace {

bool a_contributor_leaves(DesignSpec const& d) {
  return std::any_of(d.disruptions.begin(), d.disruptions.end(),
                     [](Disruption const& one) { return one.what == DisruptionKind::ContributorLeaves; });
}

// What is only shown, or only costs, is left out of each before they are compared.

Disruption figures_of(Disruption d) {
  d.id.clear();
  return d;
}
Contributor figures_of(Contributor c) {
  c.title.clear();
  if (!c.bloc.empty() || c.several) c.id.clear();
  return c;
}
AircraftSpec figures_of(AircraftSpec a) {
  a.title.clear();
  a.cost_year = Money{};
  return a;
}
SatelliteSpec figures_of(SatelliteSpec s) {
  s.title.clear();
  s.cost_year = Money{};
  return s;
}

template <class Thing>
bool same(std::vector<Thing> const& a, std::vector<Thing> const& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](Thing const& x, Thing const& y) { return figures_of(x) == figures_of(y); });
}

bool same_numbers(DesignSpec const& a, DesignSpec const& b) {
  if (!(a.numbers == b.numbers) || !same(a.disruptions, b.disruptions)) return false;
  return !a_contributor_leaves(a) || same(a.contributors, b.contributors);
}

bool same_equipment(DesignSpec const& a, DesignSpec const& b) {
  return a.equipment == b.equipment && a.sensors == b.sensors && a.posts == b.posts && a.teams == b.teams &&
         same(a.aircraft, b.aircraft) && same(a.satellites, b.satellites);
}

/// A flag has no effect of its own.
bool same_access(DesignSpec const& a, DesignSpec const& b, std::vector<AccessRule> const& rules) {
  if (a.flag == b.flag) return true;
  return std::none_of(rules.begin(), rules.end(), [&](AccessRule const& r) {
    return !r.organisation.empty() && (r.organisation == a.flag || r.organisation == b.flag);
  });
}

}  // namespace

bool same_figures(FigureGroup group, DesignSpec const& a, DesignSpec const& b,
                  std::vector<AccessRule> const& rules) {
  switch (group) {
    case FigureGroup::Numbers:
      return same_numbers(a, b);
    case FigureGroup::Hours:
      return a.hours == b.hours;
    case FigureGroup::Rules:
      return a.rules == b.rules;
    case FigureGroup::Driving:
      return a.driving == b.driving;
    case FigureGroup::Equipment:
      return same_equipment(a, b);
    case FigureGroup::Siting:
      return a.siting == b.siting;
    case FigureGroup::Access:
      return same_access(a, b, rules);
  }
  return true;
}

bool same_figures(DesignSpec const& a, DesignSpec const& b, std::vector<AccessRule> const& rules) {
  return std::all_of(figure_groups.begin(), figure_groups.end(),
                     [&](FigureGroup g) { return same_figures(g, a, b, rules); });
}

DesignSpec with_group(DesignSpec design, FigureGroup group, DesignSpec const& other) {
  switch (group) {
    case FigureGroup::Numbers:
      design.numbers = other.numbers;
      design.contributors = other.contributors;
      design.disruptions = other.disruptions;
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
      design.aircraft = other.aircraft;
      design.satellites = other.satellites;
      break;
    case FigureGroup::Siting:
      design.siting = other.siting;
      break;
    case FigureGroup::Access:
      design.flag = other.flag;
      break;
  }
  return design;
}

}  // namespace ceaseline
