#include "daily_level.hpp"

#include <cmath>
#include <cstdint>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"

namespace ceaseline {

std::vector<std::vector<double>> daily_levels(World const& world, Draws const& draws, int before) {
  ViolationSpec const& v = world.spec().violations;
  double const keep = v.memory;
  double const renew = std::sqrt(1 - keep * keep);
  double const shared = std::sqrt(v.regions_together);
  double const own = std::sqrt(1 - v.regions_together);
  Key const all = key_of("all regions");
  std::vector<std::vector<double>> levels;
  for (RegionSpec const& r : v.regions) {
    Key const key = key_of(r.id);
    double const s = r.spread;
    auto& level = levels.emplace_back(static_cast<std::size_t>(before + world.days()));
    auto const innovation = [&](int day) {
      auto const subject = static_cast<std::uint64_t>(std::int64_t{day});
      double const common = normal_quantile(draws.at(purpose::level_common, all, subject).open_unit());
      double const mine = normal_quantile(draws.at(purpose::level, key, subject).open_unit());
      return shared * common + own * mine;
    };
    auto const set = [&](int day, double z) {
      level[static_cast<std::size_t>(before + day)] = portable_exp(s * z - 0.5 * s * s);
    };
    double const first = innovation(0);
    double z = first;
    set(0, z);
    for (int d = 1; d < world.days(); ++d) set(d, z = keep * z + renew * innovation(d));
    z = first;
    for (int d = -1; d >= -before; --d) set(d, z = keep * z + renew * innovation(d));
  }
  return levels;
}

}  // namespace ceaseline
