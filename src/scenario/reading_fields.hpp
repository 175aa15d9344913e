#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/scenario/quantity_text.hpp"
#include "node.hpp"

namespace ceaseline {

/// Reads one table of a scenario. Stricter than Fields asks: lengths, speeds and money are not negative
/// either, and the elements of a list whose visitor asks for an `id` must have one each, of letters, digits,
/// '-' and '_'.
class ReadingFields final : public Fields {
 public:
  /// \param path  of the table within its text, "" or ending in '.'
  ReadingFields(Node& table, std::string path, std::vector<Diagnostic>& problems)
      : table_{table}, path_{std::move(path)}, problems_{problems} {
    table_.visited = true;
  }

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
  void refuse(char const* name, std::string const& why) override;

 private:
  /// The value under `name`, marked as read; nullptr when the file is silent.
  Node* asked(char const* name);
  void note(Node const& value, std::string const& name, std::string what);
  std::optional<double> measured(char const* name, Measure measure);
  std::optional<double> number(char const* name, char const* noun);
  void check_ids(Node& list, std::string const& name);

  Node& table_;
  std::string path_;
  std::vector<Diagnostic>& problems_;
};

/// What is wrong with an id, or nothing: it names files, columns and draws.
[[nodiscard]] std::string id_problem(std::string const& id);

/// Notes every key that nobody asked for. Call it when everything that may be in `table` has been visited.
/// \param why  gives a better reason than "unknown key", or ""
void note_unknown_keys(Node const& table, std::string const& path, std::vector<Diagnostic>& problems,
                       std::function<std::string(std::string const&)> const& why = {});

}  // namespace ceaseline
