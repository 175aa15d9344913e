#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "ceaseline/report/text_table.hpp"
#include "comparison_parts.hpp"

namespace ceaseline::report {
namespace {

constexpr std::size_t tag_width = 7;          ///< of the column left of the designs
constexpr std::size_t narrowest_column = 17;  ///< "62.1 [60.3, 63.9]"
constexpr std::size_t widest_column = 26;

struct RowHeading {
  int row;
  char const* text;
};
constexpr RowHeading estimated_rows[] = {
    {4, "Incidents detected, of true: at least one act noticed and reported; acts beside"},
    {5, "The same by night, and the part of these heard only"},
    {6, "Even-handedness: detected by the side responsible"},
    {7, "Usable, of true"},
    {8, "Verified by sight or visit, of true"},
    {9, "Side known with the probability asked for, of true"},
    {10, "Covered: seen, of place and time; gaps corrected for being cut by the period"},
    {11, "Published against true; reports of nothing; danger to monitors"}};

/// A metric that is printed under another one, with a word in front and without a difference.
struct Companion {
  char const* id;
  int row;
  char const* tag;
};
constexpr Companion companions[] = {{"acts_detected", 4, " acts"}, {"incidents_heard_only", 5, " heard"}};

/// A metric that is printed with its values alone.
bool is_brief(MetricDefinition const& m) { return m.id == "objects_detected"; }

char const* companion_tag(MetricDefinition const& m) {
  for (Companion const& c : companions)
    if (m.id == c.id && m.row == c.row) return c.tag;
  return nullptr;
}

std::string number_of_replications(MetricResult const& r) {
  std::size_t least = 0;
  std::size_t most = 0;
  for (Estimate const& e : r.estimates) {
    if (e.n == 0) continue;
    least = least == 0 ? e.n : std::min(least, e.n);
    most = std::max(most, e.n);
  }
  if (most == 0) return "";
  return least == most ? fmt::format("; n {}", most) : fmt::format("; n {} to {}", least, most);
}

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
  /// The period was too short for the 95th percentile of gaps: what stands there is the longest one seen.
  [[nodiscard]] bool is_bound(MetricResult const& r, std::size_t design) const;
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
  struct Item {
    char const* title;
    Money (*of)(Establishment const&);
    bool always;  ///< otherwise only where a design has it
  };
  constexpr Item items[] = {{"monitors", [](Establishment const& e) { return e.monitors; }, true},
                            {"protection", [](Establishment const& e) { return e.protection; }, true},
                            {"bases", [](Establishment const& e) { return e.base_costs; }, true},
                            {"cameras", [](Establishment const& e) { return e.camera_costs; }, true},
                            {"arrays", [](Establishment const& e) { return e.array_costs; }, false},
                            {"from above", [](Establishment const& e) { return e.aircraft_costs; }, false},
                            {"together", [](Establishment const& e) { return e.total(); }, true}};
  heading(2, "Cost, M EUR a year, steady state");
  for (Item const& item : items) {
    bool const there = std::any_of(view_.designs.begin(), view_.designs.end(),
                                   [&](DesignView const& d) { return item.of(d.establishment).euro() > 0; });
    if (!item.always && !there) continue;
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
    label(r.metric.title + (unit.empty() ? "" : ", " + unit) + number_of_replications(r));
    values(r, "");
    if (!is_brief(r.metric)) differences(r);
  }
}

void Panel::values(MetricResult const& r, char const* tag) {
  Unit const unit = printed_unit(r.metric.unit);
  MetricResult const* const sides =
      r.metric.kind == MetricKind::WorseSide ? find_result(view_.cases.front(), "even_handedness") : nullptr;
  line(tag, [&](DesignView const&, std::size_t d) {
    std::string text = (is_bound(r, d) ? "at least " : "") + estimate_text(r.estimates[d], unit);
    if (sides != nullptr && sides->estimates[d].n > 0)
      text += sides->estimates[d].value > 1 ? " (B)" : " (A)";
    return text;
  });
}

bool Panel::is_bound(MetricResult const& r, std::size_t design) const {
  if (r.metric.id != "gap_p95") return false;
  MetricResult const* const bound = find_result(view_.cases.front(), "gap_p95_at_least");
  return bound != nullptr && bound->estimates[design].value > 0;
}

void Panel::differences(MetricResult const& r) {
  Unit const unit = printed_unit(r.metric.unit);
  if (view_.designs.size() < 2) return;
  std::size_t const base = view_.baseline;
  line("  diff.", [&](DesignView const& d, std::size_t i) -> std::string {
    if (i == base) return "baseline";
    if (d.equal_to == view_.designs[base].equal_to) return "equal by construction";
    if (is_bound(r, i) || is_bound(r, base)) return "only a bound";
    return difference_text(r.differences[i], unit);
  });
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
