#include <algorithm>

#include "ceaseline/model/hotspot_process.hpp"

namespace ceaseline {
namespace {

/// The world keeps the list in the order of time, so that a day is the next stretch of it.
class ReplaySource : public IncidentSource {
 public:
  ReplaySource(World const& world, Draws draws) : world_{world}, draws_{draws} {}

  void day(int day, std::vector<Incident>& out) override {
    auto const& all = world_.spec().violations.incidents;
    Duration const tomorrow = (day + 1) * one_day;
    for (; next_ < all.size() && all[next_].at < tomorrow; ++next_) out.push_back(make(all[next_]));
  }

 private:
  [[nodiscard]] Incident make(ReplaySpec const& r) const {
    auto const& kinds = world_.kinds();
    auto const kind =
        std::find_if(kinds.begin(), kinds.end(), [&](ViolationKind const& k) { return k.id == r.kind; });
    Incident i;
    i.key = key_of(r.id);
    i.start = SimTime{r.at};
    i.duration = r.duration;
    i.kind = static_cast<std::uint16_t>(kind - kinds.begin());
    i.side = r.side;
    i.acts = kind->object ? 0 : static_cast<std::uint32_t>(std::max(1, r.acts));
    i.chainage = r.chainage.metres();
    i.depth = r.depth.metres() * (r.side == Side::A ? -1 : 1);
    i.place = world_.line().at(LinePlace{r.chainage, Length::metres(i.depth)});
    i.light = world_.light(i.chainage, i.start);
    draw_scene(i, world_, draws_);
    return i;
  }

  World const& world_;
  Draws draws_;
  std::size_t next_{0};
};

}  // namespace

std::unique_ptr<IncidentSource> ReplayProcess::start(World const& world, Draws draws) const {
  return std::make_unique<ReplaySource>(world, draws);
}

ProcessRegistry builtin_processes() {
  ProcessRegistry r;
  r.add("hotspots", "daily level x hotspots x clock, calibrated to recorded counts",
        [](Fields&) { return std::make_unique<HotspotProcess>(); });
  r.add("replay", "a given list of incidents", [](Fields&) { return std::make_unique<ReplayProcess>(); });
  return r;
}

}  // namespace ceaseline
