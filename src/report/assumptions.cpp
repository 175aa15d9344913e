#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "comparison_parts.hpp"
#include "html.hpp"
#include "page.hpp"

namespace ceaseline::report {
namespace {

bool starts_with(std::string const& text, std::string const& head) { return text.rfind(head, 0) == 0; }

/// A name or a list of names is no figure.
bool is_figure(std::string const& key, std::string const& value) {
  if (value.empty() || value.front() == '[' || value.front() == '{') return false;
  return key != "id" && key != "title" && key != "organisation" && key != "flag" && key != "note" &&
         key != "file" && key != "places";
}

std::string unquoted(std::string const& value) {
  return value.size() > 1 && value.front() == '"' ? value.substr(1, value.size() - 2) : value;
}

/// Reads a resolved study line by line: it is written by this program, one key a line.
class Reader {
 public:
  std::vector<Figure> read(std::string const& resolved) {
    std::istringstream lines{resolved};
    for (std::string line; std::getline(lines, line);) take(line);
    return std::move(all_);
  }

 private:
  void take(std::string const& line) {
    if (line.empty()) return;
    if (line.front() == '[') {
      open(line);
      return;
    }
    std::size_t const equals = line.find(" = ");
    if (equals == std::string::npos || starts_with(section_, "case") || starts_with(section_, "stress"))
      return;
    std::string const key = line.substr(0, equals);
    std::string const value = line.substr(equals + 3);
    if (starts_with(key, "sources.")) {
      for (auto f = all_.rbegin(); f != all_.rend() && f->section == name(); ++f)
        if (f->key == key.substr(8)) f->source = unquoted(value);
      return;
    }
    if (key == "id" && !section_.empty()) (section_ == "designs" ? design_ : element_) = unquoted(value);
    if (is_figure(key, value)) all_.push_back({name(), key, unquoted(value), ""});
  }

  void open(std::string const& line) {
    std::string const inside =
        line.substr(line.find_first_not_of('['), line.find(']') - line.find_first_not_of('['));
    // A table below an element of a list still speaks of that element.
    if (!starts_with(inside, section_ + ".")) element_.clear();
    section_ = inside;
  }

  [[nodiscard]] std::string name() const {
    std::string text = section_;
    if (starts_with(text, "designs")) text = design_ + (text.size() > 8 ? ": " + text.substr(8) : "");
    return text + (element_.empty() ? "" : " " + element_);
  }

