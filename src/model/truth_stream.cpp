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

/// Sorts what is mostly in order already.
template <class T>
void put_in_order(std::vector<T>& all, bool (*before)(T const&, T const&)) {
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

  source_->day(day_, out.incidents);
  out.incidents.erase(std::remove_if(out.incidents.begin(), out.incidents.end(),
                                     [&](Incident const& i) { return i.start >= world_.end(); }),
                      out.incidents.end());
  put_in_order(out.incidents, starts_earlier);
  expand(out);
  ++day_;
  SimTime const tomorrow = SimTime{day_ * one_day};
  auto const due =
      std::partition(later_.begin(), later_.end(), [&](Act const& a) { return a.time >= tomorrow; });
  out.acts.assign(due, later_.end());
  later_.erase(due, later_.end());
  put_in_order(out.acts, earlier);
  return true;
}

/// Adds the acts of the day's incidents to those still to come. The first act opens the incident; the others
/// fall each within its share of the duration.
void TruthStream::expand(TruthDay& day) {
  std::size_t const first = later_.size();
  std::size_t next = 0;
  about_.clear();
  for (std::size_t i = 0; i < day.incidents.size(); ++i) {
    Incident const& incident = day.incidents[i];
    if (world_.kinds()[incident.kind].object) continue;
    std::uint32_t const index = day.first + static_cast<std::uint32_t>(i);
    for (std::uint32_t n = 0; n < incident.acts; ++n) {
      later_.push_back(Act{incident.start, index, n & 0x7FFFFFFFU, false});
      if (n > 0) about_.push_back({incident.key, n});
    }
  }
  draws_.fill(purpose::act_time, about_, drawn_);
  for (std::size_t a = first; a < later_.size(); ++a) {
    Act& act = later_[a];
    if (act.number == 0) continue;
    Incident const& incident = day.incidents[act.incident - day.first];
    double const at = (static_cast<double>(act.number) + drawn_[next++].unit()) /
                      static_cast<double>(incident.acts) * static_cast<double>(incident.duration.count());
    act.time = incident.start + Duration{static_cast<std::int64_t>(at)};
  }
  drop_late(day, first);
  if (!any_silent_) return;
  about_.clear();
  for (std::size_t a = first; a < later_.size(); ++a)
    about_.push_back({day.incidents[later_[a].incident - day.first].key, later_[a].number});
  draws_.fill(purpose::signature, about_, drawn_);
  for (std::size_t a = first; a < later_.size(); ++a) {
    ViolationKind const& kind = world_.kinds()[day.incidents[later_[a].incident - day.first].kind];
    later_[a].silent = !(drawn_[a - first].unit() < kind.signature_share);
  }
}

/// Acts after the end of the period do not happen; the first one opens the incident and always does.
void TruthStream::drop_late(TruthDay& day, std::size_t first) {
  auto const late = [&](Act const& a) { return a.number > 0 && a.time >= world_.end(); };
  auto const begin = later_.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto a = begin; a != later_.end(); ++a)
    if (late(*a)) --day.incidents[a->incident - day.first].acts;
  later_.erase(std::remove_if(begin, later_.end(), late), later_.end());
}

}  // namespace ceaseline
