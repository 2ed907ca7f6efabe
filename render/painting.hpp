// A thread that paints the map while the window goes on. Only the newest job
// counts: one that was not begun is forgotten for the next.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "render/map.hpp"

namespace viewer {

using Painter = std::function<MapPicture(const MapJob&)>;

class Painting {
 public:
  explicit Painting(Painter painter);
  ~Painting();  // waits for the picture in work
  Painting(const Painting&) = delete;
  Painting& operator=(const Painting&) = delete;

  /// Takes the place of a job that waits.
  void ask(MapJob job);
  /// The newest picture, once. Throws what the painter threw.
  [[nodiscard]] std::optional<MapPicture> take();
  /// A job waits or is in work.
  [[nodiscard]] bool is_busy() const;
  /// One is done and was not taken.
  [[nodiscard]] bool has_picture() const;
  [[nodiscard]] std::uint64_t n_skipped() const;

 private:
  void work();

  Painter painter_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::optional<MapJob> next_;
  std::optional<MapPicture> done_;
  std::exception_ptr failure_;
  bool is_working_ = false, is_ending_ = false;
  std::uint64_t n_skipped_ = 0;
  std::thread thread_;
};

}  // namespace viewer
