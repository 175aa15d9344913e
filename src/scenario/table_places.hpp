#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ceaseline {

/// Where the rows and cells of a table (CSV) stand in its text: as a reader of tables that skips empty lines
/// counts them, quoted cells may hold separators and line ends.
class TablePlaces {
 public:
  explicit TablePlaces(std::string const& text);

  /// Line from 1 on which a row begins; 0 when there is no such row.
  [[nodiscard]] int line(std::size_t row) const;
  /// Column from 1 at which a cell begins on that line; of the row's last cell when it has fewer.
  [[nodiscard]] int column(std::size_t row, std::size_t cell) const;

 private:
  struct Begin {
    std::size_t offset;
    int line;
  };

  std::string const* text_;
  char separator_{','};
  std::vector<Begin> rows_;
};

}  // namespace ceaseline
