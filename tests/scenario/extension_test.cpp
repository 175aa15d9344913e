#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ceaseline/scenario/read_text.hpp"
#include "scenario/memory_files.hpp"

// What a program adds to the registries is read, refused and written back like what we ship.

namespace ceaseline {
namespace {

using ::testing::HasSubstr;

struct Geophone : Sensor {
  Length range{Length::metres(500)};
  double gain{1};
  [[nodiscard]] Channel channel() const override { return Channel::Sound; }
  [[nodiscard]] Length reach(ViolationKind const&, Conditions const&) const override { return range; }
  [[nodiscard]] double detects(ViolationKind const&, Conditions const&, Length at) const override {
    return at <= range ? 0.5 : 0.0;
  }
  [[nodiscard]] LocationError location_error() const override { return {}; }
};

struct Quiet : ViolationProcess {
  struct Nothing : IncidentSource {
    void day(int, std::vector<Incident>&) override {}
  };
  double silence{1};
  [[nodiscard]] std::unique_ptr<IncidentSource> start(World const&, Draws) const override {
    return std::make_unique<Nothing>();
  }
};

Registries extended() {
  Registries all = builtin_registries();
  all.sensors.add("geophone", "a string of geophones", [](Fields& f) {
    auto sensor = std::make_unique<Geophone>();
    f.length("range", sensor->range, "certain within");
    f.table(
        "amplifier", [&sensor](Fields& inner) { inner.factor("gain", sensor->gain, "of the amplifier"); },
        "what follows the string");
    return sensor;
  });
  all.processes.add("quiet", "nothing happens", [](Fields& f) {
    auto process = std::make_unique<Quiet>();
    f.share("silence", process->silence, "how quiet");
    return process;
  });
  return all;
}

MemoryFiles files_with_extensions() {
  MemoryFiles files;
  files.texts.at("toy/world.toml") += "[violations]\nprocess = \"quiet\"\n[process]\nsilence = 0.5\n";
  files.texts.at("toy/designs/one.toml") +=
      "[sensors.string]\ntype = \"geophone\"\nrange = \"700 m\"\namplifier.gain = 3\n";
  return files;
}

TEST(Extension, FieldsOfNewKindsAreReadAndWrittenBack) {
  MemoryFiles files = files_with_extensions();
  Study const first = load_study("toy/study.toml", files, extended(), {});
  auto const& process = dynamic_cast<Quiet const&>(*first.cases[0].process);
  auto const& sensor = dynamic_cast<Geophone const&>(*first.designs[0].sensors.at("string").sensor);
  EXPECT_EQ(process.silence, 0.5);
  EXPECT_EQ(sensor.range, Length::metres(700));
  EXPECT_EQ(sensor.gain, 3);
  EXPECT_THAT(first.resolved, HasSubstr("\n[world.process]\nsilence = 0.5\n"));
  EXPECT_THAT(first.resolved, HasSubstr("\n[designs.sensors.string.amplifier]\ngain = 3\n"));
  files.texts.at("toy/study.toml") = first.resolved;
  EXPECT_EQ(load_study("toy/study.toml", files, extended(), {}).resolved, first.resolved);
}

TEST(Extension, UnknownFieldsOfNewKindsAreRefused) {
  MemoryFiles files = files_with_extensions();
  files.edit("toy/world.toml", "silence", "silense");
  files.edit("toy/designs/one.toml", "amplifier.gain", "amplifier.gian");
  try {
    auto const study = load_study("toy/study.toml", files, extended(), {});
    FAIL();
  } catch (InputError const& e) {
    EXPECT_STREQ(e.what(),
                 "toy/designs/one.toml:9:11: error: sensors.string.amplifier.gian: unknown key; did you mean "
                 "\"gain\"?\n"
                 "toy/world.toml:14:1: error: process.silense: unknown key; did you mean \"silence\"?");
  }
}

TEST(Extension, DefaultsNameNewKinds) {
  std::string const text = defaults_text(extended());
  EXPECT_THAT(text,
              HasSubstr("# [world.process]  # of \"quiet\"\n# silence = 1  # from 0 to 1; how quiet\n"));
  EXPECT_THAT(text, HasSubstr("[designs.sensors.geophone]  # a string of geophones\n"));
  EXPECT_THAT(text, HasSubstr("[designs.sensors.geophone.amplifier]  # what follows the string\n"));
}

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
