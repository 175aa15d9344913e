#include <string>
#include <vector>

#include "map_layers.hpp"

namespace ceaseline {
namespace {

/// One way of drawing, with the rows it is for and what the legend says.
struct Rule {
  std::string filter, label, symbol;
};

std::string in_xml(std::string const& text) {
  std::string out;
  for (char const c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string property(char const* key, std::string const& value) {
  return std::string{"<prop k=\""} + key + "\" v=\"" + value + "\"/>";
}

std::string line_symbol(char const* colour, char const* width) {
  return "type=\"line\" alpha=\"1\"><layer class=\"SimpleLine\" enabled=\"1\" locked=\"0\" pass=\"0\">" +
         property("line_color", colour) + property("line_width", width) + property("capstyle", "flat") +
         "</layer>";
}

std::string mark_symbol(char const* shape, char const* colour, char const* size) {
  return "type=\"marker\" alpha=\"1\"><layer class=\"SimpleMarker\" enabled=\"1\" locked=\"0\" pass=\"0\">" +
         property("name", shape) + property("color", colour) + property("size", size) +
         property("outline_color", std::string{shape} == "cross2" ? colour : "255,255,255,255") +
         property("outline_width", std::string{shape} == "cross2" ? "0.4" : "0.2") + "</layer>";
}

std::string renderer(std::vector<Rule> const& rules) {
  std::string list;
  std::string symbols;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    std::string const n = std::to_string(i);
    list += "<rule key=\"{rule-" + n + "}\" symbol=\"" + n + "\" label=\"" + in_xml(rules[i].label) + "\"";
    if (!rules[i].filter.empty()) list += " filter=\"" + in_xml(rules[i].filter) + "\"";
    list += "/>";
    symbols += "<symbol name=\"" + n + "\" " + rules[i].symbol + "</symbol>";
  }
  return "<renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\"><rules "
         "key=\"{rules}\">" +
         list + "</rules><symbols>" + symbols + "</symbols></renderer-v2>";
}

std::string qml(std::vector<Rule> const& rules, std::string const& rest) {
  std::string const named = rest.find("<labeling") == std::string::npos ? "0" : "1";
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22\" "
         "styleCategories=\"Symbology|Labeling|Temporal\" labelsEnabled=\"" +
         named + "\">" + renderer(rules) + rest + "</qgis>\n";
}

/// Names beside points.
std::string labels(char const* field) {
  return std::string{"<labeling type=\"simple\"><settings><text-style fieldName=\""} + field +
         "\" fontSize=\"8\" isExpression=\"0\"><text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" "
         "bufferColor=\"255,255,255,255\"/></text-style><placement placement=\"1\" "
         "dist=\"1\"/></settings></labeling>";
}

/// For the temporal controller of QGIS: each feature from one field to another (mode 2).
std::string between(char const* start, char const* end) {
  return std::string{"<temporal enabled=\"1\" mode=\"2\" startField=\""} + start + "\" endField=\"" + end +
         "\" limitMode=\"0\" fixedDuration=\"0\" durationUnit=\"min\" durationField=\"\" accumulate=\"0\" "
         "startExpression=\"\" "
         "endExpression=\"\"><fixedRange><start></start><end></end></fixedRange></temporal>";
}

/// Viridis, light to dark for little to much: it keeps its order for all eyes, and in grey.
constexpr char const* shades[] = {"253,231,37,255", "93,201,99,255", "33,144,140,255", "59,82,139,255",
                                  "68,1,84,255"};

std::vector<Rule> share_rules(std::string const& rows, std::string const& metric) {
  std::vector<Rule> rules{
      {rows + " AND \"" + metric + "\" IS NULL", "no incident", line_symbol("150,150,150,255", "0.8")}};
  for (int i = 0; i < 5; ++i) {
    std::string const low = std::to_string(20 * i);
    std::string const high = std::to_string(20 * (i + 1));
    rules.push_back({rows + " AND \"" + metric + "\" >= 0." + std::to_string(2 * i) +
                         (i < 4 ? " AND \"" + metric + "\" < 0." + std::to_string(2 * (i + 1)) : ""),
                     low + " to " + high + " %", line_symbol(shades[i], "1.6")});
  }
  return rules;
}

std::string quoted(std::string const& text) {
  std::string out = "'";
  for (char const c : text) out += c == '\'' ? std::string{"''"} : std::string{c};
  return out + "'";
}

}  // namespace

MapTable style_table(Study const& study) {
  // The names are those QGIS looks for.
  MapTable table{"layer_styles",
                 "Styles of the layers, for QGIS",
                 Shape::None,
                 {{"f_table_catalog", ColumnType::Text},
                  {"f_table_schema", ColumnType::Text},
                  {"f_table_name", ColumnType::Text},
                  {"f_geometry_column", ColumnType::Text},
                  {"styleName", ColumnType::Text},
                  {"styleQML", ColumnType::Text},
                  {"styleSLD", ColumnType::Text},
                  {"useAsDefault", ColumnType::Integer},
                  {"description", ColumnType::Text},
                  {"owner", ColumnType::Text},
                  {"ui", ColumnType::Text},
                  {"update_time", ColumnType::Time}},
                 {}};
  auto const add = [&table](char const* layer, std::string const& name, std::string const& style,
                            std::string const& description, bool first) {
    std::string const none;
    // A date of its own would make equal results differ.
    table.rows.push_back(
        {{},
         {none, none, std::string{layer}, std::string{"geom"}, name, style, none,
          static_cast<std::int64_t>(first), description, none, none, std::string{"2000-01-01T00:00:00Z"}}});
  };
  add("line", "line of contact", qml({{"", "line of contact", line_symbol("40,40,40,255", "0.5")}}, ""),
      "The line as it was read", true);
  std::string const base = "\"case_id\" = " + quoted(study.cases.front().spec.id);
  for (DesignSpec const& d : study.designs) {
    std::string const rows = base + " AND \"design\" = " + quoted(d.id);
    bool const first = d.id == study.spec.baseline;
    add("segments", "detected, " + d.id, qml(share_rules(rows, "segment_incidents_detected"), ""),
        "Share of incidents detected in the first case", first);
    add("segments", "seen, " + d.id, qml(share_rules(rows, "segment_seen"), ""), "Share of time seen", false);
    std::string const its = "\"design\" = " + quoted(d.id);
    add("coverage", "seen as planned, " + d.id,
        qml(share_rules(its + " AND \"channel\" = 'seen'", "share"), ""),
        "Share of time seen, as the design is planned", first);
    add("bases", "bases, " + d.id,
        qml({{its, "base", mark_symbol("square", "30,30,30,255", "3")}}, labels("title")),
        "Bases, with their names", first);
    std::string const platform = its + " AND \"platform\" = ";
    add("sensors", "sensors, " + d.id,
        qml({{platform + "'fixed' AND \"channel\" = 'seen'", "camera",
              mark_symbol("triangle", "0,114,178,255", "2.6")},
             {platform + "'fixed' AND \"channel\" = 'heard'", "listening post or array",
              mark_symbol("circle", "86,180,233,255", "2.4")},
             {platform + "'base'", "listens at a base", mark_symbol("square", "120,120,120,255", "2")}},
            ""),
        "Fixed sensors by what they are", first);
    add("incidents", "fate, " + d.id,
        qml({{its + " AND \"step\" = 'missed'", "missed", mark_symbol("cross2", "213,94,0,255", "1.8")},
             {its + " AND \"step\" IN ('detected', 'located')", "detected, not verified",
              mark_symbol("circle", "86,180,233,255", "1.8")},
             {its + " AND \"step\" NOT IN ('missed', 'detected', 'located')", "verified",
              mark_symbol("square", "0,158,115,255", "1.8")}},
            between("started", "ended")),
        "What became of each incident; plays in the temporal controller", first);
  }
  return table;
}

}  // namespace ceaseline
