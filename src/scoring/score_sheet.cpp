#include "ceaseline/scoring/score_sheet.hpp"

#include <stdexcept>

#include "columns.hpp"

namespace ceaseline {
namespace {

// Whether `stratum` has `part` as one of its parts, all of them divided by semicolons.
bool has_part(std::string const& stratum, std::string const& part) {
  std::size_t begin = 0;
  while (begin <= stratum.size()) {
    std::size_t const end = std::min(stratum.find(';', begin), stratum.size());
    if (stratum.compare(begin, end - begin, part) == 0) return true;
    begin = end + 1;
  }
  return false;
}

bool has_all_parts(std::string const& stratum, std::string const& where) {
  std::size_t begin = 0;
  while (begin < where.size()) {
    std::size_t const end = std::min(where.find(';', begin), where.size());
    if (!has_part(stratum, where.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace

ScoreSheet::ScoreSheet(World const& world) {
  scoring::name_incidents(world, columns_);
  scoring::name_reports(columns_);
  scoring::name_delays(columns_);
  scoring::name_outings(columns_);
  scoring::name_coverage(world, columns_);
  scoring::name_segments(world, columns_);
}

std::vector<double> ScoreSheet::score(Record const& record, World const& world) const {
  std::vector<double> values;
  values.reserve(columns_.size());
  scoring::count_incidents(record, world, values);
  scoring::count_reports(record, world, values);
  scoring::count_delays(record, world, values);
  scoring::count_outings(record, world, values);
  scoring::count_coverage(record, world, values);
  scoring::count_segments(record, world, values);
  if (values.size() != columns_.size())
    throw std::logic_error("a score sheet was made for another world than the one it is to judge");
  return values;
}

std::vector<std::size_t> ScoreSheet::find(std::string const& metric, std::string const& where) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i].metric == metric && has_all_parts(columns_[i].stratum, where)) found.push_back(i);
  if (found.empty())
    throw std::out_of_range("no column of a score sheet is called \"" + metric + "\"" +
                            (where.empty() ? "" : " with " + where));
  return found;
}

}  // namespace ceaseline
