#include "ceaseline/coverage/covered.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "gap_lengths.hpp"
#include "hotspots.hpp"
#include "incident_weight.hpp"

namespace ceaseline {
namespace {

constexpr double hour = 3.6e6;
/// A stretch is looked at this far within its ends, m: what lies on the edge of a footprint is on both sides.
constexpr double within = 1e-7;
constexpr std::size_t sets = 3;

/// Figures of one place.
struct Node {
  double chainage;
  std::array<double, 2> hours;  ///< asked for, by light
  std::array<PlaceFigures, 2> channel;
};

class Band {
 public:
  Band(World const& world, SpellSolver& solver, double depth, Resolution const& how)
      : world_{world},
        solver_{solver},
        depth_{depth},
        how_{how},
        incidents_{world},
        length_{world.line().length().metres()} {
    auto const segments = static_cast<std::size_t>(world.segments());
    out_.segment_seen.assign(segments, 0);
    out_.segment_heard.assign(segments, 0);
    segment_hours_.assign(segments, 0);
  }

  BandCoverage take() {
    if (how_.along == Resolution::Along::ReferencePoints) {
      reference_points();
    } else {
      std::vector<double> const ends = borders();
      for (std::size_t i = 1; i < ends.size(); ++i) {
        bool const hot = hotspots_at(world_, 0.5 * (ends[i] + ends[i - 1])) > 0;
        auto const parts =
            std::ceil((ends[i] - ends[i - 1]) / how_.step * (hot ? how_.finer_at_hotspots : 1));
        for (double p = 0; p < parts; p += 1) {
          double const from = ends[i - 1] + (ends[i] - ends[i - 1]) * (p / parts);
          stretch(from, ends[i - 1] + (ends[i] - ends[i - 1]) * ((p + 1) / parts));
        }
      }
    }
    for (std::size_t s = 0; s < sets; ++s) finish(s);
    for (std::size_t s = 0; s < segment_hours_.size(); ++s) {
      if (!(segment_hours_[s] > 0)) continue;
      out_.segment_seen[s] /= segment_hours_[s];
      out_.segment_heard[s] /= segment_hours_[s];
    }
    return std::move(out_);
  }

 private:
  /// Where figures may bend or jump along the line.
  [[nodiscard]] std::vector<double> borders() const {
    std::vector<double> kept{0, length_};
    for (int s = 1; s < world_.segments(); ++s) kept.push_back(s * world_.spec().segment.metres());
    for (std::size_t s = 1; s < world_.daylight().stations(); ++s)
      kept.push_back(0.5 * (world_.daylight().middle(s - 1) + world_.daylight().middle(s)));
    for (HotspotSpec const& h : world_.spec().violations.hotspots)
      for (double const side : {-2.0, 2.0}) kept.push_back((h.centre + h.width * side).metres());
    // Of the many places where something bends, those that divide the line no finer than it is to be divided.
    std::vector<double> bends = solver_.bends(depth_);
    std::sort(kept.begin(), kept.end());
    std::sort(bends.begin(), bends.end());
    std::vector<double> all;
    auto next = kept.begin();
    for (double const at : bends) {
      while (next != kept.end() && *next <= at) all.push_back(*next++);
      bool const apart = !all.empty() && at - all.back() > how_.finest;
      if (apart && next != kept.end() && *next - at > how_.finest) all.push_back(at);
    }
    all.insert(all.end(), next, kept.end());
    std::vector<double> apart;
    for (double const at : all) {
      if (at < 0 || at > length_) continue;
      if (apart.empty() || at > apart.back() + 10 * within) apart.push_back(at);
    }
    apart.back() = length_;
    return apart;
  }

