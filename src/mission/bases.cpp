#include <algorithm>
#include <cmath>

#include "builder.hpp"

namespace ceaseline {
namespace {

/// A base farther from the line than this belongs to another map.
constexpr double farthest_base_km = 150;

}  // namespace

void Mission::Builder::add_bases() {
  for (std::string const& id : m_.spec_.siting.bases) {
    MapPlace const* p = find_place("siting.bases", id);
    if (p == nullptr) continue;
    Base b;
    b.id = p->id;
    b.title = p->title;
    b.key = key_of(p->id);
    b.side = p->side;
    b.place = world_.line().frame().to_local(p->at);
    b.at = world_.line().nearest(b.place);
    if (std::abs(b.at.depth.kilometres()) > farthest_base_km) {
      wrong("siting.bases",
            "\"" + id + "\" lies " + std::to_string(std::lround(std::abs(b.at.depth.kilometres()))) +
                " km off the line; is the line of another map? Give its places with world.line.places");
    }
    m_.bases_.push_back(std::move(b));
  }
  sort_by_key(m_.bases_);
  for (std::size_t i = 1; i < m_.bases_.size(); ++i) {
    if (m_.bases_[i].id == m_.bases_[i - 1].id)
      wrong("siting.bases", "\"" + m_.bases_[i].id + "\" is listed twice");
  }
  for (Side const side : {Side::A, Side::B}) cut_sectors(side);
}

/// Sectors reach half-way, in chainage, to the next base of the side.
void Mission::Builder::cut_sectors(Side side) {
  std::vector<Base*> along;
  for (Base& b : m_.bases_) {
    if (b.side == side) along.push_back(&b);
  }
  std::stable_sort(along.begin(), along.end(),
                   [](Base const* a, Base const* b) { return a->at.chainage < b->at.chainage; });
  for (std::size_t i = 0; i < along.size(); ++i) {
    Length const at = along[i]->at.chainage;
    along[i]->sector.from = i == 0 ? Length{} : (along[i - 1]->at.chainage + at) * 0.5;
    along[i]->sector.to =
        i + 1 == along.size() ? world_.line().length() : (along[i + 1]->at.chainage + at) * 0.5;
  }
}

/// Places of the map with the role "crossing", in the order of chainage.
void Mission::Builder::find_crossings() {
  for (MapPlace const& p : places_) {
    if (p.role != "crossing") continue;
    m_.crossings_.push_back(world_.line().nearest(world_.line().frame().to_local(p.at)).chainage.metres());
  }
  std::sort(m_.crossings_.begin(), m_.crossings_.end());
}

}  // namespace ceaseline
