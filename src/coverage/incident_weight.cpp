#include "incident_weight.hpp"

#include "ceaseline/base/elementary.hpp"

namespace ceaseline {
namespace {

constexpr double root_two_pi = 2.5066282746310002;

}  // namespace

IncidentWeight::IncidentWeight(World const& world) {
  ViolationSpec const& v = world.spec().violations;
  double total = 0;
  for (RegionSpec const& r : v.regions) total += r.share_of_acts;
  for (RegionSpec const& spec : v.regions) {
    Region r{spec.from.metres(), spec.to.metres(), 0, {}, 1};
    double const share = spec.share_of_acts / total;
    double even = 1;
    double within = 0;
    for (HotspotSpec const& h : v.hotspots) {
      Heap heap{h.centre.metres(), h.width.metres(), 0};
      if (heap.centre < r.from || heap.centre >= r.to || !(share > 0) || !(heap.width > 0)) continue;
      heap.share = h.share_of_acts / share * (1 - v.hotspots_moved);
      even -= heap.share;
      within += heap.share * (normal_cdf((r.to - heap.centre) / heap.width) -
                              normal_cdf((r.from - heap.centre) / heap.width));
      r.heaps.push_back(heap);
    }
    r.even = even / (r.to - r.from);
    r.scale = share / (even + within);
    regions_.push_back(std::move(r));
  }
}

double IncidentWeight::at(double chainage) const {
  for (Region const& r : regions_) {
    if (chainage < r.from || chainage > r.to) continue;
    double density = r.even;
    for (Heap const& h : r.heaps) {
      double const z = (chainage - h.centre) / h.width;
      density += h.share * portable_exp(-0.5 * z * z) / (h.width * root_two_pi);
    }
    return density * r.scale;
  }
  return 0;
}

}  // namespace ceaseline
