#include "incident_log.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "ceaseline/scenario/quantity_text.hpp"
#include "near_word.hpp"
#include "table_places.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

constexpr std::size_t most_rows = 1'000'000;
constexpr std::size_t most_problems = 100;
/// A place may lie this far on the other side, for a line is simplified; it then counts as on the line.
constexpr Length other_side_tolerance = Length::kilometres(1);
constexpr Length farthest = Length::kilometres(100);

enum Column : std::size_t {
  Id,
  Time,
  At,
  Chainage,
  ChainageKm,
  Lon,
  Lat,
  DepthKm,
  Kind,
  SideOf,
  Acts,
  DurationMin
};
constexpr std::array<char const*, 12> column_names{"id",          "time", "at",   "chainage",
                                                   "chainage_km", "lon",  "lat",  "depth_km",
                                                   "kind",        "side", "acts", "duration_min"};

/// "3 days 4 h" is the sum of its quantities.
Measured read_sum(std::string const& text) {
  Measured sum;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t const unit = text.find(' ', begin);
    std::size_t const end = unit == std::string::npos ? unit : text.find(' ', unit + 1);
    Measured const part =
        read_measure(Measure::Time, text.substr(begin, end == std::string::npos ? end : end - begin));
    if (!part.problem.empty()) return read_measure(Measure::Time, text);
    sum.value += part.value;
    begin = end == std::string::npos ? text.size() : end + 1;
  }
  return text.empty() ? read_measure(Measure::Time, text) : sum;
}

/// The table of a log, being read into incidents.
class Log {
 public:
  Log(Texts& texts, WorldText const& world, Line const& line, std::string path, Rows const& rows)
      : texts_{texts},
        world_{world},
        line_{line},
        path_{std::move(path)},
        rows_{rows},
        places_{texts.kept(path_)} {
    for (ViolationKind const& kind : world.spec.violations.kinds) kinds_.push_back(kind.id);
  }

  void read(std::vector<ReplaySpec>& incidents) {
    if (!read_header()) return;
    std::size_t before = 0;
    for (row_ = 1; row_ < rows_.size() && wrong_ <= most_problems; ++row_) {
      std::size_t const wrong_so_far = wrong_;
      early_ = false;
      ReplaySpec one = incident();
      if (wrong_ == wrong_so_far && !early_) incidents.push_back(std::move(one));
      before += early_ ? 1 : 0;
    }
    row_ = 0;
    if (wrong_ == 0 && before > 0 && before + 1 == rows_.size())
      note(has(Time) ? Time : At, "all of it happened before the period, which begins " + iso8601(start()));
  }

 private:
  [[nodiscard]] bool has(Column c) const { return columns_[c].has_value(); }
  [[nodiscard]] UtcTime start() const { return world_.spec.period.start; }
  [[nodiscard]] std::string cell(Column c) const {
    std::vector<std::string> const& row = rows_[row_];
    return has(c) && *columns_[c] < row.size() ? row[*columns_[c]] : "";
  }

  void note_at(std::size_t cell, std::string const& key, std::string what) {
    if (++wrong_ == most_problems + 1) what = "and more rows like these";
    if (wrong_ <= most_problems + 1)
      texts_.problems().push_back(
          {path_, places_.line(row_), places_.column(row_, cell), key, std::move(what)});
  }
  void note(Column c, std::string what) {
    note_at(columns_[c].value_or(0), column_names[c], std::move(what));
  }

  bool read_header() {
    std::vector<std::string> const known{column_names.begin(), column_names.end()};
    std::vector<std::string> const& header = rows_.front();
    for (std::size_t i = 0; i < header.size(); ++i) {
      auto const found = std::find(known.begin(), known.end(), header[i]);
      if (found == known.end()) {
        note_at(i, "", quoted(header[i]) + " is no column of a log" + suggestion(header[i], known));
        continue;
      }
      auto& column = columns_[static_cast<std::size_t>(found - known.begin())];
      if (column) note_at(i, header[i], "this column stands here twice");
      column = i;
    }
    if (rows_.size() - 1 > most_rows) note_at(0, "", "holds more than a million incidents; split it by time");
    check_columns();
    return wrong_ == 0;
  }

  void check_columns() {
    for (Column const c : {Id, Kind, SideOf})
      if (!has(c)) note_at(0, column_names[c], "the header lacks this column");
    if (has(Time) == has(At)) note_at(0, "time", "give one of the columns time and at");
    int const places = (has(Chainage) ? 1 : 0) + (has(ChainageKm) ? 1 : 0) + (has(Lon) || has(Lat) ? 1 : 0);
    if (places != 1)
      note_at(0, "chainage", "give one of the columns chainage and chainage_km, or lon and lat");
    if (has(Lon) != has(Lat)) note_at(0, has(Lon) ? "lat" : "lon", "the header lacks this column");
    if (has(Lon) && has(DepthKm)) note(DepthKm, "lon and lat say how far off the line it is; leave one out");
  }

