#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ceaseline/mission/simulation.hpp"
#include "toy/shipped_files.hpp"

namespace ceaseline::validation {

using Overrides = std::vector<std::pair<std::string, std::string>>;

/// The base case of the shipped Donbas study under overrides.
class Bench {
 public:
  explicit Bench(Overrides const& overrides, Files const& files = toy::ShippedFiles{});

  [[nodiscard]] World const& world() const { return *study_.cases[0].world; }
  [[nodiscard]] ViolationProcess const& process() const { return *study_.cases[0].process; }
  [[nodiscard]] std::vector<MapPlace> const& places() const { return study_.places; }
  /// A shipped design, to be changed. \pre the study has it
  [[nodiscard]] DesignSpec design(std::string const& id) const;
  [[nodiscard]] Mission set_up(DesignSpec design) const;
  /// The luck of one replication.
  [[nodiscard]] static Draws draws(std::uint32_t replication);
  /// One replication. The same number meets the same truth and the same luck, whatever the design.
  [[nodiscard]] Record live(Mission const& mission, std::uint32_t replication) const;

 private:
  Study study_;
};

/// Eight weeks and a bit of 2021 that hold what shipped stress cases call day 112 to 147, with two weeks
/// before and after.
[[nodiscard]] Overrides nine_weeks();

/// Acts of the reports that a mission would have published.
[[nodiscard]] double published(Record const& record, std::function<bool(Report const&)> const& counts);
/// Acts noticed of the incidents that count.
[[nodiscard]] double noticed(Record const& record, std::function<bool(Incident const&)> const& counts);

/// Whether two records hold the same truth.
[[nodiscard]] bool same_truth(Record const& a, Record const& b);

}  // namespace ceaseline::validation
