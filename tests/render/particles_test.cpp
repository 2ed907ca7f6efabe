// Moving dots are a pure function of data and frame, run evenly, and neither
// pop up nor burn out.
#include "render/figures/particles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <stdexcept>

#include "tests/render/network.hpp"

namespace {

using figures::Particles;
using figures::ParticleStyle;
using figures::Raster;
using figures::Stream;
using figures_test::network;
using figures_test::straight;

constexpr int width = 320, height = 200;

ParticleStyle fine_style() {
  ParticleStyle style;
  style.people_per_dot = 50;
  style.speed = 40;
  style.people_per_pixel = 2000;
  return style;
}

Raster shown(Particles& particles, std::uint32_t ground = 0) {
  Raster picture(width, height);
  std::fill(picture.pixels.begin(), picture.pixels.end(), ground);
  particles.compose(picture);
  return picture;
}

int alpha(const Raster& picture, int x, int y) { return static_cast<int>(picture.row(y)[x] >> 24); }

/// Greatest difference of a channel.
int distance(const Raster& one, const Raster& other) {
  int greatest = 0;
  for (std::size_t i = 0; i < one.pixels.size(); ++i) {
    for (int shift = 0; shift < 32; shift += 8) {
      const int a = static_cast<int>(one.pixels[i] >> shift & 255),
                b = static_cast<int>(other.pixels[i] >> shift & 255);
      greatest = std::max(greatest, std::abs(a - b));
    }
  }
  return greatest;
}

/// Streams that swell and shrink from frame to frame.
std::vector<Stream> swelling(std::int64_t frame) {
  std::vector<Stream> streams = network(width, height, 6);
  for (std::size_t i = 0; i < streams.size(); ++i) {
    streams[i].people *= 1 + 0.5 * static_cast<double>((frame + static_cast<std::int64_t>(7 * i) + 1000) % 60) / 60;
  }
  return streams;
}

TEST(Particles, AreTheSameBytesWithOneTwoAndThreeThreads) {
  std::vector<Raster> pictures;
  for (const int n_threads : {1, 2, 3}) {
    Particles particles(width, height, fine_style(), n_threads);
    particles.start(swelling, 5);
    for (std::int64_t frame = 6; frame < 20; ++frame) particles.advance(swelling(frame), frame);
    pictures.push_back(shown(particles, 0xFF0D111C));
  }
  EXPECT_NE(pictures[0].pixels, Raster(width, height).pixels);
  EXPECT_EQ(pictures[0].pixels, pictures[1].pixels);
  EXPECT_EQ(pictures[0].pixels, pictures[2].pixels);
}

TEST(Particles, AreTheSameBitsOnEveryProcessor) {
  Particles particles(width, height, fine_style(), 2);
  particles.start(swelling, 12345);
  std::uint64_t sum = 14695981039346656037ULL;
  for (const std::uint32_t pixel : shown(particles, 0xFF0D111C).pixels) sum = (sum ^ pixel) * 1099511628211ULL;
  EXPECT_EQ(sum, 7712211725610188368ULL) << "change the number only together with the look of dots";
}

TEST(Particles, AFrameStartedAtIsTheSameBytesWhateverWasShownBefore) {
  Particles fresh(width, height, fine_style(), 2), used(width, height, fine_style(), 2);
  fresh.start(swelling, 77);
  used.start(network(width, height, 9), 4000);
  used.advance(swelling(12), 12);
  used.start(swelling, 77);
  EXPECT_EQ(shown(fresh).pixels, shown(used).pixels);
}

TEST(Particles, AFrameStartedAtIsTheFramePlayedToWithinOneLevel) {
  Particles played(width, height, fine_style(), 2);
  played.start(swelling, 0);
  for (std::int64_t frame = 1; frame <= 90; ++frame) {
    played.advance(swelling(frame), frame);
    if (frame % 30 != 0) continue;
    Particles started(width, height, fine_style(), 2);
    started.start(swelling, frame);
    EXPECT_LE(distance(shown(played, 0xFF0D111C), shown(started, 0xFF0D111C)), 1) << frame;
  }
}

TEST(Particles, StandForTheirPeople) {
  Particles particles(width, height, fine_style(), 1);
  const std::vector<Stream> streams = network(width, height, 20);
  particles.start(streams, 0);
  ASSERT_EQ(particles.dots().size(), streams.size());
  double total = 0;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    total += streams[i].people;
    EXPECT_LT(std::abs(particles.dots()[i] * 50 - streams[i].people), 50);
  }
  EXPECT_EQ(particles.n_dots(), std::llround(total / 50));
}

/// Where the light of a picture is on the average, along x.
double middle(const Raster& picture) {
  double sum = 0, moment = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      sum += alpha(picture, x, y);
      moment += x * static_cast<double>(alpha(picture, x, y));
    }
  }
  return moment / sum;
}

