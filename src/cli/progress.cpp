#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "terminal.hpp"

namespace ceaseline {
namespace {

constexpr int bar_width = 24;

std::string in_words(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  if (seconds < 5400) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

std::uint32_t tenth_of(std::uint32_t finished, std::uint32_t total) {
  return static_cast<std::uint32_t>(std::uint64_t{finished} * 10 / std::max(total, 1U));
}

}  // namespace

Progress::Progress(bool shown, std::uint32_t finished, std::uint32_t total)
    : shown_{shown},
      live_{is_live(STDERR_FILENO)},
      start_{finished},
      total_{total},
      tenth_{tenth_of(finished, total)},
      since_{std::chrono::steady_clock::now()} {
  if (shown_ && live_) draw_bar(finished);
}

Progress::~Progress() {
  if (drawn_) fmt::print(stderr, "\r\x1b[K");
}

void Progress::told(std::uint32_t finished) {
  if (!shown_) return;
  if (live_) {
    draw_bar(finished);
  } else {
    print_tenth(finished);
  }
}

void Progress::draw_bar(std::uint32_t finished) {
  drawn_ = true;
  auto const filled = static_cast<int>(bar_width * std::uint64_t{finished} / std::max(total_, 1U));
  std::string line =
      fmt::format("[{}{}] {} of {} replications", std::string(static_cast<std::size_t>(filled), '='),
                  std::string(static_cast<std::size_t>(bar_width - filled), ' '), finished, total_);
  double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - since_).count();
  if (finished > start_ && finished < total_ && seconds > 1) {
    line += ", " + in_words(seconds) + ", about " +
            in_words(seconds / (finished - start_) * (total_ - finished)) + " to go";
  }
  auto const room = static_cast<std::size_t>(std::max(columns_of(STDERR_FILENO) - 1, 1));
  fmt::print(stderr, "\r{}\x1b[K", line.substr(0, room));
  std::fflush(stderr);
}

void Progress::print_tenth(std::uint32_t finished) {
  std::uint32_t const tenth = tenth_of(finished, total_);
  if (tenth == tenth_) return;
  tenth_ = tenth;
  fmt::print(stderr, "{} of {} replications\n", finished, total_);
}

}  // namespace ceaseline
