#pragma once

#include <string>
#include <vector>

namespace ceaseline::gdal {

/// Catches what GDAL has to say in this thread while it lives, instead of printing it.
class ErrorLog {
 public:
  ErrorLog();
  ~ErrorLog();
  ErrorLog(ErrorLog const&) = delete;
  ErrorLog& operator=(ErrorLog const&) = delete;

  [[nodiscard]] bool failed() const { return !failure_.empty(); }
  /// The last failure, or the last warning, or "no reason given".
  [[nodiscard]] std::string last() const;
  /// The first 20.
  [[nodiscard]] std::vector<std::string> const& warnings() const { return warnings_; }

  void failure(std::string const& text) { failure_ = text; }
  void warning(std::string const& text);

 private:
  std::string failure_;
  std::vector<std::string> warnings_;
};

}  // namespace ceaseline::gdal
