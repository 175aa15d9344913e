#include "ceaseline/model/clock.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {
namespace {

constexpr double day_ms = 86'400'000.0;

}  // namespace

ViolationClock::ViolationClock(World const& world, double chainage) {
  ViolationSpec const& spec = world.spec().violations;
  switch (spec.clock) {
    case Clock::NightShare:
      add_night_share(world.daylight().days(chainage), world.spec().period, spec.night_share);
      break;
    case Clock::Cosine:
      add_cosine(world.spec());
      break;
    case Clock::Flat:
      day_begin_ = {0, 2};
      pieces_ = {{0, 0}, {day_ms, 1}};
      break;
  }
}

void ViolationClock::add_night_share(Spans const& days, PeriodSpec const& period, double night_share) {
  auto const length = static_cast<double>(period.length.count());
  double const day_total = static_cast<double>(days.total().count());
  double const night_total = length - day_total;
  bool const no_night = night_total <= 0 && night_share > 0;
  bool const no_day = day_total <= 0 && night_share < 1;
  if (no_night || no_day) {
    throw InputError(
        Diagnostic{"", 0, 0, "world.violations.night_share",
                   std::string(no_night ? "the period has no night" : "the period has no daylight") +
                       " at this latitude; use clock = \"flat\""});
  }
  double const by_day = day_total > 0 ? (1 - night_share) * length / day_total : 0;
  double const by_night = night_total > 0 ? night_share * length / night_total : 0;
  auto const day_count = (period.length.count() + one_day.count() - 1) / one_day.count();
  for (std::int64_t d = 0; d < day_count; ++d) {
    day_begin_.push_back(pieces_.size());
    Span const window{at_ms(d * one_day.count()),
                      std::min(at_ms((d + 1) * one_day.count()), SimTime{period.length})};
    double integral = 0;
    SimTime now = window.from;
    auto const run_to = [&](SimTime until, double weight) {
      if (until <= now) return;
      pieces_.push_back({static_cast<double>((now - window.from).count()), integral});
      integral += weight * static_cast<double>((until - now).count()) / day_ms;
      now = until;
    };
    Spans const light = days.within(window);
    for (Span const& s : light.list()) {
      run_to(s.from, by_night);
      run_to(s.to, by_day);
    }
    run_to(window.to, by_night);
    pieces_.push_back({static_cast<double>(window.length().count()), integral});
  }
  day_begin_.push_back(pieces_.size());
}

void ViolationClock::add_cosine(WorldSpec const& spec) {
  auto const start_of_day = std::chrono::floor<std::chrono::days>(spec.period.start);
  auto const offset = static_cast<double>((spec.period.start - start_of_day).count());
  double const peak = static_cast<double>(spec.violations.clock_peak.count()) - offset;
  constexpr int minutes = 1440;
  constexpr double minute_ms = day_ms / minutes;
  constexpr double omega = 2 * Angle::pi / day_ms;
  double const a = spec.violations.clock_amplitude;
  for (int m = 0; m <= minutes; ++m) {
    double const t = m * minute_ms;
    // Rounded to 1e-12 of a day: the last bit of the C library's sine differs between processors.
    double const exact =
        t / day_ms + a / (omega * day_ms) * (std::sin(omega * (t - peak)) + std::sin(omega * peak));
    pieces_.push_back({t, std::round(exact * 1e12) / 1e12});
  }
  day_begin_ = {0, pieces_.size()};
}

double ViolationClock::weight(int day) const {
  std::size_t const d = day_begin_.size() == 2 ? 0 : static_cast<std::size_t>(day);
  return pieces_[day_begin_[d + 1] - 1].before;
}

Duration ViolationClock::inverse(int day, double share) const {
  std::size_t const d = day_begin_.size() == 2 ? 0 : static_cast<std::size_t>(day);
  auto const begin = pieces_.begin() + static_cast<std::ptrdiff_t>(day_begin_[d]);
  auto const end = pieces_.begin() + static_cast<std::ptrdiff_t>(day_begin_[d + 1]);
  double const target = share * (end - 1)->before;
  auto const next =
      std::upper_bound(begin + 1, end - 1, target, [](double v, Piece const& p) { return v < p.before; });
  Piece const& from = *(next - 1);
  double const span = next->before - from.before;
  double const within = span > 0 ? (target - from.before) / span * (next->from_ms - from.from_ms) : 0;
  return Duration{static_cast<std::int64_t>(from.from_ms + within)};
}

}  // namespace ceaseline
