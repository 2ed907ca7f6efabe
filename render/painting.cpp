#include "render/painting.hpp"

#include <utility>

namespace viewer {

Painting::Painting(Painter painter) : painter_(std::move(painter)), thread_([this] { work(); }) {}

Painting::~Painting() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Painting::ask(MapJob job) {
  {
    const std::lock_guard lock(mutex_);
    if (next_) ++n_skipped_;
    next_ = std::move(job);
  }
  wake_.notify_one();
}

std::optional<MapPicture> Painting::take() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  return std::exchange(done_, std::nullopt);
}

bool Painting::is_busy() const {
  const std::lock_guard lock(mutex_);
  return is_working_ || next_.has_value();
}

bool Painting::has_picture() const {
  const std::lock_guard lock(mutex_);
  return done_.has_value();
}

std::uint64_t Painting::n_skipped() const {
  const std::lock_guard lock(mutex_);
  return n_skipped_;
}

void Painting::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return is_ending_ || next_.has_value(); });
    if (is_ending_) return;
    const MapJob job = *std::exchange(next_, std::nullopt);
    is_working_ = true;
    lock.unlock();
    std::optional<MapPicture> picture;
    std::exception_ptr failure;
    try {
      picture = painter_(job);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    is_working_ = false;
    if (picture) done_ = std::move(picture);
    if (failure) failure_ = failure;
  }
}

}  // namespace viewer
