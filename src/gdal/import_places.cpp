#include <algorithm>
#include <set>

#include "ceaseline/gdal/import.hpp"
#include "source.hpp"

namespace ceaseline {

namespace {

using namespace gdal;

bool well_formed(std::string const& id) {
  return !id.empty() && std::none_of(id.begin(), id.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '\x7f';
  });
}

/// Gathers the places of one file and everything wrong with them.
class PlacesImport {
 public:
  explicit PlacesImport(std::string const& path) : path_{path} {}

  void take(Incoming const& in) {
    ImportedPlace place{text_of(in.feature, "id"),     text_of(in.feature, "title"),
                        text_of(in.feature, "role"),   text_of(in.feature, "side"),
                        text_of(in.feature, "source"), {}};
    auto const name =
        "feature " + std::to_string(in.number) + (well_formed(place.id) ? " (" + place.id + ")" : "");
    if (!well_formed(place.id))
      complain(name, "has no usable id; give each place an id without blanks, such as \"base-north\"");
    else if (!ids_.insert(place.id).second)
      complain(name, "this id is used before; give each place its own");
    if (!place.side.empty() && place.side != "A" && place.side != "B")
      complain(name, "side \"" + place.side.substr(0, 20) + "\" is neither \"A\" nor \"B\"");
    bool const river = place.role == "river";
    char const* const wanted = river ? "a single LineString, as a river is" : "a single Point";
    if (in.shapes.empty()) {
      complain(name, std::string{"has no geometry; it must be "} + wanted);
    } else if (in.shapes.size() > 1 ||
               in.shapes.front().kind != (river ? Shape::Kind::Line : Shape::Kind::Point)) {
      complain(name, std::string{"is not "} + wanted);
    } else {
      place.at = in.shapes.front().vertices.front();
      if (river) place.course = in.shapes.front().vertices;
    }
    places_.push_back(std::move(place));
  }

  std::vector<ImportedPlace> finished() {
    if (places_.empty()) throw refusal(path_, "holds no feature; a place is a Point with an id");
    if (!wrong_.empty()) throw InputError{wrong_};
    return std::move(places_);
  }

 private:
  void complain(std::string const& name, std::string const& what) {
    if (wrong_.size() < 20) wrong_.push_back({path_, 0, 0, name, what});
  }

  std::string const& path_;
  std::vector<ImportedPlace> places_;
  std::set<std::string> ids_;
  std::vector<Diagnostic> wrong_;
};

}  // namespace

std::vector<ImportedPlace> import_places(std::string const& path) {
  PlacesImport places{path};
  (void)read_features(path, "places", [&](Incoming const& in) { places.take(in); });
  return places.finished();
}

}  // namespace ceaseline
