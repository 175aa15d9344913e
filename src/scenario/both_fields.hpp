#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"

namespace ceaseline {

/// Hands everything to one Fields and then to another. A registry makes a sensor from a Fields in one visit,
/// so reading it and writing down what was read must happen in the same visit.
class BothFields final : public Fields {
 public:
  BothFields(Fields& first, Fields& second) : first_{first}, second_{second} {}

  void length(char const* name, Length& value, char const* meaning) override {
    first_.length(name, value, meaning);
    second_.length(name, value, meaning);
  }
  void speed(char const* name, Speed& value, char const* meaning) override {
    first_.speed(name, value, meaning);
    second_.speed(name, value, meaning);
  }
  void angle(char const* name, Angle& value, char const* meaning) override {
    first_.angle(name, value, meaning);
    second_.angle(name, value, meaning);
  }
  void money(char const* name, Money& value, char const* meaning) override {
    first_.money(name, value, meaning);
    second_.money(name, value, meaning);
  }
  void duration(char const* name, Duration& value, char const* meaning) override {
    first_.duration(name, value, meaning);
    second_.duration(name, value, meaning);
  }
  void time_of_day(char const* name, Duration& value, char const* meaning) override {
    first_.time_of_day(name, value, meaning);
    second_.time_of_day(name, value, meaning);
  }
  void date(char const* name, UtcTime& value, char const* meaning) override {
    first_.date(name, value, meaning);
    second_.date(name, value, meaning);
  }
  void share(char const* name, double& value, char const* meaning) override {
    first_.share(name, value, meaning);
    second_.share(name, value, meaning);
  }
  void factor(char const* name, double& value, char const* meaning) override {
    first_.factor(name, value, meaning);
    second_.factor(name, value, meaning);
  }
  void count(char const* name, int& value, char const* meaning) override {
    first_.count(name, value, meaning);
    second_.count(name, value, meaning);
  }
  void text(char const* name, std::string& value, char const* meaning) override {
    first_.text(name, value, meaning);
    second_.text(name, value, meaning);
  }
  void texts(char const* name, std::vector<std::string>& value, char const* meaning) override {
    first_.texts(name, value, meaning);
    second_.texts(name, value, meaning);
  }
  void flag(char const* name, bool& value, char const* meaning) override {
    first_.flag(name, value, meaning);
    second_.flag(name, value, meaning);
  }
  void choice(char const* name, int& value, std::vector<std::string> const& words,
              char const* meaning) override {
    first_.choice(name, value, words, meaning);
    second_.choice(name, value, words, meaning);
  }
  void table(char const* name, std::function<void(Fields&)> const& inner, char const* meaning) override {
    first_.table(name, inner, meaning);
    second_.table(name, inner, meaning);
  }
  /// The first may change how many there are.
  void tables(char const* name, std::size_t size, std::function<void(std::size_t)> const& resize,
              std::function<void(Fields&, std::size_t)> const& inner, char const* meaning) override {
    auto const counted = [&](std::size_t n) {
      size = n;
      resize(n);
    };
    first_.tables(name, size, counted, inner, meaning);
    second_.tables(name, size, counted, inner, meaning);
  }
  void refuse(char const* name, std::string const& why) override {
    first_.refuse(name, why);
    second_.refuse(name, why);
  }

 private:
  Fields& first_;
  Fields& second_;
};

}  // namespace ceaseline
