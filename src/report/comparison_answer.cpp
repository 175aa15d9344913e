#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "ceaseline/report/text_table.hpp"
#include "comparison_parts.hpp"

namespace ceaseline::report {
namespace {

std::vector<std::string> ids(ComparisonView const& view, std::vector<std::size_t> const& designs) {
  std::vector<std::string> all;
  all.reserve(designs.size());
  for (std::size_t const d : designs) all.push_back(view.designs[d].id);
  return all;
}

std::size_t equal_here(ComparisonView const& view, CaseView const& in, std::size_t design) {
  return in.equal_to.empty() ? view.designs[design].equal_to : in.equal_to[design];
}

// The design in front with those that equal it: "civilian (with ots, equal by construction)".
std::string front(ComparisonView const& view, CaseView const& in) {
  CaseVerdict const& v = in.verdict;
  std::string const& best = view.designs[v.best].id;
  if (v.equals.empty()) return best;
  bool const by_construction = std::all_of(v.equals.begin(), v.equals.end(), [&](std::size_t d) {
    return equal_here(view, in, d) == equal_here(view, in, v.best);
  });
  return best + " (with " + joined(ids(view, v.equals)) +
         (by_construction ? ", equal by construction)" : ", no difference in any replication)");
}

// By how much the best leads, as a positive number whether more or less is better.
std::string lead(CaseVerdict const& v, Unit const& unit) {
  Estimate e = v.margin.difference;
  if (e.value < 0) {
    e.value = -e.value;
    e.ci = {-e.ci.high, -e.ci.low};
  }
  std::string const text = estimate_text(e, unit);
  return unit.of_difference.empty() ? text : text + " " + unit.of_difference;
}

Unit unit_of_question(ComparisonView const& view, CaseView const& in) {
  MetricResult const* const asked = find_result(in, view.metric);
  return asked == nullptr ? Unit{} : printed_unit(asked->metric.unit);
}

// What most of the difference between the design in front and the baseline is due to.
std::string driver_sentence(ComparisonView const& view, MetricResult const& asked) {
  CaseVerdict const& v = view.cases.front().verdict;
  std::size_t const design = v.best == view.baseline ? v.rival : v.best;
  auto const found = std::find_if(view.drivers.begin(), view.drivers.end(),
                                  [&](DriversOfDesign const& d) { return d.design == design; });
  if (found == view.drivers.end() || asked.differences[design].finding != Finding::Distinguishable) return "";
  std::string text;
  int named = 0;
  Unit const unit = printed_unit(asked.metric.unit);
  for (DriverView const& d : by_size(found->groups)) {
    if (!d.word.empty() || d.effect.finding != Finding::Distinguishable || named++ == 2) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", d.group, difference_text(d.effect, unit));
  }
  std::string const pair = view.designs[design].id + " less " + view.designs[view.baseline].id;
  if (text.empty()) return fmt::format("No single group of figures accounts for {} beyond chance.", pair);
  return fmt::format("What drives {}: {}.", pair, text);
}

// The lead over the baseline, where the nearest rival is another design: "; ahead of the baseline by 1.9
// [1.5, 2.2]".
std::string lead_over_baseline(ComparisonView const& view, CaseView const& in, Unit const& unit) {
  CaseVerdict const& v = in.verdict;
  MetricResult const* const asked = find_result(in, view.metric);
  if (asked == nullptr || v.best == view.baseline || v.rival == view.baseline) return "";
  PairedDifference const& d = asked->differences[v.best];
  if (d.finding != Finding::Distinguishable) return "";
  return fmt::format("; {} less the baseline, {}: {} {}", view.designs[v.best].id,
                     view.designs[view.baseline].id, difference_text(d, unit), unit.of_difference);
}

// How much of a whole difference one group makes up.
std::string part_text(double part) {
  return part < 0 ? ", against it" : fmt::format(", {:.0f} % of it", 100 * part);
}

std::string other_cases(ComparisonView const& view) {
  CaseVerdict const& base = view.cases.front().verdict;
  std::vector<std::string> changed;
  for (CaseView const& c : view.cases)
    if (c.verdict.best != base.best || c.verdict.verdict != base.verdict) changed.push_back(c.title);
  if (view.cases.size() < 2 || base.verdict == Verdict::NoInterval) return "";
  if (changed.empty()) return fmt::format("The answer is the same in all {} cases.", view.cases.size());
  return "The answer changes in: " + joined(changed) + ".";
}

}  // namespace

MetricResult const* find_result(CaseView const& in, std::string const& id, std::string const& stratum) {
  for (MetricResult const& r : in.metrics)
    if (r.metric.id == id && r.metric.stratum == stratum) return &r;
  return nullptr;
}

std::string joined(std::vector<std::string> const& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += fmt::format("{}{}", i == 0 ? "" : i + 1 == words.size() ? " and " : ", ", words[i]);
  return text;
}

std::string verdict_text(ComparisonView const& view, CaseView const& in) {
  CaseVerdict const& v = in.verdict;
  Unit const unit = unit_of_question(view, in);
  std::string const rival = view.designs[v.rival].id;
  switch (v.verdict) {
    case Verdict::NoInterval:
      return view.designs.size() < 2 ? "only one design" : "no interval, so no answer";
    case Verdict::Equal: {
      bool by_construction = true;
      for (std::size_t d = 0; d < view.designs.size(); ++d)
        by_construction = by_construction && equal_here(view, in, d) == equal_here(view, in, 0);
      return by_construction ? "equal by construction: all designs have the same figures"
                             : "no difference in any replication";
    }
    case Verdict::NotDistinguishable:
      return "not distinguishable: " + front(view, in) + " is in front of " + rival + " by " + lead(v, unit) +
             ", and cannot be told from " + joined(ids(view, v.level)) + lead_over_baseline(view, in, unit);
    case Verdict::LessThanMatters:
      return "differs by less than matters: " + front(view, in) + " is in front of " + rival + " by " +
             lead(v, unit) + ", and " + amount_text(view.matters, unit) + " matter" +
             lead_over_baseline(view, in, unit);
    case Verdict::Preferred:
      return front(view, in) + " preferred: " + lead(v, unit) + " ahead of " + rival +
             lead_over_baseline(view, in, unit);
  }
  return "";
}

std::vector<DriverView> by_size(std::vector<DriverView> groups) {
  std::stable_sort(groups.begin(), groups.end(), [](DriverView const& a, DriverView const& b) {
    if (a.word.empty() != b.word.empty()) return a.word.empty();
    return a.word.empty() && std::abs(a.effect.difference.value) > std::abs(b.effect.difference.value);
  });
  return groups;
}

std::vector<std::string> answer_sentences(ComparisonView const& view) {
  std::vector<std::string> all;
  if (view.cases.empty()) return all;
  CaseView const& base = view.cases.front();
  all.push_back(verdict_text(view, base) + fmt::format(" (n = {}).", view.replications));
  MetricResult const* const asked = find_result(base, view.metric);
  if (asked == nullptr) return all;
  Unit const unit = printed_unit(asked->metric.unit);
  std::string values;
  for (std::size_t d = 0; d < view.designs.size(); ++d)
    values += fmt::format("{}{} {}", d == 0 ? " " : "; ", view.designs[d].id,
                          estimate_text(asked->estimates[d], unit));
  all.push_back(capital(asked->metric.title) + (unit.of_value.empty() ? "" : ", " + unit.of_value) +
                (asked->metric.unit == "share" ? " of true incidents:" : ":") + values + ".");
  for (std::string const& sentence : {driver_sentence(view, *asked), other_cases(view)})
    if (!sentence.empty()) all.push_back(sentence);
  return all;
}

std::string capital(std::string text) {
  if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

std::string about_design(ComparisonView const& view, std::size_t design) {
  DesignView const& d = view.designs[design];
  std::string about = d.title;
  if (design == view.baseline) about += " (baseline)";
  if (d.equal_to != design) about += " (equal by construction to " + view.designs[d.equal_to].id + ")";
  return about;
}

std::string answer_text(ComparisonView const& view, Page const& page) {
  std::string text = page.heading(view.study);
  if (!view.note.empty()) text += paragraph(view.note, page.width);
  if (!view.question.empty()) text += paragraph(view.question, page.width);
  for (std::size_t d = 0; d < view.designs.size(); ++d)
    text += paragraph(about_design(view, d), page.width, fmt::format("  {}: ", view.designs[d].id));
  if (view.cases.empty()) return text;
  text.append("\n").append(page.heading("Answer, case: " + view.cases.front().title));
  for (std::string const& sentence : answer_sentences(view)) text += paragraph(sentence, page.width);
  return text;
}

std::string drivers_text(ComparisonView const& view, Page const& page) {
  if (view.drivers.empty() || view.cases.empty()) return "";
  MetricResult const* const asked = find_result(view.cases.front(), view.metric);
  if (asked == nullptr) return "";
  Unit const unit = printed_unit(asked->metric.unit);
  std::string text = page.heading("What drives the differences");
  text += paragraph(
      "What goes when one group of figures is set to the baseline's, largest first; groups work "
      "together, so the parts need not add up.",
      page.width);
  for (DriversOfDesign const& of : view.drivers) {
    PairedDifference const& whole = asked->differences[of.design];
    text +=
        paragraph(difference_text(whole, unit), page.width,
                  fmt::format("  {} less {}: ", view.designs[of.design].id, view.designs[view.baseline].id));
    std::vector<std::string> same;
    for (DriverView const& d : by_size(of.groups)) {
      if (d.word == same_figures_word) {
        same.push_back(d.group);
        continue;
      }
      std::string effect = d.word.empty() ? difference_text(d.effect, unit) : d.word;
      if (d.word.empty() && d.effect.finding == Finding::Distinguishable &&
          whole.finding == Finding::Distinguishable)
        effect += part_text(d.effect.difference.value / whole.difference.value);
      text += paragraph(effect, page.width, fmt::format("    {:<10} ", d.group));
    }
    if (!same.empty())
      text += paragraph(joined(same), page.width, fmt::format("    {}: ", same_figures_word));
  }
  return text;
}

}  // namespace ceaseline::report
