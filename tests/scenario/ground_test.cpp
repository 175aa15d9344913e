#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/memory_files.hpp"

namespace ceaseline {
namespace {

using ::testing::HasSubstr;

MemoryFiles with_terrain(std::string const& keys) {
  MemoryFiles files;
  files.texts.at("toy/world.toml") += "[terrain]\n" + keys + "\n";
  files.texts["maps/toy/heights.tif"] = "217";
  return files;
}

TEST(Ground, IsFlatUnlessAskedFor) { EXPECT_EQ(load(MemoryFiles{}).cases[0].world->terrain(), nullptr); }

TEST(Ground, IsMadeUpAroundTheLine) {
  Study const study = load(with_terrain("relief = \"40 m\"\ncell = \"500 m\""));
  Terrain const* ground = study.cases[0].world->terrain();
  ASSERT_NE(ground, nullptr);
  EXPECT_EQ(ground->columns(), 201U) << "40 km and 30 km at each end, every 500 m";
  EXPECT_EQ(ground->rows(), 121U);
  EXPECT_NE(ground->height({0, 0}), ground->height({5000, 0}));
}

TEST(Ground, IsSharedByCasesThatLeaveItAlone) {
  MemoryFiles files = with_terrain("relief = \"40 m\"\ncell = \"1 km\"");
  files.texts.at("toy/study.toml") +=
      "[[case]]\nid = \"base\"\n[[case]]\nid = \"shut\"\nset = { \"access_b.state\" = \"shut\" }\n"
      "[[case]]\nid = \"hilly\"\nset = { \"terrain.relief\" = \"80 m\" }\n";
  Study const study = load(files);
  EXPECT_EQ(study.cases[1].world->terrain(), study.cases[0].world->terrain());
  EXPECT_NE(study.cases[2].world->terrain(), study.cases[0].world->terrain());
}

TEST(Ground, IsReadFromARasterThatIsKept) {
  MemoryFiles files = with_terrain("file = \"../maps/toy/heights.tif\"");
  Study const study = load(files);
  ASSERT_NE(study.cases[0].world->terrain(), nullptr);
  EXPECT_EQ(study.cases[0].world->terrain()->height({0, 0}), 217);
  EXPECT_EQ(study.inputs.back().path, "../maps/toy/heights.tif");
  EXPECT_EQ(study.inputs.back().kind, InputKind::Data);
  files.texts.at("toy/study.toml") = study.resolved;
  EXPECT_EQ(load(files).cases[0].world->terrain()->height({0, 0}), 217);
}

TEST(Ground, IsRefusedWhereItCannotBe) {
  EXPECT_EQ(
      complaint(with_terrain("relief = \"40 m\"\ncell = \"10 m\"")),
      "toy/world.toml:13:8: error: terrain.cell: the ground 30 km around the line is 100 km by 60 km: 60 "
      "million points at this distance, and at most 25 million are held; make the cell larger");
  EXPECT_THAT(complaint(with_terrain("relief = \"40 m\"\nwavelength = \"150 m\"")),
              HasSubstr("world.toml:13:14: error: terrain.wavelength: is less than two cells"));
  EXPECT_THAT(complaint(with_terrain("relief = \"40 m\"\nfile = \"../maps/toy/heights.tif\"")),
              HasSubstr("terrain.relief: this ground comes from a file"));
  EXPECT_EQ(complaint(with_terrain("file = \"gone.tif\"")),
            "toy/world.toml:12:8: error: terrain.file: cannot read \"toy/gone.tif\": no such file");
}

}  // namespace
}  // namespace ceaseline
