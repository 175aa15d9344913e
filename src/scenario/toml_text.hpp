#pragma once

#include <memory>
#include <string>

#include "node.hpp"

namespace ceaseline {

/// Reads a TOML text into a tree; its `sources` tables are still plain tables in it.
/// \throws InputError with the parser's line, column and message; also for a text larger than 4 MB, and
///         for tables nested deeper than 32 or keys of more than 32 parts
[[nodiscard]] Node parse_toml(std::string const& text, std::shared_ptr<Origin const> const& origin);

/// Reads the value of an override: a TOML value, or text without quotes. `0.5`, `["ear", "eye"]`, `30 days`,
/// `shut`. Its source is the command line.
[[nodiscard]] Node parse_value(std::string const& text, std::shared_ptr<Origin const> const& origin);

/// `"text"` with everything escaped that TOML wants escaped.
[[nodiscard]] std::string quoted(std::string const& text);
/// A key as it must stand in TOML: bare when it can be.
[[nodiscard]] std::string key_text(std::string const& key);
/// A value on one line.
[[nodiscard]] std::string value_text(Node const& value);

}  // namespace ceaseline
