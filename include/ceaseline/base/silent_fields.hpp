#pragma once

#include "ceaseline/base/fields.hpp"

namespace ceaseline {

/// A Fields about which no file says anything: every member keeps its default.
struct SilentFields : Fields {
  void length(char const*, Length&, char const*) override {}
  void speed(char const*, Speed&, char const*) override {}
  void angle(char const*, Angle&, char const*) override {}
  void money(char const*, Money&, char const*) override {}
  void duration(char const*, Duration&, char const*) override {}
  void time_of_day(char const*, Duration&, char const*) override {}
  void date(char const*, UtcTime&, char const*) override {}
  void share(char const*, double&, char const*) override {}
  void factor(char const*, double&, char const*) override {}
  void count(char const*, int&, char const*) override {}
  void text(char const*, std::string&, char const*) override {}
  void texts(char const*, std::vector<std::string>&, char const*) override {}
  void flag(char const*, bool&, char const*) override {}
  void choice(char const*, int&, std::vector<std::string> const&, char const*) override {}
  void table(char const*, std::function<void(Fields&)> const& inner, char const*) override { inner(*this); }
  void tables(char const*, std::size_t, std::function<void(std::size_t)> const&,
              std::function<void(Fields&, std::size_t)> const&, char const*) override {}
  void refuse(char const*, std::string const&) override {}
};

}  // namespace ceaseline
