#include <gtest/gtest.h>

#include "scenario/memory_files.hpp"

// What a user reads when something is wrong, word for word.

namespace ceaseline {
namespace {

std::string const world = "toy/world.toml";
std::string const one = "toy/designs/one.toml";

/// The complaint about one more line at the end of a file.
std::string with_line(std::string const& path, std::string const& line) {
  MemoryFiles files;
  files.texts.at(path) += line + '\n';
  return complaint(files);
}

TEST(Messages, TheToyStudyIsSound) { EXPECT_EQ(complaint(MemoryFiles{}), ""); }

TEST(Messages, UnknownKey) {
  MemoryFiles files;
  files.edit(world, "heard_by_day", "heard_by_dya");
  EXPECT_EQ(complaint(files),
            "toy/world.toml:9:1: error: violations.kinds[0].heard_by_dya: unknown key; did you mean "
            "\"heard_by_day\"?");
}

TEST(Messages, UnknownKeyWithoutANeighbour) {
  EXPECT_EQ(with_line("toy/study.toml", "[question]\nzzz = 1"),
            "toy/study.toml:6:1: error: question.zzz: unknown key; there is \"metric\", \"difference\"");
}

TEST(Messages, UnknownTable) {
  EXPECT_EQ(with_line(one, "[siteing]"),
            "toy/designs/one.toml:6:2: error: siteing: unknown key; did you mean \"siting\"?");
}

TEST(Messages, MissingUnit) {
  EXPECT_EQ(with_line(one, "[driving]\nspeed = 40"),
            "toy/designs/one.toml:7:9: error: driving.speed: 40 has no unit; write \"40 km/h\"");
}

TEST(Messages, WrongUnit) {
  EXPECT_EQ(
      with_line(one, "[driving]\nspeed = \"40 kg\""),
      "toy/designs/one.toml:7:9: error: driving.speed: \"40 kg\" is not a speed; write it in km/h or m/s");
}

TEST(Messages, NegativeCount) {
  MemoryFiles files;
  files.edit(one, "40", "-40");
  EXPECT_EQ(
      complaint(files),
      "toy/designs/one.toml:3:12: error: numbers.on_books: -40 is negative; write a whole number, 0 or more");
}

TEST(Messages, WrongNumbers) {
  EXPECT_EQ(
      with_line(world, "[sensing]\nmoving_ear = 1.5"),
      "toy/world.toml:12:14: error: sensing.moving_ear: 1.5 is not a share; write a number from 0 to 1");
  EXPECT_EQ(
      with_line(world, "[sensing]\nmoving_ear = nan"),
      "toy/world.toml:12:14: error: sensing.moving_ear: nan is not a share; write a number from 0 to 1");
  EXPECT_EQ(with_line(world, "[sensing]\nlistening_range = inf"),
            "toy/world.toml:12:19: error: sensing.listening_range: inf is not a number, such as 1.5");
  EXPECT_EQ(with_line(world, "[sensing]\nlistening_range = 1e300"),
            "toy/world.toml:12:19: error: sensing.listening_range: 1e+300 is too large to be meant");
  EXPECT_EQ(with_line("toy/study.toml", "seed = 1.5"),
            "toy/study.toml:5:8: error: seed: 1.5 is not a whole number");
  EXPECT_EQ(with_line("toy/study.toml", "seed = 99999999999"),
            "toy/study.toml:5:8: error: seed: 99999999999 is too large to be meant");
}

TEST(Messages, WrongTypes) {
  EXPECT_EQ(with_line("toy/study.toml", "note = 5"),
            "toy/study.toml:5:8: error: note: 5 is not text; write it in quotes");
  EXPECT_EQ(with_line(one, "cameras = \"x\"\n[equipment]\ncameras = \"x\""),
            "toy/designs/one.toml:6:1: error: siting.cameras: unknown key; there is \"bases\"\n"
            "toy/designs/one.toml:8:11: error: equipment.cameras: \"x\" is not a list of texts; write "
            "[\"one\", \"two\"]");
  EXPECT_EQ(with_line(one, "[rules]\ndrives_after_dusk = \"yes\""),
            "toy/designs/one.toml:7:21: error: rules.drives_after_dusk: \"yes\" is neither true nor false");
  EXPECT_EQ(with_line(one, "[equipment]\ncameras = [1]"),
            "toy/designs/one.toml:7:12: error: equipment.cameras[0]: 1 is not text; write it in quotes");
  EXPECT_EQ(with_line(world, "[access_a]\nstate = \"opne\""),
            "toy/world.toml:12:9: error: access_a.state: \"opne\" is not one of \"open\", \"restricted\", "
            "\"shut\"");
  EXPECT_EQ(with_line(world, "[evidence]\nin_time = false"),
            "toy/world.toml:12:11: error: evidence.in_time: \"false\" is not a duration; write it in ms, s, "
            "min, h, days "
            "or weeks");
}

TEST(Messages, WrongDatesAndTimes) {
  MemoryFiles files;
  files.edit(world, "2021-06-01", "2021-13-01");
  EXPECT_EQ(
      complaint(files),
      "toy/world.toml:5:9: error: period.start: \"2021-13-01\" is not a date; write it as \"2021-03-01\" or "
      "\"2021-03-01T06:00Z\"");
  EXPECT_EQ(with_line(one, "[hours]\nday_start = \"25:00\""),
            "toy/designs/one.toml:7:13: error: hours.day_start: \"25:00\" is not a time of day; write it as "
            "\"08:30\"");
}

TEST(Messages, MissingMap) {
  MemoryFiles files;
  files.edit(world, "straight = \"40 km\"", "file = \"../maps/gone.geojson\"");
  EXPECT_EQ(complaint(files),
            "toy/world.toml:2:8: error: line.file: cannot read \"maps/gone.geojson\": no such file");
}

TEST(Messages, NoLine) {
  MemoryFiles files;
  files.edit(world, "straight = \"40 km\"", "");
  EXPECT_EQ(complaint(files),
            "toy/world.toml:1:1: error: line: there is no line; name its map, file = \"line.geojson\"");
}

TEST(Messages, MissingWorldDesignsAndId) {
  MemoryFiles files;
  files.texts.at("toy/study.toml") = "designs = []";
  EXPECT_EQ(
      complaint(files),
      "toy/study.toml: error: id: missing; a study is named by its id\n"
      "toy/study.toml: error: world: missing; name the world's file, world = \"world.toml\"\n"
      "toy/study.toml:1:11: error: designs: a study needs designs; write designs = [\"designs/one.toml\"]");
}

TEST(Messages, AFileThatIsNoStudy) {
  MemoryFiles files;
  files.texts.at("toy/study.toml") = files.texts.at(world);
  EXPECT_EQ(complaint(files), "toy/study.toml: error: is no study: it names neither a world nor designs");
}

TEST(Messages, MissingFiles) {
  MemoryFiles files;
  files.texts.erase(world);
  files.texts.erase("toy/designs/two.toml");
  EXPECT_EQ(complaint(files),
            "toy/study.toml:3:9: error: world: cannot read \"toy/world.toml\": no such file\n"
            "toy/study.toml:4:32: error: designs[1]: cannot read \"toy/designs/two.toml\": no such file");
  files.texts.erase("toy/study.toml");
  EXPECT_EQ(complaint(files), "toy/study.toml: error: no such file");
}

TEST(Messages, DesignThatTouchesTheWorld) {
  EXPECT_EQ(with_line(one, "[access_b]\nstate = \"open\""),
            "toy/designs/one.toml:6:2: error: access_b: a design cannot touch the world; set it in the "
            "world's file or in "
            "a [[case]], alike for every design");
  EXPECT_EQ(complaint(MemoryFiles{}, {{"designs.one.sensing.moving_ear", "1"}}),
            "--set: error: designs.one.sensing: a design cannot touch the world; set it in the world's file "
            "or in a "
            "[[case]], alike for every design");
}

TEST(Messages, TeamWithoutABase) {
  EXPECT_EQ(with_line(one, "[[teams]]\nid = \"t\""),
            "toy/designs/one.toml:6:1: error: teams[0]: has no base; name one of siting.bases, or let it be "
            "always_out");
}

TEST(Messages, NamesThatNameNothing) {
  MemoryFiles files;
  files.texts.erase("toy/designs/two.toml");
  files.edit("toy/study.toml", ", \"designs/two.toml\"", "");
  files.texts.at(one) = R"(id = "one"
[siting]
bases = ["nort"]
[equipment]
patrol_sensors = ["eer"]
[driving]
policy = "fixed-round"
[[teams]]
id = "t"
base = "sout"
)";
  EXPECT_EQ(
      complaint(files),
      "toy/designs/one.toml:3:10: error: siting.bases[0]: \"nort\" is no place of the map; did you mean "
      "\"north\"?\n"
      "toy/designs/one.toml:5:19: error: equipment.patrol_sensors[0]: \"eer\" is no sensor of this design; "
      "did you mean "
      "\"ear\"?\n"
      "toy/designs/one.toml:7:10: error: driving.policy: \"fixed-round\" is no patrol policy; did you mean "
      "\"fixed-rounds\"?\n"
      "toy/designs/one.toml:10:8: error: teams[0].base: \"sout\" is no base of siting.bases; there is "
      "\"nort\"");
}

TEST(Messages, KindsAndProcessesThatAreNot) {
  MemoryFiles files;
  files.texts.at(world) =
      "reference_kind = \"shoot\"\n" + files.texts.at(world) + "[violations]\nprocess = \"hotspot\"\n";
  EXPECT_EQ(
      complaint(files),
      "toy/world.toml:1:18: error: reference_kind: \"shoot\" is no kind of this world; did you mean "
      "\"shot\"?\n"
      "toy/world.toml:13:11: error: violations.process: \"hotspot\" is no violation process; did you mean "
      "\"hotspots\"?");
}

TEST(Messages, IdsAreGivenOnceAndPlain) {
  EXPECT_EQ(
      with_line(
          world,
          "[[violations.kinds]]\nid = \"shot\"\n[[violations.kinds]]\nid = \"a b\"\n[[violations.kinds]]"),
      "toy/world.toml:12:6: error: violations.kinds[1].id: two of this list have this id\n"
      "toy/world.toml:14:6: error: violations.kinds[2].id: \"a b\" is not an id; write letters, digits, '-' "
      "and '_' "
      "only\n"
      "toy/world.toml:15:1: error: violations.kinds[3]: has no id; its draws hang on one");
}

TEST(Messages, BaselineIsADesign) {
  EXPECT_EQ(
      with_line("toy/study.toml", "baseline = \"tow\""),
      "toy/study.toml:5:12: error: baseline: \"tow\" is no design of this study; did you mean \"two\"?");
}

TEST(Messages, MetricIsOneOfScoring) {
  EXPECT_EQ(
      with_line("toy/study.toml", "[question]\nmetric = \"incidents_verified_in_tme\""),
      "toy/study.toml:6:10: error: question.metric: \"incidents_verified_in_tme\" is no metric; did you mean "
      "\"incidents_verified_in_time\"?");
}

TEST(Messages, WhatOnlyTheWorldKnowsGetsItsPlace) {
  EXPECT_EQ(
      with_line(world, "[[violations.regions]]\nid = \"all\"\nto = \"50 km\""),
      "toy/world.toml:13:6: error: violations.regions[0].to: lies outside the line, which is 40.0 km long");
}

TEST(Messages, AllOfThemAtOnceByFileAndLine) {
  MemoryFiles files;
  files.texts.at("toy/study.toml") += "sead = 1\n";
  files.texts.at(world) += "heard_by_night2 = 1\n";
  files.edit(world, "\"10 days\"", "10");
  files.texts.at(one) += "base = []\n";
  EXPECT_EQ(complaint(files),
            "toy/designs/one.toml:6:1: error: siting.base: unknown key; did you mean \"bases\"?\n"
            "toy/study.toml:5:1: error: sead: unknown key; did you mean \"seed\"?\n"
            "toy/world.toml:6:10: error: period.length: 10 has no unit; write \"10 h\"\n"
            "toy/world.toml:11:1: error: violations.kinds[0].heard_by_night2: unknown key; did you mean "
            "\"heard_by_night\"?");
}

}  // namespace
}  // namespace ceaseline
