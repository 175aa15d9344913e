#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// What the mission knows of its line, kilometre by kilometre, for policies: when it was last there, and how
/// much was reported from there lately. Made of reports and of its own journeys, never of what happened.
class Picture {
 public:
  Picture() = default;
  explicit Picture(Length line);
  void reset();

  void visited(Side side, double from, double to, SimTime when);
  /// Middle of the least recently visited kilometre of `lane`; the one nearest to `from` among equals.
  /// Metres.
  [[nodiscard]] double stalest(Side side, Stretch lane, double from) const;

  /// An act was reported from that chainage, m.
  void reported(double chainage, SimTime when);
  /// Acts reported from a kilometre of the line, each forgotten with a mean of `memory`.
  [[nodiscard]] double activity(std::size_t kilometre, SimTime now) const;
  [[nodiscard]] std::size_t kilometres() const { return activity_.size(); }

  static constexpr Duration memory = 14 * one_day;

 private:
  struct Activity {
    double acts{0};
    SimTime last;
  };
  std::vector<std::int64_t> visits_[2];
  std::vector<Activity> activity_;
};

}  // namespace ceaseline
