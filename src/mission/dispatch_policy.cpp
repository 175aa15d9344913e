#include "ceaseline/mission/dispatch_policy.hpp"

namespace ceaseline {
namespace {

std::int32_t nearest(std::vector<AbleTeam> const& able) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < able.size(); ++i) {
    if (able[i].way < able[best].way) best = i;
  }
  return static_cast<std::int32_t>(best);
}

class Nearest : public DispatchPolicy {
 public:
  [[nodiscard]] std::int32_t choose(DispatchView const& view) const override { return nearest(view.able); }
};

class FreshestFirst : public DispatchPolicy {
 public:
  [[nodiscard]] std::int32_t choose(DispatchView const& view) const override { return nearest(view.able); }
  [[nodiscard]] double urgency(Fusion::Event const& report, SimTime) const override {
    return static_cast<double>(ms_of(report.last));
  }
};

}  // namespace

double DispatchPolicy::urgency(Fusion::Event const&, SimTime) const { return 0; }

DispatchRegistry const& builtin_dispatch() {
  static DispatchRegistry const all = [] {
    DispatchRegistry r;
    r.add("nearest", "the nearest team to the report that has waited longest",
          [](Fields&) { return std::make_unique<Nearest>(); });
    r.add("freshest-first", "the nearest team to the latest event",
          [](Fields&) { return std::make_unique<FreshestFirst>(); });
    return r;
  }();
  return all;
}

}  // namespace ceaseline