TEST(Particles, RunEquallyFastOnShortAndLongStreams) {
  for (const double end : {150.0, 310.0}) {
    ParticleStyle style = fine_style();
    style.trail = 0.001;  // none
    style.speed = 120;
    Particles particles(width, height, style, 1);
    const std::vector<Stream> lone = {straight(10, end, 100, 50)};
    particles.start(lone, 0);
    std::vector<double> ways;
    double before = middle(shown(particles));
    for (std::int64_t frame = 1; frame < 80; ++frame) {
      particles.advance(lone, frame);
      const double after = middle(shown(particles));
      if (before > 50 && after > before && after < end - 50) ways.push_back(after - before);
      before = after;
    }
    ASSERT_GT(ways.size(), 10U);
    const double way = std::accumulate(ways.begin(), ways.end(), 0.0) / static_cast<double>(ways.size());
    EXPECT_NEAR(way, style.speed / style.frames_per_second, 0.05) << end;
  }
}

TEST(Particles, LeaveTrailsWithoutBeads) {
  for (const double speed : {20.0, 90.0, 300.0}) {
    ParticleStyle style = fine_style();
    style.speed = speed;
    style.narrowest = 0;
    Particles particles(width, height, style, 1);
    const std::vector<Stream> lone = {straight(-600, 900, 100, 50)};
    bool is_seen = false;
    for (std::int64_t frame = 0; frame < 4000 && !is_seen; frame += 10) {
      particles.start(lone, frame);
      const Raster picture = shown(particles);
      const std::uint32_t* row = picture.row(99);
      const int head = static_cast<int>(std::max_element(row, row + width) - row);
      if (head < 150 || head > 300) continue;
      is_seen = true;
      ASSERT_GT(alpha(picture, head, 99), 40);
      for (int x = head; x > head - 140; --x)
        EXPECT_LE(alpha(picture, x - 1, 99), alpha(picture, x, 99) + 3) << x << " " << speed;
    }
    EXPECT_TRUE(is_seen) << speed;
  }
}

TEST(Particles, GrowAndVanishAtTheEndsOfTheirCurve) {
  ParticleStyle style = fine_style();
  style.trail = 0.001;
  Particles particles(width, height, style, 1);
  const std::vector<Stream> busy = {straight(20, 300, 100, 50 * 100)};
  particles.start(busy, 0);
  int near_ends = 0, within = 0;
  for (std::int64_t frame = 0; frame < 100; ++frame) {
    particles.advance(busy, frame);
    const Raster picture = shown(particles);
    for (int y = 90; y < 110; ++y) {
      near_ends = std::max(
          {near_ends, alpha(picture, 20, y), alpha(picture, 21, y), alpha(picture, 298, y), alpha(picture, 299, y)});
      within = std::max(within, alpha(picture, 160, y));
    }
  }
  EXPECT_LT(near_ends * 5, within);
}

TEST(Particles, OfAStreamThatGrowsTheOldOnesGoOnUndisturbed) {
  ParticleStyle style = fine_style();
  style.people_per_pixel = 1e9;  // equally wide whatever the people
  Particles steady(width, height, style, 2), grown(width, height, style, 2);
  const auto people = [](double n) { return std::vector<Stream>{straight(10, 310, 100, 50 * n)}; };
  steady.start(people(10), 0);
  grown.start(people(10), 0);
  for (std::int64_t frame = 1; frame < 30; ++frame) {
    steady.advance(people(10), frame);
    grown.advance(people(14), frame);
    const Raster before = shown(steady), after = shown(grown);
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) ASSERT_GE(alpha(after, x, y), alpha(before, x, y));
    }
  }
  EXPECT_GT(distance(shown(steady), shown(grown)), 50);
  for (std::int64_t frame = 30; frame < 90; ++frame) {
    steady.advance(people(10), frame);
    grown.advance(people(10), frame);
  }
  EXPECT_LE(distance(shown(steady), shown(grown)), 1) << "those that came are gone again";
}

TEST(Particles, NewOnesDoNotPopUpAndOldOnesDoNotPopOff) {
  ParticleStyle style = fine_style();
  style.trail = 0.001;
  Particles particles(width, height, style, 1);
  const std::vector<Stream> none = {straight(10, 310, 100, 0)}, many = {straight(10, 310, 100, 50 * 30)};
  const auto brightest = [&] {
    const Raster picture = shown(particles);
    return static_cast<int>(*std::max_element(picture.pixels.begin(), picture.pixels.end()) >> 24);
  };
  particles.start(none, 0);
  std::vector<int> levels;
  for (std::int64_t frame = 1; frame <= 60; ++frame) {
    particles.advance(frame <= 30 ? many : none, frame);
    levels.push_back(brightest());
  }
  const int full = levels[29];
  EXPECT_GT(full, 60);
  EXPECT_LT(levels[0], full / 2);
  EXPECT_GT(levels[30], full / 2);
  EXPECT_EQ(levels[59], 0);
  for (std::size_t i = 1; i < levels.size(); ++i) EXPECT_LT(std::abs(levels[i] - levels[i - 1]), full / 2);
}