  ReplaySpec incident() {
    ReplaySpec one;
    one.id = cell(Id);
    if (one.id.empty()) note(Id, "an incident needs an id; its draws hang on one");
    if (!one.id.empty() && !ids_.insert(one.id).second)
      note(Id, "two incidents have the id " + quoted(one.id));
    one.kind = cell(Kind);
    if (std::find(kinds_.begin(), kinds_.end(), one.kind) == kinds_.end())
      note(Kind, quoted(one.kind) + " is no kind of this world" + suggestion(one.kind, kinds_));
    std::string const side = cell(SideOf);
    if (side != "A" && side != "B") note(SideOf, quoted(side) + " is no side; write A or B");
    one.side = side == "B" ? Side::B : Side::A;
    read_time(one);
    if (has(Lon)) {
      read_position(one);
    } else {
      read_chainage(one);
    }
    if (!cell(DurationMin).empty()) one.duration = Duration{whole(DurationMin, Measure::Time, " min")};
    read_acts(one);
    return one;
  }

  void read_time(ReplaySpec& one) {
    if (has(At)) {
      Measured const m = read_sum(cell(At));
      if (!m.problem.empty()) return note(At, m.problem);
      one.at = Duration{static_cast<std::int64_t>(m.value)};
      return;
    }
    UtcTime when{};
    if (!parse_utc(cell(Time), when)) {
      return note(Time,
                  quoted(cell(Time)) +
                      R"( is no time; write it as "2021-03-01T06:00Z" or "2021-03-01T06:00:30Z" (UTC))");
    }
    one.at = when - start();
    early_ = one.at < Duration{};
  }

  /// A bare number in a unit; what is wrong with it is noted.
  std::optional<double> in_unit(Column c, Measure measure, char const* unit) {
    Measured const m = read_measure(measure, cell(c) + unit);
    if (m.problem.empty()) return m.value;
    note(c, quoted(cell(c)) + " is not a number that fits this column");
    return std::nullopt;
  }
  std::int64_t whole(Column c, Measure measure, char const* unit) {
    return static_cast<std::int64_t>(in_unit(c, measure, unit).value_or(0));
  }

  void read_chainage(ReplaySpec& one) {
    Column const c = has(Chainage) ? Chainage : ChainageKm;
    std::size_t const wrong_so_far = wrong_;
    if (c == Chainage) {
      Measured const m = read_measure(Measure::Length, cell(c));
      if (!m.problem.empty()) note(c, m.problem);
      one.chainage = Length::from_si(m.value);
    } else {
      one.chainage = Length::from_si(in_unit(c, Measure::Length, " km").value_or(0));
    }
    if (wrong_ == wrong_so_far && one.chainage > line_.length())
      note(c, "lies beyond the end of the line, which is " +
                  measure_text(Measure::Length, line_.length().metres()) + " long");
    if (cell(DepthKm).empty()) return;
    one.depth = Length::from_si(in_unit(DepthKm, Measure::Length, " km").value_or(0));
    if (one.depth > farthest) note(DepthKm, "lies more than 100 km off the line");
  }

  void read_position(ReplaySpec& one) {
    auto const lon = in_unit(Lon, Measure::Angle, " deg");
    auto const lat = in_unit(Lat, Measure::Angle, " deg");
    if (!lon || !lat) return;
    LonLat const at{*lon * 180 / Angle::pi, *lat * 180 / Angle::pi};
    if (std::fabs(at.lon) > 180.0001 || std::fabs(at.lat) > 90.0001)
      return note(Lon, "is no place on the globe");
    LinePlace const place = line_.nearest(line_.frame().to_local(at));
    Length const depth = one.side == Side::A ? -place.depth : place.depth;
    if (depth > farthest || depth < -farthest) return note(Lon, "lies more than 100 km off the line");
    if (depth < -other_side_tolerance) {
      return note(Lon, std::string{"lies on side "} + name(other(one.side)) + ", " +
                           measure_text(Measure::Length, std::round(-depth.metres())) +
                           " off the line, but side " + name(one.side) +
                           " is said to be responsible; the place is where the fire comes from");
    }
    one.chainage = place.chainage;
    one.depth = std::max(depth, Length{});
  }

  void read_acts(ReplaySpec& one) {
    std::string const text = cell(Acts);
    if (text.empty()) return;
    bool const digits = text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || text.size() > 7)
      return note(Acts, quoted(text) + " is not a whole number below ten million");
    one.acts = std::stoi(text);
  }

  Texts& texts_;
  WorldText const& world_;
  Line const& line_;
  std::string path_;
  Rows const& rows_;
  TablePlaces places_;
  std::vector<std::string> kinds_;
  std::array<std::optional<std::size_t>, column_names.size()> columns_{};
  std::set<std::string> ids_;
  std::size_t row_{0};
  std::size_t wrong_{0};
  bool early_{false};
};

}  // namespace

void add_logged(Texts& texts, WorldText const& world, Line const& line, std::vector<ReplaySpec>& incidents) {
  if (world.spec.violations.log.empty()) return;
  Node const& named = *named_in(world.tree, "violations", "log");
  std::string const key = "violations.log";
  if (world.spec.violations.process != "replay") {
    texts.note(named.at, key, "is played by process \"replay\" alone; set violations.process = \"replay\"");
    return;
  }
  if (!texts.keep_map(named, key, InputKind::Data)) return;
  Rows const* rows = texts.table(named, key);
  if (rows != nullptr && !rows->empty())
    Log{texts, world, line, Texts::path_of(named), *rows}.read(incidents);
}

}  // namespace ceaseline
