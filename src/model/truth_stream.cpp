#include <algorithm>

#include "ceaseline/model/purpose.hpp"
#include "ceaseline/model/violation_process.hpp"

namespace ceaseline {
namespace {

constexpr auto earlier = [](Act const& a, Act const& b) {
  if (a.time != b.time) return a.time < b.time;
  return a.incident != b.incident ? a.incident < b.incident : a.number < b.number;
};

/// Acts of the days to come: a calm year never needs more, so that a replication allocates nothing per act.
constexpr std::size_t room_for_acts = 1U << 15U;

constexpr auto starts_earlier = [](Incident const& a, Incident const& b) {
  return a.start != b.start ? a.start < b.start : a.key < b.key;
};

/// Sorts what is mostly in order already.
template <class T, class Before>
void put_in_order(std::vector<T>& all, Before before) {
  if (!std::is_sorted(all.begin(), all.end(), before)) std::sort(all.begin(), all.end(), before);
}

}  // namespace

TruthStream::TruthStream(World const& world, ViolationProcess const& process, Draws draws)
    : world_{world}, draws_{draws}, source_{process.start(world, draws)} {
  later_.reserve(room_for_acts);
  about_.reserve(room_for_acts);
  drawn_.reserve(room_for_acts);
  for (ViolationKind const& k : world.kinds()) any_silent_ = any_silent_ || k.signature_share < 1;
}

bool TruthStream::next(TruthDay& out) {
  out.first += static_cast<std::uint32_t>(out.incidents.size());
  if (day_ == 0) out.first = 0;
  out.incidents.clear();
  out.acts.clear();
  if (day_ >= world_.days()) return false;

  source_->day(day_++, out.incidents);
  SimTime const tomorrow = SimTime{day_ * one_day};
  if (world_.end() < tomorrow) {
    out.incidents.erase(std::remove_if(out.incidents.begin(), out.incidents.end(),
                                       [&](Incident const& i) { return i.start >= world_.end(); }),
                        out.incidents.end());
  }
  put_in_order(out.incidents, starts_earlier);
  bool const in_order = !expand(out) && later_.empty();
  if (in_order) return true;
  auto const late =
      std::partition(out.acts.begin(), out.acts.end(), [&](Act const& a) { return a.time < tomorrow; });
  auto const due =
      std::partition(later_.begin(), later_.end(), [&](Act const& a) { return a.time >= tomorrow; });
  spare_.assign(late, out.acts.end());
  out.acts.erase(late, out.acts.end());
  out.acts.insert(out.acts.end(), due, later_.end());
  later_.erase(due, later_.end());
  later_.insert(later_.end(), spare_.begin(), spare_.end());
  put_in_order(out.acts, earlier);
  return true;
}

/// Lists the acts of the day's incidents. The first act opens the incident; the others fall each within its
/// share of the duration. \returns true when an incident has others, which may be out of order
bool TruthStream::expand(TruthDay& day) {
  std::uint32_t index = day.first;
  about_.clear();
  for (Incident const& incident : day.incidents) {
    bool const object = world_.kinds()[incident.kind].object;
    std::uint32_t const acts = object ? 0 : incident.acts;
    for (std::uint32_t n = 0; n < acts; ++n) {
      day.acts.push_back(Act{incident.start, index, n & 0x7FFFFFFFU, false});
      if (n > 0) about_.push_back({incident.key, n});
    }
    ++index;
  }
  bool const several = !about_.empty();
  if (several) {
    draws_.fill(purpose::act_time, about_, drawn_);
    set_times(day);
    drop_late(day);
  }
  if (any_silent_) draw_silent(day);
  return several;
}

/// \pre `drawn_` holds a draw for each act that opens no incident
void TruthStream::set_times(TruthDay& day) const {
  std::size_t next = 0;
  for (Act& act : day.acts) {
    if (act.number == 0) continue;
    Incident const& incident = day.incidents[act.incident - day.first];
    double const at = (static_cast<double>(act.number) + drawn_[next++].unit()) /
                      static_cast<double>(incident.acts) * static_cast<double>(incident.duration.count());
    act.time = incident.start + Duration{static_cast<std::int64_t>(at)};
  }
}

/// Acts after the end of the period do not happen; the first one opens the incident and always does.
void TruthStream::drop_late(TruthDay& day) const {
  auto const late = [&](Act const& a) { return a.number > 0 && a.time >= world_.end(); };
  for (Act const& a : day.acts)
    if (late(a)) --day.incidents[a.incident - day.first].acts;
  day.acts.erase(std::remove_if(day.acts.begin(), day.acts.end(), late), day.acts.end());
}

void TruthStream::draw_silent(TruthDay& day) {
  about_.resize(day.acts.size());
  for (std::size_t a = 0; a < day.acts.size(); ++a)
    about_[a] = {day.incidents[day.acts[a].incident - day.first].key, day.acts[a].number};
  draws_.fill(purpose::signature, about_, drawn_);
  for (std::size_t a = 0; a < day.acts.size(); ++a) {
    ViolationKind const& kind = world_.kinds()[day.incidents[day.acts[a].incident - day.first].kind];
    day.acts[a].silent = !(drawn_[a].unit() < kind.signature_share);
  }
}

}  // namespace ceaseline
