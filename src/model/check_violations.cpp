#include <algorithm>

#include "world_checks.hpp"

namespace ceaseline {
namespace {

void check_acts(ActCount const& acts, std::size_t i, Complaints& c) {
  constexpr char const* list = "violations.kinds";
  if (acts.mean < 1) c.add(list, i, "acts.mean", "an incident has at least one act; give 1 or more");
  if (!within(acts.mean, 1e6)) c.add(list, i, "acts.mean", "more than a million acts are no incident");
  double const ordinary = acts.mean * (1 - acts.large_share * acts.large_factor);
  if (acts.large_share >= 1 || ordinary < (1 - acts.large_share) * 1.0 - 1e-12) {
    c.add(list, i, "acts",
          "large exchanges leave the ordinary incidents a mean below one act; lower large_share or "
          "large_factor");
  }
}

void check_kinds(WorldSpec const& spec, Complaints& c) {
  constexpr char const* list = "violations.kinds";
  ViolationSpec const& v = spec.violations;
  if (v.kinds.empty())
    c.add("world.violations.kinds", "no kind of violation is given; add a [[violations.kinds]] table");
  if (v.kinds.size() > most_kinds) {
    c.add("world.violations.kinds", "there are " + std::to_string(v.kinds.size()) + " kinds; at most " +
                                        std::to_string(most_kinds) + " can be told apart");
  }
  double shares = 0;
  double own_rates = 0;
  for (std::size_t i = 0; i < v.kinds.size(); ++i) {
    ViolationKind const& k = v.kinds[i];
    if (!within(k.per_day, 1e12)) c.add(list, i, "per_day", "is no number of incidents a day");
    if (!within(k.share_of_acts, 1e12)) c.add(list, i, "share_of_acts", "is no share");
    (k.per_day > 0 ? own_rates : shares) += k.per_day > 0 ? k.per_day : k.share_of_acts;
    if (k.id.empty()) c.add(list, i, "id", "a kind needs an id");
    for (std::size_t j = 0; j < i; ++j) {
      if (v.kinds[j].id == k.id) c.add(list, i, "id", "\"" + k.id + "\" is already the id of another kind");
    }
    check_acts(k.acts, i, c);
    if (k.evidence_longest < k.evidence_shortest)
      c.add(list, i, "evidence_longest", "is shorter than evidence_shortest");
  }
  // Without acts a day nobody asks for their kind.
  bool const asked = v.acts_per_day > 0 || !(own_rates > 0);
  if (!v.kinds.empty() && asked && !(shares > 0)) {
    c.add("world.violations.kinds", own_rates > 0
                                        ? "all kinds have a per_day of their own, so acts_per_day must be 0"
                                        : "the shares of acts add up to nothing");
  }
  bool const known = std::any_of(v.kinds.begin(), v.kinds.end(),
                                 [&](ViolationKind const& k) { return k.id == spec.reference_kind; });
  if (!spec.reference_kind.empty() && !known)
    c.add("world.reference_kind", "there is no kind \"" + spec.reference_kind + "\"");
  for (std::string const& id : spec.coverage.kinds) {
    bool const there =
        std::any_of(v.kinds.begin(), v.kinds.end(), [&](ViolationKind const& k) { return k.id == id; });
    if (!there) c.add("world.coverage.kinds", "there is no kind \"" + id + "\"");
  }
}

void complete_regions(ViolationSpec& v, Length length, Complaints& c) {
  constexpr char const* list = "violations.regions";
  if (v.regions.empty()) v.regions.push_back(RegionSpec{"line", "the whole line", {}, length, 1, 0});
  for (std::size_t i = 0; i < v.regions.size(); ++i) {
    RegionSpec& r = v.regions[i];
    if (r.to == Length{}) r.to = length;
    if (r.id.empty()) c.add(list, i, "id", "a region needs an id");
    if (!(r.from < r.to)) c.add(list, i, "from", "a region must begin before it ends");
    if (r.from >= length || r.to > length + Length::metres(1)) {
      c.add(list, i, "to", "lies outside the line, which is " + in_kilometres(length) + " long");
    }
    r.to = std::min(r.to, length);
    if (i > 0 && r.from < v.regions[i - 1].to)
      c.add(list, i, "from", "regions must follow each other along the line without overlap");
    // The mean is then above the median by a factor of 3e5, and no run of days finds it.
    if (!within(r.spread, 5))
      c.add(list, i, "spread", "no level varies so much from day to day; give at most 5");
    if (!within(r.share_of_acts, 1e12)) c.add(list, i, "share_of_acts", "is no share");
    for (std::size_t j = 0; j < i; ++j) {
      if (v.regions[j].id == r.id)
        c.add(list, i, "id", "\"" + r.id + "\" is already the id of another region");
    }
  }
}

void check_hotspots(ViolationSpec const& v, Length length, Complaints& c) {
  constexpr char const* list = "violations.hotspots";
  double total = 0;
  for (RegionSpec const& r : v.regions) total += r.share_of_acts;
  if (!(total > 0)) {
    c.add("world.violations.regions", "the shares of acts add up to nothing");
    return;
  }
  for (std::size_t i = 0; i < v.hotspots.size(); ++i) {
    HotspotSpec const& h = v.hotspots[i];
    if (!(h.width > Length{})) c.add(list, i, "width", "must be more than 0");
    if (h.centre > length)
      c.add(list, i, "centre",
            "lies beyond the end of the line, which is " + in_kilometres(length) + " long");
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

void check_replay(ViolationSpec& v, Length length, Complaints& c) {
  constexpr char const* list = "violations.incidents";
  auto& all = v.incidents;
  for (std::size_t i = 0; i < all.size(); ++i) {
    ReplaySpec const& r = all[i];
    bool const known =
        std::any_of(v.kinds.begin(), v.kinds.end(), [&](ViolationKind const& k) { return k.id == r.kind; });
    if (!known) c.add(list, i, "kind", "incident \"" + r.id + "\": there is no kind \"" + r.kind + "\"");
    if (r.id.empty()) c.add(list, i, "id", "an incident needs an id");
    if (r.chainage > length + Length::metres(1)) {
      c.add(list, i, "chainage",
            "incident \"" + r.id + "\" lies beyond the end of the line, which is " + in_kilometres(length) +
                " long");
    }
  }
  std::vector<std::string const*> ids;
  for (ReplaySpec const& r : all) ids.push_back(&r.id);
  std::sort(ids.begin(), ids.end(), [](auto const* a, auto const* b) { return *a < *b; });
  for (std::size_t i = 1; i < ids.size(); ++i) {
    if (*ids[i] == *ids[i - 1] && !ids[i]->empty())
      c.add("world.violations.incidents", "\"" + *ids[i] + "\" is the id of two incidents");
  }
  // Once, so that no replication has to search the list.
  std::stable_sort(all.begin(), all.end(),
                   [](ReplaySpec const& a, ReplaySpec const& b) { return a.at < b.at; });
}

}  // namespace

void check_violations(WorldSpec& spec, Length line, Complaints& c) {
  ViolationSpec& v = spec.violations;
  if (v.memory >= 1)
    c.add("world.violations.memory", "a level that never forgets is no level; give less than 1");
  check_kinds(spec, c);
  complete_regions(v, line, c);
  check_hotspots(v, line, c);
  check_replay(v, line, c);
  check_rates(spec, c);
}

}  // namespace ceaseline
