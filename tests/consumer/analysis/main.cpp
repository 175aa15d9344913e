#include <iostream>
#include <memory>
#include <utility>

#include "ceaseline/detection/builtin_sensors.hpp"
#include "ceaseline/mission/simulation.hpp"
#include "ceaseline/model/hotspot_process.hpp"

// One replication of a toy world, and how many of its incidents one post within reach of all of them noticed.

using namespace ceaseline;

int main() {
  WorldSpec spec;
  spec.line.straight = Length::kilometres(10);
  spec.period.length = 10 * one_day;
  spec.violations.kinds.resize(1);
  spec.violations.kinds[0].id = "shot";
  Line line = Line::straight(spec.line.straight, Frame{LonLat{spec.line.centre_lon, spec.line.centre_lat}});
  World const world{spec, std::move(line)};

  auto certain = std::make_shared<Definite>();
  certain->range = Length::kilometres(20);
  DesignSpec design;
  design.id = "toy";
  design.sensors["certain"] = {"definite", certain, ""};
  design.posts.resize(1);
  design.posts[0].id = "middle";
  design.posts[0].sensor = "certain";
  design.posts[0].chainage = Length::kilometres(5);
  Mission const mission{world, {}, design, builtin_policies()};

  Record const record = simulate(world, HotspotProcess{}, mission, Draws{1, 0});
  std::size_t detected = 0;
  for (Fate const& fate : record.fates) detected += fate.detected() ? 1 : 0;
  std::cout << detected << " of " << record.incidents.size() << " incidents detected\n";
  return !record.incidents.empty() && detected == record.incidents.size() ? 0 : 1;
}
