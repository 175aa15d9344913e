#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ceaseline/model/record.hpp"
#include "ceaseline/model/violation_kind.hpp"

namespace ceaseline {

/// What one sensor made of something, or what a party says of it, as the mission gets it. Holds nothing of
/// the truth: an act, a false alarm and an invented complaint look alike.
struct Notice {
  SimTime at;  ///< of the act
  Channel channel{Channel::Sound};
  std::uint32_t platform{0};  ///< sensors of one platform are not independent sources
  Point place;
  Point axis{1, 0};            ///< unit vector along the line of sight
  double along{1}, across{1};  ///< standard errors along the axis and across it, m, more than 0
  std::uint16_t kind{0};       ///< what it was taken for
  double kind_right{1};        ///< chance that this is right
  bool object{false};          ///< a thing that stays
  double log_odds_b{0};        ///< what it says of the side: log odds that side B is responsible
  bool recognised{false};      ///< near enough to tell what it is
  bool publishable{true};
};

/// Takes notices in the order in which they become known and makes reports of them: each joins the report
/// that it most probably belongs to, by time and place, or opens one.
///
/// A report is a candidate when the act lies no more than the window before its first or after its last one,
/// and when the squared Mahalanobis distance between the two places, with the sum of their covariances, is
/// within the gate. Of several the one of the greatest normal density wins. Another candidate is joined with
/// it when all three places agree: the chi-squared of one event for all, with 4 degrees of freedom, must be
/// within the same gate. So a vague sound that covers two well-located places does not make one place of
/// them.
///
/// Knows nothing of sides, of kinds but their class, and of north: what is mirrored comes out mirrored, bit
/// by bit.
class Fusion {
 public:
  static constexpr std::size_t most_kinds = 16;

  /// What is known of one event: sums of information, so that the order of observations does not matter.
  ///
  /// Acts are counted once: one noticed by a second sensor within the time already covered by the report is
  /// taken for one of those counted. A party's complaint adds to place and kind alone and is no act noticed,
  /// no source and no opinion of the side; the times are a complaint's only until something is noticed.
  struct Event {
    SimTime first, last;            ///< acts
    double ixx{0}, ixy{0}, iyy{0};  ///< information matrix of the place, 1/m^2
    double bx{0}, by{0};            ///< information times place, 1/m
    std::array<double, most_kinds>
        log_kind{};                   ///< log likelihood of each kind, at least -100 from each notice
    double log_odds_b{0};             ///< of side B, from what was seen or found; the prior is even
    std::uint32_t acts{0};            ///< noticed; 1 for an object, 0 while only claimed
    std::uint32_t observations{0};    ///< notices taken, complaints too
    std::uint32_t first_platform{0};  ///< valid when heard or seen
    bool several_platforms{false}, heard{false}, seen{false}, claimed{false};
    bool recognised{false}, publishable{false}, object{false};
    std::int32_t merged_into{-1};  ///< this one is closed: its sums stand in that report as well

    [[nodiscard]] Point place() const;
    /// 95 % ellipse, longer half-axis, m.
    [[nodiscard]] double half_axis() const;
    /// Variance of the place along a unit vector, m^2.
    [[nodiscard]] double variance_along(Point unit) const;
    /// Probability that side B is responsible, from even odds.
    [[nodiscard]] double p_side_b() const;
  };

  /// How long after the act a notice still finds the report it belongs to (a complaint, an image); later it
  /// opens one.
  static constexpr Duration most_late{3 * one_day};

  /// \param window two notices of acts farther apart in time belong to two events
  /// \param gate   share of true pairs that are near enough, given their errors: chi-squared with 2 degrees
  /// of
  ///               freedom; 1 takes any distance
  /// \param memory the same as `window` for things that stay
  /// \pre at most `most_kinds` kinds
  Fusion(std::vector<ViolationKind> const& kinds, Duration window, double gate, Duration memory);
  /// Of kinds that are all of one class.
  Fusion(std::size_t kinds, Duration window, double gate, Duration memory);

  /// Forgets everything and keeps its room.
  void reset();
  /// From now on a notice may come this long after the act, at most. \pre not more than most_late
  void expect_late(Duration most) { late_ = most; }
  /// No notice can belong to the report any more.
  [[nodiscard]] bool settled(std::uint32_t report) const { return kept_[report] == Kept::No; }
  /// Lets go of what lies before `report`. \pre all of it is settled, and joined to nothing that stays
  void drop_before(std::uint32_t report) {
    events_.drop_before(report);
    kept_.drop_before(report);
  }
  /// \returns index of the report the notice was taken to belong to
  std::uint32_t take(Notice const& notice);
  /// A further act of something that a sensor is following already. `first_to_notice`: no other sensor has
  /// noticed this act, so that it counts.
  void again(std::uint32_t report, SimTime at, bool first_to_notice);
  /// What a visit read of the side.
  void read_side(std::uint32_t report, double log_odds_b);
  /// The report that stands for this one after joining; mostly itself.
  [[nodiscard]] std::uint32_t standing_for(std::uint32_t report) const {
    while (events_[report].merged_into >= 0) report = static_cast<std::uint32_t>(events_[report].merged_into);
    return report;
  }
  [[nodiscard]] Series<Event> const& events() const { return events_; }
  struct KindGuess {
    std::uint16_t kind;
    double probability;
  };
  /// By Bayes from even odds of all kinds of its class; the first of equals.
  [[nodiscard]] KindGuess likeliest_kind(std::uint32_t report) const;

 private:
  /// Reports of one class to which a notice may still belong. Those that only a late notice can reach are
  /// kept apart: they are many and rarely asked.
  struct Shelf {
    Duration window{};
    std::vector<std::uint32_t> fresh, old;
    std::size_t tidy_at{64};  ///< size of `old` at which to look through it
  };
  enum class Kept : std::uint8_t { Fresh, Old, No };

  void tidy(Shelf& shelf, bool old_too);
  void put_in_front(std::uint32_t report);
  void take_off(std::uint32_t report);
  [[nodiscard]] Shelf& shelf_of(Event const& e) { return shelves_[e.object ? 1 : 0]; }
  void find_fitting(Notice const& n);
  [[nodiscard]] std::uint32_t likeliest_of_fitting(Notice const& n) const;
  [[nodiscard]] std::uint32_t join(std::uint32_t a, std::uint32_t b);
  void absorb(Event& e, Notice const& n);
  void add(Event& older, Event const& younger) const;
  void weigh_kind(Event& e, Notice const& n);

  std::size_t kinds_;
  std::array<std::array<bool, most_kinds>, 2> possible_{};  ///< of acts, of objects
  std::array<std::size_t, 2> of_class_{};                   ///< how many are possible
  double pair_limit_, triple_limit_;  ///< chi-squared with 2 and with 4 degrees of freedom
  Duration late_{most_late};
  struct LogShares {
    double right{-1}, others{-1}, log_right{0}, log_wrong{0};
  };
  LogShares shares_;  ///< of the latest notice
  SimTime now_;       ///< of the latest act taken
  Series<Event> events_;
  Series<Kept> kept_;                   ///< by event
  std::vector<std::uint32_t> fitting_;  ///< reports that the notice in hand may belong to
  std::array<Shelf, 2> shelves_;        ///< of acts, of objects
};

}  // namespace ceaseline
