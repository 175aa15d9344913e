#include "ceaseline/detection/builtin_sensors.hpp"

#include "ceaseline/detection/acoustic_array.hpp"
#include "ceaseline/detection/camera.hpp"
#include "ceaseline/detection/drone_camera.hpp"
#include "ceaseline/detection/satellite_imager.hpp"
#include "ceaseline/detection/tabulated_sensor.hpp"

namespace ceaseline {
namespace {

template <class Kind>
void add(SensorRegistry& r, char const* name, char const* summary) {
  r.add(name, summary, [](Fields& f) {
    auto sensor = std::make_unique<Kind>();
    visit(f, *sensor);
    return sensor;
  });
}

}  // namespace

SensorRegistry builtin_sensors() {
  SensorRegistry r;
  add<Ear>(r, "ear", "a person who listens");
  add<Eye>(r, "eye", "a person who looks, with binoculars");
  add<Camera>(r, "camera", "a fixed camera that looks one way, day and night");
  add<AcousticArray>(r, "acoustic-array", "microphones on the ground that take bearings of sounds");
  add<DroneCamera>(r, "drone-camera", "a camera that looks down from an aircraft");
  add<SatelliteImager>(r, "satellite", "an image of a strip of ground, once a pass; of things that stay");
  add<TabulatedSensor>(r, "table", "a sensor given by chances at ranges");
  add<Definite>(r, "definite", "certain within its range, blind beyond it");
  return r;
}

}  // namespace ceaseline
