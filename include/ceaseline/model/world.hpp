#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/base/spans.hpp"
#include "ceaseline/geo/lane.hpp"
#include "ceaseline/geo/line.hpp"
#include "ceaseline/geo/sun.hpp"
#include "ceaseline/model/world_spec.hpp"

namespace ceaseline {

/// Light at stations along the line, at most 50 km of chainage apart.
class Daylight {
 public:
  Daylight() = default;
  Daylight(Line const& line, PeriodSpec const& period);
  /// \param chainage m
  [[nodiscard]] Light at(double chainage, SimTime t) const;
  [[nodiscard]] Spans const& days(double chainage) const { return stations_[station(chainage)].days; }

 private:
  struct Station {
    Spans days;
    std::vector<std::uint32_t> first_of_day;  ///< first span that ends after the start of each 24 h
  };
  [[nodiscard]] std::size_t station(double chainage) const;
  std::vector<Station> stations_;
  double spacing_{1};
};

/// Everything the mission cannot choose, ready to run: shared by all threads, never written.
class World {
 public:
  /// \throws InputError when the parts contradict each other (a region outside the line, shares above 1, no
  /// kind)
  World(WorldSpec spec, Line line);

  [[nodiscard]] WorldSpec const& spec() const { return spec_; }
  [[nodiscard]] Line const& line() const { return line_; }
  [[nodiscard]] Lane const& lane(Side s) const { return s == Side::A ? lane_a_ : lane_b_; }
  [[nodiscard]] Length lane_depth(Side s) const {
    return s == Side::A ? spec_.lane_depth_a : spec_.lane_depth_b;
  }
  [[nodiscard]] AccessSpec const& access(Side s) const {
    return s == Side::A ? spec_.access_a : spec_.access_b;
  }
  [[nodiscard]] std::vector<ViolationKind> const& kinds() const { return spec_.violations.kinds; }
  [[nodiscard]] std::size_t reference_kind() const { return reference_kind_; }
  [[nodiscard]] Daylight const& daylight() const { return daylight_; }
  [[nodiscard]] Light light(double chainage, SimTime t) const { return daylight_.at(chainage, t); }
  [[nodiscard]] SimTime end() const { return SimTime{spec_.period.length}; }
  [[nodiscard]] int days() const;
  [[nodiscard]] int segments() const;
  /// \param chainage m, clamped to the line
  [[nodiscard]] int segment_of(double chainage) const;
  /// Local time of day at the start of the period.
  [[nodiscard]] Duration local_start_of_day() const;

 private:
  WorldSpec spec_;
  Line line_;
  Lane lane_a_, lane_b_;
  Daylight daylight_;
  std::size_t reference_kind_{0};
};

}  // namespace ceaseline
