#pragma once

#include <string>
#include <vector>

#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// A sensor given wholly by data: chances at ranges, by kind and light. A new one needs no code.
///
/// The table holds for clear and calm air, a standing platform and open country. From there the world's own
/// factors apply: hearing is multiplied by them, sight is cut at the visibility.
struct TabulatedSensor : Sensor {
  struct At {
    Length range;
    double chance{0};
  };
  enum class When { Any, Day, Night };
  /// Linear between its points; the first one's chance holds from 0 on, and beyond the last one it is 0.
  struct Curve {
    std::string kind{"*"};  ///< id of a kind of violation; "*": those without a curve of their own
    When light{When::Any};
    std::vector<At> points;  ///< ranges ascending, chances not

    [[nodiscard]] double at(Length range) const;
  };

  Channel by{Channel::Sight};
  std::vector<Curve> curves;  ///< none: it notices nothing
  Angle view{Angle::degrees(360)};
  Length recognise_within, identify_within;     ///< one look from within tells what (whose) it is; 0: never
  LocationError error{0.1, Angle::degrees(2)};  ///< assumption: an eye's
  double named{1};
  double false_alarms{0};

  /// The curve that holds: one of the kind before "*", and of these one of the light before one of any light.
  /// \returns nullptr when there is none
  [[nodiscard]] Curve const* curve_for(ViolationKind const& kind, Light light) const;

  [[nodiscard]] Channel channel() const override { return by; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
  [[nodiscard]] Angle field_of_view() const override { return view; }
  [[nodiscard]] Length recognises(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] Length identifies(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double kind_right() const override { return named; }
  [[nodiscard]] double false_alarms_per_day() const override { return false_alarms; }
};

/// Refuses curves without points, ranges that do not ascend, chances that grow, and two curves for the same.
void visit(Fields& f, TabulatedSensor& t);

}  // namespace ceaseline
