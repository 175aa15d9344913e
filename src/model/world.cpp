#include "ceaseline/model/world.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {
namespace {

class Complaints {
 public:
  void add(std::string key, std::string what) {
    all_.push_back(Diagnostic{"", 0, 0, std::move(key), std::move(what)});
  }
  void raise() {
    if (!all_.empty()) throw InputError(std::move(all_));
  }

 private:
  std::vector<Diagnostic> all_;
};

std::string indexed(char const* list, std::size_t i, char const* field) {
  return std::string("world.violations.") + list + "[" + std::to_string(i) + "]." + field;
}

std::string kilometres(Length l) {
  auto const tenths = static_cast<long>(std::lround(l.kilometres() * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " km";
}

void check_kinds(ViolationSpec const& v, std::string const& reference, Complaints& c) {
  if (v.kinds.empty())
    c.add("world.violations.kinds", "no kind of violation is given; add a [[violations.kinds]] table");
  double total = 0;
  for (std::size_t i = 0; i < v.kinds.size(); ++i) {
    ViolationKind const& k = v.kinds[i];
    total += k.share_of_acts;
    if (k.id.empty()) c.add(indexed("kinds", i, "id"), "a kind needs an id");
    for (std::size_t j = 0; j < i; ++j) {
      if (v.kinds[j].id == k.id)
        c.add(indexed("kinds", i, "id"), "\"" + k.id + "\" is already the id of another kind");
    }
    double const ordinary = k.acts.mean * (1 - k.acts.large_share * k.acts.large_factor);
    if (k.acts.mean < 1)
      c.add(indexed("kinds", i, "acts.mean"), "an incident has at least one act; give 1 or more");
    if (k.acts.large_share >= 1 || ordinary < (1 - k.acts.large_share) * 1.0 - 1e-12) {
      c.add(indexed("kinds", i, "acts"),
            "large exchanges leave the ordinary incidents a mean below one act; lower large_share or "
            "large_factor");
    }
    if (k.evidence_longest < k.evidence_shortest)
      c.add(indexed("kinds", i, "evidence_longest"), "is shorter than evidence_shortest");
  }
  if (!v.kinds.empty() && !(total > 0))
    c.add("world.violations.kinds", "the shares of acts add up to nothing");
  bool const known =
      std::any_of(v.kinds.begin(), v.kinds.end(), [&](ViolationKind const& k) { return k.id == reference; });
  if (!reference.empty() && !known) c.add("world.reference_kind", "there is no kind \"" + reference + "\"");
}

void complete_regions(ViolationSpec& v, Length length, Complaints& c) {
  if (v.regions.empty()) v.regions.push_back(RegionSpec{"line", "the whole line", {}, length, 1, 0});
  for (std::size_t i = 0; i < v.regions.size(); ++i) {
    RegionSpec& r = v.regions[i];
    if (r.to == Length{}) r.to = length;
    if (r.id.empty()) c.add(indexed("regions", i, "id"), "a region needs an id");
    if (!(r.from < r.to)) c.add(indexed("regions", i, "from"), "a region must begin before it ends");
    if (r.from >= length || r.to > length + Length::metres(1)) {
      c.add(indexed("regions", i, "to"), "lies outside the line, which is " + kilometres(length) + " long");
    }
    r.to = std::min(r.to, length);
    if (i > 0 && r.from < v.regions[i - 1].to)
      c.add(indexed("regions", i, "from"), "regions must follow each other along the line without overlap");
  }
  double total = 0;
  for (RegionSpec const& r : v.regions) total += r.share_of_acts;
  if (!(total > 0)) {
    c.add("world.violations.regions", "the shares of acts add up to nothing");
    return;
  }
  for (std::size_t i = 0; i < v.hotspots.size(); ++i) {
    HotspotSpec const& h = v.hotspots[i];
    if (!(h.width > Length{})) c.add(indexed("hotspots", i, "width"), "must be more than 0");
    if (h.centre > length)
      c.add(indexed("hotspots", i, "centre"),
            "lies beyond the end of the line, which is " + kilometres(length) + " long");
  }
  for (RegionSpec const& r : v.regions) {
    double in_hotspots = 0;
    for (HotspotSpec const& h : v.hotspots) {
      if (h.centre >= r.from && h.centre < r.to) in_hotspots += h.share_of_acts;
    }
    if (in_hotspots > r.share_of_acts / total + 1e-9) {
      c.add("world.violations.hotspots",
            "the hotspots of region \"" + r.id + "\" hold more than the region's share of acts");
    }
  }
}

/// Refuses what would take for ever to build, before anything is built.
WorldSpec of_sane_size(WorldSpec spec, Line const& line) {
  constexpr Length longest_line = Length::kilometres(5000);
  Complaints c;
  if (spec.period.length <= Duration{}) c.add("world.period.length", "must be more than 0");
  if (spec.period.length > 3660 * one_day)
    c.add("world.period.length", "is longer than ten years; split the study");
  if (line.length() > longest_line) {
    c.add("world.line",
          "is " + kilometres(line.length()) + " long; a line of more than 5,000 km is too long to be meant");
  }
  c.raise();
  return spec;
}

}  // namespace

Daylight::Daylight(Line const& line, PeriodSpec const& period) {
  double const length = line.length().metres();
  auto const count = static_cast<std::size_t>(std::max(1.0, std::ceil(length / 50'000.0)));
  spacing_ = length / static_cast<double>(count);
  for (std::size_t i = 0; i < count; ++i) {
    Station s;
    Point const middle = line.at(Length::metres((static_cast<double>(i) + 0.5) * spacing_));
    s.days = daylight(period.start, period.length, line.frame().to_geographic(middle));
    std::uint32_t span = 0;
    for (SimTime day{}; day < SimTime{period.length}; day += one_day) {
      while (span < s.days.list().size() && s.days.list()[span].to <= day) ++span;
      s.first_of_day.push_back(span);
    }
    stations_.push_back(std::move(s));
  }
}

std::size_t Daylight::station(double chainage) const {
  double const i = chainage / spacing_;
  if (!(i > 0)) return 0;
  return std::min(static_cast<std::size_t>(i), stations_.size() - 1);
}

Light Daylight::at(double chainage, SimTime t) const {
  Station const& s = stations_[station(chainage)];
  auto const day = static_cast<std::size_t>(std::max<std::int64_t>(0, ms_of(t)) / one_day.count());
  auto const& spans = s.days.list();
  std::size_t i = s.first_of_day[std::min(day, s.first_of_day.size() - 1)];
  while (i < spans.size() && spans[i].to <= t) ++i;
  return i < spans.size() && spans[i].from <= t ? Light::Day : Light::Night;
}

World::World(WorldSpec spec, Line line)
    : spec_{of_sane_size(std::move(spec), line)},
      line_{std::move(line)},
      lane_a_{line_, Side::A, spec_.lane_depth_a},
      lane_b_{line_, Side::B, spec_.lane_depth_b},
      daylight_{line_, spec_.period} {
  Complaints c;
  if (!(spec_.segment >= Length::metres(100))) c.add("world.segment", "must be at least 100 m");
  if (!(spec_.sensing.standing_share > 0)) c.add("world.sensing.standing_share", "must be more than 0");
  if (spec_.evidence.side_threshold < 0.5)
    c.add("world.evidence.side_threshold", "a side below even odds means nothing; give 0.5 to 1");
  if (spec_.violations.memory >= 1)
    c.add("world.violations.memory", "a level that never forgets is no level; give less than 1");
  check_kinds(spec_.violations, spec_.reference_kind, c);
  complete_regions(spec_.violations, line_.length(), c);
  c.raise();
  for (std::size_t i = 0; i < kinds().size(); ++i) {
    if (kinds()[i].id == spec_.reference_kind) reference_kind_ = i;
  }
}

int World::days() const {
  return static_cast<int>((spec_.period.length.count() + one_day.count() - 1) / one_day.count());
}

int World::segments() const {
  return std::max(1, static_cast<int>(std::ceil(line_.length() / spec_.segment - 1e-9)));
}

int World::segment_of(double chainage) const {
  auto const i = static_cast<int>(chainage / spec_.segment.metres());
  return std::clamp(i, 0, segments() - 1);
}

Duration World::local_start_of_day() const {
  auto const midnight = std::chrono::floor<std::chrono::days>(spec_.period.start);
  auto const t = (Duration{spec_.period.start - midnight} + spec_.period.local_time) % one_day;
  return t < Duration{} ? t + one_day : t;
}

}  // namespace ceaseline
