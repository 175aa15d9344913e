#include "ceaseline/report/html_report.hpp"

#include <fmt/format.h>

#include "ceaseline/store/disk.hpp"
#include "charts.hpp"
#include "html.hpp"
#include "page.hpp"
#include "play.hpp"
#include "web_bundle.hpp"

namespace ceaseline {
namespace report {

std::string section(std::string const& id, std::string const& title, std::string const& body) {
  return fmt::format(
      "<section id=\"{0}\" aria-labelledby=\"{0}-h\"><h2 id=\"{0}-h\">{1}</h2>\n{2}</section>\n", id,
      escaped(title), body);
}

std::string words(std::string const& text) { return "<p>" + escaped(text) + "</p>\n"; }

namespace {

/// The page grows section by section, and its table of contents with it.
class Page {
 public:
  void add(std::string const& id, std::string const& title, std::string const& body) {
    contents_ += fmt::format("<li><a href=\"#{}\">{}</a></li>", id, escaped(title));
    body_ += section(id, title, body);
  }
  void add(std::string const& id, std::string const& title, std::string const& intro,
           std::vector<Chart> const& charts, std::string const& nothing) {
    std::string body = intro;
    for (Chart const& chart : charts) body += html_of(chart);
    add(id, title, charts.empty() ? intro + words(nothing) : body);
  }
  [[nodiscard]] std::string html(ComparisonView const& view, std::string const& scripts) const {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
           // No request may leave the page, whatever a browser or an extension makes of it.
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'; "
           "script-src 'unsafe-inline'; img-src data:\">\n"
           "<title>" +
           escaped(view.study) + "</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>" + page_style() +
           "</style></head>\n<body><a class=\"skip\" href=\"#answer\">To the answer</a>\n<header><h1>" +
           escaped(view.study) + "</h1></header>\n<nav aria-label=\"Sections\"><ul>" + contents_ +
           "</ul></nav>\n<main>\n" + body_ + "</main>\n<footer><p>" +
           escaped(fmt::format(
               "ceaseline {}, seed {}, {} replications. Truth is that of the model: what it leaves out is "
               "in no row.",
               view.version, view.seed, view.replications)) +
           "</p></footer>\n" + scripts + "</body></html>\n";
  }

 private:
  std::string contents_, body_;
};

std::string fallback_note() {
  return "<p class=\"warn\">This copy of the program was built without its web part (npm was missing). Here "
         "are the "
         "tables and charts; the map that moves, the space-time diagram and the replay are left out.</p>\n";
}

}  // namespace
}  // namespace report

std::string html_report(ReportSource const& source) {
  using namespace report;
  ComparisonView const& view = source.view;
  bool const live = has_web_bundle();
  Page page;
  page.add("answer", "The answer", (live ? "" : fallback_note()) + answer_html(view));
  page.add("designs", "Designs side by side", side_by_side_html(view));
  page.add("map", "Map", map_html(source, live));
  page.add("spacetime", "Space and time", spacetime_html(source, live));
  page.add("differences", "Differences", "", difference_charts(view),
           view.designs.size() < 2
               ? "There is one design only: nothing to compare it with."
               : "All designs are equal by construction: no figure differs, so there is no difference to "
                 "draw. A flag has no effect of its own.");
  std::vector<Chart> const drivers = driver_charts(view);
  if (!drivers.empty()) page.add("drivers", "What drives them", "", drivers, "");
  page.add("chain", "Evidence chain", "", chain_charts(view), "This result has no evidence chain.");
  page.add("losses", "Losses", "", loss_charts(view), "No incident was lost, or none happened.");
  page.add("hours", "Coverage by hour", "", hour_charts(view, source.planned), "No coverage was planned.");
  page.add("fairness", "Even-handedness", "", fairness_charts(view),
           "There is nothing to compare the sides by.");
  page.add("cost", "Cost against effect", "", cost_charts(view), "The study's metric is not there.");
  page.add(
      "resilience", "Resilience",
      words(
          "\"ceaseline compare STUDY --stress\" runs the stress set of a study - a contributor leaves, "
          "aircraft stay "
          "down, a side closes - and gives a report of its own. Here: what each case of this study changes."),
      resilience_charts(view), "This study has one case only.");
  page.add(
      "sensitivity", "Sensitivity", "", sensitivity_charts(view),
      "This is no sweep. A study with many cases, such as scenarios/donbas-2021/sweep.toml, shows here which "
      "assumptions flip the answer; the answer in each case of this one stands at the head.");
  page.add("assumptions", "Assumptions", assumptions_html(source.study, view));
  page.add("manifest", "Manifest", manifest_html(source.manifest));
  if (live) page.add("replay", "Replay", replay_html(source));
  return page.html(view, live ? play_scripts(source) : "");
}

std::vector<std::string> write_figures(ReportSource const& source, std::string const& folder) {
  make_folder(folder);
  std::vector<std::string> paths;
  for (report::Chart const& chart : report::all_charts(source.view, source.planned)) {
    std::string const path = folder + "/" + chart.id;
    write_file(path + ".svg", report::svg_file(chart));
    write_file(path + ".csv", report::csv_file(chart));
    paths.insert(paths.end(), {path + ".svg", path + ".csv"});
  }
  return paths;
}

}  // namespace ceaseline
