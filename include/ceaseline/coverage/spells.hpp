#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <vector>

#include "ceaseline/coverage/presence.hpp"

namespace ceaseline {

/// A stretch of time in which one asset covers a place, ms since the start of the period. The look of a
/// satellite, or of a patrol that sees no farther than its own place, has no length.
struct Spell {
  double from, to;
};

/// The spells of one asset (all sensors of a platform on one channel), ascending and apart.
struct AssetSpells {
  std::uint32_t platform{0};
  Asset asset{Asset::Post};
  Side side{Side::A};
  double up{1};  ///< share of these spells in which it is in order; less than 1 only in planned coverage
  std::vector<Spell> spells;
};

/// Where all that covers a place repeats itself for ever, time is kept once: of `repeats` periods from `from`
/// on the first stands for all but the last. What begins in it counts as often.
struct Fold {
  double from{std::numeric_limits<double>::infinity()};
  double period{0};
  double repeats{0};  ///< periods folded into the first, itself included
  [[nodiscard]] double weight(double begin) const {
    return begin >= from && begin < from + period ? repeats : 1;
  }
  /// What lasts longer than the period is what never changes.
  [[nodiscard]] double length(double begin, double end) const {
    return end - begin + (begin < from && end > from + period ? (repeats - 1) * period : 0);
  }
};

/// All that covers one place, by channel [Sound, Sight].
struct PlaceSpells {
  std::array<std::vector<AssetSpells>, 2> channel;
  double end{0};  ///< ms, of the time it is asked for, as folded
  Fold fold;
};

/// Solves when a place is covered: when some able sensor, there and then, would notice one act of the kind
/// with at least a stated chance (for an object: one pass by it).
///
/// Enter and leave instants are the roots of the distance on each straight cell of the lane, taken back
/// through the even motion of each leg in real milliseconds: exact but for rounding (1e-6 ms; the lane itself
/// is a polyline of 100 m cells, as in the simulation). Ranges are those of the detection table at the
/// threshold. What an ear hears while the vehicle stands or moves, in a town or out of it, by day, night and
/// moonless night and in each state of the weather is told apart; fixed sensors look within their field of
/// view, as far as the ground lets them, while they are in order. Sky is that of the place (light at stations
/// 50 km apart), town that of the sensor, as in the simulation.
class SpellSolver {
 public:
  /// \param kind index into the world's kinds \param threshold above 0 \param lasting ms: something that
  /// stays so long and begins at an instant is covered when anybody covers its place before it ends. Instants
  /// in the last `lasting` of the period are then not asked for.
  SpellSolver(World const& world, Mission const& mission, Presence const& presence, std::size_t kind,
              double threshold, double lasting = 0);
  ~SpellSolver();

  /// \param chainage of the place, m \param folds time that repeats itself is kept once
  void solve(Point place, double chainage, bool folds, PlaceSpells& out);

  /// Chainages, m, at which the covered share of a straight line's places at `depth` (m, signed) may bend or
  /// jump: ends of lanes and of footprints. Unsorted; on a crooked line near such places only.
  [[nodiscard]] std::vector<double> bends(double depth) const;
  /// Of the time asked for, ms.
  [[nodiscard]] double end() const { return end_; }

 private:
  struct Reaches;
  struct Found;
  void survey(Point place, double chainage);
  void survey_fixed(std::uint32_t sensor, Point place, double chainage);
  void survey_team(std::uint32_t sensor, Point place, double chainage);
  [[nodiscard]] Fold fold() const;
  void emit_team(Found& found, double horizon, std::vector<Spell>& out);
  Reaches const& reaches(Mounted const& m) const;

  World const& world_;
  Mission const& mission_;
  Presence const& presence_;
  std::size_t kind_;
  double lasting_, end_;
  std::vector<Reaches> reaches_;             ///< by table
  std::vector<std::vector<Stretch>> towns_;  ///< by team: the parts of its lane in towns
  std::vector<Lane const*> lanes_;           ///< by team
  std::vector<Stretch> near_;                ///< scratch
  std::vector<Found> found_;
  std::size_t found_count_{0};
};

}  // namespace ceaseline
