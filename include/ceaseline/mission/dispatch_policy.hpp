#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/base/registry.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/detection/fusion.hpp"

namespace ceaseline {

/// A team that could go to a scene now, be there in time and finish.
struct AbleTeam {
  std::uint32_t team{0};
  double way{0};      ///< m along the line
  Duration travel{};  ///< without delays at checkpoints
  bool crosses{false};
};

/// What a dispatcher may know: the report, how long it has waited, and who could go. Never what happened.
struct DispatchView {
  Fusion::Event const& report;
  SimTime due;  ///< since when a visit is due
  SimTime now;
  std::vector<AbleTeam> const& able;  ///< not empty; in the order of the teams' keys
};

/// Who goes where.
class DispatchPolicy {
 public:
  virtual ~DispatchPolicy() = default;
  /// Index into `able`, or -1 to wait for a better one.
  [[nodiscard]] virtual std::int32_t choose(DispatchView const& view) const = 0;
  /// Of two that wait, the one with the higher urgency is served first; equal ones by age. By default all are
  /// equal.
  [[nodiscard]] virtual double urgency(Fusion::Event const& report, SimTime now) const;
};

using DispatchRegistry = Registry<DispatchPolicy>;

/// "nearest" (oldest request first), "freshest-first" (nearest team, latest event first).
[[nodiscard]] DispatchRegistry const& builtin_dispatch();

}  // namespace ceaseline
