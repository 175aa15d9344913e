#include "complaints.hpp"

#include <cmath>

namespace ceaseline {

void Complaints::add(std::string key, std::string what) {
  all_.push_back(Diagnostic{"", 0, 0, std::move(key), std::move(what)});
}

void Complaints::add(char const* list, std::size_t i, char const* field, std::string what) {
  add(std::string("world.") + list + "[" + std::to_string(i) + "]." + field, std::move(what));
}

void Complaints::raise() {
  constexpr std::size_t shown = 20;
  if (all_.empty()) return;
  if (all_.size() > shown) {
    std::size_t const more = all_.size() - shown;
    all_.resize(shown);
    add("world", "and " + std::to_string(more) + " more like these");
  }
  throw InputError(std::move(all_));
}

std::string in_kilometres(Length l) {
  auto const tenths = static_cast<long>(std::lround(l.kilometres() * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " km";
}

}  // namespace ceaseline
