// The workers of a crew as threads of oneTBB. Included by parallel.hpp alone.
#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <cstddef>
#include <memory>

namespace agents {

/// Several workers, who share out numbers.
class Workers {
 public:
  explicit Workers(int n_workers) : arena_(std::make_unique<tbb::task_arena>(n_workers)) {
    // Without it oneTBB starts no more threads than there are processors, and says so on stderr.
    if (n_workers > 1) {
      limit_ = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                     static_cast<std::size_t>(n_workers));
    }
  }

  /// Calls act(i, worker) once for every i in 0 … n−1; calls with the same worker never overlap.
  template <class Act>
  void share(int n, const Act& act) const {
    arena_->execute([&] {
      tbb::parallel_for(
          tbb::blocked_range<int>(0, n, 1),
          [&](const tbb::blocked_range<int>& range) {
            const int worker = tbb::this_task_arena::current_thread_index();
            for (int i = range.begin(); i != range.end(); ++i) act(i, worker);
          },
          tbb::simple_partitioner());
    });
  }

 private:
  std::unique_ptr<tbb::task_arena> arena_;
  std::unique_ptr<tbb::global_control> limit_;
};

}  // namespace agents
