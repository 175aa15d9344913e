#pragma once

#include <gtest/gtest.h>

#include <string>

#include "ceaseline/scoring/score_sheet.hpp"
#include "scoring/toy_world.hpp"

namespace ceaseline {

/// A record in the making and the sheet that judges it: `(*this)("incidents", "side=A")`.
class Scored : public ::testing::Test {
 protected:
  double operator()(std::string const& metric, std::string const& where = "") const {
    double sum = 0;
    std::vector<double> const values = sheet_.score(record_, world_);
    for (std::size_t const column : sheet_.find(metric, where)) sum += values[column];
    return sum;
  }
  World world_{toy::world()};
  ScoreSheet sheet_{world_};
  Record record_;
};

}  // namespace ceaseline
