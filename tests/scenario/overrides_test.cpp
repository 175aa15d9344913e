#include <gtest/gtest.h>

#include "scenario/memory_files.hpp"

namespace ceaseline {
namespace {

TEST(Overrides, ReachStudyWorldAndDesigns) {
  Study const study = load(MemoryFiles{}, {{"study.replications", "10"},
                                           {"study.question.difference", "0.05"},
                                           {"world.period.length", "30 days"},
                                           {"world.access_b.state", "shut"},
                                           {"designs.two.driving.speed", "\"55 km/h\""},
                                           {"designs.one.equipment.patrol_sensors", R"(["eye"])"},
                                           {"designs.one.rules.drives_after_dusk", "true"}});
  EXPECT_EQ(study.spec.replications, 10);
  EXPECT_EQ(study.spec.difference, 0.05);
  EXPECT_EQ(study.cases[0].world->spec().period.length, 30 * one_day);
  EXPECT_EQ(study.cases[0].world->spec().access_b.state, AccessState::Shut);
  EXPECT_EQ(study.designs[1].driving.speed, Speed::kilometres_per_hour(55));
  EXPECT_EQ(study.designs[0].driving.speed, Speed::kilometres_per_hour(40));
  EXPECT_EQ(study.designs[0].equipment.patrol_sensors, std::vector<std::string>{"eye"});
  EXPECT_TRUE(study.designs[0].rules.drives_after_dusk);
}

TEST(Overrides, StarMeansEveryDesign) {
  Study const study = load(MemoryFiles{}, {{"designs.*.numbers.in_field", "0.5"}});
  EXPECT_EQ(study.designs[0].numbers.in_field, 0.5);
  EXPECT_EQ(study.designs[1].numbers.in_field, 0.5);
}

TEST(Overrides, ElementsOfListsByIdAndByNumber) {
  Study const study = load(MemoryFiles{}, {{"world.violations.kinds.shot.heard_by_day", "4 km"},
                                           {"world.violations.kinds[0].heard_by_night", "6 km"}});
  EXPECT_EQ(study.cases[0].world->kinds()[0].heard_by_day, Length::kilometres(4));
  EXPECT_EQ(study.cases[0].world->kinds()[0].heard_by_night, Length::kilometres(6));
}

TEST(Overrides, SensorsOfADesign) {
  Study const study = load(MemoryFiles{}, {{"designs.one.sensors.ear.range_factor", "2"}});
  EXPECT_NE(study.designs[0].sensors.at("ear").text.find("range_factor = 2\n"), std::string::npos);
  EXPECT_FALSE(study.designs[0].sensors.at("ear") == study.designs[1].sensors.at("ear"));
}

TEST(Overrides, FilesAreFoundFromTheCurrentFolder) {
  MemoryFiles files;
  files.texts["mine.toml"] = "id = \"mine\"\nextends = \"toy/designs/one.toml\"\n";
  Study const study = load(files, {{"study.designs", R"(["mine.toml"])"}});
  EXPECT_EQ(study.designs.at(0).id, "mine");
  EXPECT_EQ(study.spec.designs.at(0), "../mine.toml");
}

TEST(Overrides, ADesignMayChangeItsParent) {
  MemoryFiles files;
  files.texts["other.toml"] = "[numbers]\non_books = 7\n";
  EXPECT_EQ(load(files, {{"designs.two.extends", "other.toml"}}).designs[1].numbers.on_books, 7);
}

TEST(Overrides, LineAloneMeansItsFile) {
  MemoryFiles files;
  files.edit("toy/world.toml", "straight = \"40 km\"", "file = \"../maps/gone.geojson\"");
  Study const study = load(files, {{"world.line", "maps/toy/line.geojson"}});
  EXPECT_EQ(study.cases[0].world->spec().line.file, "../maps/toy/line.geojson");
  EXPECT_EQ(study.inputs.back().path, "../maps/toy/line.geojson");
  EXPECT_EQ(study.inputs.back().text, "line");
}

TEST(Overrides, ALineFarFromThePlacesIsRefusedInOneMessage) {
  MemoryFiles files;
  files.edit("toy/world.toml", "straight = \"40 km\"", "file = \"../maps/toy/line.geojson\"");
  EXPECT_EQ(complaint(files, {{"world.line", "maps/far/line.geojson"}}),
            "toy/world.toml:3:10: error: line.places: base \"north\" lies 730 km off the line: these places "
            "belong to "
            "another line; set line.places and siting.bases too");
}

TEST(Overrides, WrongKeysAreNoticed) {
  EXPECT_EQ(complaint(MemoryFiles{}, {{"wrold.period.length", "3 days"},
                                      {"world.perod.length", "3 days"},
                                      {"world.period.length", "3"},
                                      {"world", "x"},
                                      {"designs.tow.numbers.on_books", "3"},
                                      {"designs.two.numbers.on_boks", "3"},
                                      {"world.violations.kinds.shoot.depth", "3 km"},
                                      {"study.sed", "3"}}),
            "--set: error: designs.tow.numbers.on_books: there is no design \"tow\"; did you mean \"two\"?\n"
            "--set: error: designs.two.numbers.on_boks: unknown key; did you mean \"on_books\"?\n"
            "--set: error: study.sed: unknown key; did you mean \"seed\"?\n"
            "--set: error: world: names no key; write world.KEY=VALUE\n"
            "--set: error: world.period.length: 3 has no unit; write \"3 h\"\n"
            "--set: error: world.perod: unknown key; did you mean \"period\"?\n"
            "--set: error: world.violations.kinds.shoot.depth: there is no \"shoot\" in this list; did you "
            "mean \"shot\"?\n"
            "--set: error: wrold.period.length: unknown key; did you mean \"world\"?");
}

TEST(Cases, OverrideTheWorldForEveryDesignAlike) {
  MemoryFiles files;
  files.texts.at("toy/study.toml") += R"([[case]]
id = "base"
[[case]]
id = "b-shut"
title = "B shut"
set = { "access_b.state" = "shut", violations.level = 2 }
)";
  Study const study = load(files);
  ASSERT_EQ(study.cases.size(), 2U);
  EXPECT_EQ(study.cases[0].world->spec().access_b.state, AccessState::Open);
  EXPECT_EQ(study.cases[1].world->spec().access_b.state, AccessState::Shut);
  EXPECT_EQ(study.cases[1].world->spec().violations.level, 2);
  EXPECT_EQ(study.cases[1].missions.size(), 2U);
  EXPECT_EQ(study.cases[1].spec.set, (Settings{{"access_b.state", "\"shut\""}, {"violations.level", "2"}}));
}

TEST(Cases, WithoutOneThereIsTheBaseCase) {
  Study const study = load(MemoryFiles{});
  ASSERT_EQ(study.cases.size(), 1U);
  EXPECT_EQ(study.cases[0].spec.id, "base");
}

TEST(Cases, WrongKeysAndLines) {
  MemoryFiles files;
  files.texts.at("toy/study.toml") += R"([[case]]
id = "x"
set = { "acess_b.state" = "shut" }
[[case]]
id = "x"
set = { "line.file" = "other.geojson" }
titel = "?"
)";
  EXPECT_EQ(
      complaint(files),
      "toy/study.toml:7:27: error: world.acess_b: unknown key; did you mean \"access_b\"?\n"
      "toy/study.toml:9:6: error: case[1].id: two of this list have this id\n"
      "toy/study.toml:10:23: error: world.line.file: a case cannot move the line; make a study of its own\n"
      "toy/study.toml:11:1: error: case[1].titel: unknown key; did you mean \"title\"?");
}

}  // namespace
}  // namespace ceaseline