double brightness(const Raster& picture) {
  double sum = 0;
  for (const std::uint32_t pixel : picture.pixels) sum += (pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255);
  return sum / static_cast<double>(picture.pixels.size()) / 3;
}

TEST(Particles, ShineOnADarkGroundAndDarkenALightOne) {
  Particles particles(width, height, fine_style(), 1);
  particles.start(swelling, 0);
  const auto ground = [](std::uint32_t colour) {
    Raster picture(width, height);
    std::fill(picture.pixels.begin(), picture.pixels.end(), colour);
    return brightness(picture);
  };
  EXPECT_GT(brightness(shown(particles, 0xFF0D111C)), ground(0xFF0D111C) + 2);
  particles.set_colours(figures::trail_colours_on_light());
  EXPECT_LT(brightness(shown(particles, 0xFFF6F7F9)), ground(0xFFF6F7F9) - 2);
}

TEST(Particles, AreOfTheOriginsColourAtFirstAndOfTheDestinationsAtLast) {
  Particles particles(width, height, fine_style(), 1);
  particles.start({straight(10, 310, 100, 50 * 400)}, 0);
  const Raster picture = shown(particles);
  const auto sum_of = [&](int left, int shift) {
    int sum = 0;
    for (int y = 90; y < 110; ++y) {
      for (int x = left; x < left + 20; ++x) sum += static_cast<int>(picture.row(y)[x] >> shift & 255);
    }
    return sum;
  };
  EXPECT_GT(sum_of(30, 0), 1.3 * sum_of(30, 16)) << "blue over red";
  EXPECT_LT(1.3 * sum_of(270, 0), sum_of(270, 16)) << "red over blue";
}

TEST(Particles, ACrowdedCorridorIsBrighterThanALoneDotAndStillOfItsColour) {
  ParticleStyle style = fine_style();
  style.narrowest = 0;
  const auto brightest = [&](double dots) {
    Particles particles(width, height, style, 1);
    particles.start({straight(10, 310, 100.5, 50 * dots)}, 0);
    const Raster picture = shown(particles);
    return *std::max_element(picture.pixels.begin(), picture.pixels.end());
  };
  const std::uint32_t lone = brightest(3), corridor = brightest(300);
  EXPECT_GT(lone >> 24, 50U);
  EXPECT_GT(corridor >> 24, (lone >> 24) + 40);
  const std::uint32_t red = corridor >> 16 & 255, green = corridor >> 8 & 255, blue = corridor & 255;
  EXPECT_GT(std::max({red, green, blue}) - std::min({red, green, blue}), 15U) << "not burnt out to white";
}

TEST(Particles, LeaveAPictureAloneWhereNobodyMoves) {
  Particles particles(width, height, fine_style(), 2);
  particles.start({straight(10, 310, 100, 5000)}, 0);
  const Raster picture = shown(particles, 0xFF123456);
  for (int y = 0; y < height; ++y) {
    if (y > 60 && y < 140) continue;
    for (int x = 0; x < width; ++x) ASSERT_EQ(picture.row(y)[x], 0xFF123456);
  }
}

TEST(Particles, SkippedFramesAreOneLongStep) {
  Particles every(width, height, fine_style(), 1), second(width, height, fine_style(), 1);
  const std::vector<Stream> streams = network(width, height, 5);
  every.start(streams, 0);
  second.start(streams, 0);
  for (std::int64_t frame = 1; frame <= 60; ++frame) {
    every.advance(streams, frame);
    if (frame % 2 == 0) second.advance(streams, frame);
  }
  EXPECT_LE(distance(shown(every), shown(second)), 40) << "dots are in the same places, trails nearly as bright";
}

TEST(Particles, OnAPictureTwiceAsLargeAreInTheSamePlaces) {
  const ParticleStyle style = fine_style();
  Particles small(width, height, style, 1), large(2 * width, 2 * height, figures::scaled(style, 2), 1);
  small.start({straight(10, 310, 100, 300)}, 7);
  large.start({straight(20, 620, 200, 300)}, 7);
  Raster picture(2 * width, 2 * height);
  large.compose(picture);
  double sum = 0, moment = 0;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      sum += alpha(picture, x, y);
      moment += x * static_cast<double>(alpha(picture, x, y));
    }
  }
  EXPECT_NEAR(moment / sum / 2, middle(shown(small)), 3);
}

TEST(Particles, RefuseWhatMakesNoSense) {
  ParticleStyle style = fine_style();
  EXPECT_THROW(Particles(0, 10, style, 1), std::invalid_argument);
  style.speed = 0;
  EXPECT_THROW(Particles(10, 10, style, 1), std::invalid_argument);
  Particles particles(width, height, fine_style(), 1);
  EXPECT_THROW(particles.advance({straight(0, 9, 1, 1), straight(0, 9, 1, 1)}, 0), std::invalid_argument);
  EXPECT_THROW(particles.advance({straight(0, 9, 1, -1)}, 0), std::invalid_argument);
  Raster other(10, 10);
  EXPECT_THROW(particles.compose(other), std::invalid_argument);
}

}  // namespace
