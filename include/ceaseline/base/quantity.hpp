#pragma once

namespace ceaseline {

/// What all physical quantities share: an SI value that only adds to, subtracts from and compares
/// with its own kind. `Self` is the quantity itself, so a Length and a Speed never mix.
template <class Self>
class Quantity {
 public:
  constexpr Quantity() = default;

  friend constexpr Self operator+(Self a, Self b) { return Self::from_si(a.si_ + b.si_); }
  friend constexpr Self operator-(Self a, Self b) { return Self::from_si(a.si_ - b.si_); }
  friend constexpr Self operator-(Self a) { return Self::from_si(-a.si_); }
  friend constexpr Self operator*(Self a, double k) { return Self::from_si(a.si_ * k); }
  friend constexpr Self operator*(double k, Self a) { return Self::from_si(a.si_ * k); }
  friend constexpr Self operator/(Self a, double k) { return Self::from_si(a.si_ / k); }
  friend constexpr double operator/(Self a, Self b) { return a.si_ / b.si_; }
  friend constexpr bool operator==(Self a, Self b) { return a.si_ == b.si_; }
  friend constexpr bool operator!=(Self a, Self b) { return a.si_ != b.si_; }
  friend constexpr bool operator<(Self a, Self b) { return a.si_ < b.si_; }
  friend constexpr bool operator<=(Self a, Self b) { return a.si_ <= b.si_; }
  friend constexpr bool operator>(Self a, Self b) { return a.si_ > b.si_; }
  friend constexpr bool operator>=(Self a, Self b) { return a.si_ >= b.si_; }

  /// The value in the SI unit of this quantity (m, m/s, rad).
  [[nodiscard]] constexpr double si() const { return si_; }

  static constexpr Self from_si(double value) {
    Self q;
    q.si_ = value;
    return q;
  }

 private:
  double si_{0};
};

/// A distance, stored in metres.
class Length : public Quantity<Length> {
 public:
  static constexpr Length metres(double v) { return from_si(v); }
  static constexpr Length kilometres(double v) { return from_si(v * 1000.0); }
  [[nodiscard]] constexpr double metres() const { return si(); }
  [[nodiscard]] constexpr double kilometres() const { return si() / 1000.0; }
};

/// A speed, stored in metres per second.
class Speed : public Quantity<Speed> {
 public:
  static constexpr Speed metres_per_second(double v) { return from_si(v); }
  static constexpr Speed kilometres_per_hour(double v) { return from_si(v / 3.6); }
  [[nodiscard]] constexpr double metres_per_second() const { return si(); }
  [[nodiscard]] constexpr double kilometres_per_hour() const { return si() * 3.6; }
};

/// An angle, stored in radians.
class Angle : public Quantity<Angle> {
 public:
  static constexpr double pi = 3.14159265358979323846;
  static constexpr Angle radians(double v) { return from_si(v); }
  static constexpr Angle degrees(double v) { return from_si(v * pi / 180.0); }
  [[nodiscard]] constexpr double radians() const { return si(); }
  [[nodiscard]] constexpr double degrees() const { return si() * 180.0 / pi; }
};

/// An amount of money, stored in euro.
class Money : public Quantity<Money> {
 public:
  static constexpr Money euro(double v) { return from_si(v); }
  [[nodiscard]] constexpr double euro() const { return si(); }
};

}  // namespace ceaseline
