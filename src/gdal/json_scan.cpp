#include "json_scan.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "ceaseline/base/input_error.hpp"
#include "limits.hpp"

namespace ceaseline::gdal {

namespace {

using Json = nlohmann::json;

/// The parser's own words without its code and position: "invalid literal; last read: '[N'".
std::string reason(std::string text) {
  for (char const* const lead : {"] ", ", column ", ": syntax error while parsing ", " - "})
    if (auto const at = text.find(lead); at != std::string::npos) text.erase(0, at + std::strlen(lead));
  if (text.size() > 160) text = text.substr(0, 160) + "...";
  return text;
}

/// Letters A to Z in small: GDAL finds `CRS` as well as `crs`.
std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool registered_code(std::string const& crs) {
  constexpr std::array<std::string_view, 5> prefixes{
      "urn:", "EPSG:", "OGC:", "http://www.opengis.net/def/crs/", "https://www.opengis.net/def/crs/"};
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view p) { return crs.compare(0, p.size(), p) == 0; });
}

/// Listens to the parser; keeps of the text only the way to the present value.
class Scan : public nlohmann::json_sax<Json> {
 public:
  [[nodiscard]] std::string const& complaint() const { return complaint_; }
  [[nodiscard]] std::optional<std::size_t> byte() const { return byte_; }

  bool null() override { return scalar(); }
  bool boolean(bool) override { return scalar(); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, string_t const&) override { return number(); }
  bool binary(binary_t&) override { return scalar(); }

  bool string(string_t& value) override {
    if (within("crs", 1) && within("type", 0) && lower(value) != "name" && lower(value) != "epsg")
      return refuse("the crs is of type \"" + value +
                    "\", which is not read: it may lead to the network; leave crs out and use WGS 84");
    if (within("crs", 2) && within("name", 0) && !registered_code(value))
      return refuse("the crs \"" + value.substr(0, 80) +
                    "\" is not a registered code; write \"EPSG:4326\" or leave crs out");
    return scalar();
  }

  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (!levels_.back().keys.insert(name).second)
      return refuse("the key \"" + name.substr(0, 80) + "\" stands twice in one object; keep one of them");
    levels_.back().key = name;
    return true;
  }

  bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const& e) override {
    byte_ = position;
    return refuse("not valid JSON: " + reason(e.what()));
  }

 private:
  struct Level {
    bool array{false};
    bool empty{true};
    std::string key;
    std::set<std::string> keys;
  };

  bool refuse(std::string what) {
    complaint_ = std::move(what);
    return false;
  }

  /// Does this value stand under the key `name`, `depth` objects up? 0 is its own key.
  [[nodiscard]] bool within(char const* name, std::size_t depth) const {
    return levels_.size() > depth && lower(levels_[levels_.size() - 1 - depth].key) == name;
  }

  bool scalar() {
    if (!levels_.empty()) levels_.back().empty = false;
    return true;
  }

  /// An array that begins with a number is counted as a vertex.
  bool number() {
    if (!levels_.empty() && levels_.back().array && levels_.back().empty && ++vertices_ > max_vertices)
      return refuse(
          "more than 200,000 vertices; simplify the geometry to 10 m and leave out what is not the line");
    return scalar();
  }

  bool open(bool array) {
    scalar();
    if (levels_.size() == max_nesting) return refuse("brackets are nested more than 64 deep; this is no map");
    levels_.push_back({array, true, {}, {}});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  std::vector<Level> levels_;
  std::size_t vertices_{0};
  std::string complaint_;
  std::optional<std::size_t> byte_;
};

}  // namespace

void scan_json(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  Scan scan;
  if (Json::sax_parse(text, &scan)) return;
  Diagnostic bad{path, 0, 0, "", scan.complaint()};
  if (scan.byte()) {
    auto const end = text.begin() + static_cast<std::ptrdiff_t>(std::min(*scan.byte(), text.size()));
    auto const line_begin = std::find(std::make_reverse_iterator(end), text.rend(), '\n').base();
    bad.line = 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
    bad.column = std::max(1, static_cast<int>(end - line_begin));
  }
  throw InputError{bad};
}

}  // namespace ceaseline::gdal