  std::string section_, design_, element_;
  std::vector<Figure> all_;
};

/// "civilian: rules" is "rules" of the design "civilian"; a section of the world has no design.
std::pair<std::string, std::string> parts_of(std::string const& section) {
  std::size_t const colon = section.find(": ");
  return colon == std::string::npos ? std::pair{std::string{}, section}
                                    : std::pair{section.substr(0, colon), section.substr(colon + 2)};
}

std::string key_of(Figure const& f) {
  return parts_of(f.section).second + '\n' + f.key + '\n' + f.value + '\n' + f.source;
}

/// "world.weather.states fog" belongs to "World: weather", "gcc-b: rules" to "gcc-b".
std::string group_of(std::string const& section_name) {
  auto const [design, part] = parts_of(section_name);
  if (!design.empty()) return design;
  if (!starts_with(part, "world")) return "The question";
  std::size_t const end = part.find_first_of(". ", 6);
  return part.size() < 7 ? "World" : "World: " + part.substr(6, end == std::string::npos ? end : end - 6);
}

std::string table_of(std::vector<Figure> const& figures, std::string const& group) {
  HtmlTable table{"Figures of: " + group, {"figure", "value", "source"}, {}, "figures"};
  std::string last;
  for (Figure const& f : figures) {
    if (f.section != last) table.rows.push_back({{escaped(f.section)}, "head"});
    last = f.section;
    std::string const source = f.source.empty() ? badge("default of the program, no source", "tag")
                               : f.assumed()    ? badge("assumption") + " " + escaped(f.source)
                                                : escaped(f.source);
    table.rows.push_back({{escaped(f.key), escaped(f.value), source}, f.assumed() ? "assumed" : ""});
  }
  auto const assumed =
      std::count_if(figures.begin(), figures.end(), [](Figure const& f) { return f.assumed(); });
  return fmt::format(
      "<details><summary>{} <span class=\"count\">{} figures, {} assumed</span></summary>{}</details>\n",
      escaped(group), figures.size(), assumed, html_of(table));
}

/// A table a group, in the order of the resolved study.
std::string tables_of(std::vector<Figure> const& figures) {
  std::vector<std::string> groups;
  std::map<std::string, std::vector<Figure>> by_group;
  for (Figure const& f : figures) {
    std::string const group = group_of(f.section);
    if (by_group.count(group) == 0) groups.push_back(group);
    by_group[group].push_back(f);
  }
  std::string out;
  for (std::string const& group : groups) out += table_of(by_group[group], group);
  return out;
}

std::string list(std::vector<std::string> const& items) {
  std::string out = "<ul>";
  for (std::string const& item : items) out += "<li>" + escaped(item) + "</li>";
  return out + "</ul>\n";
}

std::string not_modelled() {
  return "<h3>What is not modelled</h3>" +
         list({"Aircraft, ships and troops away from the line: no layer of reassurance has an effect on what "
               "is seen.",
               "Deterrence, unless a switch sets it: no effect of being watched is assumed, for none has "
               "been shown.",
               "A road network: patrols drive a lane at a fixed distance from the line. Sight lines of "
               "patrols.",
               "A search for scenes: those who live there point them out. A team on its way to one looks for "
               "nothing else.",
               "Learning of the parties, and what follows from a report.",
               "Regional differences of weather, and summer time: local time is one offset all year.",
               "Units and persons: violations are aggregate, and no incident here happened."});
}

/// Overview, Design concepts, Details (Grimm et al. 2020), in short, with the numbers of this study.
std::string odd(Study const& study, ComparisonView const& view) {
  World const& world = *study.cases.front().world;
  WorldSpec const& spec = world.spec();
  std::vector<std::string> kinds;
  for (ViolationKind const& k : world.kinds()) kinds.push_back(k.title);
  std::vector<std::string> designs;
  for (DesignView const& d : view.designs) designs.push_back(d.id);
  auto const item = [](char const* what, std::string const& text) {
    return fmt::format("<dt>{}</dt><dd>{}</dd>", what, escaped(text));
  };
  std::string out = "<h3>The model in the form of ODD</h3><dl class=\"odd\">";
  out += item("Purpose", "To compare designs of missions that monitor a ceasefire line (" + joined(designs) +
                             ") by what they detect, prove and attribute. Not to predict a conflict.");
  out +=
      item("Entities and scales",
           fmt::format(
               "A line of {:.0f} km in reporting segments of {:.0f} km; a period of {:.0f} days from {} UTC; "
               "incidents of {} kinds ({}); teams, aircraft, sensors, bases; reports. Time in whole "
               "milliseconds, places in metres.",
               world.line().length().kilometres(), spec.segment.kilometres(), hours(spec.period.length) / 24,
               iso8601(spec.period.start), kinds.size(), joined(kinds)));
  out += item("Process",
              "Each day violations are drawn, their acts are met by the sensors that reach them, what is "
              "noticed is fused "
              "into reports, reports send visits, visits and second sources verify, the side is inferred. "
              "After the period "
              "each incident is judged by the step it reached and why it came no further.");
  out += item("Design concepts",
              "Missions decide by their reports alone; truth judges and is never asked. Patrols may drive "
              "fixed rounds or go "
              "where much was reported. Parties do not react to being watched unless a switch says so.");
  out += item(
      "Chance",
      fmt::format(
          "Every draw is addressed by seed {}, replication, purpose, entity and subject, so all designs meet "
          "the same incidents and the same luck. {} replications.",
          view.seed, view.replications));
  out += item("Initial state", "All teams at home, nothing known, strength as the design says.");
  out += item(
      "Input",
      fmt::format("Level {:.0f} acts a day times {:g}; {} hotspots; {} regions; weather with {} states; {} "
                  "towns. Every figure with its source stands above.",
                  spec.violations.acts_per_day, spec.violations.level, spec.violations.hotspots.size(),
                  spec.violations.regions.size(), world.weather_states().size(), spec.towns.size()));
  out +=
      item("Submodels",
           fmt::format(
               "Covered: the chance to notice one act of the kind \"{}\", there and then, is at least {:g}. "
               "Located: 95 % ellipse within {:g} km. A side is declared at {:g}. In time: {:g} h after the "
               "first act.",
               world.kinds()[world.reference_kind()].title, spec.coverage.threshold,
               spec.evidence.located_within.kilometres(), spec.evidence.side_threshold,
               hours(spec.evidence.in_time)));
  return out + "</dl>\n";
}

}  // namespace

std::vector<Figure> figures_of(std::string const& resolved) {
  std::vector<Figure> const all = Reader{}.read(resolved);
  std::size_t designs = 0;
  std::map<std::string, std::size_t> times;
  std::string last;
  for (Figure const& f : all) {
    std::string const design = parts_of(f.section).first;
    if (design.empty()) continue;
    if (design != last) ++designs;
    last = design;
    ++times[key_of(f)];
  }
  auto const alike = [&](Figure const& f) { return designs > 1 && times[key_of(f)] == designs; };
  std::vector<Figure> out;
  for (Figure const& f : all)
    if (parts_of(f.section).first.empty()) out.push_back(f);
  std::string first;
  for (Figure const& f : all) {
    auto const [design, part] = parts_of(f.section);
    if (design.empty() || !alike(f)) continue;
    if (first.empty()) first = design;
    if (design == first) out.push_back({"all designs: " + part, f.key, f.value, f.source});
  }
  for (Figure const& f : all)
    if (!parts_of(f.section).first.empty() && !alike(f)) out.push_back(f);
  return out;
}

std::string assumptions_html(Study const& study, ComparisonView const& view) {
  std::vector<Figure> const figures = figures_of(study.resolved);
  auto const assumed =
      std::count_if(figures.begin(), figures.end(), [](Figure const& f) { return f.assumed(); });
  auto const silent =
      std::count_if(figures.begin(), figures.end(), [](Figure const& f) { return f.source.empty(); });
  std::string out =
      words(fmt::format("Who, where, under which rules, and the source of every number. Of {} figures {} are "
                        "marked as assumptions; {} are "
                        "defaults of the program that no file of this study gives a source. An S with a "
                        "number is a source listed in "
                        "scenarios/SOURCES.md.",
                        figures.size(), assumed, silent));
  MapLine const& map = study.map;
  if (!map.title.empty())
    out += words(fmt::format("Line: {}{}{}. Side A: {}. Side B: {}. {}", map.title,
                             map.date.empty() ? "" : ", ", map.date, map.side_a, map.side_b,
                             map.tolerance.empty() ? "" : "Tolerance " + map.tolerance + "."));
  out += tables_of(figures);
  return out + not_modelled() + odd(study, view);
}

std::string manifest_html(Manifest const& m) {
  HtmlTable table{"What made this result", {"item", "value"}, {}, "manifest"};
  auto const add = [&table](char const* item, std::string const& value) {
    table.rows.push_back({{escaped(item), "<code>" + escaped(value) + "</code>"}, ""});
  };
  add("program", "ceaseline " + m.version);
  add("commit", m.commit.empty() ? "unknown" : m.commit);
  add("study", m.study);
  add("seed", std::to_string(m.seed));
  add("replications", std::to_string(m.replications));
  add("identity", m.identity);
  add("fingerprint", m.fingerprint);
  add("resolved study, SHA-256", m.resolved_sha256);
  for (auto const& [key, value] : m.overrides) add("--set", key + " = " + value);
  for (StoredInput const& input : m.inputs) add(input.path.c_str(), input.sha256);
  return words(
             "\"ceaseline verify\" on the folder of this result runs the stored inputs again and says "
             "identical, or where "
             "it first differs.") +
         html_of(table);
}

}  // namespace ceaseline::report
