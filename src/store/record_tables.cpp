#include "ceaseline/store/record_tables.hpp"

#include "ceaseline/store/disk.hpp"
#include "csv.hpp"
#include "map_geometry.hpp"

namespace ceaseline {
namespace {

constexpr char const* incident_head =
    "replication,incident,kind,side,light,started,ended,acts,chainage_m,depth_m,lon,lat,step,reason,acts_"
    "heard,"
    "acts_seen,first_notice,verification,verified,p_side_b,reported\n";
constexpr char const* observation_head = "replication,incident,sensor,channel,at,lon,lat,along_m,across_m\n";
constexpr char const* outing_head = "replication,team,side,light,from,to,allowed\n";
constexpr char const* visit_head = "replication,incident,team,sent,arrived,allowed,in_time\n";

}  // namespace

void RecordTables::add(Record const& record, World const& world, std::uint32_t replication) {
  UtcTime const start = world.spec().period.start;
  Frame const& frame = world.line().frame();
  auto const text = [&start](SimTime t) { return iso8601(start + t.time_since_epoch()); };
  auto const when = [&text](bool happened, SimTime t) { return happened ? text(t) : std::string{}; };
  for (std::size_t i = 0; i < record.incidents.size(); ++i) {
    Incident const& x = record.incidents[i];
    Fate const& f = record.fates[i];
    LonLat const at = shown_place(frame, x.place);
    incidents_ += csv_line(
        replication, i, world.kinds()[x.kind].id, name(x.side), name(x.light), text(x.start), text(x.end()),
        x.acts, x.chainage, x.depth, at.lon, at.lat, name(f.step), name(f.reason), f.acts_heard, f.acts_seen,
        when(f.detected(), f.first_notice), name(f.verification),
        when(f.verification != Verification::None, f.verified), f.p_side_b, when(f.detected(), f.reported));
  }
  for (Observation const& o : record.observations) {
    LonLat const at = shown_place(frame, o.place);
    observations_ += csv_line(replication, o.incident, record.sensor_ids[o.sensor], name(o.channel),
                              text(o.at), at.lon, at.lat, o.along, o.across);
  }
  for (Outing const& o : record.outings)
    outings_ += csv_line(replication, record.team_ids[o.team], name(o.side), name(o.light), text(o.from),
                         text(o.to), o.allowed ? "yes" : "no");
  for (Visit const& v : record.visits)
    visits_ += csv_line(replication, v.incident, record.team_ids[v.team], text(v.sent), text(v.arrived),
                        v.allowed ? "yes" : "no", v.in_time ? "yes" : "no");
}

void RecordTables::write(std::string const& folder) const {
  make_folder(folder);
  write_file(folder + "/incidents.csv", incident_head + incidents_);
  write_file(folder + "/observations.csv", observation_head + observations_);
  write_file(folder + "/outings.csv", outing_head + outings_);
  write_file(folder + "/visits.csv", visit_head + visits_);
}

}  // namespace ceaseline
