#include <gtest/gtest.h>

#include "ceaseline/scenario/read_text.hpp"
#include "scenario/memory_files.hpp"

namespace ceaseline {
namespace {

TEST(Worlds, OrderOfTablesAndTitlesChangeNothingElse) {
  MemoryFiles files;
  std::string const before = load(files).resolved;
  files.texts.at("toy/world.toml") = R"([[violations.kinds]]
heard_by_night = "5 km"
heard_by_day = "3 km"
id = "shot"
[period]
length = "10 days"
start = "2021-06-01"
[line]
places = "../maps/toy/places.geojson"
straight = "40 km"
)";
  EXPECT_EQ(load(files).resolved, before);
}

TEST(ReadText, NamesTheFileItCannotRead) {
  auto const said = [](std::string const& path) -> std::string {
    try {
      return read_text(path);
    } catch (InputError const& e) {
      return e.what();
    }
  };
  std::string const here = CEASELINE_SOURCE_DIR;
  EXPECT_EQ(said(here + "/nowhere.toml"), here + "/nowhere.toml: error: no such file");
  EXPECT_EQ(said(here), here + ": error: is a folder, not a file");
  EXPECT_EQ(said("/dev/null"), "/dev/null: error: is not a regular file");
}

}  // namespace
}  // namespace ceaseline
