#include <gtest/gtest.h>

#include "scenario/memory_files.hpp"

namespace ceaseline {
namespace {

std::string const two = "toy/designs/two.toml";

TEST(DesignFiles, ExtendsTakesWhatIsNotSaid) {
  Study const study = load(MemoryFiles{});
  ASSERT_EQ(study.designs.size(), 2U);
  EXPECT_EQ(study.designs[1].id, "two");
  EXPECT_EQ(study.designs[1].numbers.on_books, 40);
  EXPECT_EQ(study.designs[1].numbers.in_field, 0.3);
  EXPECT_EQ(study.designs[1].siting, study.designs[0].siting);
}

TEST(DesignFiles, ParentsThenOrganisationThenSensorsThenOwnKeys) {
  MemoryFiles files;
  files.texts["toy/org.toml"] = R"(title = "The organisation"
[numbers]
on_books = 60
people_per_patrol = 3
vehicles_per_patrol = 3
[sensors.ear]
close = 0.5
)";
  files.texts["toy/sensors.toml"] = "[sensors.ear]\nclose = 0.7\n[numbers]\nvehicles_per_patrol = 4\n";
  files.texts.at(two) = R"(id = "two"
extends = "one.toml"
organisation = "../org.toml"
sensors_from = "../sensors.toml"
[numbers]
people_per_patrol = 4
)";
  Study const study = load(files);
  DesignSpec const& d = study.designs[1];
  EXPECT_EQ(d.organisation, "The organisation");
  EXPECT_EQ(d.title, "");
  EXPECT_EQ(d.numbers.on_books, 60) << "the organisation is nearer than the parent";
  EXPECT_EQ(d.numbers.vehicles_per_patrol, 4) << "sensors_from is nearer than the organisation";
  EXPECT_EQ(d.numbers.people_per_patrol, 4) << "nothing is nearer than the file itself";
  EXPECT_NE(d.sensors.at("ear").text.find("close = 0.7\n"), std::string::npos) << d.sensors.at("ear").text;
}

TEST(DesignFiles, OrganisationMayBeATitle) {
  MemoryFiles files;
  files.edit(two, "extends", "organisation = \"Somebody\"\nextends");
  EXPECT_EQ(load(files).designs[1].organisation, "Somebody");
}

TEST(DesignFiles, ListsAreReplacedWhole) {
  MemoryFiles files;
  files.texts.at(two) += "[siting]\nbases = [\"south\"]\n";
  EXPECT_EQ(load(files).designs[1].siting.bases, std::vector<std::string>{"south"});
}

TEST(DesignFiles, AnotherTypeOfSensorStartsAfresh) {
  MemoryFiles files;
  files.texts.at("toy/designs/one.toml") += "[sensors.ear]\ntype = \"ear\"\nclose = 0.5\n";
  files.texts.at(two) += "[sensors.ear]\ntype = \"definite\"\nrange = \"2 km\"\n";
  EXPECT_EQ(load(files).designs[1].sensors.at("ear").type, "definite");
}

TEST(DesignFiles, ASensorThatIsNotDescribedIsTheKindOfItsName) {
  Study const study = load(MemoryFiles{});
  EXPECT_EQ(study.designs[0].sensors.at("eye").type, "eye");
}

TEST(DesignFiles, UnknownKindAndFieldOfASensor) {
  MemoryFiles files;
  files.texts.at(two) += "[sensors.x]\ntype = \"eer\"\n[sensors.ear]\nrnage_factor = 2\n";
  EXPECT_EQ(
      complaint(files),
      "toy/designs/two.toml:6:8: error: sensors.x.type: \"eer\" is no kind of sensor; did you mean \"ear\"?\n"
      "toy/designs/two.toml:8:1: error: sensors.ear.rnage_factor: unknown key; did you mean "
      "\"range_factor\"?");
}

TEST(DesignFiles, Circle) {
  MemoryFiles files;
  files.edit("toy/designs/one.toml", "[numbers]", "extends = \"two.toml\"\n[numbers]");
  EXPECT_EQ(complaint(files),
            "toy/designs/one.toml:2:11: error: extends: goes in a circle: toy/designs/two.toml -> "
            "toy/designs/one.toml -> "
            "toy/designs/two.toml\n"
            "toy/designs/two.toml:2:11: error: extends: goes in a circle: toy/designs/one.toml -> "
            "toy/designs/two.toml -> "
            "toy/designs/one.toml");
}

TEST(DesignFiles, ExtendsItself) {
  MemoryFiles files;
  files.edit(two, "one.toml", "./two.toml");
  EXPECT_EQ(complaint(files),
            "toy/designs/two.toml:2:11: error: extends: goes in a circle: toy/designs/two.toml -> "
            "toy/designs/two.toml");
}

TEST(DesignFiles, MissingParent) {
  MemoryFiles files;
  files.edit(two, "one.toml", "none.toml");
  EXPECT_EQ(complaint(files),
            "toy/designs/two.toml:2:11: error: extends: cannot read \"toy/designs/none.toml\": no such file");
}

TEST(DesignFiles, AParentsIdIsNotInherited) {
  MemoryFiles files;
  files.edit(two, "id = \"two\"\n", "");
  EXPECT_EQ(complaint(files), "toy/designs/two.toml: error: id: missing; a design is named by its id");
}

TEST(DesignFiles, TwoDesignsOfOneId) {
  MemoryFiles files;
  files.edit(two, "\"two\"", "\"one\"");
  EXPECT_EQ(complaint(files), "toy/study.toml:4:32: error: designs[1]: two designs have the id \"one\"");
}

TEST(DesignFiles, EveryFileIsKeptForTheRecord) {
  std::vector<std::string> paths;
  for (InputFile const& file : load(MemoryFiles{}).inputs) paths.push_back(file.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"study.toml", "designs/one.toml", "designs/two.toml",
                                             "world.toml", "../maps/toy/places.geojson"}));
}

TEST(DesignFiles, OrderAndTitlesChangeNothingElse) {
  MemoryFiles files;
  Study const before = load(files);
  files.texts.at("toy/designs/one.toml") =
      "id = \"one\"\ntitle = \"Another name\"\n[siting]\nbases = [\"north\", \"south\"]\n[numbers]\non_books "
      "= 40\n";
  Study const after = load(files);
  EXPECT_EQ(after.designs[0].title, "Another name");
  EXPECT_EQ(after.designs[0].numbers, before.designs[0].numbers);
  EXPECT_EQ(after.designs[0].siting, before.designs[0].siting);
  EXPECT_EQ(after.designs[0].sensors, before.designs[0].sensors);
  std::string expected = before.resolved;
  std::string const at = "id = \"one\"\ntitle = \"\"";
  expected.replace(expected.find(at), at.size(), "id = \"one\"\ntitle = \"Another name\"");
  EXPECT_EQ(after.resolved, expected);
}

}  // namespace
}  // namespace ceaseline
