#include "error_log.hpp"

#include <cpl_error.h>

namespace ceaseline::gdal {

namespace {

void hear(CPLErr level, CPLErrorNum, char const* text) {
  auto& log = *static_cast<ErrorLog*>(CPLGetErrorHandlerUserData());
  if (level >= CE_Failure) log.failure(text);
  if (level == CE_Warning) log.warning(text);
}

}  // namespace

ErrorLog::ErrorLog() { CPLPushErrorHandlerEx(&hear, this); }

ErrorLog::~ErrorLog() { CPLPopErrorHandler(); }

std::string ErrorLog::last() const {
  if (failed()) return failure_;
  return warnings_.empty() ? "no reason given" : warnings_.back();
}

void ErrorLog::warning(std::string const& text) {
  if (warnings_.size() < 20) warnings_.push_back(text);
}

}  // namespace ceaseline::gdal
