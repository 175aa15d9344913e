#include "ceaseline/scoring/metrics.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <stdexcept>

#include "scoring/toy_world.hpp"

namespace ceaseline {
namespace {

// A month of shooting in which side A is detected more often than side B.
Record month(unsigned seed) {
  std::mt19937_64 random{seed};
  Record record;
  for (int i = 0; i < 200; ++i) {
    Incident incident = toy::incident();
    incident.side = random() % 2 == 0 ? Side::A : Side::B;
    incident.kind = static_cast<std::uint16_t>(random() % 2);
    incident.visitable = incident.kind == 1;
    bool const detected = random() % 10 < (incident.side == Side::A ? 6U : 3U);
    toy::Story const story = detected ? toy::Story::heard(2).half_axis(500).blamed_on(Side::A).until(
                                            Step::Located, Reason::NotVisitable)
                                      : toy::Story::missed(Reason::NotNoticed);
    toy::tell(record, incident, story);
  }
  return record;
}

Record with_sides_swapped(Record record) {
  for (Incident& i : record.incidents) i.side = other(i.side);
  return record;
}

class Metrics : public ::testing::Test {
 protected:
  Metrics() {
    for (unsigned r = 0; r < 20; ++r) {
      rows_.push_back(sheet_.score(month(r), world_));
      swapped_.push_back(sheet_.score(with_sides_swapped(month(r)), world_));
    }
  }
  Estimate of(char const* id, ScoreRows const& rows, std::string const& stratum = "all") const {
    MetricDefinition const& m = find_metric(catalogue_, id, stratum);
    return estimate(m, evaluate(m, sheet_, rows));
  }
  World world_{toy::world()};
  ScoreSheet sheet_{world_};
  std::vector<MetricDefinition> catalogue_{metric_catalogue(world_)};
  ScoreRows rows_;
  ScoreRows swapped_;
};

TEST_F(Metrics, EveryMetricCanBeEvaluatedAndHasItsOwnName) {
  std::set<std::string> names;
  for (MetricDefinition const& m : catalogue_) {
    EXPECT_NO_THROW(static_cast<void>(evaluate(m, sheet_, rows_))) << m.id;
    EXPECT_TRUE(names.insert(m.id + " " + m.stratum).second) << m.id << ' ' << m.stratum;
    EXPECT_FALSE(m.title.empty()) << m.id;
  }
  for (MetricDefinition const& m : segment_catalogue(world_))
    EXPECT_NO_THROW(static_cast<void>(evaluate(m, sheet_, rows_))) << m.id << ' ' << m.stratum;
}

TEST_F(Metrics, RowsOfTheFirstTableThatCanBeJudgedAreThere) {
  std::set<int> rows;
  for (MetricDefinition const& m : catalogue_) rows.insert(m.row);
  EXPECT_EQ(rows, (std::set<int>{0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
  EXPECT_EQ(find_metric(catalogue_, headline_metric).unit, "share");
}

TEST_F(Metrics, SwappingTheSidesInvertsEvenHandedness) {
  Estimate const straight = of("even_handedness", rows_);
  Estimate const mirrored = of("even_handedness", swapped_);
  EXPECT_GT(straight.value, 1.5);
  EXPECT_NEAR(straight.value * mirrored.value, 1, 1e-12);
  EXPECT_NEAR(straight.ci.low * mirrored.ci.high, 1, 1e-12);
  EXPECT_NEAR(straight.ci.high * mirrored.ci.low, 1, 1e-12);
}

TEST_F(Metrics, SwappingTheSidesLeavesTheWorseSideAsBad) {
  Estimate const straight = of("worse_side_detected", rows_);
  EXPECT_DOUBLE_EQ(straight.value, of("incidents_detected", rows_, "side=B").value);
  EXPECT_DOUBLE_EQ(straight.value, of("worse_side_detected", swapped_).value);
  EXPECT_DOUBLE_EQ(straight.ci.low, of("worse_side_detected", swapped_).ci.low);
}

TEST_F(Metrics, StrataWeighUpToTheWhole) {
  double hits = 0;
  double all = 0;
  for (ScoreRows::value_type const& row : rows_) {
    for (std::size_t const c : sheet_.find("incidents_detected")) hits += row[c];
    for (std::size_t const c : sheet_.find("incidents")) all += row[c];
  }
  EXPECT_DOUBLE_EQ(of("incidents_detected", rows_).value, hits / all);
  EXPECT_DOUBLE_EQ(all, 20 * 200);
}

TEST_F(Metrics, ADayHasTwentyFourHours) {
  // 200 incidents of 10 acts in 10 days.
  EXPECT_DOUBLE_EQ(of("acts_per_day", rows_).value, 200);
}

TEST_F(Metrics, RowElevenIsOfReportsNotOfWhatWasNoticed) {
  // Ten days; two reports published, of 7 and 3 acts, the second of nothing; a third is kept back.
  Record record;
  toy::tell(record, toy::incident(), toy::Story::missed(Reason::NotNoticed));
  record.reports =
      toy::series<Report>({toy::report(0, 0, 7), toy::report(-1, 0, 3), toy::report(-1, 0, 100)});
  record.reports[2].publishable = false;
  record.exposure[0].near_fire = 15;
  record.exposure[1].near_fire = 5;
  ScoreRows const rows{sheet_.score(record, world_)};
  EXPECT_DOUBLE_EQ(of("acts_published_per_day", rows).value, 1);
  EXPECT_DOUBLE_EQ(of("acts_per_day", rows).value, 1);
  EXPECT_DOUBLE_EQ(of("published_false", rows).value, 0.5);
  EXPECT_DOUBLE_EQ(of("reports_false", rows).value, 2 / 3.0);
  EXPECT_DOUBLE_EQ(of("near_fire_per_year", rows).value, 20 * 36.5);
  EXPECT_DOUBLE_EQ(of("near_fire_per_year", rows, "side=B").value, 5 * 36.5);
  EXPECT_EQ(find_metric(catalogue_, "near_fire_per_year").title, "person-hours within 2 km of live fire");
}

TEST_F(Metrics, ThingsThatStayHaveOneLineOfRowFourAndNoneOfRowFive) {
  std::vector<std::string> four;
  for (MetricDefinition const& m : catalogue_) {
    if (m.row == 4) four.push_back(m.id + " " + m.stratum);
    if (m.row == 5) {
      EXPECT_EQ(m.stratum.find("kind=weapon"), std::string::npos);
    }
  }
  EXPECT_EQ(four, (std::vector<std::string>{"incidents_detected kind=small-arms",
                                            "acts_detected kind=small-arms", "incidents_detected kind=mortar",
                                            "acts_detected kind=mortar", "objects_detected kind=weapon"}));
  Record record;
  Incident weapon = toy::incident();
  weapon.kind = 2;
  toy::tell(record, weapon, toy::Story::missed(Reason::NoAsset));
  toy::tell(record, weapon, toy::Story::heard(0).seen(1).until(Step::Detected, Reason::TooUncertain));
  ScoreRows const rows{sheet_.score(record, world_)};
  EXPECT_EQ(of("objects_detected", rows, "kind=weapon").value, 0.5);
}

TEST_F(Metrics, RowEightIsOfExplosionsAlone) {
  Record record;
  for (std::uint16_t kind = 0; kind < 3; ++kind) {
    Incident i = toy::incident();
    i.kind = kind;
    i.visitable = true;
    toy::Story const visited =
        toy::Story::heard(1).verified(Verification::Visit, 5).until(Step::Verified, Reason::SideUnclear);
    toy::tell(record, i, kind == 1 ? toy::Story::missed(Reason::NotNoticed) : visited);
  }
  ScoreRows const rows{sheet_.score(record, world_)};
  EXPECT_EQ(of("explosions_verified", rows).value, 0) << "neither small arms nor a weapon explodes";
  EXPECT_EQ(of("visitable_verified", rows).value, 0);
}

TEST_F(Metrics, IntervalsOfSharesStayWithinTheirRange) {
  for (MetricDefinition const& m : catalogue_) {
    if (m.kind != MetricKind::Share) continue;
    Estimate const e = estimate(m, evaluate(m, sheet_, rows_));
    if (!e.has_interval) continue;
    EXPECT_LE(0, e.ci.low) << m.id;
    EXPECT_LE(e.ci.low, e.value) << m.id;
    EXPECT_LE(e.value, e.ci.high) << m.id;
    EXPECT_LE(e.ci.high, 1) << m.id;
  }
}

TEST_F(Metrics, ADifferenceOfSharesStaysWithinTheirRange) {
  MetricDefinition const& m = find_metric(catalogue_, "incidents_detected");
  Linearised const all{1, {0.1, -0.1}, {true, true}, 2};
  Linearised const none{0, {0, 0}, {true, true}, 2};
  EXPECT_EQ(difference(m, all, none).difference.ci.high, 1);
  EXPECT_EQ(difference(m, none, all).difference.ci.low, -1);
  EXPECT_GT(paired_difference(all, none).difference.ci.high, 1);
}

TEST_F(Metrics, ADesignComparedWithItselfDiffersInNothing) {
  for (MetricResult const& r : compare_metrics(catalogue_, sheet_, {rows_, rows_}, 0)) {
    if (r.differences[1].finding == Finding::NotDefined) {
      EXPECT_EQ(r.estimates[1].n, 0U) << r.metric.id;
      continue;
    }
    EXPECT_EQ(r.differences[1].finding, Finding::NoDifference) << r.metric.id << ' ' << r.metric.stratum;
    EXPECT_EQ(r.differences[1].difference.value, 0);
  }
}

TEST_F(Metrics, ComparisonIsAgainstTheBaseline) {
  std::vector<MetricDefinition> const one{find_metric(catalogue_, "incidents_side_wrong")};
  MetricResult const r = compare_metrics(one, sheet_, {rows_, swapped_}, 0).front();
  // Everything is blamed on side A: wrong for a third, and with the sides swapped for the other two thirds.
  EXPECT_NEAR(r.estimates[0].value + r.estimates[1].value, 1, 1e-12);
  EXPECT_NEAR(r.differences[1].difference.value, r.estimates[1].value - r.estimates[0].value, 1e-12);
  EXPECT_EQ(r.differences[1].finding, Finding::Distinguishable);
  EXPECT_EQ(r.differences[0].finding, Finding::NoDifference);
}

TEST_F(Metrics, AnUnknownMetricIsNamed) {
  EXPECT_THROW(static_cast<void>(find_metric(catalogue_, "beauty")), std::out_of_range);
}

}  // namespace
}  // namespace ceaseline
