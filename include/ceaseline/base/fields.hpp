#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ceaseline/base/quantity.hpp"
#include "ceaseline/base/time.hpp"

namespace ceaseline {

/// The named values of one table of a scenario, visited one after the other.
///
/// A type that can stand in a scenario has one function that hands each of its members to a Fields
/// with its name and its meaning. The same function then reads a file, prints the defaults, writes the
/// resolved scenario back and makes the schema: each is another Fields. A reading Fields leaves a member
/// alone when the file is silent, so a default stands only in the member's initialiser.
/// Wrong values are noted as diagnostics with file, line and key; nothing is thrown before the end.
class Fields {
 public:
  virtual ~Fields() = default;

  virtual void length(char const* name, Length& value, char const* meaning) = 0;
  virtual void speed(char const* name, Speed& value, char const* meaning) = 0;
  virtual void angle(char const* name, Angle& value, char const* meaning) = 0;
  virtual void money(char const* name, Money& value, char const* meaning) = 0;
  /// Not negative.
  virtual void duration(char const* name, Duration& value, char const* meaning) = 0;
  /// Local time of day since midnight, written "08:30".
  virtual void time_of_day(char const* name, Duration& value, char const* meaning) = 0;
  virtual void date(char const* name, UtcTime& value, char const* meaning) = 0;
  /// A bare number between 0 and 1.
  virtual void share(char const* name, double& value, char const* meaning) = 0;
  /// A bare number, not negative.
  virtual void factor(char const* name, double& value, char const* meaning) = 0;
  /// A whole number, not negative.
  virtual void count(char const* name, int& value, char const* meaning) = 0;
  virtual void text(char const* name, std::string& value, char const* meaning) = 0;
  virtual void texts(char const* name, std::vector<std::string>& value, char const* meaning) = 0;
  virtual void flag(char const* name, bool& value, char const* meaning) = 0;
  /// One of a closed set of words; `value` is the index into `words`.
  virtual void choice(char const* name, int& value, std::vector<std::string> const& words,
                      char const* meaning) = 0;

  /// A nested table.
  virtual void table(char const* name, std::function<void(Fields&)> const& inner, char const* meaning) = 0;
  /// An array of tables. A file that has the array replaces it whole; `resize` is told its length first.
  virtual void tables(char const* name, std::size_t size, std::function<void(std::size_t)> const& resize,
                      std::function<void(Fields&, std::size_t)> const& inner, char const* meaning) = 0;

  /// Notes that the value just visited under `name` is wrong for a reason only its owner knows.
  virtual void refuse(char const* name, std::string const& why) = 0;
};

template <class E>
void choice_of(Fields& f, char const* name, E& value, std::vector<std::string> const& words,
               char const* meaning) {
  int index = static_cast<int>(value);
  f.choice(name, index, words, meaning);
  value = static_cast<E>(index);
}

/// Visits a vector of values as an array of tables; `visit(Fields&, T&)` is the visitor of one.
template <class T, class Visit>
void tables_of(Fields& f, char const* name, std::vector<T>& all, char const* meaning, Visit visit) {
  f.tables(
      name, all.size(), [&all](std::size_t n) { all.assign(n, T{}); },
      [&all, &visit](Fields& inner, std::size_t i) { visit(inner, all[i]); }, meaning);
}

}  // namespace ceaseline
