#include "ceaseline/store/difference.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <utility>
#include <vector>

#include "ceaseline/store/disk.hpp"

namespace ceaseline {
namespace {

// What is closest to the model first: a difference there explains all others.
constexpr char const* tables[] = {"replications.csv", "fingerprints.csv",     "designs.csv",
                                  "estimates.csv",    "segments.csv",         "differences.csv",
                                  "drivers.csv",      "verdicts.csv",         "resilience.csv",
                                  "coverage.csv",     "coverage_figures.csv", "columns.csv"};

/// Fields of a line; commas in quotes do not divide.
std::vector<std::string> split(std::string const& line) {
  std::vector<std::string> fields{""};
  bool quoted = false;
  for (char const c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

/// All fields but the last few, named by the head of the table.
std::string in_words(std::vector<std::string> const& head, std::vector<std::string> const& fields) {
  std::string words;
  for (std::size_t i = 0; i < std::min(head.size(), fields.size()); ++i) {
    bool const tells = head[i] != "study" && head[i] != "seed" && !fields[i].empty();
    if (tells) words += (words.empty() ? "" : ", ") + head[i] + " " + fields[i];
  }
  return words;
}

/// The values of two lines that are about the same thing, else both lines whole.
std::string describe(std::string const& head, std::string const& stored, std::string const& now) {
  std::vector<std::string> const names = split(head);
  if (stored.empty()) return "stored: nothing; now: " + in_words(names, split(now));
  if (now.empty()) return "stored: " + in_words(names, split(stored)) + "; now: nothing";
  std::vector<std::string> a = split(stored);
  std::vector<std::string> b = split(now);
  if (!a.empty() && a.size() == b.size()) {
    std::string const was = std::exchange(a.back(), "");
    std::string const is = std::exchange(b.back(), "");
    if (a == b) return fmt::format("{}: {} stored, {} now", in_words(names, a), was, is);
    a.back() = was;
    b.back() = is;
  }
  return "stored: " + in_words(names, a) + "; now: " + in_words(names, b);
}

std::optional<std::string> table_difference(std::string const& table, std::string const& stored,
                                            std::string const& now) {
  std::ifstream a{stored + "/tables/" + table};
  std::ifstream b{now + "/tables/" + table};
  if (!a) return "tables/" + table + " is not there";
  std::string head;
  std::string was;
  std::string is;
  for (std::size_t number = 1; a || b; ++number) {
    was.clear();
    is.clear();
    std::getline(a, was);
    std::getline(b, is);
    if (number == 1) head = is;
    if (was != is) return fmt::format("tables/{}, line {}: {}", table, number, describe(head, was, is));
  }
  return std::nullopt;
}

std::optional<std::string> bytes_difference(std::string const& file, std::string const& stored,
                                            std::string const& now) {
  if (!std::filesystem::exists(stored + "/" + file)) return file + " is not there";
  std::string const a = read_file(stored + "/" + file);
  std::string const b = read_file(now + "/" + file);
  if (a == b) return std::nullopt;
  std::size_t at = 0;
  while (at < std::min(a.size(), b.size()) && a[at] == b[at]) ++at;
  return fmt::format("{}: byte {} of {}, though all tables are identical", file, at, a.size());
}

}  // namespace

std::optional<std::string> first_difference(std::string const& stored, std::string const& now) {
  for (char const* const table : tables)
    if (auto found = table_difference(table, stored, now)) return found;
  for (char const* const raster : {"coverage_by_hour.tif", "coverage_by_day.tif"})
    if (std::filesystem::exists(stored + "/" + raster))
      if (auto found = bytes_difference(raster, stored, now)) return found;
  return bytes_difference("result.gpkg", stored, now);
}

}  // namespace ceaseline
