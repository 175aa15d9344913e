#pragma once

#include <optional>
#include <string>
#include <vector>

#include "overrides.hpp"
#include "texts.hpp"

namespace ceaseline {

/// A design as its files and the overrides give it.
struct DesignText {
  DesignSpec spec;
  Node tree;         ///< all its files merged; every value knows where it was written
  Node unread;       ///< the same before anybody asked for anything
  bool sound{true};  ///< nothing wrong was found in it
};

/// Reads a design: the file it extends, then its organisation, then `sensors_from`, then its own keys, each
/// laid over what came before; the files named may themselves name files. Then the overrides. \param named
/// the value in the study: a file name, or the design itself as a table \param key    of that value
[[nodiscard]] std::optional<DesignText> read_design(Texts& texts, Node const& named, std::string const& key,
                                                    std::vector<Override> const& overrides,
                                                    SensorRegistry const& sensors);

/// The design as a case has it. \pre overrides name no files
[[nodiscard]] DesignText design_in_case(Texts& texts, DesignText const& design,
                                        std::vector<Override> const& overrides,
                                        SensorRegistry const& sensors);

/// Notes every name in a design that names nothing: bases and places that the map lacks, sensors, policies.
void check_names(DesignText& design, std::vector<MapPlace> const& places, Registries const& registries,
                 Texts& texts);

}  // namespace ceaseline
