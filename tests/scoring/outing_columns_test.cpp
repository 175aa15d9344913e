// Patrols, sorties, journeys and danger, each on a handful of outings that can be counted by eye.
#include "scoring/scored.hpp"

namespace ceaseline {
namespace {

TEST_F(Scored, PatrolsByTheLocalClock) {
  // The period starts at 00:00 UTC, 02:00 local: noon is at 10 h, 34 h, ..., midnight at 22 h, 46 h, ...
  auto const outing = [](Side side, Light light, double from, double to, bool allowed) {
    Outing o;
    o.side = side;
    o.light = light;
    o.from = toy::at_hour(from);
    o.to = toy::at_hour(to);
    o.allowed = allowed;
    return o;
  };
  record_.outings = {
      outing(Side::A, Light::Day, 6, 12, true),     outing(Side::A, Light::Day, 10, 12, true),
      outing(Side::A, Light::Day, 6, 10, true),  // home at the stroke of noon: not out
      outing(Side::B, Light::Day, 6, 12, false),    outing(Side::B, Light::Night, 18, 24, true),
      outing(Side::A, Light::Night, 238, 244, true)};  // the period ends at 240 h
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=A"), 2);
  record_.outings.push_back(
      outing(Side::A, Light::Day, 30, 34, true));  // home at the stroke of the second noon
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=A"), 2);
  record_.outings.back().to += Duration{1};
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=A"), 3);
  record_.outings.back().from = record_.outings.back().to;
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=A"), 2);
  record_.outings.pop_back();
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=B"), 0);
  EXPECT_EQ((*this)("patrols_out_at_midnight", "side=B"), 1);
  EXPECT_EQ((*this)("patrol_hours", "side=A;light=day"), 12);
  EXPECT_EQ((*this)("patrol_hours", "side=A;light=night"), 2);
  EXPECT_EQ((*this)("patrol_hours", "side=B"), 12);
  EXPECT_EQ((*this)("patrol_hours_allowed", "side=B"), 6);
  EXPECT_EQ((*this)("patrols"), 6);
  EXPECT_EQ((*this)("patrols_allowed"), 5);
}

TEST_F(Scored, JourneysAreRefusedOrFindNothingOrComeTooLateOrDoTheirWork) {
  // By side A, so that the scene lies on side B.
  toy::tell(record_, toy::incident(), toy::Story::heard(1).until(Step::Located, Reason::EvidenceGone));
  auto const visit = [](std::int32_t incident, bool allowed, bool in_time) {
    Visit v;
    v.incident = incident;
    v.side = Side::B;
    v.allowed = allowed;
    v.in_time = in_time;
    return v;
  };
  record_.visits = toy::series<Visit>({visit(0, true, true), visit(0, true, false), visit(0, false, false),
                                       visit(-1, true, true), visit(-1, false, true)});
  record_.visits.push_back(visit(-1, true, true));
  record_.visits.back().side = Side::A;
  EXPECT_EQ((*this)("journeys", "side=B"), 5);
  EXPECT_EQ((*this)("journeys", "side=A"), 1);
  EXPECT_EQ((*this)("journeys_refused", "side=B"), 2);
  EXPECT_EQ((*this)("journeys_too_late", "side=B"), 1);
  EXPECT_EQ((*this)("journeys_to_nothing", "side=B"), 1);
  EXPECT_EQ((*this)("journeys_to_nothing", "side=A"), 1);
}

TEST_F(Scored, SortiesAreNoPatrols) {
  auto const outing = [](Side side, OutingFate fate, bool aircraft) {
    Outing o;
    o.side = side;
    o.from = toy::at_hour(8);  // out at noon, which is at 10 h
    o.to = toy::at_hour(12);
    o.fate = fate;
    o.allowed = fate != OutingFate::Refused && fate != OutingFate::Closed;
    o.aircraft = aircraft;
    return o;
  };
  for (OutingFate const fate : {OutingFate::Went, OutingFate::Went, OutingFate::Jammed, OutingFate::Lost,
                                OutingFate::Grounded, OutingFate::Closed})
    record_.outings.push_back(outing(Side::A, fate, true));
  EXPECT_EQ((*this)("sorties", "side=A"), 6);
  EXPECT_EQ((*this)("sorties", "side=B"), 0);
  EXPECT_EQ((*this)("sorties_flown"), 4);
  EXPECT_EQ((*this)("sorties_jammed"), 1);
  EXPECT_EQ((*this)("sorties_grounded"), 1);
  EXPECT_EQ((*this)("aircraft_lost"), 1);
  for (char const* const metric : {"patrols", "patrols_allowed", "patrol_hours", "patrol_hours_allowed",
                                   "patrols_out_at_noon", "patrols_without_vehicle"})
    EXPECT_EQ((*this)(metric), 0) << metric;
  record_.outings = {outing(Side::B, OutingFate::NoVehicle, false), outing(Side::B, OutingFate::Went, false)};
  EXPECT_EQ((*this)("patrols"), 2);
  EXPECT_EQ((*this)("patrols_allowed"), 2);
  EXPECT_EQ((*this)("patrols_without_vehicle", "side=B;light=day"), 1);
  EXPECT_EQ((*this)("patrols_out_at_noon"), 1) << "without a vehicle nobody is out";
  EXPECT_EQ((*this)("sorties"), 0);
}

TEST_F(Scored, DangerBelongsToTheSideWorkedOn) {
  record_.exposure[0] = {12.5, 3, 4};
  record_.exposure[1] = {0.5, 1, 0};
  EXPECT_EQ((*this)("person_hours_near_fire", "side=A"), 12.5);
  EXPECT_EQ((*this)("person_hours_near_fire"), 13);
  EXPECT_EQ((*this)("withdrawals", "side=A"), 3);
  EXPECT_EQ((*this)("withdrawals", "side=B"), 1);
  EXPECT_EQ((*this)("mined_outings", "side=A"), 4);
  EXPECT_EQ((*this)("mined_outings", "side=B"), 0);
}

}  // namespace
}  // namespace ceaseline
