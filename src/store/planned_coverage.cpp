#include "ceaseline/store/planned_coverage.hpp"

#include <cstdio>

#include "csv.hpp"

namespace ceaseline {

std::vector<PlannedCoverage> planned_coverage(Study const& study) {
  std::vector<PlannedCoverage> all;
  CaseWorld const& base = study.cases.front();
  World const& world = *base.world;
  for (std::size_t d = 0; d < study.designs.size(); ++d) {
    Mission const& mission = *base.missions[d];
    all.push_back({study.designs[d].id, coverage_raster(world, mission, Presence::planned(world, mission),
                                                        world.reference_kind())});
  }
  return all;
}

std::string planned_coverage_csv(Study const& study, std::vector<PlannedCoverage> const& planned) {
  World const& world = *study.cases.front().world;
  std::string text = "study,design,channel,segment,from_km,axis,time,share\n";
  for (PlannedCoverage const& p : planned) {
    for (Channel const channel : {Channel::Sound, Channel::Sight}) {
      auto const add = [&](char const* axis, std::vector<double> const& share) {
        for (std::size_t i = 0; i < share.size(); ++i) {
          if (!(share[i] > 0)) continue;
          std::size_t const segment = i % p.raster.columns;
          char rounded[16];
          std::snprintf(rounded, sizeof rounded, "%.4f", share[i]);
          text += csv_line(study.spec.id, p.design, name(channel), segment,
                           static_cast<double>(segment) * world.spec().segment.kilometres(), axis,
                           i / p.raster.columns, rounded);
        }
      };
      CoverageRaster::OfChannel const& of = p.raster.channel[static_cast<std::size_t>(channel)];
      add("hour", of.by_hour);
      add("day", of.by_day);
    }
  }
  return text;
}

}  // namespace ceaseline
