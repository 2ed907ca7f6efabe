// The months of one line of a session, in order, and who left in them: appended by
// one thread, read by any, without locks. What was once published never changes and
// never moves.
#pragma once

#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#include "world/errors.hpp"
#include "world/observers/leavers.hpp"
#include "world/observers/snapshot.hpp"

namespace viewer {

using SharedMonth = std::shared_ptr<const world::observers::Snapshot>;

/// One item a month.
template <class Item>
class TrackOf {
 public:
  using Shared = std::shared_ptr<const Item>;

  /// The longest run, 1200 months, and its start.
  static constexpr int most_months = 1201;

  TrackOf() : slots_(most_months) {}
  TrackOf(const TrackOf&) = delete;
  TrackOf& operator=(const TrackOf&) = delete;

  /// Published months. Never waits.
  [[nodiscard]] int size() const { return size_.load(std::memory_order_acquire); }
  /// Month k of 0 … size−1, or nothing. Never waits.
  [[nodiscard]] Shared at(int k) const { return k >= 0 && k < size() ? slots_[static_cast<std::size_t>(k)] : nullptr; }
  [[nodiscard]] Shared last() const { return at(size() - 1); }
  /// By one thread at a time. Errors: InputError beyond the longest run.
  void append(Shared month) {
    const int n = size_.load(std::memory_order_relaxed);
    if (n >= most_months) throw world::InputError("a run has at most 1200 months; this one is at its end");
    slots_[static_cast<std::size_t>(n)] = std::move(month);
    size_.store(n + 1, std::memory_order_release);
  }

 private:
  std::vector<Shared> slots_;
  std::atomic<int> size_ = 0;
};

using Track = TrackOf<world::observers::Snapshot>;
/// [region] of every month; nothing in months that were not simulated here, and in the start.
using LeaversTrack = TrackOf<std::vector<world::observers::Leavers>>;

}  // namespace viewer