  Node judge(double chainage) {
    ++out_.places;
    Point const place = world_.line().at(LinePlace{Length::metres(chainage), Length::metres(depth_)});
    solver_.solve(place, chainage, !how_.by_light, spells_);
    Node node{chainage, {solver_.end() / hour, 0}, {}};
    Spans const* days = nullptr;
    if (how_.by_light) {
      days = &world_.daylight().days(chainage);
      SimTime const end = at_ms(static_cast<std::int64_t>(solver_.end()));
      node.hours[0] = hours(days->within({SimTime{}, end}).total());
      node.hours[1] = solver_.end() / hour - node.hours[0];
    }
    for (std::size_t c = 0; c < 2; ++c)
      node.channel[c] = place_figures(spells_.channel[c], spells_.end, spells_.fold, days);
    return node;
  }

  void reference_points() {
    double const places = std::max(1.0, std::ceil(length_ / how_.step));
    double const apart = length_ / places;
    for (double p = 0; p < places; p += 1) stand_for(judge((p + 0.5) * apart), apart);
  }

  void stretch(double from, double to) {
    Node const m = judge(0.5 * (from + to));
    if (to - from <= how_.finest) {
      stand_for(m, to - from);
      return;
    }
    Node const a = judge(from + within);
    Node const b = judge(to - within);
    halve(a, m, b, to - from);
  }

  void halve(Node const& a, Node const& m, Node const& b, double length) {
    Node const l = judge(0.5 * (a.chainage + m.chainage));
    Node const r = judge(0.5 * (m.chainage + b.chainage));
    bool const done = error(a, l, m, r, b) * length <= how_.tolerance * std::max(length, length_ / 1000);
    if (!done && length / 2 <= how_.finest) {
      stand_for(l, length / 2);
      stand_for(r, length / 2);
      return;
    }
    if (!done) {
      halve(a, l, m, length / 2);
      halve(m, r, b, length / 2);
      return;
    }
    count(a, length / 12);
    count(l, length / 3);
    count(m, length / 6);
    count(r, length / 3);
    count(b, length / 12);
    note_gaps(m, length);
  }

  /// A place alone, in the middle of so many metres.
  void stand_for(Node const& n, double metres) {
    count(n, metres);
    note_gaps(n, metres);
  }

  /// Of the covered share of a stretch: Simpson's rule on the whole less that on its halves.
  [[nodiscard]] double error(Node const& a, Node const& l, Node const& m, Node const& r,
                             Node const& b) const {
    double most = 0;
    for (std::size_t c = 0; c < 2; ++c) {
      auto const f = [c](Node const& n) { return n.channel[c].covered(); };
      double const difference = (f(a) - 4 * f(l) + 6 * f(m) - 4 * f(r) + f(b)) / 12;
      most = std::max(most, std::abs(difference) * hour / solver_.end());
    }
    return most;
  }

  /// The lengths of its gaps stand for so many metres.
  void note_gaps(Node const& n, double metres) {
    double const weights[] = {metres, metres * hotspots_at(world_, n.chainage)};
    for (std::size_t set = 0; set < 2; ++set) {
      if (!(weights[set] > 0)) continue;
      for (std::size_t c = 0; c < 2; ++c)
        for (Gap const& g : n.channel[c].gaps)
          lengths_[set][c][g.cut ? 1 : 0].add(g.hours, weights[set] * g.times);
    }
  }

  /// The place stands for so many metres.
  void count(Node const& n, double metres) {
    double const hotspots = metres * hotspots_at(world_, n.chainage);
    add(n, 0, metres);
    if (hotspots > 0) add(n, 1, hotspots);
    add(n, 2, metres * incidents_.at(n.chainage));
    auto const segment = static_cast<std::size_t>(world_.segment_of(n.chainage));
    segment_hours_[segment] += metres * (n.hours[0] + n.hours[1]);
    out_.segment_heard[segment] += metres * n.channel[0].covered();
    out_.segment_seen[segment] += metres * n.channel[1].covered();
  }

  void add(Node const& n, std::size_t set, double weight) {
    weight_[set] += weight;
    for (std::size_t l = 0; l < 2; ++l) out_.sets[set].hours[l] += weight * n.hours[l];
    for (std::size_t c = 0; c < 2; ++c) {
      PlaceFigures const& p = n.channel[c];
      CoverageOfSet& to = out_.sets[set].channel[c];
      for (std::size_t s = 0; s < PlaceFigures::sums; ++s) sums_[set][c][s] += weight * p.sum[s];
      to.longest_gap = std::max(to.longest_gap, p.longest);
    }
  }

