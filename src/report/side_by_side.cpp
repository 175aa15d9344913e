#include <fmt/format.h>

#include "comparison_parts.hpp"
#include "first_rows.hpp"
#include "html.hpp"
#include "page.hpp"

namespace ceaseline::report {
namespace {

/// The first table as HTML, row by row.
class SideBySide {
 public:
  explicit SideBySide(ComparisonView const& view) : view_{view}, base_{view.cases.front()} {
    table_.caption = "The designs side by side, case: " + base_.title;
    table_.style = "designs";
    table_.head.emplace_back("");
    for (std::size_t d = 0; d < view.designs.size(); ++d)
      table_.head.push_back(escaped(view.designs[d].id) +
                            (d == view.baseline ? " " + badge("baseline", "tag") : ""));
    table_.head.emplace_back("n");
  }

  [[nodiscard]] std::string html() {
    establishment();
    for (RowHeading const& h : estimated_rows) {
      bool headed = false;
      for (MetricResult const& r : base_.metrics) {
        if (r.metric.row != h.row) continue;
        if (!headed) heading(h.row, h.text);
        headed = true;
        estimate(r);
      }
    }
    return html_of(table_);
  }

 private:
  void heading(int row, std::string const& text) {
    table_.rows.push_back({{fmt::format("<span class=\"no\">{}</span> {}", row, escaped(text))}, "head"});
  }
  template <class Text>
  void line(std::string const& label, Text const& text) {
    HtmlTable::Row row{{label}, ""};
    for (DesignView const& d : view_.designs) row.cells.push_back(text(d));
    row.cells.emplace_back("");
    table_.rows.push_back(std::move(row));
  }

  void establishment() {
    heading(1, "People and machines");
    line("on the books (+ armed protection)", [](DesignView const& d) {
      Establishment const& e = d.establishment;
      std::string text = std::to_string(e.on_books);
      if (e.protection_on_books > 0) text += " + " + std::to_string(e.protection_on_books);
      return d.size_assumed ? text + " " + badge("assumption") : text;
    });
    line("in the field at once",
         [](DesignView const& d) { return fmt::format("{:.0f}", d.establishment.in_field); });
    line("patrol shifts a day, side A / B", [](DesignView const& d) {
      return fmt::format("{} / {}", d.establishment.patrol_shifts_a, d.establishment.patrol_shifts_b);
    });
    line("day / night shifts", [](DesignView const& d) {
      return fmt::format("{} / {}", d.establishment.day_shifts, d.establishment.night_shifts);
    });
    for (MetricResult const& r : base_.metrics)
      if (r.metric.row == 1) values(r, escaped(r.metric.title) + ", mean");
    line("bases / cameras / listening posts", [](DesignView const& d) {
      Establishment const& e = d.establishment;
      return fmt::format("{} / {} / {}", e.bases, e.cameras, e.listening);
    });
    line("aircraft / acoustic arrays / satellites", [](DesignView const& d) {
      Establishment const& e = d.establishment;
      return fmt::format("{} / {} / {}", e.aircraft, e.arrays, e.satellites);
    });
    heading(2, "Cost, M EUR a year, steady state");
    for (CostItem const& item : cost_items)
      if (is_shown(item, view_))
        line(item.title, [&item](DesignView const& d) {
          return fmt::format("{:.1f}", item.of(d.establishment).euro() / 1e6);
        });
    line("weeks to full strength",
         [](DesignView const& d) { return fmt::format("{:.0f}", d.establishment.weeks_to_strength); });
    heading(3, "Access: what the assumed permissions lead to, not a finding");
    for (MetricResult const& r : base_.metrics)
      if (r.metric.row == 3) values(r, escaped(r.metric.title) + ", % " + badge("assumption"));
  }

  void values(MetricResult const& r, std::string const& label) {
    HtmlTable::Row row{{label}, ""};
    for (std::size_t d = 0; d < view_.designs.size(); ++d)
      row.cells.push_back(escaped(value_words(base_, r, d)));
    row.cells.push_back(number_of_replications(r));
    table_.rows.push_back(std::move(row));
  }

  void estimate(MetricResult const& r) {
    std::string const unit = printed_unit(r.metric.unit).of_value;
    std::string const label = escaped(r.metric.title) + (unit.empty() ? "" : ", " + escaped(unit));
    bool const companion = companion_tag(r.metric) != nullptr;
    HtmlTable::Row row{{label}, companion ? "beside" : ""};
    for (std::size_t d = 0; d < view_.designs.size(); ++d) {
      std::string cell = escaped(value_words(base_, r, d));
      if (!companion && !is_brief(r.metric) && view_.designs.size() > 1 && d != view_.baseline)
        cell += "<span class=\"diff\">" + escaped(difference_words(view_, base_, r, d)) + "</span>";
      row.cells.push_back(std::move(cell));
    }
    row.cells.push_back(number_of_replications(r));
    table_.rows.push_back(std::move(row));
  }

  ComparisonView const& view_;
  CaseView const& base_;
  HtmlTable table_;
};

}  // namespace

std::string side_by_side_html(ComparisonView const& view) {
  if (view.cases.empty() || view.designs.empty()) return words("There is nothing to compare.");
  std::string out = "<dl class=\"titles\">";
  for (std::size_t d = 0; d < view.designs.size(); ++d)
    out += fmt::format("<dt>{}</dt><dd>{}</dd>", escaped(view.designs[d].id), escaped(about_design(view, d)));
  out += "</dl>\n";
  out += words(
      "Brackets are 95 % intervals over replications: they hold chance, not the doubt about assumptions. The "
      "second "
      "line of a cell is the difference from the baseline, paired by replication.");
  return out + SideBySide{view}.html();
}

std::string cases_html(ComparisonView const& view) {
  HtmlTable table{"The answer in each case", {"case", "answer", "against the first case"}, {}, "cases"};
  for (CaseView const& c : view.cases)
    table.rows.push_back({{escaped(c.title), escaped(verdict_text(view, c)), escaped(c.flip)}, ""});
  return html_of(table);
}

std::string answer_html(ComparisonView const& view) {
  std::string out;
  if (!view.note.empty()) out += "<p class=\"note\">" + escaped(view.note) + "</p>\n";
  std::vector<std::string> const sentences = answer_sentences(view);
  for (std::size_t i = 0; i < sentences.size(); ++i)
    out += fmt::format("<p{}>{}</p>\n", i == 0 ? " class=\"verdict\"" : "", escaped(capital(sentences[i])));
  if (view.replications == 1)
    out += words(
        "One replication says nothing about chance: no number here has an interval, and designs must not be "
        "told apart by it. Give more with --reps.");
  if (view.cases.size() > 1) out += cases_html(view);
  return out;
}

}  // namespace ceaseline::report
