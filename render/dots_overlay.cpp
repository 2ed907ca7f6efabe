#include "render/dots_overlay.hpp"

#include <cmath>
#include <memory>
#include <optional>

#include "render/country_map.hpp"
#include "render/figures/moving_map.hpp"
#include "render/figures/particles.hpp"

namespace viewer {
namespace {

constexpr double frames_per_second = 30;

/// What dots depend on besides the streams: another of these begins them anew.
struct Setting {
  int width = 0, height = 0;
  View view;
  double ui_scale = 1, people_per_dot = 0, most_moved = 0;
  bool is_dark = true;
  friend bool operator==(const Setting&, const Setting&) = default;
};

class Dots {
 public:
  explicit Dots(int n_threads) : n_threads_(n_threads) {}

  bool lay(figures::Raster& frame, const MapPicture& picture, double seconds) {
    if (picture.people_per_dot <= 0 || picture.streams.empty()) return false;
    const MapJob& job = picture.job;
    const Setting setting{frame.width,        frame.height, job.view, job.ui_scale, picture.people_per_dot,
                          picture.most_moved, job.is_dark};
    time_ += seconds * frames_per_second;
    const auto now = static_cast<std::int64_t>(time_);
    if (!particles_ || setting != setting_) {
      const figures::Look look =
          look_of(job.is_dark ? figures::Theme::dark : figures::Theme::light, figures::Style::screen);
      particles_.emplace(frame.width, frame.height,
                         particle_style(look, job.ui_scale * symbols_of(job), picture.most_moved,
                                        picture.people_per_dot, frames_per_second),
                         n_threads_);
      particles_->start(picture.streams, now);
      setting_ = setting;
    } else if (now != shown_ || picture.job.number != job_) {
      particles_->advance(picture.streams, now);
    }
    shown_ = now;
    job_ = picture.job.number;
    particles_->compose(frame);
    return true;
  }

 private:
  int n_threads_;
  std::optional<figures::Particles> particles_;
  Setting setting_;
  double time_ = 0;
  std::int64_t shown_ = -1;
  std::uint64_t job_ = 0;
};

}  // namespace

Overlay dots_overlay(int n_threads) {
  auto dots = std::make_shared<Dots>(n_threads);
  return [dots](figures::Raster& frame, const MapPicture& picture, double seconds) {
    return dots->lay(frame, picture, seconds);
  };
}

}  // namespace viewer
