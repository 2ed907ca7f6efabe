// The workers of a crew as plain threads, for the race detector: it sees every
// lock of theirs, while those inside oneTBB are hidden from it, so that it takes
// correct programs for wrong ones. Included by parallel.hpp alone.
#pragma once

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace agents {

/// Several workers, who share out numbers. They are started anew each time: slower
/// than a pool, and nothing to wake or to stop.
class Workers {
 public:
  explicit Workers(int n_workers) : n_workers_(n_workers) {}

  /// Calls act(i, worker) once for every i in 0 … n−1; calls with the same worker never overlap.
  template <class Act>
  void share(int n, const Act& act) const {
    std::atomic<int> next = 0;
    std::mutex guard;
    std::exception_ptr first_error;
    const auto work = [&](int worker) {
      try {
        for (int i = next++; i < n; i = next++) act(i, worker);
      } catch (...) {
        const std::lock_guard lock(guard);
        if (!first_error) first_error = std::current_exception();
        next = n;  // nobody begins another
      }
    };
    {
      std::vector<std::jthread> others;
      for (int worker = 1; worker < n_workers_; ++worker) others.emplace_back(work, worker);
      work(0);
    }
    if (first_error) std::rethrow_exception(first_error);
  }

 private:
  int n_workers_;
};

}  // namespace agents
