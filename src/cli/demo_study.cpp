#include "demo_study.hpp"

namespace ceaseline {

char const* const demo_study = R"(# A made-up line: every figure is an assumption.
id = "demo"
title = "Demo: a made-up line of 60 km, sixty days"
note = "A made-up world: it shows what the program does, and says nothing about any real line."
baseline = "by-day"
replications = 20
coverage_replications = 4
seed = 1

[question]
metric = "incidents_detected"
difference = 0.02

[[case]]
id = "base"
title = "Both sides open"

[[case]]
id = "b-shut"
title = "Side B shut"
set = { "access_b.state" = "shut" }

[world]
title = "A straight line of 60 km"
segment = "5 km"
reference_kind = "explosion"

[world.line]
straight = "60 km"
centre_lon = "37.8 deg"
centre_lat = "48 deg"
places = "places.geojson"

[world.period]
start = "2025-03-01"
length = "60 days"

[world.violations]
process = "hotspots"
acts_per_day = 60
memory = 0.7

[[world.violations.regions]]
id = "all"
title = "The whole line"
share_of_acts = 1.0
spread = 0.8

[[world.violations.hotspots]]
id = "bridge"
title = "The bridge"
centre = "18 km"
width = "3 km"
share_of_acts = 0.5

[[world.violations.kinds]]
id = "small-arms"
title = "Small-arms fire"
share_of_acts = 0.7
duration = "20 min"
depth = "300 m"
heard_by_day = "2.5 km"
heard_by_night = "4 km"
seen_by_day = "1 km"
seen_by_night = "2 km"
visitable_share = 0.02

[[world.violations.kinds]]
id = "explosion"
title = "Explosion"
share_of_acts = 0.3
duration = "20 min"
depth = "1 km"
heard_by_day = "5 km"
heard_by_night = "7 km"
seen_by_day = "3 km"
seen_by_night = "4 km"
visitable_share = 0.15

# Patrols by day only.
[[designs]]
id = "by-day"
title = "Patrols by day"
numbers = { on_books = 80 }
costs = { monitor_year = "113 k EUR", base_year = "500 k EUR", camera_year = "100 k EUR" }
siting = { bases = ["north-west", "north-east", "south-west", "south-east"] }

[designs.sensors.ear]
type = "ear"

[designs.sensors.eye]
type = "eye"

# The same people, half of the patrols by night.
[[designs]]
id = "by-night-too"
title = "The same, half of the patrols by night"
numbers = { on_books = 80 }
hours = { night_share = 0.5 }
rules = { drives_after_dusk = true }
costs = { monitor_year = "113 k EUR", base_year = "500 k EUR", camera_year = "100 k EUR" }
siting = { bases = ["north-west", "north-east", "south-west", "south-east"] }

[designs.sensors.ear]
type = "ear"

[designs.sensors.eye]
type = "eye"

# Fewer people, and cameras at the bridge.
[[designs]]
id = "cameras"
title = "Fewer people, four cameras"
numbers = { on_books = 60 }
equipment = { cameras = ["camera-north-west", "camera-north-east", "camera-south-west", "camera-south-east"] }
costs = { monitor_year = "113 k EUR", base_year = "500 k EUR", camera_year = "100 k EUR" }
siting = { bases = ["north-west", "north-east", "south-west", "south-east"] }

[designs.sensors.ear]
type = "ear"

[designs.sensors.eye]
type = "eye"

[designs.sensors.camera]
type = "camera"
)";

std::vector<MapPlace> demo_places() {
  char const* const source = "made up";
  return {{"north-west", "North-west base", "base", Side::A, {37.60, 48.05}, source},
          {"north-east", "North-east base", "base", Side::A, {38.00, 48.05}, source},
          {"south-west", "South-west base", "base", Side::B, {37.60, 47.95}, source},
          {"south-east", "South-east base", "base", Side::B, {38.00, 47.95}, source},
          {"camera-north-west", "Bridge, north-west", "camera", Side::A, {37.62, 48.01}, source},
          {"camera-north-east", "Bridge, north-east", "camera", Side::A, {37.66, 48.01}, source},
          {"camera-south-west", "Bridge, south-west", "camera", Side::B, {37.62, 47.99}, source},
          {"camera-south-east", "Bridge, south-east", "camera", Side::B, {37.66, 47.99}, source}};
}

}  // namespace ceaseline
