#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/small_files.hpp"

namespace ceaseline {
namespace {

using testing::HasSubstr;

TEST_F(SmallFiles, ExplainTellsOfOneIncident) {
  Outcome const o = ceaseline({"explain", "study.toml", "--design", "more", "--incident", "3"});
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_THAT(o.out, HasSubstr("Incident 3 of replication 0"));
  EXPECT_THAT(o.out, HasSubstr("It was "));
  EXPECT_EQ(ceaseline({"explain", "study.toml", "--design", "more", "--incident", "3"}).out, o.out);
}

TEST_F(SmallFiles, ExplainGivesJsonToPrograms) {
  Outcome const o = ceaseline({"explain", "study.toml", "--incident", "0", "--json"});
  auto const told = nlohmann::json::parse(o.out);
  EXPECT_EQ(told["incident"], 0);
  EXPECT_TRUE(told["opportunities"].is_array());
  EXPECT_TRUE(told["step"].is_string());
}

TEST_F(SmallFiles, ExplainRefusesWhatIsNotThere) {
  EXPECT_EQ(ceaseline({"explain", "study.toml", "--incident", "999999"}).code, 2);
  EXPECT_EQ(ceaseline({"explain", "study.toml", "--design", "nobody", "--incident", "0"}).code, 2);
  EXPECT_EQ(ceaseline({"explain", "study.toml"}).code, 2) << "an incident must be named";
}

}  // namespace
}  // namespace ceaseline
