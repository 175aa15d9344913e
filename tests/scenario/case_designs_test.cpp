#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/memory_files.hpp"

// Cases that give designs other figures, and what is checked of worlds and designs by name.

namespace ceaseline {
namespace {

using ::testing::HasSubstr;

/// \param set  lines: key = value
MemoryFiles with_case(std::string const& set) {
  MemoryFiles files;
  files.texts.at("toy/study.toml") +=
      "[[case]]\nid = \"base\"\n[[case]]\nid = \"other\"\n[case.set]\n" + set + "\n";
  return files;
}

TEST(CaseDesigns, HaveOtherFiguresInThatCaseAlone) {
  Study const study = load(with_case(R"("designs.one.numbers.on_books" = 60
"designs.*.hours.night_share" = 0.5)"));
  EXPECT_EQ(study.designs[0].numbers.on_books, 40);
  EXPECT_EQ(study.cases[0].designs[0].numbers.on_books, 40);
  EXPECT_EQ(study.cases[0].missions[0]->spec().hours.night_share, 0);
  CaseWorld const& other = study.cases[1];
  EXPECT_EQ(other.designs[0].numbers.on_books, 60);
  EXPECT_EQ(other.missions[0]->spec().numbers.on_books, 60);
  EXPECT_EQ(other.designs[1].numbers.on_books, 40) << "of a design that starts from it: a case is no file";
  for (auto const& mission : other.missions) EXPECT_EQ(mission->spec().hours.night_share, 0.5);
}

TEST(CaseDesigns, TakeWholeListsFromACase) {
  Study const study = load(
      with_case(R"("designs.*.disruptions" = [{ id = "gone", what = "mission-ends", begins = "3 days" }])"));
  EXPECT_TRUE(study.cases[0].designs[1].disruptions.empty());
  ASSERT_EQ(study.cases[1].designs[1].disruptions.size(), 1U);
  EXPECT_EQ(study.cases[1].designs[1].disruptions[0].what, DisruptionKind::MissionEnds);
}

TEST(CaseDesigns, ComeOnTopOfOverrides) {
  MemoryFiles const files = with_case(R"("designs.one.numbers.on_books" = 60)");
  Study const study = load(files, {{"designs.one.numbers.on_books", "50"}});
  EXPECT_EQ(study.cases[0].designs[0].numbers.on_books, 50);
  EXPECT_EQ(study.cases[1].designs[0].numbers.on_books, 60);
}

TEST(CaseDesigns, AreReadBackFromTheResolvedStudy) {
  MemoryFiles files = with_case(R"("designs.*.disruptions" = [{ id = "gone", what = "mission-ends" }]
"designs.two.hours.night_share" = 0.5
"world.access_b.state" = "shut"
[case.sources]
set = "assumption: the end")");
  Study const first = load(files);
  EXPECT_THAT(first.resolved, HasSubstr("sources.\"set.designs.*.disruptions\" = \"assumption: the end\""));
  files.texts.at("toy/study.toml") = first.resolved;
  Study const again = load(files);
  EXPECT_EQ(again.resolved, first.resolved);
  EXPECT_EQ(again.cases[1].designs[1].hours.night_share, 0.5);
  EXPECT_EQ(again.cases[1].designs[0].disruptions.size(), 1U);
  EXPECT_EQ(again.cases[1].world->spec().access_b.state, AccessState::Shut);
}

TEST(CaseDesigns, WrongKeysAreNoticed) {
  EXPECT_EQ(
      complaint(with_case(R"("designs.tow.numbers.on_books" = 3
"designs.two.numbers.on_boks" = 3
"designs.two.extends" = "one.toml"
"designs.two" = 4
"designs.one.equipment.base_sensors" = ["eer"])")),
      "toy/study.toml:10:34: error: designs.tow.numbers.on_books: there is no design \"tow\"; did you mean "
      "\"two\"?\n"
      "toy/study.toml:11:33: error: designs.two.numbers.on_boks: unknown key; did you mean \"on_books\"?\n"
      "toy/study.toml:12:25: error: designs.two.extends: a case changes figures of a design, not what it is "
      "made from; set its keys\n"
      "toy/study.toml:13:17: error: designs.two: a case cannot change which designs there are; write "
      "designs.ID.KEY, or designs.*.KEY for all of them\n"
      "toy/study.toml:14:41: error: designs.one.equipment.base_sensors[0]: \"eer\" is no sensor of this "
      "design; did you mean \"ear\"?");
}

TEST(Names, OfAircraftSatellitesArraysAndDispatchAreChecked) {
  MemoryFiles files;
  files.texts.at("toy/designs/one.toml") += R"([rules]
dispatch = "neerest"
[equipment]
arrays = ["nort"]
array_sensor = "acoustic-aray"
[[aircraft]]
id = "drone"
sites = ["sout"]
sensor = "drone-camra"
[[satellites]]
id = "bird"
sensor = "satelite"
)";
  std::string const said = complaint(files);
  for (char const* part : {"rules.dispatch: \"neerest\" is no dispatch policy; did you mean \"nearest\"?",
                           "equipment.arrays[0]: \"nort\" is no place of the map; did you mean \"north\"?",
                           "equipment.array_sensor: \"acoustic-aray\" is no sensor of this design",
                           "aircraft[0].sites[0]: \"sout\" is no place of the map; did you mean \"south\"?",
                           "aircraft[0].sensor: \"drone-camra\" is no sensor of this design",
                           "satellites[0].sensor: \"satelite\" is no sensor of this design"})
    EXPECT_THAT(said, HasSubstr(part));
}

TEST(Names, OfSensorsThatFlyNeedNoTable) {
  MemoryFiles files;
  files.texts.at("toy/designs/one.toml") += R"([equipment]
arrays = ["north"]
[[aircraft]]
id = "drone"
sites = ["south"]
sensor = "drone-camera"
[[satellites]]
id = "bird"
sensor = "satellite"
)";
  ASSERT_EQ(complaint(files), "");
  DesignSpec const design = load(files).designs[0];
  for (char const* name : {"acoustic-array", "drone-camera", "satellite"})
    EXPECT_EQ(design.sensors.count(name), 1U) << name;
}

TEST(Names, AProgramsOwnDispatchIsFound) {
  struct Waiting : DispatchPolicy {
    [[nodiscard]] std::int32_t choose(DispatchView const&) const override { return -1; }
  };
  Registries all = builtin_registries();
  all.dispatches.add("waiting", "nobody goes", [](Fields&) { return std::make_unique<Waiting>(); });
  MemoryFiles files;
  files.texts.at("toy/designs/one.toml") += "[rules]\ndispatch = \"waiting\"\n";
  Study const study = load_study("toy/study.toml", files, all, {});
  EXPECT_NE(dynamic_cast<Waiting const*>(&study.cases[0].missions[0]->dispatch()), nullptr);
}

TEST(AccessRules, NameFlagsAndStretchesThatAre) {
  MemoryFiles files;
  files.texts.at("toy/world.toml") += R"([[access]]
id = "far"
side = "B"
from = "30 km"
to = "50 km"
[[access]]
id = "rule"
side = "B"
organisation = "ots"
)";
  EXPECT_EQ(
      complaint(files),
      "toy/world.toml:15:6: error: access[0].to: lies beyond the end of the line, which is 40.0 km long\n"
      "toy/world.toml:19:16: error: access[1].organisation: \"ots\" is the flag of no design");
  EXPECT_THAT(complaint(files, {{"designs.two.flag", "otc"}}),
              HasSubstr("\"ots\" is the flag of no design; did you mean \"otc\"?"));
  EXPECT_THAT(complaint(files, {{"designs.two.flag", "ots"}}), Not(HasSubstr("organisation")));
}

TEST(Worlds, ThatCannotBeDrawnAreNoticedBeforeTheyRun) {
  MemoryFiles files;
  files.edit("toy/world.toml", "2021-06-01", "2021-06-01T10:00Z");
  EXPECT_THAT(complaint(files, {{"world.period.length", "1 h"}}),
              HasSubstr("violations.night_share: the period has no night"));
  MemoryFiles in_a_case = with_case(R"("period.length" = "1 h")");
  in_a_case.edit("toy/world.toml", "2021-06-01", "2021-06-01T10:00Z");
  EXPECT_THAT(complaint(in_a_case), HasSubstr("the period has no night"));
}

}  // namespace
}  // namespace ceaseline
