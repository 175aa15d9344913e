#pragma once

#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/base/key.hpp"
#include "ceaseline/base/quantity.hpp"
#include "ceaseline/base/time.hpp"

namespace ceaseline {

/// How many acts an incident has: geometric, with a share of large exchanges that are geometric too
/// but `large_factor` times longer, so that the mean over both is `mean`.
struct ActCount {
  double mean{10};         ///< at least 1
  double large_share{0};   ///< share of incidents that are large exchanges
  double large_factor{1};  ///< mean of a large one divided by `mean`
};

enum class DurationLaw { Exponential, Fixed };

/// A kind of violation, with what it looks and sounds like. Ranges are those at which the chance of noticing
/// has fallen to 37 % of its value close by (domain facts 6.1; assumptions set by eye, as they say).
struct ViolationKind {
  std::string id;
  std::string title;
  double share_of_acts{1};  ///< relative weight by acts, not by incidents
  bool object{false};       ///< a thing that stays and is seen by passing it (a weapon), not a series of acts
  ActCount acts;
  Duration duration{20 * one_minute};  ///< of the incident; mean when exponential
  DurationLaw duration_law{DurationLaw::Exponential};
  Length depth;               ///< mean of the exponential depth of its origin behind the line; 0: on the line
  double signature_share{1};  ///< share of acts that can be noticed at all
  Length heard_by_day, heard_by_night;
  Length seen_by_day, seen_by_night;          ///< by an unaided observer's eye
  double visitable_share{0};                  ///< share of incidents with a scene a visit could verify
  Duration evidence_shortest{24 * one_hour};  ///< evidence lifetime, uniform between shortest and longest
  Duration evidence_longest{72 * one_hour};

  [[nodiscard]] Key key() const { return key_of(id); }
};

void visit(Fields& f, ViolationKind& k);

}  // namespace ceaseline
