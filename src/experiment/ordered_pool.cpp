#include "ordered_pool.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace ceaseline {
namespace {

constexpr std::uint32_t waiting_per_thread = 4;

/// The tasks still to be claimed and the results still to be delivered, shared by all threads.
class Board {
 public:
  Board(std::uint32_t first, std::uint32_t end, std::uint32_t window, std::function<bool()> const& stopped)
      : next_{first}, end_{end}, due_{first}, window_{window}, stopped_{stopped} {}

  /// \returns false when there is nothing left to do
  bool claim(std::uint32_t& task) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return closed_ || next_ >= end_ || next_ < due_ + window_; });
    if (!closed_ && next_ < end_ && stopped_ && stopped_()) close(lock);
    if (closed_ || next_ >= end_) return false;
    task = next_++;
    return true;
  }

  /// Room for a result: one that was delivered before, or a new one.
  ReplicationRows room() {
    std::lock_guard const lock{mutex_};
    if (spare_.empty()) return {};
    ReplicationRows out = std::move(spare_.back());
    spare_.pop_back();
    return out;
  }

  void finish(ReplicationRows&& result) {
    std::lock_guard const lock{mutex_};
    std::uint32_t const number = result.replication;
    done_.emplace(number, std::move(result));
    changed_.notify_all();
  }

  void fail(std::exception_ptr why) {
    std::unique_lock lock{mutex_};
    if (!failure_) failure_ = std::move(why);
    close(lock);
  }

  /// Waits for the next result in order. \returns false when none will come
  bool next_due(ReplicationRows& out) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return failure_ || done_.count(due_) != 0 || due_ >= next_limit(); });
    if (failure_ || done_.count(due_) == 0) return false;
    auto const found = done_.find(due_);
    out = std::move(found->second);
    done_.erase(found);
    return true;
  }

  void delivered(ReplicationRows&& used) {
    std::lock_guard const lock{mutex_};
    ++due_;
    spare_.push_back(std::move(used));
    changed_.notify_all();
  }

  [[nodiscard]] std::uint32_t due() const { return due_; }
  [[nodiscard]] std::exception_ptr failure() const { return failure_; }

 private:
  void close(std::unique_lock<std::mutex> const& /*held*/) {
    closed_ = true;
    changed_.notify_all();
  }
  /// No result at or beyond this number will come.
  [[nodiscard]] std::uint32_t next_limit() const { return closed_ ? next_ : end_; }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint32_t next_;
  std::uint32_t end_;
  std::uint32_t due_;
  std::uint32_t window_;
  bool closed_{false};
  std::function<bool()> const& stopped_;
  std::map<std::uint32_t, ReplicationRows> done_;
  std::vector<ReplicationRows> spare_;
  std::exception_ptr failure_;
};

void work(Board& board, std::function<ReplicationTask()> const& make) {
  try {
    ReplicationTask const task = make();
    for (std::uint32_t number = 0; board.claim(number);) {
      ReplicationRows out = board.room();
      task(number, out);
      board.finish(std::move(out));
    }
  } catch (...) {
    board.fail(std::current_exception());
  }
}

}  // namespace

std::uint32_t run_in_order(std::uint32_t first, std::uint32_t end, int threads,
                           std::function<ReplicationTask()> const& make, std::function<bool()> const& stopped,
                           std::function<void(ReplicationRows const&)> const& deliver) {
  if (first >= end) return first;
  auto const wanted = threads > 0 ? static_cast<std::uint32_t>(threads) : std::thread::hardware_concurrency();
  std::uint32_t const n = std::clamp(wanted, 1U, end - first);
  Board board{first, end, n * waiting_per_thread, stopped};
  std::vector<std::jthread> workers;
  for (std::uint32_t i = 0; i < n; ++i) workers.emplace_back([&board, &make] { work(board, make); });
  try {
    for (ReplicationRows result; board.next_due(result);) {
      deliver(result);
      board.delivered(std::move(result));
    }
  } catch (...) {
    board.fail(std::current_exception());
  }
  for (std::jthread& worker : workers) worker.join();
  if (board.failure()) std::rethrow_exception(board.failure());
  return board.due();
}

}  // namespace ceaseline
