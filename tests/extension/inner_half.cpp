#include <memory>

#include "ceaseline/mission/policy.hpp"
#include "outsiders.hpp"

namespace outsiders {
namespace {

using namespace ceaseline;

/// To and fro between the first and the last quarter of its lane: the ends belong to the neighbours.
struct InnerHalf : PatrolPolicy {
  [[nodiscard]] double next(PatrolView const& view) const override {
    double const quarter = view.lane.length().metres() / 4;
    return view.leg % 2 == 0 ? view.lane.from.metres() + quarter : view.lane.to.metres() - quarter;
  }
};

}  // namespace

void add_inner_half(PolicyRegistry& to) {
  to.add("inner-half", "to and fro in the inner half of its lane",
         [](Fields&) { return std::make_unique<InnerHalf>(); });
}

}  // namespace outsiders
