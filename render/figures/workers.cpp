#include "render/figures/workers.hpp"

namespace figures {

Workers::Workers(int n_workers) {
  for (int worker = 1; worker < n_workers; ++worker) others_.emplace_back([this, worker] { serve(worker); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(guard_);
    is_closing_ = true;
  }
  wake_.notify_all();
  for (std::thread& other : others_) other.join();
}

void Workers::share(int n, const std::function<void(int, int)>& act) {
  {
    const std::lock_guard lock(guard_);
    act_ = &act;
    next_ = 0;
    n_ = n;
    n_busy_ = static_cast<int>(others_.size());
    error_ = nullptr;
    ++round_;
  }
  wake_.notify_all();
  work(0);
  std::unique_lock lock(guard_);
  done_.wait(lock, [&] { return n_busy_ == 0; });
  if (error_) std::rethrow_exception(error_);
}

void Workers::serve(int worker) {
  std::uint64_t served = 0;
  while (true) {
    {
      std::unique_lock lock(guard_);
      wake_.wait(lock, [&] { return is_closing_ || round_ != served; });
      if (is_closing_) return;
      served = round_;
    }
    work(worker);
    bool is_last = false;
    {
      const std::lock_guard lock(guard_);
      is_last = --n_busy_ == 0;
    }
    if (is_last) done_.notify_one();
  }
}

/// Pieces last a good part of a millisecond, so a lock for each is not felt.
void Workers::work(int worker) {
  while (true) {
    int piece = 0;
    {
      const std::lock_guard lock(guard_);
      if (next_ >= n_) return;
      piece = next_++;
    }
    try {
      (*act_)(piece, worker);
    } catch (...) {
      const std::lock_guard lock(guard_);
      if (!error_) error_ = std::current_exception();
      next_ = n_;
    }
  }
}

}  // namespace figures
