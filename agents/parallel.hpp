// The only place that knows of threads: runs a function over all blocks, each
// block by one worker. What a worker adds up goes into its own slot, and slots
// hold integers only, so no result depends on who did which block.
#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

namespace agents {

/// The workers of a run, and the pretend ranks that its blocks are dealt to:
/// block b belongs to rank b mod n_ranks, and ranks share nothing but what
/// their slots hold. Sums and settlements must not depend on either number.
class Crew {
 public:
  explicit Crew(int n_threads = 0, int n_ranks = 1)
      : n_threads_(n_threads > 0 ? n_threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()))),
        n_ranks_(n_ranks),
        arena_(std::make_unique<tbb::task_arena>(n_threads_)) {
    // Without it oneTBB starts no more threads than there are processors, and says so on stderr.
    if (n_threads_ > 1) {
      limit_ = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                     static_cast<std::size_t>(n_threads_));
    }
  }

  [[nodiscard]] int n_threads() const { return n_threads_; }
  [[nodiscard]] int n_ranks() const { return n_ranks_; }
  /// Slots that `for_each_block` may name.
  [[nodiscard]] int n_slots() const { return n_threads_ * n_ranks_; }

  /// Calls act(block, slot) once for every block in 0 … n_blocks−1; calls with
  /// the same slot never overlap.
  template <class Act>
  void for_each_block(int n_blocks, Act&& act) const {
    for (int rank = 0; rank < n_ranks_; ++rank) {
      const int n_mine = (n_blocks - rank + n_ranks_ - 1) / n_ranks_;
      if (n_threads_ == 1) {
        for (int i = 0; i < n_mine; ++i) act(rank + i * n_ranks_, rank);
        continue;
      }
      arena_->execute([&] {
        tbb::parallel_for(
            tbb::blocked_range<int>(0, n_mine, 1),
            [&](const tbb::blocked_range<int>& range) {
              const int slot = rank * n_threads_ + tbb::this_task_arena::current_thread_index();
              for (int i = range.begin(); i != range.end(); ++i) act(rank + i * n_ranks_, slot);
            },
            tbb::simple_partitioner());
      });
    }
  }

 private:
  int n_threads_;
  int n_ranks_;
  std::unique_ptr<tbb::task_arena> arena_;
  std::unique_ptr<tbb::global_control> limit_;
};

}  // namespace agents
