#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "ceaseline/scenario/figures.hpp"
#include "ceaseline/scenario/read_text.hpp"
#include "ceaseline/scenario/study.hpp"
#include "toy/shipped_files.hpp"

// What stands under scenarios/, with the maps as shipped.

namespace ceaseline {
namespace {

std::string const source_folder = CEASELINE_SOURCE_DIR;
std::string const study_path = source_folder + "/scenarios/donbas-2021/study.toml";

Study const& shipped() {
  static Study const study = toy::shipped_study();
  return study;
}

Mission const& mission(std::string const& design, std::size_t in_case = 0) {
  for (auto const& m : shipped().cases.at(in_case).missions) {
    if (m->spec().id == design) return *m;
  }
  throw std::out_of_range(design);
}

TEST(Shipped, EveryFigureHasASource) {
  std::string bare;
  int files = 0;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(source_folder + "/scenarios")) {
    if (entry.path().extension() != ".toml") continue;
    ++files;
    std::string const path = entry.path().string();
    for (Diagnostic const& d : figures_without_source(path, read_text(path))) bare += d.text() + '\n';
  }
  EXPECT_EQ(bare, "");
  EXPECT_GE(files, 12);
}

TEST(Shipped, StudyIsSound) {
  EXPECT_EQ(shipped().designs.size(), 4U);
  EXPECT_EQ(shipped().spec.baseline, "civilian");
  std::vector<std::string> cases;
  for (CaseWorld const& c : shipped().cases) cases.push_back(c.spec.id);
  EXPECT_EQ(cases, (std::vector<std::string>{"base", "both-open", "b-shut"}));
  EXPECT_NE(shipped().spec.note.find("Calibration bench, not a forecast"), std::string::npos);
}

TEST(Shipped, BaseCaseRestrictsBAndHardlyA) {
  WorldSpec const& world = shipped().cases[0].world->spec();
  EXPECT_EQ(world.access_b.refusal, 0.10);
  EXPECT_EQ(world.access_a.refusal, world.access_b.refusal / 25);
  EXPECT_EQ(shipped().cases[1].world->spec().access_b.state, AccessState::Open);
  EXPECT_EQ(shipped().cases[2].world->spec().access_b.state, AccessState::Shut);
}

TEST(Shipped, FourHotspotsCarryThreeQuartersEachWithinItsRegion) {
  double all = 0, luhansk = 0;
  ViolationSpec const& v = shipped().cases[0].world->spec().violations;
  for (HotspotSpec const& h : v.hotspots) {
    all += h.share_of_acts;
    if (h.centre > v.regions.at(1).from) luhansk += h.share_of_acts;
  }
  EXPECT_EQ(v.hotspots.size(), 4U);
  EXPECT_NEAR(all, 0.76, 1e-12);
  EXPECT_NEAR(luhansk, 0.15, 1e-12);
  double kinds = 0;
  for (ViolationKind const& k : v.kinds) kinds += k.share_of_acts;
  EXPECT_NEAR(kinds, 1.0, 1e-12);
}

/// The table of default designs: patrol-shifts by side and by light, sites and costs.
TEST(Shipped, DesignsAreThoseOfTheTable) {
  struct Row {
    char const* design;
    int a, b, day, night;
  };
  for (Row const& row : {Row{"civilian", 29, 28, 57, 0}, Row{"ots", 29, 28, 57, 0},
                         Row{"gcc-h", 29, 28, 43, 14}, Row{"gcc-b", 21, 20, 21, 20}}) {
    Establishment const& e = mission(row.design).establishment();
    EXPECT_EQ(e.patrol_shifts_a, row.a) << row.design;
    EXPECT_EQ(e.patrol_shifts_b, row.b) << row.design;
    EXPECT_EQ(e.day_shifts, row.day) << row.design;
    EXPECT_EQ(e.night_shifts, row.night) << row.design;
    EXPECT_EQ(e.bases, 12) << row.design;
    EXPECT_EQ(e.cameras, 24) << row.design;
    EXPECT_EQ(e.listening, 14) << row.design;
    EXPECT_NEAR(e.total().euro() / 1e6, 80.3, 0.06) << row.design;
  }
}

TEST(Shipped, ContributorsSendEverybody) {
  for (DesignSpec const& d : shipped().designs) {
    int people = 0;
    for (Contributor const& c : d.contributors) people += c.people;
    EXPECT_EQ(people, d.numbers.on_books + d.numbers.protection_on_books) << d.id;
  }
}

TEST(Shipped, OtsIsTheCivilianMissionButForNames) {
  DesignSpec const& civilian = mission("civilian").spec();
  DesignSpec const& ots = mission("ots").spec();
  EXPECT_EQ(ots.numbers, civilian.numbers);
  EXPECT_EQ(ots.hours, civilian.hours);
  EXPECT_EQ(ots.rules, civilian.rules);
  EXPECT_EQ(ots.driving, civilian.driving);
  EXPECT_EQ(ots.equipment, civilian.equipment);
  EXPECT_EQ(ots.siting, civilian.siting);
  EXPECT_EQ(ots.costs, civilian.costs);
  EXPECT_EQ(ots.sensors, civilian.sensors);
}

TEST(Shipped, SizesOfTheProposalsSayThatTheyAreAssumed) {
  for (char const* id : {"ots", "gcc-h", "gcc-b"}) {
    EXPECT_NE(mission(id).spec().title.find("assumed"), std::string::npos) << id;
    EXPECT_NE(mission(id).spec().organisation.find("assumed"), std::string::npos) << id;
  }
}

TEST(Shipped, ResolvedTextIsReadBackToTheSame) {
  class WithResolved : public toy::ShippedFiles {
   public:
    [[nodiscard]] std::string text(std::string const& path) const override {
      return path == study_path ? shipped().resolved : toy::ShippedFiles::text(path);
    }
  };
  EXPECT_EQ(load_study(study_path, WithResolved{}, builtin_registries(), {}).resolved, shipped().resolved);
}

TEST(Shipped, NoMissionIsADesignToo) {
  std::string const none = source_folder + "/scenarios/donbas-2021/designs/none.toml";
  Study const study = load_study(study_path, toy::ShippedFiles{}, builtin_registries(),
                                 {{"study.designs", "[\"" + none + "\"]"}, {"study.baseline", "none"}});
  Mission const& nobody = *study.cases.at(0).missions.at(0);
  EXPECT_TRUE(nobody.teams().empty());
  EXPECT_TRUE(nobody.sensors().empty());
}

}  // namespace
}  // namespace ceaseline
