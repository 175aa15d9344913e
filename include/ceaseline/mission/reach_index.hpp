#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ceaseline/detection/detection_table.hpp"
#include "ceaseline/mission/survey.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// Which sensors could ever notice an act of a kind, by day or by night, at a kilometre of the line: flat
/// lists in bins of chainage. A sensor of a team counts with the whole lane of its team. Errs on the side of
/// too many, never too few, while places lie within four mean depths of the line (the deepest the violation
/// process draws).
class ReachIndex {
 public:
  struct List {
    std::uint32_t const* first;
    std::uint32_t const* last;
    [[nodiscard]] std::uint32_t const* begin() const { return first; }
    [[nodiscard]] std::uint32_t const* end() const { return last; }
  };

  /// What decides of one sensor: where it can be; and in each light how far off the line's point an act of
  /// each kind can be noticed, and last, one of the reference kind at the depths of coverage with the chance
  /// that probes ask for, m, negative for never.
  struct Asked {
    Survey::Stands* stands;
    std::vector<double> limits;
    friend bool operator==(Asked const&, Asked const&) = default;
  };
  [[nodiscard]] static std::vector<Asked> ask(World const& world, std::vector<Mounted> const& sensors,
                                              std::vector<Team> const& teams,
                                              std::vector<DetectionTable> const& tables, Survey& survey);
  /// \param kinds of the world
  ReachIndex(std::vector<Asked> const& sensors, std::size_t kinds, Survey const& survey);

  /// Sensors in ascending order. \param chainage m
  [[nodiscard]] List near(std::size_t kind, Light light, double chainage) const {
    return list(kind, light, chainage);
  }
  /// The same for the reference kind at the depths of the world's coverage, with the chance that its probes
  /// ask for; none when it has no probes.
  [[nodiscard]] List of_probes(Light light, double chainage) const { return list(kinds_, light, chainage); }

 private:
  [[nodiscard]] List list(std::size_t kind, Light light, double chainage) const {
    double const position = chainage * (1.0 / Survey::bin_length);
    auto b = position > 0 ? static_cast<std::size_t>(position) : 0;
    if (b >= bins_) b = bins_ - 1;
    std::size_t const i = (kind * 2 + static_cast<std::size_t>(light)) * bins_ + b;
    return {entries_.data() + begin_[i], entries_.data() + begin_[i + 1]};
  }

  std::size_t bins_{1}, kinds_{0};
  std::vector<std::uint32_t> begin_;  ///< by kind and light, those of probes last
  std::vector<std::uint32_t> entries_;
};

}  // namespace ceaseline
