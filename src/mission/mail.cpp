#include <algorithm>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

/// What a party calls an incident is worth no more than what an observer does; assumption.
constexpr double claimed_kind_right = 0.8;

bool later(Letter const& a, Letter const& b) {
  return a.known != b.known ? a.known > b.known : a.order > b.order;
}

Key claims_of(Side side) { return key_of(side == Side::A ? "claims of A" : "claims of B"); }

Duration part(Duration d, double times) {
  return Duration{static_cast<std::int64_t>(std::min(times * static_cast<double>(d.count()), 1e15))};
}

}  // namespace

void Simulation::State::post(Letter letter) {
  if (letter.known >= world_.end()) return;
  letter.order = letters_posted_++;
  letters_.push_back(letter);
  std::push_heap(letters_.begin(), letters_.end(), later);
  queue_.set(mail_slot(), letters_.front().known, sighting_third);
}

void Simulation::State::mail_arrives(SimTime now) {
  while (!letters_.empty() && letters_.front().known <= now) {
    std::pop_heap(letters_.begin(), letters_.end(), later);
    Letter const letter = letters_.back();
    letters_.pop_back();
    deliver(letter);
  }
  if (!letters_.empty()) queue_.set(mail_slot(), letters_.front().known, sighting_third);
}

/// The side that suffers an incident complains of it, sometimes, and never of what it does itself.
void Simulation::State::may_claim(std::uint32_t index) {
  ClaimSpec const& claims = world_.spec().claims;
  Incident const& incident = record_.incidents[index];
  Side const sufferer = other(incident.side);
  double const share = sufferer == Side::A ? claims.share_a : claims.share_b;
  if (!(share > 0)) return;
  Block const b = draws_.at(purpose::claim, incident.key, 0);
  if (!(b.unit() < share)) return;
  record_.fates[index].claimed = true;
  Letter letter;
  bool const object = world_.kinds()[incident.kind].object;
  letter.known = (object ? incident.start : incident.end()) + part(claims.delay, exponential(b.open_unit(1)));
  letter.origin = {static_cast<std::int32_t>(index), -1};
  point_out_scene(letter, index);
  double const error = std::max(least_error, claims.place_error.metres());
  // Whoever complains: an incident has one sufferer, and what is mirrored must err mirrored.
  Block const off = draws_.at(purpose::location_error, key_of("claims"), incident.key.value);
  Notice& n = letter.notice;
  n.at = incident.start;
  n.channel = Channel::Claim;
  n.platform = ~std::uint32_t{0};
  n.along = n.across = error;
  n.place = {incident.place.x + normal_quantile(off.open_unit(0)) * error,
             incident.place.y + normal_quantile(off.open_unit(1)) * error * (sufferer == Side::A ? 1 : -1)};
  n.kind = incident.kind;
  n.kind_right = claimed_kind_right;
  n.object = object;
  post(letter);
}

/// Complaints of what did not happen, at uniform places of the line.
void Simulation::State::draw_invented_claims() {
  ClaimSpec const& claims = world_.spec().claims;
  for (Side const side : {Side::A, Side::B}) {
    double const rate = side == Side::A ? claims.invented_per_day_a : claims.invented_per_day_b;
    if (!(rate > 0) || alarm_kinds_.empty()) continue;
    SimTime t{};
    for (std::uint64_t turn = 0;; ++turn) {
      Block const b = draws_.at(purpose::false_claim, claims_of(side), turn);
      t += part(one_day, exponential(b.open_unit(0)) / rate) + Duration{1};
      if (t >= world_.end()) break;
      Letter letter;
      letter.known = t;
      letter.names_scene = true;
      letter.scene_side = side;
      letter.scene_chainage = b.unit(1) * world_.line().length().metres();
      Notice& n = letter.notice;
      n.at = t;
      n.channel = Channel::Claim;
      n.platform = ~std::uint32_t{0};
      n.along = n.across = std::max(least_error, claims.place_error.metres());
      n.place = world_.line().at(Length::metres(letter.scene_chainage));
      n.kind = alarm_kinds_[turn % alarm_kinds_.size()];
      post(letter);
    }
  }
}

}  // namespace ceaseline
