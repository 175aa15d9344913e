#include <algorithm>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/model/hotspot_process.hpp"

namespace ceaseline {
namespace {

class ReplaySource : public IncidentSource {
 public:
  ReplaySource(World const& world, Draws draws) : world_{world}, draws_{draws} {}

  void day(int day, std::vector<Incident>& out) override {
    for (ReplaySpec const& r : world_.spec().violations.incidents) {
      if (r.at / one_day != day) continue;
      out.push_back(make(r));
    }
  }

 private:
  [[nodiscard]] Incident make(ReplaySpec const& r) const {
    auto const& kinds = world_.kinds();
    auto const kind =
        std::find_if(kinds.begin(), kinds.end(), [&](ViolationKind const& k) { return k.id == r.kind; });
    if (kind == kinds.end()) {
      throw InputError(Diagnostic{"", 0, 0, "world.violations.incidents",
                                  "incident \"" + r.id + "\": there is no kind \"" + r.kind + "\""});
    }
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
    draw_scene(i, *kind, draws_);
    return i;
  }

  World const& world_;
  Draws draws_;
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
