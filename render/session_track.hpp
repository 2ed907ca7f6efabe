// The months of one line of a session, in order: appended by one thread, read by
// any, without locks. A month once published never changes and never moves.
#pragma once

#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#include "world/errors.hpp"
#include "world/observers/snapshot.hpp"

namespace viewer {

using SharedMonth = std::shared_ptr<const world::observers::Snapshot>;

class Track {
 public:
  /// The longest run, 1200 months, and its start.
  static constexpr int most_months = 1201;

  Track() : slots_(most_months) {}
  Track(const Track&) = delete;
  Track& operator=(const Track&) = delete;

  /// Published months. Never waits.
  [[nodiscard]] int size() const { return size_.load(std::memory_order_acquire); }
  /// Month k of 0 … size−1, or nothing. Never waits.
  [[nodiscard]] SharedMonth at(int k) const {
    return k >= 0 && k < size() ? slots_[static_cast<std::size_t>(k)] : nullptr;
  }
  [[nodiscard]] SharedMonth last() const { return at(size() - 1); }
  /// By one thread at a time. Errors: InputError beyond the longest run.
  void append(SharedMonth month) {
    const int n = size_.load(std::memory_order_relaxed);
    if (n >= most_months) throw world::InputError("a run has at most 1200 months; this one is at its end");
    slots_[static_cast<std::size_t>(n)] = std::move(month);
    size_.store(n + 1, std::memory_order_release);
  }

 private:
  std::vector<SharedMonth> slots_;
  std::atomic<int> size_ = 0;
};

}  // namespace viewer
