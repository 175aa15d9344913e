#include "ceaseline/store/manifest.hpp"

#include <gtest/gtest.h>

#include "ceaseline/store/sha256.hpp"
#include "experiment/small_study.hpp"

namespace ceaseline {
namespace {

TEST(Manifest, ReadsBackWhatItWrote) {
  Manifest m = manifest_of(small::study(), {{"study.seed", "7"}});
  m.replications = 6;
  m.fingerprint = "abc";
  m.run = {"ceaseline compare 'a b'", 2, "2025-01-01T00:00:00Z", "2025-01-01T00:00:09Z", "gcc"};
  std::string const text = manifest_text(m);
  Manifest const back = parse_manifest(text);
  EXPECT_EQ(manifest_text(back), text);
  EXPECT_EQ(back.overrides, m.overrides);
  EXPECT_EQ(back.run.command, "ceaseline compare 'a b'");
}

TEST(Manifest, RefusesWhatIsNone) {
  for (char const* const text :
       {"", "{", "[]", "{\"format\": 1}", R"({"format": 1, "program": {"name": "x"}})"})
    EXPECT_THROW((void)parse_manifest(text), std::runtime_error) << text;
}

TEST(Manifest, NamesEveryInputWithItsHash) {
  Study const study = small::study();
  Manifest const m = manifest_of(study, {});
  ASSERT_EQ(m.inputs.size(), study.inputs.size());
  EXPECT_EQ(m.study_file, "study.toml");
  EXPECT_EQ(m.inputs.front().stored, "inputs/study.toml");
  EXPECT_EQ(m.inputs.front().sha256, sha256(study.inputs.front().text));
}

TEST(StoredPath, StaysWithinTheInputs) {
  EXPECT_EQ(stored_path("designs/ots.toml"), "inputs/designs/ots.toml");
  EXPECT_EQ(stored_path("../../maps/x/line.geojson"), "inputs/up/up/maps/x/line.geojson");
  EXPECT_EQ(stored_path("/tmp/line.geojson"), "inputs/tmp/line.geojson");
  EXPECT_EQ(stored_path("a/../b.toml"), "inputs/b.toml");
}

TEST(Identity, IsThatOfWhatDecidesTheRows) {
  std::string const own = identity_of(small::study());
  EXPECT_EQ(own, identity_of(small::study()));
  EXPECT_EQ(own, identity_of(small::study({{"study.replications", "500"}}))) << "more of the same";
  for (auto const& [key, value] : small::Overrides{{"study.seed", "8"},
                                                   {"study.baseline", "night"},
                                                   {"study.coverage_replications", "3"},
                                                   {"world.violations.level", "1.5"},
                                                   {"designs.night.numbers.on_books", "41"}})
    EXPECT_NE(own, identity_of(small::study({{key, value}}))) << key;
}

TEST(Identity, NoticesAMapThatWasRedrawn) {
  Study moved = small::study();
  std::string const own = identity_of(moved);
  moved.places.front().at.lon += 1e-6;
  EXPECT_NE(own, identity_of(moved));
}

}  // namespace
}  // namespace ceaseline
