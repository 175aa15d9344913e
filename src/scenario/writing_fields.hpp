#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/scenario/quantity_text.hpp"
#include "node.hpp"

namespace ceaseline {

/// Every line behind a "# ".
[[nodiscard]] std::string commented(std::string const& text);

enum class Style {
  Plain,      ///< keys, values and the sources of figures: the resolved scenario
  Explained,  ///< with the meaning behind each key, and an element of every empty list as a comment
};

/// Writes one table, and those in it, as TOML that ReadingFields reads back to the same values.
class WritingFields final : public Fields {
 public:
  /// \param header   "[world.period]", "[[designs]]", or "" at the top of a text
  /// \param path     of the table: "world.period", or "" at the top
  /// \param written  the table as it was read, for its sources; may be nullptr
  WritingFields(std::string header, std::string path, Node const* written, Style style)
      : header_{std::move(header)}, path_{std::move(path)}, written_{written}, style_{style} {}

  /// The table with its header, its own keys first.
  [[nodiscard]] std::string toml() const;

  [[nodiscard]] bool has_keys() const { return !lines_.empty() || !tables_.empty(); }

  /// A line of its own, for what no visitor knows.
  void line(std::string const& text) { lines_ += text + '\n'; }
  /// Text that follows the keys: tables written elsewhere.
  void append(std::string const& tables) { tables_ += tables; }

  void length(char const* name, Length& value, char const* meaning) override;
  void speed(char const* name, Speed& value, char const* meaning) override;
  void angle(char const* name, Angle& value, char const* meaning) override;
  void money(char const* name, Money& value, char const* meaning) override;
  void duration(char const* name, Duration& value, char const* meaning) override;
  void time_of_day(char const* name, Duration& value, char const* meaning) override;
  void date(char const* name, UtcTime& value, char const* meaning) override;
  void share(char const* name, double& value, char const* meaning) override;
  void factor(char const* name, double& value, char const* meaning) override;
  void count(char const* name, int& value, char const* meaning) override;
  void text(char const* name, std::string& value, char const* meaning) override;
  void texts(char const* name, std::vector<std::string>& value, char const* meaning) override;
  void flag(char const* name, bool& value, char const* meaning) override;
  void choice(char const* name, int& value, std::vector<std::string> const& words,
              char const* meaning) override;
  void table(char const* name, std::function<void(Fields&)> const& inner, char const* meaning) override;
  void tables(char const* name, std::size_t size, std::function<void(std::size_t)> const& resize,
              std::function<void(Fields&, std::size_t)> const& inner, char const* meaning) override;
  void refuse(char const*, std::string const&) override {}

 private:
  void key(char const* name, std::string const& value, std::string const& meaning);
  [[nodiscard]] std::string inside(char const* name) const {
    return path_.empty() ? name : path_ + '.' + name;
  }
  [[nodiscard]] Node const* written(char const* name) const {
    return written_ == nullptr ? nullptr : written_->find(name);
  }

  std::string header_;
  std::string path_;
  Node const* written_;
  Style style_;
  std::string lines_;
  std::string sources_;
  std::string tables_;
};

}  // namespace ceaseline
