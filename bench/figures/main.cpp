// The program qonys-bench-figures: how long a frame of moving dots takes, and a
// frame of a film. Prints medians in milliseconds, and the least, which others on
// the machine disturb less; never a test.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <numeric>
#include <vector>

#include "bench/sample.hpp"
#include "render/figures/dots.hpp"
#include "render/figures/film.hpp"
#include "render/figures/particles.hpp"
#include "tests/render/network.hpp"

namespace {

using bench::median;
using bench::Stopwatch;
using figures::Film;
using figures::Particles;
using figures::ParticleStyle;
using figures::Raster;
using figures::Stream;

constexpr int n_places = 20;

struct Case {
  int width, height, n_streams, n_dots;
};

/// The largest of the streams between twenty places.
std::vector<Stream> streams_of(const Case& wanted) {
  std::vector<Stream> streams = figures_test::network(wanted.width, wanted.height, n_places);
  std::sort(streams.begin(), streams.end(), [](const Stream& a, const Stream& b) { return a.people > b.people; });
  streams.resize(std::min(streams.size(), static_cast<std::size_t>(wanted.n_streams)));
  return streams;
}

ParticleStyle style_of(const Case& wanted, const std::vector<Stream>& streams) {
  ParticleStyle style;
  const double people =
      std::accumulate(streams.begin(), streams.end(), 0.0, [](double sum, const Stream& s) { return sum + s.people; });
  style.people_per_dot = people / wanted.n_dots;
  style.people_per_pixel = streams.front().people / style.widest;
  return style;
}

Raster dark_ground(const Case& wanted) {
  Raster ground(wanted.width, wanted.height);
  std::fill(ground.pixels.begin(), ground.pixels.end(), 0xFF0D111CU);
  return ground;
}

void measure_dots(const Case& wanted, int n_threads) {
  constexpr int n_frames = 150;
  const std::vector<Stream> streams = streams_of(wanted);
  Particles particles(wanted.width, wanted.height, style_of(wanted, streams), n_threads);
  particles.start(streams, 0);
  const Raster ground = dark_ground(wanted);
  Raster picture = ground;
  std::vector<double> moving, composing, both;
  for (int frame = 1; frame <= n_frames; ++frame) {
    picture = ground;
    const Stopwatch watch;
    particles.advance(streams, frame);
    const double moved = watch.seconds() * 1000;
    particles.compose(picture);
    const double all = watch.seconds() * 1000;
    moving.push_back(moved);
    composing.push_back(all - moved);
    both.push_back(all);
  }
  std::printf(
      "%4d x %4d  %3d streams %7d dots  %d threads  move %6.2f  compose %6.2f  frame %6.2f, at least %6.2f ms\n",
      wanted.width, wanted.height, wanted.n_streams, particles.n_dots(), n_threads, median(moving), median(composing),
      median(both), bench::minimum(both));
}

/// Drawing and encoding on the same machine; the whole time, so the end of the encoder too.
void measure_film(const Case& wanted) {
  if (!figures::find_program("ffmpeg")) return;
  constexpr int n_frames = 150;
  const std::vector<Stream> streams = streams_of(wanted);
  Particles particles(wanted.width, wanted.height, style_of(wanted, streams), 2);
  particles.start(streams, 0);
  const Raster ground = dark_ground(wanted);
  Raster picture = ground;
  figures::FilmWishes wishes;
  wishes.path = std::filesystem::temp_directory_path() / "qonys-bench-figures.mp4";
  wishes.width = wanted.width;
  wishes.height = wanted.height;
  const Stopwatch watch;
  Film film(wishes);
  for (int frame = 1; frame <= n_frames; ++frame) {
    picture = ground;
    particles.advance(streams, frame);
    particles.compose(picture);
    film.add(picture);
  }
  film.finish();
  const double each = watch.seconds() * 1000 / n_frames;
  const double megabytes = static_cast<double>(std::filesystem::file_size(film.path())) / 1e6;
  std::printf("%4d x %4d  %7d dots  film of %d frames: %.1f ms a frame, %.1f MB\n", wanted.width, wanted.height,
              particles.n_dots(), n_frames, each, megabytes);
  std::filesystem::remove(film.path());
}

}  // namespace

int main() {
  try {
    for (const Case& wanted : {Case{1280, 720, 60, 30'000},
                               {1280, 720, 380, 30'000},
                               {1920, 1080, 60, 30'000},
                               {1920, 1080, 380, 100'000},
                               {3840, 2160, 380, 100'000}}) {
      for (const int n_threads : {1, 2}) measure_dots(wanted, n_threads);
    }
    measure_film({1920, 1080, 380, 30'000});
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "qonys-bench-figures: %s\n", error.what());
    return 1;
  }
}
