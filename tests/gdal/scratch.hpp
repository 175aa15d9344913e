#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "ceaseline/base/input_error.hpp"

/// A folder of this test alone, gone when it ends.
class Scratch {
 public:
  /// \param part tells two of one test apart
  explicit Scratch(std::string const& part = "") {
    auto const* const test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path{testing::TempDir()} /
              (std::string{"ceaseline-"} + test->test_suite_name() + "-" + test->name() + part);
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~Scratch() { std::filesystem::remove_all(folder_); }
  Scratch(Scratch const&) = delete;
  Scratch& operator=(Scratch const&) = delete;

  [[nodiscard]] std::string name(std::string const& file) const { return (folder_ / file).string(); }
  [[nodiscard]] std::string write(std::string const& file, std::string_view text) const {
    std::ofstream{name(file), std::ios::binary} << text;
    return name(file);
  }
  [[nodiscard]] std::string read(std::string const& file) const {
    std::ifstream in{name(file), std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

 private:
  std::filesystem::path folder_;
};

/// What `read` says when it refuses `path`, with FILE for the path; "accepted" when it does not.
template <class Read>
std::string refusal_of(Read read, std::string const& path) {
  try {
    (void)read(path);
    return "accepted";
  } catch (ceaseline::InputError const& e) {
    std::string text = e.what();
    for (auto at = text.find(path); !path.empty() && at != std::string::npos; at = text.find(path))
      text.replace(at, path.size(), "FILE");
    return text;
  }
}

/// GeoJSON of one feature with this geometry.
inline std::string feature(std::string const& geometry, std::string const& properties = "{}") {
  return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)" + properties +
         R"(,"geometry":)" + geometry + "}]}";
}

/// GeoJSON of one line through these coordinates.
inline std::string line(std::string const& coordinates, std::string const& properties = "{}") {
  return feature(R"({"type":"LineString","coordinates":[)" + coordinates + "]}", properties);
}
