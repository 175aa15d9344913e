#include <algorithm>

#include "ceaseline/model/purpose.hpp"
#include "ceaseline/model/violation_process.hpp"

namespace ceaseline {
namespace {

bool earlier(Act const& a, Act const& b) {
  if (a.time != b.time) return a.time < b.time;
  return a.incident != b.incident ? a.incident < b.incident : a.number < b.number;
}

/// Acts of the days to come: a calm year never needs more, so that a replication allocates nothing per act.
constexpr std::size_t room_for_acts = 1U << 15U;

bool starts_earlier(Incident const& a, Incident const& b) {
  return a.start != b.start ? a.start < b.start : a.key < b.key;
}

}  // namespace

TruthStream::TruthStream(World const& world, ViolationProcess const& process, Draws draws)
    : world_{world}, draws_{draws}, source_{process.start(world, draws)} {
  later_.reserve(room_for_acts);
}

bool TruthStream::next(TruthDay& out) {
  out.first += static_cast<std::uint32_t>(out.incidents.size());
  if (day_ == 0) out.first = 0;
  out.incidents.clear();
  out.acts.clear();
  if (day_ >= world_.days()) return false;

  source_->day(day_, out.incidents);
  out.incidents.erase(std::remove_if(out.incidents.begin(), out.incidents.end(),
                                     [&](Incident const& i) { return i.start >= world_.end(); }),
                      out.incidents.end());
  std::sort(out.incidents.begin(), out.incidents.end(), starts_earlier);
  for (std::size_t i = 0; i < out.incidents.size(); ++i) {
    expand(out.incidents[i], out.first + static_cast<std::uint32_t>(i));
    // Acts after the end of the period do not happen; the first one opens the incident and always does.
    for (std::uint32_t& acts = out.incidents[i].acts; acts > 1 && later_.back().time >= world_.end();
         --acts) {
      later_.pop_back();
    }
  }
  ++day_;
  SimTime const tomorrow = SimTime{day_ * one_day};
  auto const due =
      std::partition(later_.begin(), later_.end(), [&](Act const& a) { return a.time >= tomorrow; });
  out.acts.assign(due, later_.end());
  later_.erase(due, later_.end());
  std::sort(out.acts.begin(), out.acts.end(), earlier);
  return true;
}

void TruthStream::expand(Incident const& incident, std::uint32_t index) {
  if (world_.kinds()[incident.kind].object) return;
  // The first act opens the incident; the others fall each within its share of the duration.
  auto const length = static_cast<double>(incident.duration.count());
  for (std::uint32_t n = 0; n < incident.acts; ++n) {
    double const u = n == 0 ? 0.0 : draws_.at(purpose::act_time, incident.key, n).unit();
    double const at = (static_cast<double>(n) + u) / static_cast<double>(incident.acts) * length;
    later_.push_back(Act{incident.start + Duration{static_cast<std::int64_t>(at)}, index, n});
  }
}

}  // namespace ceaseline
