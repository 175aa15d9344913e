#include <memory>

#include "ceaseline/model/hotspot_process.hpp"
#include "ceaseline/model/purpose.hpp"
#include "outsiders.hpp"

namespace outsiders {
namespace {

using namespace ceaseline;

struct Timetable {
  Duration first{3 * one_hour};
  Duration every{5 * one_hour};
  int acts{6};
};

/// Salvos by the clock, at uniform places of the line itself, all of the world's first kind.
class Salvos : public IncidentSource {
 public:
  Salvos(World const& world, Draws draws, Timetable const& times)
      : world_{world}, draws_{draws}, times_{times} {}

  void day(int day, std::vector<Incident>& out) override {
    for (Duration at = times_.first; at < one_day; at += times_.every)
      out.push_back(salvo(SimTime{day * one_day + at}));
  }

 private:
  [[nodiscard]] Incident salvo(SimTime start) const {
    Incident i;
    i.key = key_of(key_of("salvo"), static_cast<std::uint64_t>(ms_of(start)));
    Block const place = draws_.at(purpose::incident_place, i.key, 0);
    i.start = start;
    i.duration = 10 * one_minute;
    i.chainage = place.unit() * world_.line().length().metres();
    i.place = world_.line().at(Length::metres(i.chainage));
    i.side = place.unit(1) < 0.5 ? Side::A : Side::B;
    i.acts = static_cast<std::uint32_t>(times_.acts);
    i.light = world_.light(i.chainage, start);
    draw_scene(i, world_, draws_);
    return i;
  }

  World const& world_;
  Draws draws_;
  Timetable times_;
};

struct ByTheClock : ViolationProcess {
  Timetable times;
  [[nodiscard]] std::unique_ptr<IncidentSource> start(World const& world, Draws draws) const override {
    return std::make_unique<Salvos>(world, draws, times);
  }
};

}  // namespace

void add_salvos(ProcessRegistry& to) {
  to.add("salvos", "by the clock, anywhere on the line", [](Fields& f) {
    auto process = std::make_unique<ByTheClock>();
    f.time_of_day("first", process->times.first, "salvo of a day, UTC");
    f.duration("every", process->times.every, "between two salvos of a day");
    if (process->times.every <= Duration{}) f.refuse("every", "must be more than 0");
    f.count("acts", process->times.acts, "of a salvo");
    return process;
  });
}

}  // namespace outsiders
