#include "coverage_rasters.hpp"

#include "ceaseline/gdal/export_raster.hpp"
#include "ceaseline/store/planned_coverage.hpp"

namespace ceaseline {

void write_coverage_rasters(std::string const& folder, Study const& study) {
  Plane hours;
  Plane days;
  hours.axes = "chainage, km; hour of the local day";
  days.axes = "chainage, km; day of the period";
  for (PlannedCoverage const& p : planned_coverage(study)) {
    std::string const title = p.design + " " + name(p.channel);
    hours.layers.push_back({title, p.raster.by_hour});
    days.layers.push_back({title, p.raster.by_day});
    hours.columns = days.columns = p.raster.columns;
    hours.rows = p.raster.by_hour.size() / p.raster.columns;
    days.rows = p.raster.by_day.size() / p.raster.columns;
  }
  hours.column_width = days.column_width = study.cases.front().world->spec().segment.kilometres();
  export_geotiff(folder + "/coverage_by_hour.tif", hours);
  export_geotiff(folder + "/coverage_by_day.tif", days);
}

}  // namespace ceaseline
