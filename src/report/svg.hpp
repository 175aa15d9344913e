#pragma once

#include <string>
#include <vector>

namespace ceaseline::report {

/// From a quantity to a coordinate, with ticks at round numbers.
class Scale {
 public:
  /// The ends are moved out to ticks. \param steps about how many intervals
  Scale(double low, double high, double from, double to, int steps);
  /// Ticks at whole multiples of `step`, for hours of a day and the like.
  static Scale stepped(double low, double high, double from, double to, double step);
  [[nodiscard]] double operator()(double value) const {
    return from_ + (value - low_) / (high_ - low_) * (to_ - from_);
  }
  [[nodiscard]] std::vector<double> const& ticks() const { return ticks_; }
  /// With the decimals that the step has.
  [[nodiscard]] std::string text(double tick) const;
  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double high() const { return high_; }

 private:
  Scale(double from, double to) : low_{0}, high_{1}, from_{from}, to_{to} {}
  void set(double low, double high, double step);

  double low_, high_, from_, to_;
  int decimals_{0};
  std::vector<double> ticks_;
};

/// Coordinates with one decimal, so that drawings are small and have equal bytes everywhere.
[[nodiscard]] std::string px(double coordinate);

[[nodiscard]] std::string svg_open(double width, double height, std::string const& title, bool narrow);
[[nodiscard]] std::string svg_line(double x1, double y1, double x2, double y2, char const* style);
/// \param anchor "start", "middle" or "end"
[[nodiscard]] std::string svg_text(double x, double y, std::string const& text, char const* anchor,
                                   char const* style = "t");
/// The mark of a series: shape as well as colour, for those who see no colours.
[[nodiscard]] std::string svg_mark(double x, double y, std::size_t series);

/// `text` in lines of at most `width` pixels of the chart's letters.
[[nodiscard]] std::vector<std::string> in_lines(std::string const& text, double width);

}  // namespace ceaseline::report
