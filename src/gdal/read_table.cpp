#include "ceaseline/gdal/read_table.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>

#include "error_log.hpp"
#include "limits.hpp"
#include "regular_file.hpp"
#include "source.hpp"

namespace ceaseline {

namespace {

using namespace gdal;

constexpr std::size_t max_columns = 1000;
constexpr std::size_t max_cells = 5'000'000;

std::string text_of_file(std::string const& path) {
  (void)first_bytes(path, {"table", max_bytes, "larger than 64 MB; keep only the rows and columns in use"});
  std::ifstream in{path, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (text.compare(0, 3, "\xef\xbb\xbf") == 0) text.erase(0, 3);
  return text;
}

void check_text(std::string const& text, std::string const& path) {
  bool const control = std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t') || c == '\x7f';
  });
  if (control || CPLIsUTF8(text.data(), static_cast<int>(text.size())) == FALSE)
    throw refusal(path, "not a text in UTF-8; save the table as CSV, UTF-8");
}

char separator_of(std::string const& text) {
  std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
  bool quoted = false;
  for (char const c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) break;
    for (auto& [separator, count] : counts)
      if (!quoted && c == separator) ++count;
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](auto const& a, auto const& b) { return a.second < b.second; })
      ->first;
}

/// The most cells that any row has.
std::size_t widest_row(std::string const& text, char separator, std::string const& path) {
  bool quoted = false;
  std::size_t cells = 1;
  std::size_t widest = 1;
  std::size_t all = 1;
  for (char const c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted || (c != separator && c != '\n')) continue;
    ++all;
    cells = c == '\n' ? 1 : cells + 1;
    widest = std::max(widest, cells);
  }
  if (quoted) throw refusal(path, "a quotation mark is opened and never closed");
  if (widest > max_columns)
    throw refusal(path, "a row has more than 1000 cells; keep only the columns in use");
  if (all > max_cells)
    throw refusal(path, "more than 5 million cells; keep only the rows and columns in use");
  return widest;
}

/// A text that GDAL reads as a file of this name, gone when this ends. In memory, so that no file beside the
/// table
/// (.csvt, .prj) has a say in what it holds.
class FileInMemory {
 public:
  explicit FileInMemory(std::string& text)
      : name_{"/vsimem/ceaseline-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + ".csv"} {
    VSIFCloseL(
        VSIFileFromMemBuffer(name_.c_str(), reinterpret_cast<GByte*>(text.data()), text.size(), FALSE));
  }
  ~FileInMemory() { VSIUnlink(name_.c_str()); }
  FileInMemory(FileInMemory const&) = delete;
  FileInMemory& operator=(FileInMemory const&) = delete;
  [[nodiscard]] std::string const& name() const { return name_; }

 private:
  std::string name_;
};

/// A header as wide as the widest row: GDAL leaves out the cells of a row that the header does not name. At
/// least two, because GDAL takes a header of one for no table.
std::string header_of(std::size_t columns, char separator) {
  std::string header = "c1";
  for (std::size_t i = 2; i <= std::max<std::size_t>(columns, 2); ++i)
    header.append(1, separator).append("c").append(std::to_string(i));
  return header + '\n';
}

std::vector<std::string> cells_of(OGRFeature const& row) {
  std::vector<std::string> cells;
  for (int i = 0; i < row.GetFieldCount() && row.IsFieldSet(i); ++i)
    cells.emplace_back(row.GetFieldAsString(i));
  return cells;
}

}  // namespace

std::vector<std::vector<std::string>> read_table(std::string const& path) {
  std::string text = text_of_file(path);
  check_text(text, path);
  char const separator = separator_of(text);
  text.insert(0, header_of(widest_row(text, separator, path), separator));

  ErrorLog const log;
  RegisterOGRCSV();
  FileInMemory const file{text};
  char const* const drivers[] = {"CSV", nullptr};
  char const* const options[] = {"HEADERS=YES", "AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=NO", nullptr};
  GDALDatasetUniquePtr const data{GDALDataset::Open(
      file.name().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, options)};
  if (!data || data->GetLayerCount() != 1)
    throw refusal(path, "not readable as CSV. GDAL says: " + log.last());
  std::vector<std::vector<std::string>> rows;
  for (auto const& row : *data->GetLayer(0)) rows.push_back(cells_of(*row));
  if (log.failed()) throw refusal(path, "cannot be read to its end; GDAL says: " + log.last());
  if (rows.empty()) throw refusal(path, "holds no row; a table has at least a header");
  return rows;
}

}  // namespace ceaseline