  void finish(std::size_t set) {
    double const weight = weight_[set];
    if (!(weight > 0)) return;
    for (double& h : out_.sets[set].hours) h /= weight;
    for (std::size_t c = 0; c < 2; ++c) {
      auto const mean = [&](PlaceFigures::Sum s) {
        return sums_[set][c][static_cast<std::size_t>(s)] / weight;
      };
      using P = PlaceFigures;
      CoverageOfSet& to = out_.sets[set].channel[c];
      to.covered = {mean(P::Day), mean(P::Night)};
      to.at_least = {mean(P::OneAsset), mean(P::TwoAssets), mean(P::ThreeAssets)};
      to.asset_hours = mean(P::AssetHours);
      to.accesses = mean(P::Accesses);
      to.gaps = mean(P::Gaps);
      to.gap_hours = mean(P::GapHours);
      to.gap_squares = mean(P::GapSquares);
      to.cut_gaps = mean(P::CutGaps);
      to.cut_gap_hours = mean(P::CutGapHours);
      to.cut_gap_squares = mean(P::CutGapSquares);
      if (set == 2) continue;
      to.gap_lengths = lengths_[set][c][0].list();
      to.cut_gap_lengths = lengths_[set][c][1].list();
      for (auto* list : {&to.gap_lengths, &to.cut_gap_lengths})
        for (Spells& s : *list) s.weight /= weight;
    }
  }

  World const& world_;
  SpellSolver& solver_;
  double depth_;
  Resolution how_;
  IncidentWeight incidents_;
  double length_;
  PlaceSpells spells_;
  BandCoverage out_;
  std::array<double, sets> weight_{};
  std::array<std::array<std::array<double, PlaceFigures::sums>, 2>, sets> sums_{};
  std::array<std::array<std::array<GapLengths, 2>, 2>, 2>
      lengths_;  ///< [set][channel][cut]; none of Incidents
  std::vector<double> segment_hours_;
};

}  // namespace

Resolution resolution_of(CoverageSpec const& spec) {
  Resolution r;
  r.step = spec.step.metres();
  r.finest = spec.finest.metres();
  r.tolerance = spec.tolerance;
  return r;
}

BandCoverage covered(World const& world, Mission const& mission, Presence const& presence, std::size_t kind,
                     double depth, Resolution const& how, double threshold, Duration lasting) {
  SpellSolver solver(world, mission, presence, kind, threshold, static_cast<double>(lasting.count()));
  return Band(world, solver, depth, how).take();
}

CoverageFigures cover(World const& world, Mission const& mission, Presence const& presence) {
  CoverageSpec const& spec = world.spec().coverage;
  Resolution const how = resolution_of(spec);
  double const near = spec.near.metres();
  double const deep = spec.deep.metres();
  constexpr std::size_t on_the_line = 3;  // sets that lie on the line itself
  CoverageFigures f;
  f.computed = true;
  for (std::size_t const kind : world.coverage_kinds()) {
    auto& judged = f.kinds.emplace_back();
    SpellSolver solver(world, mission, presence, kind, spec.threshold,
                       static_cast<double>(spec.lasting.count()));
    BandCoverage line = Band(world, solver, 0, how).take();
    std::move(line.sets.begin(), line.sets.end(), judged.begin());
    std::size_t set = on_the_line;
    Resolution off_the_line = how;
    off_the_line.finer_at_hotspots = 1;  // their figures are those of the line
    for (double const depth : {-near, -deep, near, deep})
      judged[set++] = std::move(Band(world, solver, depth, off_the_line).take().sets[0]);
    if (f.segment_seen.empty()) {
      f.segment_seen = std::move(line.segment_seen);
      f.segment_heard = std::move(line.segment_heard);
    }
  }
  return f;
}

}  // namespace ceaseline
