#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "ceaseline/base/input_error.hpp"
#include "outsiders_study.hpp"

// The fields of kinds from outside are read, refused, shown and written back like those of built-in ones.

namespace outsiders {
namespace {

using namespace ceaseline;
using ::testing::HasSubstr;

std::string folder() { return std::string(CEASELINE_SOURCE_DIR) + "/tests/extension/study/"; }

/// The study's files, with other text in some.
struct EditedFiles : toy::ShippedFiles {
  std::map<std::string, std::pair<std::string, std::string>> edits;  ///< by name: a text and what replaces it
  std::string resolved;                                              ///< instead of study.toml

  [[nodiscard]] std::string text(std::string const& path) const override {
    std::string const name = path.substr(folder().size());
    if (name == "study.toml" && !resolved.empty()) return resolved;
    std::string text = ShippedFiles::text(path);
    auto const edit = edits.find(name);
    if (edit != edits.end())
      text.replace(text.find(edit->second.first), edit->second.first.size(), edit->second.second);
    return text;
  }
};

Study load_edited(EditedFiles const& files) {
  return load_study(folder() + "study.toml", files, registries(), {});
}

TEST(Fields, AreReadAndWrittenBack) {
  Study const first = load();
  Sensor const& geophone = *first.designs[1].sensors.at("geophone").sensor;
  EXPECT_EQ(geophone.reach({}, {}), Length::kilometres(4.5)) << "range times gain";
  EXPECT_THAT(first.resolved, HasSubstr("\n[world.process]\nfirst = \"02:00\"\nevery = \"4 h\"\nacts = 8\n"));
  EXPECT_THAT(first.resolved, HasSubstr("\n[designs.sensors.geophone]\ntype = \"geophone\"\n"));
  EXPECT_THAT(first.resolved, HasSubstr("\n[designs.sensors.geophone.amplifier]\ngain = 1.5\n"));
  EditedFiles again;
  again.resolved = first.resolved;
  EXPECT_EQ(load_edited(again).resolved, first.resolved);
}

TEST(Fields, AreOverriddenLikeOthers) {
  Study const study =
      load({{"designs.outsiders.sensors.geophone.range", "1 km"}, {"world.process.every", "12 h"}});
  EXPECT_EQ(study.designs[1].sensors.at("geophone").sensor->reach({}, {}), Length::kilometres(1.5));
  EXPECT_EQ(run(study, 0, 1).records[0].incidents.size(), 20U);
}

TEST(Fields, ThatAreUnknownAreRefused) {
  EditedFiles files;
  files.edits = {{"outsiders.toml", {"amplifier.gain", "amplifier.gian"}},
                 {"world.toml", {"every = \"4 h\"", "evry = \"4 h\""}}};
  try {
    auto const study = load_edited(files);
    FAIL();
  } catch (InputError const& e) {
    EXPECT_EQ(e.what(),
              folder() +
                  "outsiders.toml:15:11: error: sensors.geophone.amplifier.gian: unknown key; did you mean "
                  "\"gain\"?\n" +
                  folder() + "world.toml:16:1: error: process.evry: unknown key; did you mean \"every\"?");
  }
}

TEST(Fields, ThatAreWrongAreRefusedByTheirKind) {
  EditedFiles files;
  files.edits = {{"world.toml", {"every = \"4 h\"", "every = \"0 h\""}}};
  try {
    auto const study = load_edited(files);
    FAIL();
  } catch (InputError const& e) {
    EXPECT_EQ(e.what(), folder() + "world.toml:16:9: error: process.every: must be more than 0");
  }
}

TEST(Fields, AreAmongTheDefaults) {
  std::string const text = defaults_text(registries());
  EXPECT_THAT(text,
              HasSubstr("# [world.process]  # of \"salvos\"\n# first = \"03:00\"  # time of day; salvo"));
  EXPECT_THAT(text, HasSubstr("[designs.sensors.geophone]  # a string of geophones\n"));
  EXPECT_THAT(text, HasSubstr("[designs.sensors.geophone.amplifier]  # what follows the string\n"));
}

TEST(Fields, ThatNameAKindFromOutsideAreRefusedWithoutIt) {
  try {
    auto const study = load_study(folder() + "study.toml", EditedFiles{}, builtin_registries(), {});
    FAIL();
  } catch (InputError const& e) {
    EXPECT_THAT(e.what(), HasSubstr("\"geophone\" is no kind of sensor"));
    EXPECT_THAT(e.what(), HasSubstr("\"salvos\""));
  }
}

}  // namespace
}  // namespace outsiders
