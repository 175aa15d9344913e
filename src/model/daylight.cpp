#include <algorithm>
#include <cmath>

#include "ceaseline/model/world.hpp"

namespace ceaseline {

Daylight::Daylight(Line const& line, PeriodSpec const& period) {
  double const length = line.length().metres();
  auto const count = static_cast<std::size_t>(std::max(1.0, std::ceil(length / 50'000.0)));
  spacing_ = length / static_cast<double>(count);
  per_metre_ = static_cast<double>(count) / length;
  for (std::size_t i = 0; i < count; ++i) {
    Station s;
    Point const middle = line.at(Length::metres((static_cast<double>(i) + 0.5) * spacing_));
    s.days = daylight(period.start, period.length, line.frame().to_geographic(middle));
    std::uint32_t span = 0;
    for (SimTime day{}; day < SimTime{period.length}; day += one_day) {
      while (span < s.days.list().size() && s.days.list()[span].to <= day) ++span;
      s.first_of_day.push_back(span);
    }
    stations_.push_back(std::move(s));
  }
}

}  // namespace ceaseline
