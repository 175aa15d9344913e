#include <algorithm>
#include <memory>

#include "ceaseline/mission/dispatch_policy.hpp"
#include "outsiders.hpp"

namespace outsiders {
namespace {

using namespace ceaseline;

/// Sends who is there soonest, to scenes that have not waited for more than three hours.
struct WhileWarm : DispatchPolicy {
  [[nodiscard]] std::int32_t choose(DispatchView const& view) const override {
    if (view.now - view.due > 3 * one_hour) return -1;
    auto const sooner = [](AbleTeam const& a, AbleTeam const& b) { return a.travel < b.travel; };
    return static_cast<std::int32_t>(std::min_element(view.able.begin(), view.able.end(), sooner) -
                                     view.able.begin());
  }
  [[nodiscard]] double urgency(Fusion::Event const& report, SimTime) const override { return report.acts; }
};

}  // namespace

void add_while_warm(DispatchRegistry& to) {
  to.add("while-warm", "who is there soonest, or nobody after three hours",
         [](Fields&) { return std::make_unique<WhileWarm>(); });
}

}  // namespace outsiders
