#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "columns.hpp"

namespace ceaseline::scoring {
namespace {

constexpr std::size_t index(Side s) { return s == Side::A ? 0 : 1; }
constexpr std::size_t index(Light l) { return l == Light::Day ? 0 : 1; }

/// The instants of the period at which local clocks show one time of day.
class Daily {
 public:
  Daily(Duration local_time_of_day, World const& world) : end_{world.end()} {
    Duration const wait = (local_time_of_day - world.local_start_of_day()) % one_day;
    first_ = SimTime{wait < Duration::zero() ? wait + one_day : wait};
  }
  /// Number of such instants in [from, to).
  [[nodiscard]] double within(SimTime from, SimTime to) const {
    return static_cast<double>(std::max<std::int64_t>(before(to) - before(from), 0));
  }

 private:
  [[nodiscard]] std::int64_t before(SimTime t) const {
    SimTime const limit = std::min(t, end_);
    return limit <= first_ ? 0 : (limit - first_ - Duration{1}) / one_day + 1;
  }
  SimTime end_;
  SimTime first_;
};

struct Patrols {
  double all{0}, allowed{0}, without_vehicle{0}, hours_planned{0}, hours_allowed{0};
};

struct Sorties {
  double all{0}, flown{0}, jammed{0}, grounded{0}, lost{0};

  void count(OutingFate fate) {
    all += 1;
    if (fate == OutingFate::Went || fate == OutingFate::Jammed || fate == OutingFate::Lost) flown += 1;
    if (fate == OutingFate::Jammed) jammed += 1;
    if (fate == OutingFate::Grounded) grounded += 1;
    if (fate == OutingFate::Lost) lost += 1;
  }
};

/// Each came to one of these ends, or did what it was sent for.
struct Journeys {
  double sent{0}, refused{0}, to_nothing{0}, too_late{0};

  void count(Visit const& v) {
    sent += 1;
    if (!v.allowed)
      refused += 1;
    else if (v.incident < 0)
      to_nothing += 1;
    else if (!v.in_time)
      too_late += 1;
  }
};

}  // namespace

void name_outings(std::vector<ScoreColumn>& columns) {
  for (Side const side : {Side::A, Side::B}) {
    for (Light const light : {Light::Day, Light::Night}) {
      std::string const stratum = std::string{"side="} + name(side) + ";light=" + name(light);
      columns.push_back({"patrols", "outings", stratum});
      columns.push_back({"patrols_allowed", "outings", stratum});
      columns.push_back({"patrols_without_vehicle", "outings", stratum});
      columns.push_back({"patrol_hours", "h", stratum});
      columns.push_back({"patrol_hours_allowed", "h", stratum});
    }
  }
  for (Side const side : {Side::A, Side::B}) {
    std::string const stratum = std::string{"side="} + name(side);
    columns.push_back({"patrols_out_at_noon", "outings", stratum});
    columns.push_back({"patrols_out_at_midnight", "outings", stratum});
    columns.push_back({"journeys", "visits", stratum});
    columns.push_back({"journeys_refused", "visits", stratum});
    columns.push_back({"journeys_to_nothing", "visits", stratum});
    columns.push_back({"journeys_too_late", "visits", stratum});
    columns.push_back({"sorties", "outings", stratum});
    columns.push_back({"sorties_flown", "outings", stratum});
    columns.push_back({"sorties_jammed", "outings", stratum});
    columns.push_back({"sorties_grounded", "outings", stratum});
    columns.push_back({"aircraft_lost", "aircraft", stratum});
    columns.push_back({"person_hours_near_fire", "h", stratum});
    columns.push_back({"withdrawals", "outings", stratum});
    columns.push_back({"mined_outings", "outings", stratum});
  }
  columns.push_back({"noons", "instants", "all"});
  columns.push_back({"midnights", "instants", "all"});
}

void count_outings(Record const& record, World const& world, std::vector<double>& values) {
  Daily const noon{12 * one_hour, world};
  Daily const midnight{Duration::zero(), world};
  std::array<std::array<Patrols, 2>, 2> patrols{};
  std::array<std::array<double, 2>, 2> out{};  // by side, at noon and at midnight
  std::array<Sorties, 2> sorties{};
  for (Outing const& o : record.outings) {
    if (o.aircraft) {
      sorties[index(o.side)].count(o.fate);
      continue;
    }
    Patrols& p = patrols[index(o.side)][index(o.light)];
    SimTime const from = std::max(o.from, SimTime{});
    double const on_lane = hours(std::max(std::min(o.to, world.end()) - from, Duration::zero()));
    p.all += 1;
    p.hours_planned += on_lane;
    if (!o.allowed) continue;
    p.allowed += 1;
    p.hours_allowed += on_lane;
    if (o.fate == OutingFate::NoVehicle) {
      p.without_vehicle += 1;
      continue;
    }
    out[index(o.side)][0] += noon.within(from, o.to);
    out[index(o.side)][1] += midnight.within(from, o.to);
  }
  std::array<Journeys, 2> journeys{};
  for (Visit const& v : record.visits) journeys[index(v.side)].count(v);
  for (auto const& side : patrols)
    for (Patrols const& p : side)
      values.insert(values.end(), {p.all, p.allowed, p.without_vehicle, p.hours_planned, p.hours_allowed});
  for (std::size_t s = 0; s < 2; ++s) {
    Journeys const& j = journeys[s];
    Sorties const& f = sorties[s];
    Exposure const& e = record.exposure[s];
    values.insert(values.end(),
                  {out[s][0], out[s][1], j.sent, j.refused, j.to_nothing, j.too_late, f.all, f.flown,
                   f.jammed, f.grounded, f.lost, e.near_fire, e.withdrawals, e.mined_outings});
  }
  values.insert(values.end(), {noon.within(SimTime{}, world.end()), midnight.within(SimTime{}, world.end())});
}

}  // namespace ceaseline::scoring
