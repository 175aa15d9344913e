#include "ceaseline/base/time.hpp"

#include <cstddef>

namespace ceaseline {

namespace {

std::string digits(long value, std::size_t width) {
  std::string const text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// Holds `text` against a pattern in which 'd' stands for one digit and all else for itself.
bool looks_like(std::string const& text, char const* pattern) {
  for (char const c : text) {
    if (*pattern == '\0') return false;
    bool const fits = *pattern == 'd' ? (c >= '0' && c <= '9') : c == *pattern;
    if (!fits) return false;
    ++pattern;
  }
  return *pattern == '\0';
}

/// \pre `count` digits stand at `begin`
int number(std::string const& text, std::size_t begin, std::size_t count) {
  int value = 0;
  for (std::size_t i = begin; i < begin + count; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

}  // namespace

std::string iso8601(UtcTime t) {
  auto const day = std::chrono::floor<std::chrono::days>(t);
  std::chrono::year_month_day const date{day};
  long const second = static_cast<long>(std::chrono::floor<std::chrono::seconds>(t - day).count());
  return digits(static_cast<int>(date.year()), 4) + '-' + digits(static_cast<unsigned>(date.month()), 2) +
         '-' + digits(static_cast<unsigned>(date.day()), 2) + 'T' + digits(second / 3600, 2) + ':' +
         digits(second / 60 % 60, 2) + ':' + digits(second % 60, 2) + 'Z';
}

bool parse_utc(std::string const& text, UtcTime& out) {
  bool const to_the_second = looks_like(text, "dddd-dd-ddTdd:dd:ddZ");
  bool const to_the_minute = to_the_second || looks_like(text, "dddd-dd-ddTdd:ddZ");
  if (!to_the_minute && !looks_like(text, "dddd-dd-dd")) return false;
  std::chrono::year_month_day const date{std::chrono::year{number(text, 0, 4)},
                                         std::chrono::month{static_cast<unsigned>(number(text, 5, 2))},
                                         std::chrono::day{static_cast<unsigned>(number(text, 8, 2))}};
  int const hour = to_the_minute ? number(text, 11, 2) : 0;
  int const minute = to_the_minute ? number(text, 14, 2) : 0;
  int const second = to_the_second ? number(text, 17, 2) : 0;
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return false;
  out = UtcTime{std::chrono::sys_days{date}} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
        std::chrono::seconds{second};
  return true;
}

}  // namespace ceaseline
