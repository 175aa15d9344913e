#pragma once

#include <string>

namespace ceaseline::report {

// What the build made of tools/report, as it stands in the program; all of it empty where there was no npm.

[[nodiscard]] bool has_web_bundle();
/// The script of the page.
[[nodiscard]] std::string web_script();
/// Coasts and borders of the world, as tools/report/basemap.mjs packs them.
[[nodiscard]] std::string basemap_bytes();

}  // namespace ceaseline::report
