#include "interrupt.hpp"

#include <atomic>
#include <csignal>

namespace ceaseline {
namespace {

// A signal handler can reach nothing else.
std::atomic<bool> noted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void note_signal(int) { noted = true; }

void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  if (handler != SIG_DFL) action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() {
  noted = false;
  handle(note_signal);
}

InterruptWatch::~InterruptWatch() { handle(SIG_DFL); }

bool InterruptWatch::interrupted() { return noted; }

}  // namespace ceaseline
