#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "ceaseline/report/text_table.hpp"
#include "comparison_parts.hpp"
#include "first_rows.hpp"

namespace ceaseline::report {
namespace {

constexpr std::size_t tag_width = 7;          ///< of the column left of the designs
constexpr std::size_t narrowest_column = 17;  ///< "62.1 [60.3, 63.9]"
constexpr std::size_t widest_column = 26;

/// The first table for as many designs as fit side by side.
class Panel {
 public:
  Panel(ComparisonView const& view, std::size_t first, std::size_t count, std::size_t column)
      : view_{view}, first_{first}, count_{count}, table_{widths(count, column)} {}

  [[nodiscard]] std::string print(Page const& page) {
    table_.row(cells("", [](DesignView const& d, std::size_t) { return d.id; }));
    people();
    assets();
    cost();
    access();
    for (RowHeading const& h : estimated_rows) {
      heading(h.row, h.text);
      estimates(h.row);
    }
    return page.heading("The designs side by side") + table_.text();
  }

 private:
  static std::vector<std::size_t> widths(std::size_t count, std::size_t column) {
    std::vector<std::size_t> all(count + 1, column);
    all.front() = tag_width;
    return all;
  }
  std::vector<std::string> cells(
      char const* tag, std::function<std::string(DesignView const&, std::size_t)> const& text) const {
    std::vector<std::string> all{tag};
    for (std::size_t d = first_; d < first_ + count_; ++d) all.push_back(text(view_.designs[d], d));
    return all;
  }
  void heading(int row, std::string const& text) { table_.across(text, fmt::format("{:>2}  ", row)); }
  void label(std::string const& text) { table_.across(text, "    "); }
  void line(char const* tag, std::function<std::string(DesignView const&, std::size_t)> const& text) {
    table_.row(cells(tag, text));
  }

  void people();
  void assets();
  void cost();
  void access();
  void estimates(int row);
  void values(MetricResult const& r, char const* tag);
  void differences(MetricResult const& r);

  ComparisonView const& view_;
  std::size_t first_;
  std::size_t count_;
  TextTable table_;
};

void Panel::people() {
  heading(1, "People");
  label("on the books (+ armed protection)");
  line("", [](DesignView const& d, std::size_t) {
    Establishment const& e = d.establishment;
    std::string text = std::to_string(e.on_books);
    if (e.protection_on_books > 0) text += " + " + std::to_string(e.protection_on_books);
    return d.size_assumed ? text + " assumption" : text;
  });
  label("in the field at once");
  line("", [](DesignView const& d, std::size_t) { return fmt::format("{:.0f}", d.establishment.in_field); });
  CaseView const& base = view_.cases.front();
  MetricResult const* const noon = find_result(base, "patrols_out_at_noon");
  MetricResult const* const midnight = find_result(base, "patrols_out_at_midnight");
  if (noon == nullptr || midnight == nullptr) return;
  label("patrols out at 12:00 / at 00:00, mean");
  line("", [&](DesignView const&, std::size_t d) {
    return fmt::format("{:.1f} / {:.1f}", noon->estimates[d].value, midnight->estimates[d].value);
  });
}

void Panel::assets() {
  label("cameras / aircraft / acoustic arrays / satellites");
  line("", [](DesignView const& d, std::size_t) {
    Establishment const& e = d.establishment;
    return fmt::format("{} / {} / {} / {}", e.cameras, e.aircraft, e.arrays, e.satellites);
  });
}

void Panel::cost() {
  heading(2, "Cost, M EUR a year, steady state");
  for (CostItem const& item : cost_items) {
    if (!is_shown(item, view_)) continue;
    line("", [&](DesignView const& d, std::size_t) {
      return fmt::format("{} {:.1f}", item.title, item.of(d.establishment).euro() / 1e6);
    });
  }
  label("weeks to full strength");
  line("", [](DesignView const& d, std::size_t) {
    return fmt::format("{:.0f}", d.establishment.weeks_to_strength);
  });
}

void Panel::access() {
  heading(3, "Access: patrol hours allowed, % (assumed), case: " + view_.cases.front().title);
  for (MetricResult const& r : view_.cases.front().metrics)
    if (r.metric.row == 3) values(r, r.metric.stratum == "side=A" ? "    A" : "    B");
}

void Panel::estimates(int row) {
  for (MetricResult const& r : view_.cases.front().metrics) {
    if (r.metric.row != row) continue;
    if (char const* const tag = companion_tag(r.metric); tag != nullptr) {
      values(r, tag);
      continue;
    }
    std::string const unit = printed_unit(r.metric.unit).of_value;
    std::string const n = number_of_replications(r);
    label(r.metric.title + (unit.empty() ? "" : ", " + unit) + (n.empty() ? "" : "; " + n));
    values(r, "");
    if (!is_brief(r.metric)) differences(r);
  }
}

void Panel::values(MetricResult const& r, char const* tag) {
  line(tag, [&](DesignView const&, std::size_t d) { return value_words(view_.cases.front(), r, d); });
}

void Panel::differences(MetricResult const& r) {
  if (view_.designs.size() < 2) return;
  line("  diff.",
       [&](DesignView const&, std::size_t d) { return difference_words(view_, view_.cases.front(), r, d); });
}

}  // namespace

std::string first_table_text(ComparisonView const& view, Page const& page) {
  if (view.cases.empty() || view.designs.empty()) return "";
  std::size_t const fit = std::max<std::size_t>((page.width - tag_width) / (narrowest_column + 1), 1);
  std::size_t const panels = (view.designs.size() + fit - 1) / fit;
  std::size_t const count = (view.designs.size() + panels - 1) / panels;
  std::size_t const column =
      std::clamp((page.width - tag_width) / count - 1, narrowest_column, widest_column);
  std::string text;
  for (std::size_t first = 0; first < view.designs.size(); first += count) {
    Panel panel{view, first, std::min(count, view.designs.size() - first), column};
    text += panel.print(page) + (first + count < view.designs.size() ? "\n" : "");
  }
  text += paragraph("Answer by case", page.width, "12  ");
  for (CaseView const& c : view.cases)
    text += paragraph(c.title + ": " + (c.flip.empty() ? "" : c.flip + ": ") + verdict_text(view, c),
                      page.width, "    ");
  return text;
}

}  // namespace ceaseline::report
