#include "coverage_rasters.hpp"

#include "ceaseline/gdal/export_raster.hpp"
#include "ceaseline/store/planned_coverage.hpp"

namespace ceaseline {

void write_coverage_rasters(std::string const& folder, Study const& study,
                            std::vector<PlannedCoverage> const& planned) {
  Plane hours;
  Plane days;
  hours.axes = "chainage, km; hour of the local day";
  days.axes = "chainage, km; day of the period";
  for (PlannedCoverage const& p : planned) {
    hours.columns = days.columns = p.raster.columns;
    for (Channel const channel : {Channel::Sound, Channel::Sight}) {
      std::string const title = p.design + " " + name(channel);
      CoverageRaster::OfChannel const& of = p.raster.channel[static_cast<std::size_t>(channel)];
      hours.layers.push_back({title, of.by_hour});
      days.layers.push_back({title, of.by_day});
      hours.rows = of.by_hour.size() / p.raster.columns;
      days.rows = of.by_day.size() / p.raster.columns;
    }
  }
  hours.column_width = days.column_width = study.cases.front().world->spec().segment.kilometres();
  export_geotiff(folder + "/coverage_by_hour.tif", hours);
  export_geotiff(folder + "/coverage_by_day.tif", days);
}

}  // namespace ceaseline
