#include "ceaseline/report/html_report.hpp"

#include <gmock/gmock.h>

#include "ceaseline/experiment/run_study.hpp"
#include "ceaseline/report/comparison_view.hpp"
#include "experiment/small_study.hpp"
#include "store/scratch_folder.hpp"

namespace ceaseline {
namespace {

using testing::HasSubstr;
using testing::Not;

class HtmlReport : public testing::Test {
 protected:
  void make(small::Overrides const& overrides = {}, std::uint32_t reps = 2) {
    study_ = small::study(overrides);
    plan_ = plan_study(study_, builtin_registries());
    RowsInMemory rows;
    run_study(study_, plan_, {0, reps, 2, {}, {}}, rows);
    comparison_ = compare_designs(study_, plan_, rows, reps);
    view_ = comparison_view(study_, comparison_);
    view_.study = study_.spec.title.empty() ? study_.spec.id : study_.spec.title;
    manifest_ = manifest_of(study_, {});
    planned_ = planned_coverage(study_);
    manifest_.run = {"ceaseline compare /home/somebody", 7, "2031-02-03T04:05:06Z", "2031-02-03T04:06:07Z",
                     "gcc"};
  }
  [[nodiscard]] std::string page() const {
    return html_report({study_, plan_, comparison_, view_, manifest_, planned_});
  }

  Study study_;
  Plan plan_;
  Comparison comparison_;
  ComparisonView view_;
  Manifest manifest_;
  std::vector<PlannedCoverage> planned_;
};

TEST_F(HtmlReport, HasItsSectionsInTheirOrder) {
  make();
  std::string const html = page();
  std::size_t last = 0;
  for (char const* const id :
       {"answer", "designs", "map", "spacetime", "differences", "chain", "losses", "hours", "fairness",
        "cost", "resilience", "sensitivity", "assumptions", "manifest"}) {
    std::size_t const at = html.find("<section id=\"" + std::string{id} + "\"");
    ASSERT_NE(at, std::string::npos) << id;
    EXPECT_GT(at, last) << id;
    last = at;
  }
}

TEST_F(HtmlReport, HasEqualBytesAndNothingOfTheRun) {
  make();
  std::string const html = page();
  EXPECT_EQ(page(), html);
  EXPECT_THAT(html, Not(HasSubstr("2031-")));
  EXPECT_THAT(html, Not(HasSubstr("/home/somebody")));
}

TEST_F(HtmlReport, AsksNothingOfAnyNetwork) {
  make();
  std::string const html = page();
  std::string const own =
      "http://www.w3.org/2000/svg";  // the name of a language, not an address that is asked
  for (std::size_t at = html.find("://"); at != std::string::npos; at = html.find("://", at + 1))
    EXPECT_EQ(html.compare(at - 4, own.size(), own), 0) << html.substr(at < 60 ? 0 : at - 60, 120);
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
  EXPECT_THAT(html, Not(HasSubstr("<link rel=\"stylesheet")));
}

TEST_F(HtmlReport, WritesTitlesAsText) {
  make({{"study.title", "\"A < B & </script><script>alert(1)</script>\""}});
  std::string const html = page();
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, HasSubstr("A &lt; B &amp; "));
}

TEST_F(HtmlReport, SaysThatOneReplicationHasNoInterval) {
  make({}, 1);
  EXPECT_THAT(page(), HasSubstr("One replication says nothing about chance"));
}

TEST_F(HtmlReport, SaysThatDesignsAreEqual) {
  make({{"study.designs", R"(["plain.toml", "twin.toml"])"}});
  EXPECT_THAT(page(), HasSubstr("All designs are equal by construction: no figure differs"));
}

TEST_F(HtmlReport, ReadsSensiblyWithADesignOfNobody) {
  make({{"study.designs", R"(["plain.toml", "nobody.toml"])"}});
  std::string const html = page();
  EXPECT_THAT(html, HasSubstr("0 in all 2"));
  EXPECT_THAT(html, Not(HasSubstr("nan")));
  EXPECT_THAT(html, Not(HasSubstr(">inf")));
}

TEST_F(HtmlReport, WritesEachChartWithItsNumbers) {
  make();
  ScratchFolder const scratch;
  std::vector<std::string> const files =
      write_figures({study_, plan_, comparison_, view_, manifest_, planned_}, scratch / "figures");
  EXPECT_GE(files.size(), 20U);
  for (std::string const& file : files) {
    std::string const text = contents(file);
    bool const picture = file.substr(file.size() - 4) == ".svg";
    EXPECT_EQ(text.rfind(picture ? "<svg " : "row,", 0) == 0 || text.rfind("hour,", 0) == 0 ||
                  text.rfind("design,", 0) == 0,
              true)
        << file;
  }
}

}  // namespace
}  // namespace ceaseline
