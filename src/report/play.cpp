#include "play.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "drawn_designs.hpp"
#include "html.hpp"
#include "lived.hpp"
#include "page.hpp"
#include "play_map.hpp"
#include "play_record.hpp"
#include "web_bundle.hpp"

namespace ceaseline::report {
namespace {

using Json = nlohmann::ordered_json;

Json number(bool exists, double value) { return exists ? Json(std::round(value * 1e5) / 1e5) : Json{}; }

/// Estimates of one segment metric: value, low, high by segment.
Json segments_json(CaseComparison const& base, std::size_t design) {
  Json by_metric = Json::object();
  for (MetricResult const& r : base.segments) {
    Estimate const& e = r.estimates[design];
    by_metric[r.metric.id].push_back(
        {number(e.n > 0, e.value), number(e.has_interval, e.ci.low), number(e.has_interval, e.ci.high), e.n});
  }
  return by_metric;
}

Json metrics_json(CaseComparison const& base) {
  Json metrics = Json::array();
  for (MetricResult const& r : base.segments) {
    if (r.metric.stratum != "segment=0") break;
    metrics.push_back({{"id", r.metric.id}, {"title", r.metric.title}});
  }
  return metrics;
}

Json names_json() {
  Json steps = Json::array();
  for (int s = 0; s < step_count; ++s) steps.push_back(name(static_cast<Step>(s)));
  Json reasons = Json::array();
  for (int r = 0; r < reason_count; ++r) reasons.push_back(name(static_cast<Reason>(r)));
  Json verifications = Json::array();
  for (auto const v :
       {Verification::None, Verification::TwoSources, Verification::Visit, Verification::Recognition})
    verifications.push_back(name(v));
  return {{"steps", steps}, {"reasons", reasons}, {"verifications", verifications}};
}

/// When it is day in the middle of the line, in seconds.
Json daylight_json(World const& world, Pack& pack) {
  std::vector<std::int64_t> turns;
  for (Span const& s : world.daylight().days(world.line().length().metres() / 2).list()) {
    turns.push_back(ms_of(s.from) / 1000);
    turns.push_back(ms_of(s.to) / 1000);
  }
  return pack.steps(turns);
}

std::string view_of_kind(char const* id, char const* label, std::string const& inside) {
  return fmt::format(
      "<div class=\"live\" id=\"{}-controls\"></div><div class=\"view\" id=\"{}-view\" role=\"group\" "
      "aria-label=\"{}\">{}</div><div id=\"{}-key\"></div>\n",
      id, id, label, inside, id);
}

std::string which_replication(ReportSource const& source) {
  return fmt::format("One replication of {}, number {}, in the case \"{}\".",
                     std::max(source.view.replications, 1U), source.replayed,
                     source.view.cases.front().title);
}

}  // namespace

std::string map_html(ReportSource const& source, bool live) {
  MapLine const& map = source.study.map;
  std::string out;
  if (!live) out += words(still_map_words(source));
  if (live)
    out += words("Drag or use the arrow keys to move, the wheel with Ctrl, or + and -, to zoom. " +
                 which_replication(source) +
                 " Its incidents are shown; the line has the colour of an estimate over "
                 "all replications.");
  out += view_of_kind("map", "Map of the line", live ? "" : static_map(source));
  if (source.study.cases.front().world->spec().line.file.empty())
    return out + words("A made-up straight line: there is no coast and no border near it.");
  out += words(fmt::format("Line: {}{}. {}Not a border, and not a current line.", map.title,
                           map.date.empty() ? "" : ", " + map.date,
                           map.tolerance.empty() ? "" : "Tolerance " + map.tolerance + ". "));
  auto const& places = source.study.places;
  bool const rivers =
      std::any_of(places.begin(), places.end(), [](MapPlace const& p) { return !p.course.empty(); });
  if (live)
    out += words(
        "Coast and borders: Natural Earth (public domain), 1:10,000,000, for orientation and no opinion on "
        "any border. At Crimea only the coast is drawn: Natural Earth has a border there by a policy of its "
        "own. "
        "Towns and rivers: the map's own places file" +
        std::string{rivers ? "." : ", which has no river."});
  return out;
}

std::string spacetime_html(ReportSource const& source, bool live) {
  if (!live)
    return words(
               "Planned coverage, seen: chainage across, hour of the local day downwards; the darker, the "
               "more of the "
               "time covered.") +
           static_hours(source.view, source.planned);
  return words(
             "Chainage across, time down. Shade: the covered share of each hour and reporting segment, "
             "judged at its "
             "middle. " +
             which_replication(source)) +
         view_of_kind("spacetime", "Space-time diagram", "");
}

std::string replay_html(ReportSource const& source) {
  return words(which_replication(source) +
               " What happened and what the mission knew are switched apart: a mission never "
               "sees what happened.") +
         view_of_kind("replay", "Replay on the map", "") + "<div class=\"live\" id=\"replay-list\"></div>\n";
}

std::string play_data(ReportSource const& source) {
  Study const& study = source.study;
  CaseWorld const& base = study.cases.front();
  World const& world = *base.world;
  Pack pack;
  DrawnDesigns const drawn{source.view};
  Json designs = Json::array();
  for (std::size_t s = 0; s < drawn.which.size(); ++s) {
    std::size_t const d = drawn.which[s];
    LivedDesign const lived = lived_design(study, d, source.replayed);
    Json design = design_json(lived, world, pack);
    design["explained"] = Json::array();
    for (ExplainedMiss const& m : explained_misses(study, lived, source.replayed))
      design["explained"].push_back({{"incident", m.incident}, {"lines", m.lines}});
    design["id"] = source.view.designs[d].id;
    design["name"] = drawn.names[s];
    design["sites"] = sites_json(*base.missions[d]);
    design["segments"] = segments_json(source.comparison.cases.front(), d);
    designs.push_back(std::move(design));
  }
  Json kinds = Json::array();
  for (ViolationKind const& k : world.kinds())
    kinds.push_back({{"title", k.title.empty() ? k.id : k.title}, {"object", k.object}});
  PeriodSpec const& period = world.spec().period;
  Json const json{{"study", study.spec.id},
                  {"replication", source.replayed},
                  {"start", period.start.time_since_epoch().count()},
                  {"length", period.length.count()},
                  {"local", period.local_time.count()},
                  {"reference", world.kinds()[world.reference_kind()].title},
                  {"threshold", world.spec().coverage.threshold},
                  {"names", names_json()},
                  {"kinds", kinds},
                  {"metrics", metrics_json(source.comparison.cases.front())},
                  {"map", map_json(study, pack)},
                  {"daylight", daylight_json(world, pack)},
                  {"truth", truth_json(lived_truth(study, source.replayed), pack)},
                  {"designs", designs}};
  return pack.base64(json);
}

std::string play_scripts(ReportSource const& source) {
  return "<script type=\"text/plain\" id=\"data\">" + play_data(source) + "</script>\n<script>" +
         web_script() + "</script>\n";
}

}  // namespace ceaseline::report
