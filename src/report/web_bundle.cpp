#include "web_bundle.hpp"

namespace ceaseline::report {
namespace {

struct Piece {
  char const* text;
  std::size_t size;
};

// Written by the build: arrays of text, in pieces that every compiler takes.
#include "web_bundle.inc"

template <std::size_t N>
std::string joined_pieces(Piece const (&pieces)[N]) {
  std::string all;
  for (Piece const& p : pieces) all.append(p.text, p.size);
  return all;
}

}  // namespace

bool has_web_bundle() { return script_pieces[0].size > 0; }
std::string web_script() { return joined_pieces(script_pieces); }
std::string basemap_bytes() { return joined_pieces(basemap_pieces); }

}  // namespace ceaseline::report
