#pragma once

#include <string>
#include <vector>

#include "ceaseline/base/spans.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// What a side allows at one place and time.
struct Permission {
  AccessState state{AccessState::Open};
  double refusal{0};  ///< when restricted
};

/// The access of one organisation: each side's own, overruled by the world's rules, of which the last that
/// fits holds. An input, never a result. Refusals and closures of restricted access are drawn elsewhere.
class Access {
 public:
  /// \param flag of the design, for rules that name an organisation; the world must outlive this
  Access(World const& world, std::string const& flag);
  /// \param asset     `Any` meets the rules for every asset
  /// \param chainage  m; both ends of a rule's stretch belong to it
  /// \param t         a rule holds from `begins`, and `hours_from`, until just before `ends`, and `hours_to`
  [[nodiscard]] Permission at(Asset asset, Side side, double chainage, SimTime t) const;
  /// When an asset at that place is shut out, over the whole period: where at() says so, exactly.
  [[nodiscard]] Spans shut(Asset asset, Side side, double chainage) const;
  /// False only when the side's own access and all its rules say `Shut`; true may still mean never, where a
  /// rule overrules the others for the whole period.
  [[nodiscard]] bool ever_allowed(Side side) const;

 private:
  [[nodiscard]] bool holds(AccessRule const& rule, Asset asset, Side side, double chainage, SimTime t) const;

  World const* world_;
  std::vector<AccessRule> rules_;
};

}  // namespace ceaseline
