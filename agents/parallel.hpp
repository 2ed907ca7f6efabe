// The only place that knows of threads: runs a function over all blocks, each
// block by one worker. What a worker adds up goes into its own slot, and slots
// hold integers only, so no result depends on who did which block. The threads
// themselves are oneTBB's, or plain ones (QONYS_STD_THREADS).
#pragma once

#include <algorithm>
#include <thread>

#ifdef QONYS_STD_THREADS
#include "agents/parallel_std.hpp"
#else
#include "agents/parallel_tbb.hpp"
#endif

namespace agents {

/// The workers of a run, and the pretend ranks that its blocks are dealt to:
/// block b belongs to rank b mod n_ranks, and ranks share nothing but what
/// their slots hold. Sums and settlements must not depend on either number.
class Crew {
 public:
  explicit Crew(int n_threads = 0, int n_ranks = 1)
      : n_threads_(n_threads > 0 ? n_threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()))),
        n_ranks_(n_ranks),
        workers_(n_threads_) {}

  [[nodiscard]] int n_threads() const { return n_threads_; }
  [[nodiscard]] int n_ranks() const { return n_ranks_; }
  /// Slots that `for_each_block` may name.
  [[nodiscard]] int n_slots() const { return n_threads_ * n_ranks_; }

  /// Calls act(block, slot) once for every block in 0 … n_blocks−1; calls with
  /// the same slot never overlap. Errors: an exception of `act` is thrown again
  /// here, the first if there are several; blocks not begun by then are left out.
  template <class Act>
  void for_each_block(int n_blocks, Act&& act) const {
    for (int rank = 0; rank < n_ranks_; ++rank) {
      const int n_mine = (n_blocks - rank + n_ranks_ - 1) / n_ranks_;
      const int first_slot = rank * n_threads_;
      const auto do_block = [&](int i, int worker) { act(rank + i * n_ranks_, first_slot + worker); };
      if (n_threads_ == 1) {
        for (int i = 0; i < n_mine; ++i) do_block(i, 0);
      } else {
        workers_.share(n_mine, do_block);
      }
    }
  }

 private:
  int n_threads_;
  int n_ranks_;
  Workers workers_;
};

}  // namespace agents
