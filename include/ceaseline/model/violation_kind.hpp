#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/base/key.hpp"
#include "ceaseline/base/quantity.hpp"
#include "ceaseline/base/time.hpp"

namespace ceaseline {

/// More kinds than this in one world are refused.
inline constexpr std::size_t most_kinds = 16;

/// How many acts an incident has: geometric, with a share of large exchanges that are geometric too
/// but `large_factor` times longer, so that the mean over both is `mean`.
struct ActCount {
  double mean{10};         ///< at least 1
  double large_share{0};   ///< share of incidents that are large exchanges
  double large_factor{1};  ///< mean of a large one divided by `mean`
  friend bool operator==(ActCount const&, ActCount const&) = default;
};

enum class DurationLaw { Exponential, Fixed };

/// A kind of violation, with what it looks and sounds like. Ranges are those at which the chance of noticing
/// has fallen to 37 % of its value close by (domain facts 6.1; assumptions set by eye, as they say).
struct ViolationKind {
  std::string id;
  std::string title;
  double share_of_acts{1};  ///< relative weight by acts, not by incidents
  /// Incidents a day on the whole line at level 1, beside acts_per_day; share_of_acts then has no effect.
  /// Same regions, hotspots, clock, daily level, `level` and regimes; they neither provoke nor answer. That
  /// things follow the level of fire is an assumption: in 2020 weapons found fell by a fifth when acts fell
  /// by three quarters (S72, S73).
  double per_day{0};
  bool object{false};  ///< a thing that stays and is seen by passing it (a weapon), not a series of acts
  ActCount acts;
  Duration duration{20 * one_minute};  ///< of the incident; mean when exponential
  DurationLaw duration_law{DurationLaw::Exponential};
  Length depth;               ///< mean of the exponential depth of its origin behind the line; 0: on the line
  double signature_share{1};  ///< share of acts that can be noticed at all
  Length heard_by_day, heard_by_night;
  Length seen_by_day, seen_by_night;          ///< by an unaided observer's eye
  double visitable_share{0};                  ///< share of incidents with a scene a visit could verify
  Duration evidence_shortest{24 * one_hour};  ///< evidence lifetime, uniform between shortest and longest
  Duration evidence_longest{72 * one_hour};   ///< the mean where the world's law of evidence is exponential

  bool fire{true};                   ///< live fire, which endangers people near it; never so for an object
  bool mined{false};                 ///< an object that endangers and slows on the road
  double trace{1};                   ///< multiplies the chance to make an object out from above
  Length height{Length::metres(2)};  ///< above ground, of what there is to see

  [[nodiscard]] Key key() const { return key_of(id); }
  friend bool operator==(ViolationKind const&, ViolationKind const&) = default;
};

void visit(Fields& f, ViolationKind& k);

}  // namespace ceaseline
