#include "ceaseline/store/record_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "ceaseline/scoring/score_sheet.hpp"
#include "ceaseline/store/disk.hpp"
#include "csv.hpp"
#include "declared_side.hpp"
#include "map_geometry.hpp"

namespace ceaseline {
namespace {

constexpr char const* incident_head =
    "replication,incident,kind,side,light,started,ended,acts,chainage_m,depth_m,lon,lat,prevented,step,"
    "reason,"
    "acts_heard,acts_seen,first_notice,verification,verified,p_side_b,reported,report,duplicates,claimed\n";
constexpr char const* observation_head =
    "replication,incident,report,sensor,channel,at,known,kind,lon,lat,along_m,across_m\n";
constexpr char const* report_head =
    "replication,report,incident,merged_into,first,last,known,kind,kind_probability,lon,lat,half_axis_m,"
    "p_side_b,side_declared,acts,observations,heard,seen,claimed,verification,verified,publishable,"
    "published\n";
constexpr char const* outing_head = "replication,team,side,light,from,to,allowed,aircraft,fate\n";
constexpr char const* visit_head =
    "replication,incident,report,team,side,due,sent,arrived,done,allowed,in_time\n";

constexpr char const* track_head = "replication,team,side,at_work,from,to,start_m,half_way_m,end_m\n";

char const* yes(bool so) { return so ? "yes" : "no"; }

/// -1 says that there is none: an empty field.
std::string number(std::int32_t i) { return i >= 0 ? csv_field(i) : std::string{}; }

/// Instants of one period as text.
class Calendar {
 public:
  explicit Calendar(UtcTime start) : start_{start} {}
  [[nodiscard]] std::string operator()(SimTime t) const { return iso8601(start_ + t.time_since_epoch()); }
  /// With milliseconds, in which a vehicle drives some metres.
  [[nodiscard]] std::string finely(SimTime t) const {
    UtcTime const at = start_ + t.time_since_epoch();
    std::string const seconds = iso8601(at);
    return fmt::format("{}.{:03}Z", seconds.substr(0, seconds.size() - 1),
                       (at - std::chrono::floor<std::chrono::seconds>(at)).count());
  }
  /// An empty field for what did not happen.
  [[nodiscard]] std::string when(bool happened, SimTime t) const {
    return happened ? (*this)(t) : std::string{};
  }

 private:
  UtcTime start_;
};

std::string incident_lines(Record const& record, World const& world, Calendar const& at,
                           std::uint32_t replication) {
  std::string lines;
  for (std::size_t i = 0; i < record.incidents.size(); ++i) {
    Incident const& x = record.incidents[i];
    Fate const& f = record.fates[i];
    LonLat const place = shown_place(world.line().frame(), x.place);
    bool const happened = !f.prevented;
    lines += csv_line(replication, i, world.kinds()[x.kind].id, name(x.side), name(x.light), at(x.start),
                      at(x.end()), x.acts, x.chainage, x.depth, place.lon, place.lat, yes(f.prevented),
                      happened ? name(f.step) : "", happened ? name(f.reason) : "", f.acts_heard, f.acts_seen,
                      at.when(f.acts_noticed > 0, f.first_notice), name(f.verification),
                      at.when(f.verification != Verification::None, f.verified), f.p_side_b,
                      at.when(published_report(record, f) != nullptr, f.reported), number(f.report),
                      f.duplicates, yes(f.claimed));
  }
  return lines;
}

std::string observation_lines(Record const& record, World const& world, Calendar const& at,
                              std::uint32_t replication) {
  std::string lines;
  for (Observation const& o : record.observations) {
    LonLat const place = shown_place(world.line().frame(), o.place);
    std::string const sensor =
        o.sensor >= 0 ? record.sensor_ids[static_cast<std::size_t>(o.sensor)] : std::string{};
    lines += csv_line(replication, number(o.incident), o.report, sensor, name(o.channel), at(o.at),
                      at(o.known), world.kinds()[o.kind].id, place.lon, place.lat, o.along, o.across);
  }
  return lines;
}

std::string report_lines(Record const& record, World const& world, Calendar const& at,
                         std::uint32_t replication) {
  std::string lines;
  for (std::size_t i = 0; i < record.reports.size(); ++i) {
    Report const& r = record.reports[i];
    LonLat const place = shown_place(world.line().frame(), r.place);
    lines += csv_line(replication, i, number(r.incident), number(r.merged_into), at(r.first), at(r.last),
                      at(r.known), world.kinds()[r.kind].id, r.kind_probability, place.lon, place.lat,
                      r.half_axis, r.p_side_b, shown_side(r.declared), r.acts, r.observations, yes(r.heard),
                      yes(r.seen), yes(r.claimed), name(r.verification),
                      at.when(r.verification != Verification::None, r.verified), yes(r.publishable),
                      at.when(r.publishable && r.merged_into < 0, r.published));
  }
  return lines;
}

}  // namespace

void RecordTables::add(Record const& record, World const& world, std::uint32_t replication) {
  Calendar const at{world.spec().period.start};
  incidents_ += incident_lines(record, world, at, replication);
  observations_ += observation_lines(record, world, at, replication);
  reports_ += report_lines(record, world, at, replication);
  for (Outing const& o : record.outings)
    outings_ += csv_line(replication, record.team_ids[o.team], name(o.side), name(o.light), at(o.from),
                         at(o.to), yes(o.allowed), yes(o.aircraft), name(o.fate));
  for (Visit const& v : record.visits)
    visits_ += csv_line(replication, number(v.incident), v.report, record.team_ids[v.team], name(v.side),
                        at(v.due), at(v.sent), at(v.arrived), at(v.done), yes(v.allowed), yes(v.in_time));
}

void RecordTables::add_tracks(Mission const& mission, std::vector<Track> const& tracks, World const& world,
                              std::uint32_t replication) {
  Calendar const at{world.spec().period.start};
  for (Track const& track : tracks) {
    Team const& team = mission.teams()[track.team];
    for (SimTime from = track.from; from < track.to;) {
      bool const waits = from < track.motion.begins();
      SimTime const end = waits ? track.motion.begins() : track.motion.piece_at(from).to;
      SimTime const to = std::min(track.to, end);
      tracks_ += csv_line(replication, team.id, name(team.side), yes(track.at_work), at.finely(from),
                          at.finely(to), track.motion.at(from).chainage,
                          track.motion.at(from + (to - from) / 2).chainage, track.motion.at(to).chainage);
      from = to;
    }
  }
}

void RecordTables::write(std::string const& folder) const {
  make_folder(folder);
  write_file(folder + "/incidents.csv", incident_head + incidents_);
  write_file(folder + "/observations.csv", observation_head + observations_);
  write_file(folder + "/reports.csv", report_head + reports_);
  write_file(folder + "/outings.csv", outing_head + outings_);
  write_file(folder + "/visits.csv", visit_head + visits_);
  write_file(folder + "/tracks.csv", track_head + tracks_);
}

}  // namespace ceaseline
