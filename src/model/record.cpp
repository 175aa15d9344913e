#include "ceaseline/model/record.hpp"

#include <cstring>

#include "ceaseline/base/key.hpp"

namespace ceaseline {

char const* name(Step s) {
  static constexpr char const* names[step_count] = {"missed",   "detected",   "located",
                                                    "verified", "attributed", "in time"};
  return names[static_cast<std::size_t>(s)];
}

char const* name(Reason r) {
  static constexpr char const* names[reason_count] = {
      "none",          "no asset",     "not allowed", "failed",        "not noticed", "too uncertain",
      "not visitable", "refused",      "no team",     "evidence gone", "study ended", "side unclear",
      "late",          "out of sight", "merged",      "cue only"};
  return names[static_cast<std::size_t>(r)];
}

char const* loss_group(Reason r) {
  switch (r) {
    case Reason::NoAsset:
    case Reason::NotAllowed:
    case Reason::Failed:
    case Reason::NotNoticed:
      return name(r);
    case Reason::OutOfSight:
      return name(Reason::NoAsset);
    default:
      return "";
  }
}

char const* name(Verification v) {
  static constexpr char const* names[4] = {"none", "two sources", "visit", "recognition"};
  return names[static_cast<std::size_t>(v)];
}

char const* name(OutingFate f) {
  static constexpr char const* names[outing_fate_count] = {"went",     "refused", "closed", "no vehicle",
                                                           "grounded", "jammed",  "lost"};
  return names[static_cast<std::size_t>(f)];
}

namespace {

class Hash {
 public:
  void add(std::uint64_t v) { value_ = mixed(value_ ^ v) + 0x9e3779b97f4a7c15ULL; }
  void add(double v) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &v, sizeof bits);
    add(bits);
  }
  void add(Point p) {
    add(p.x);
    add(p.y);
  }
  void add(SimTime t) { add(static_cast<std::uint64_t>(ms_of(t))); }
  void add(Duration d) { add(static_cast<std::uint64_t>(d.count())); }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_{0x243f6a8885a308d3ULL};
};

}  // namespace

std::uint64_t Record::fingerprint() const {
  Hash h;
  for (Incident const& i : incidents) {
    h.add(i.key.value);
    h.add(i.start);
    h.add(i.duration);
    h.add(i.place);
    h.add(std::uint64_t{i.acts} << 32U | std::uint64_t{i.kind} << 8U |
          static_cast<std::uint64_t>(i.side) << 4U | static_cast<std::uint64_t>(i.light) << 1U |
          static_cast<std::uint64_t>(i.visitable));
  }
  for (Fate const& f : fates) {
    h.add(std::uint64_t{f.acts_noticed} << 32U | f.acts_heard);
    h.add(std::uint64_t{f.acts_seen} << 32U | static_cast<std::uint64_t>(f.verification) << 24U |
          static_cast<std::uint64_t>(f.declared) << 16U | static_cast<std::uint64_t>(f.step) << 8U |
          static_cast<std::uint64_t>(f.reason));
    h.add(f.first_notice);
    h.add(f.last_notice);
    h.add(f.estimate);
    h.add(f.half_axis);
    h.add(f.verified);
    h.add(f.time_to_scene);
    h.add(f.p_side_b);
    h.add(f.reported);
  }
  for (Observation const& o : observations) {
    h.add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(o.incident)) << 32U |
          static_cast<std::uint32_t>(o.sensor));
    h.add(std::uint64_t{o.report} << 16U | o.kind);
    h.add(o.at);
    h.add(o.known);
    h.add(o.place);
  }
  for (Report const& r : reports) {
    h.add(r.known);
    h.add(r.place);
    h.add(r.p_side_b);
    h.add(std::uint64_t{r.acts} << 32U | std::uint64_t{r.kind} << 8U |
          static_cast<std::uint64_t>(r.verification) << 4U | static_cast<std::uint64_t>(r.declared) << 2U |
          static_cast<std::uint64_t>(r.publishable) << 1U | static_cast<std::uint64_t>(r.claimed));
  }
  for (Outing const& o : outings) {
    h.add(std::uint64_t{o.team} << 4U | static_cast<std::uint64_t>(o.fate));
    h.add(o.from);
    h.add(o.to);
  }
  for (Visit const& v : visits) {
    h.add(std::uint64_t{v.report} << 32U | v.team);
    h.add(v.sent);
    h.add(v.arrived);
    h.add(static_cast<std::uint64_t>(v.allowed) << 1U | static_cast<std::uint64_t>(v.in_time));
  }
  for (Exposure const& e : exposure) {
    h.add(e.near_fire);
    h.add(e.withdrawals);
    h.add(e.mined_outings);
  }
  return h.value();
}

}  // namespace ceaseline
