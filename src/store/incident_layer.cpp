#include <string>
#include <utility>

#include "ceaseline/experiment/run_study.hpp"
#include "ceaseline/scoring/score_sheet.hpp"
#include "declared_side.hpp"
#include "map_geometry.hpp"
#include "map_layers.hpp"

namespace ceaseline {
namespace {

/// Of one design; a longer list is thinned evenly, so that the layer stays a sample that any program opens at
/// once.
constexpr std::size_t most_shown = 3000;

/// The cells of one incident, in the order of the columns.
class Cells {
 public:
  explicit Cells(World const& world) : start_{world.spec().period.start} {}
  void text(std::string words) { row_.values.emplace_back(std::move(words)); }
  template <class Whole>
  void whole(Whole n) {
    row_.values.emplace_back(static_cast<std::int64_t>(n));
  }
  void number(bool exists, double value) { append_cell(row_.values, exists, value); }
  void time(bool happened, SimTime t) {
    MapValue& cell = row_.values.emplace_back();
    if (happened) cell = iso8601(start_ + t.time_since_epoch());
  }
  void place(LonLat at) {
    row_.geometry = {at};
    number(true, at.lon);
    number(true, at.lat);
  }
  MapRow take() { return std::move(row_); }

 private:
  UtcTime start_;
  MapRow row_;
};

MapRow incident_row(std::string const& design, World const& world, Record const& record, std::size_t n) {
  Incident const& i = record.incidents[n];
  Fate const& f = record.fates[n];
  bool const published = published_report(record, f) != nullptr;
  Cells cells{world};
  cells.text(design);
  cells.whole(n);
  cells.text(world.kinds()[i.kind].id);
  cells.text(name(i.side));
  cells.text(name(i.light));
  cells.time(true, i.start);
  cells.time(true, i.end());
  cells.whole(i.acts);
  cells.number(true, i.chainage / 1000);
  cells.number(true, i.depth / 1000);
  cells.text(name(f.step));
  cells.text(name(f.reason));
  cells.whole(f.acts_heard);
  cells.whole(f.acts_seen);
  cells.time(f.acts_noticed > 0, f.first_notice);
  cells.text(name(f.verification));
  cells.time(f.verification != Verification::None, f.verified);
  cells.time(published, f.reported);
  cells.text(shown_side(f.declared));
  cells.whole(f.wrong(i.side));
  cells.number(f.detected() && f.report >= 0, f.half_axis);
  cells.whole(f.duplicates);
  cells.whole(f.claimed);
  cells.place(shown_place(world.line().frame(), i.place));
  return cells.take();
}

}  // namespace

MapTable incident_table(Study const& study, Plan const& plan) {
  MapTable table{
      "incidents",
      "A sample of the incidents of replication 0 in the base case, and what became of them in each design",
      Shape::Point,
      {{"design", ColumnType::Text},
       {"incident", ColumnType::Integer},
       {"kind", ColumnType::Text},
       {"side", ColumnType::Text},
       {"light", ColumnType::Text},
       {"started", ColumnType::Time},
       {"ended", ColumnType::Time},
       {"acts", ColumnType::Integer},
       {"chainage_km", ColumnType::Real},
       {"depth_km", ColumnType::Real},
       {"step", ColumnType::Text},
       {"reason", ColumnType::Text},
       {"acts_heard", ColumnType::Integer},
       {"acts_seen", ColumnType::Integer},
       {"first_notice", ColumnType::Time},
       {"verification", ColumnType::Text},
       {"verified", ColumnType::Time},
       {"reported", ColumnType::Time},
       {"side_declared", ColumnType::Text},
       {"wrong_side", ColumnType::Integer},
       {"half_axis_m", ColumnType::Real},
       {"duplicates", ColumnType::Integer},
       {"claimed", ColumnType::Integer},
       {"lon", ColumnType::Real},
       {"lat", ColumnType::Real}},
      {}};
  World const& world = *study.cases.front().world;
  for (std::size_t d = 0; d < study.designs.size(); ++d) {
    if (plan.equal_to[d] != d) continue;  // the same rows under another name
    Record const record = replay(study, plan.arms[plan.arm_of.front()[d]], 0);
    std::size_t const every = record.incidents.size() / most_shown + 1;
    for (std::size_t i = 0; i < record.incidents.size(); i += every)
      if (!record.fates[i].prevented)
        table.rows.push_back(incident_row(study.designs[d].id, world, record, i));
  }
  return table;
}

}  // namespace ceaseline
