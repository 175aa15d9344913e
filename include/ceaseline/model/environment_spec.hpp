#pragma once

#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/base/quantity.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// One state of the weather, the same along the whole line.
struct WeatherState {
  std::string id{"clear"};
  std::string title;
  Length visibility;    ///< sight is cut at this range; 0: no limit
  Speed wind;           ///< what grounds aircraft and drowns sound
  double cloud{0};      ///< share of the sky that is overcast: the chance that a satellite sees nothing
  double listening{1};  ///< multiplies every distance of hearing (wind, rain)
  friend bool operator==(WeatherState const&, WeatherState const&) = default;
};

struct WeatherShare {
  std::string state;
  double share{1};  ///< relative weight of the time in this state
};

/// A part of the year, from its first month to the next season's.
struct SeasonSpec {
  std::string id;
  int first_month{1};       ///< 1 to 12
  double persistence{0.5};  ///< chance that the state stays for another step
  std::vector<WeatherShare> shares;
};

/// A Markov chain per season: a step keeps the state with the chance `persistence`, otherwise draws it anew
/// by `shares`, which are therefore its stationary shares.
struct WeatherSpec {
  Duration step{6 * one_hour};
  std::vector<WeatherState> states;  ///< none: always clear and calm
  std::vector<SeasonSpec> seasons;
};

/// A built-up place, in which one hears less far.
struct TownSpec {
  std::string id;
  std::string title;
  Side side{Side::A};
  Length chainage, depth;  ///< of its middle; depth not negative
  Length radius;
};

/// Ground, for sight lines of fixed sensors and posts. Without a file or relief it is flat and nothing hides.
struct TerrainSpec {
  std::string file;  ///< raster of heights in metres, relative to the file that names it
  Length relief;     ///< made-up ground instead: standard deviation of heights; 0: none
  Length wavelength{Length::kilometres(4)};  ///< of its largest hills
  int seed{1};                               ///< of made-up ground: the same in all replications
  double refraction{7.0 / 6.0};      ///< factor on the radius of the Earth: 7/6 for light, 4/3 for radio
  Length cell{Length::metres(100)};  ///< of the grid in memory
};

void visit(Fields& f, WeatherSpec& w);
void visit(Fields& f, TownSpec& t);
void visit(Fields& f, TerrainSpec& t);

}  // namespace ceaseline
