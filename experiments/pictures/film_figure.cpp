// A film of a run: its months one after another, with people on the move.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <iostream>
#include <map>
#include <thread>

#include "experiments/pictures/figure.hpp"
#include "experiments/progress.hpp"
#include "render/figures/dots.hpp"
#include "render/figures/film.hpp"
#include "render/figures/moving_map.hpp"
#include "render/figures/png_file.hpp"
#include "render/figures/readings.hpp"
#include "world/errors.hpp"

namespace experiments {
namespace {

namespace fs = std::filesystem;
using figures::PaintedPicture;

constexpr int most_dots = 30'000;  // on 1920 × 1080; more look like ribbons

/// Painted months, the last few kept: a month is shown for several frames.
class MonthPainter {
 public:
  MonthPainter(const FigureRequest& request, const Studio& studio, figures::Wishes wishes)
      : request_(request), studio_(studio), wishes_(std::move(wishes)) {}

  const PaintedPicture& at(int index) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const auto& one) { return one.first == index; });
    if (found != kept_.end()) return found->second;
    wishes_.index = index;
    const figures::Picture picture = studio_.draw(wishes_);
    if (title_.empty()) imprint_ = imprint_of(picture, studio_.cast), title_ = picture.title;
    kept_.emplace_back(index, paint_layers(picture, studio_.pixels));
    while (kept_.size() > 40) kept_.pop_front();
    return kept_.back().second;
  }
  [[nodiscard]] const figures::Imprint& imprint() const { return imprint_; }

 private:
  const FigureRequest& request_;
  const Studio& studio_;
  figures::Wishes wishes_;
  std::deque<std::pair<int, PaintedPicture>> kept_;
  std::string title_;
  figures::Imprint imprint_;
};

/// Which month a frame shows.
struct Reel {
  int first = 0, last = 0, n_frames = 1;
  [[nodiscard]] int month_of(std::int64_t frame) const {
    const double share =
        n_frames > 1 ? static_cast<double>(std::clamp<std::int64_t>(frame, 0, n_frames - 1)) / n_frames : 0;
    return first + static_cast<int>(share * (last - first + 1));
  }
};

/// Says how far it is, once a second.
class FilmProgress {
 public:
  FilmProgress(bool is_quiet, int n_frames) : style_(progress_style(is_quiet)), n_frames_(n_frames) {}
  void frame_done(int done) {
    const auto now = std::chrono::steady_clock::now();
    if (style_ != ProgressStyle::rewritten_line || (done < n_frames_ && now - shown_ < std::chrono::seconds(1))) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    std::cerr << "\rframe " << done << " of " << n_frames_ << ", " << duration_text(seconds / done * (n_frames_ - done))
              << " left\x1b[K";
    if (done == n_frames_) std::cerr << "\r\x1b[K";
    std::cerr.flush();
  }

 private:
  ProgressStyle style_;
  int n_frames_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now(), shown_ = begun_;
};

Reel reel_of(const FigureRequest& request, const Studio& studio) {
  Reel reel;
  const int last = studio.cast.n_months() - 1;
  reel.first = index_of(studio, request.from, "from", std::min(1, last));
  reel.last = index_of(studio, request.to, "to", last);
  if (reel.first > reel.last) {
    throw world::InputError("figure: --from is '" + request.from + "', after --to '" + request.to +
                            "'; give the earlier month first");
  }
  reel.n_frames = std::max(1, static_cast<int>(std::ceil(request.seconds * request.frames_per_second - 1e-9)));
  return reel;
}

/// Asks for dots, each for a round number of people that is the same for the whole run; returns the people of the
/// widest stream.
double wish_for_dots(const Studio& studio, figures::Wishes& wishes) {
  const figures::Study& study = studio.cast.first();
  double moved = 1;
  for (int index = 1; index < studio.cast.n_months(); ++index) {
    moved = std::max(moved, study.moved_in_all(study.window(index, wishes.n_months), wishes.counting));
  }
  wishes.people_per_dot = figures::choose_people_per_dot(moved, most_dots);
  wishes.is_film = true;
  return most_of_all_months(studio.cast, wishes).pair;
}

void film(const FigureRequest& request, const Studio& studio, figures::Wishes wishes) {
  const Reel reel = reel_of(request, studio);
  const bool has_dots = wishes.view == figures::View::flows && request.casting == figures::Casting::one;
  const double most = has_dots ? wish_for_dots(studio, wishes) : 1;
  MonthPainter months(request, studio, wishes);
  const figures::Raster& size = months.at(reel.first).ground;
  const auto write_png = [](const figures::Raster& raster, const fs::path& file) {
    write_whole(file, figures::png_of(raster));
  };
  figures::Film film({.path = request.out,
                      .width = size.width,
                      .height = size.height,
                      .frames = request.frames_per_second,
                      .seconds = 1,
                      .title = months.imprint().title,
                      .comment = months.imprint().source,
                      .artist = "Qonys",
                      .encoder = {},
                      .write_picture = write_png});
  const figures::Look look = look_of(wishes.theme, wishes.style);
  const int n_threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  figures::Particles particles(
      size.width, size.height,
      particle_style(look, studio.pixels, most, std::max(1.0, wishes.people_per_dot), request.frames_per_second),
      n_threads);
  FilmProgress progress(request.is_quiet, reel.n_frames);
  if (has_dots) particles.start([&](std::int64_t frame) { return months.at(reel.month_of(frame)).streams; }, 0);
  for (int frame = 0; frame < reel.n_frames; ++frame) {
    const PaintedPicture& month = months.at(reel.month_of(frame));
    figures::Raster picture = month.ground;
    if (has_dots) {
      if (frame > 0) particles.advance(month.streams, frame);
      particles.compose(picture);
    }
    lay_over(picture, month.labels);
    film.add(picture);
    progress.frame_done(frame + 1);
  }
  film.finish();
  if (request.is_quiet) return;
  std::cout << months.imprint().title << "\n"
            << film.path().string() << ": " << film.n_frames() << " frames"
            << (film.is_video() ? "" : " as numbered pictures, because the program ffmpeg is not installed") << "\n";
}

}  // namespace

figures::Raster paint_dots(const Studio& studio, figures::Wishes wishes) {
  const double most = wish_for_dots(studio, wishes);
  PaintedPicture painted = figures::paint_layers(studio.draw(wishes), studio.pixels);
  const figures::Look look = look_of(wishes.theme, wishes.style);
  figures::Particles particles(painted.ground.width, painted.ground.height,
                               particle_style(look, studio.pixels, most, wishes.people_per_dot, 30), 1);
  particles.start(painted.streams, 0);
  particles.compose(painted.ground);
  lay_over(painted.ground, painted.labels);
  return std::move(painted.ground);
}

void draw_film(const FigureRequest& request, const Studio& studio) {
  if (request.width_px % 2 != 0 || request.height_px % 2 != 0) {
    throw world::InputError("figure: --size is '" + std::to_string(request.width_px) + "x" +
                            std::to_string(request.height_px) + "'; a film needs even numbers, such as 1920x1080");
  }
  if (request.width_mm > 0) throw world::InputError("figure: --width-mm is for print; give a film --size WIDTHxHEIGHT");
  if (!request.at.empty()) throw world::InputError("figure: --at is for one picture; a film takes --from and --to");
  film(request, studio, request.wishes);
}

}  // namespace experiments
