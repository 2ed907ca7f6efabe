// What moving dots leave behind on the picture: two sums of light per pixel,
// one of the origin's colour and one of the destination's, that fade. Integers
// only, so that neither threads nor processors change a bit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "render/figures/workers.hpp"

namespace figures {

/// How a dot's light is shared among the 4 × 4 pixels round it: a tent, in each direction `radius` pixels from its top
/// to its foot. Scaled so that the ridge of a line drawn with it is 1 for every radius.
class Brush {
 public:
  static constexpr int before = 1, after = 2;  // pixels that it reaches to the left and above, to the right and below

  /// `radius` 1 … 2: at 1 it is bilinear. Errors: std::invalid_argument.
  explicit Brush(double radius);

 private:
  friend class Afterglow;
  /// For a dot at 1/256, 2/256 … past the centre of a pixel, in 1/65536.
  struct Share {
    alignas(16) std::array<std::uint16_t, 8> across;  // two (from, to) for each of four columns
    std::array<std::uint16_t, 4> down;
  };
  std::array<Share, 256> shares_;
};

/// A dot during one frame: it ends at (x, y) and came from there in equal sub-steps, leaving light at the end of each.
/// Lengths in 1/256 pixel; whole numbers are the centres of pixels.
struct Spark {
  std::int32_t x = 0, y = 0;
  std::int16_t dx = 0, dy = 0;                 // one sub-step
  std::uint16_t from_light = 0, to_light = 0;  // left at each sub-step
};

/// Sparks sorted by the rows they touch, so that each band of rows is one worker's alone. One list for each worker
/// and band; in which order and by whom they were put there does not matter, for sums that stop at their maximum do
/// not depend on order.
class SparkBands {
 public:
  static constexpr int band_rows = 32;

  SparkBands(int width, int height, int n_workers);
  void clear();
  /// Sparks wholly outside the picture are dropped. Different workers at once, each with its own number.
  void add(const Spark& spark, int n_sub_steps, int worker) {
    const int last_x = spark.x - spark.dx * (n_sub_steps - 1), last_y = spark.y - spark.dy * (n_sub_steps - 1);
    const int left = (spark.x < last_x ? spark.x : last_x) >> 8, right = (spark.x < last_x ? last_x : spark.x) >> 8;
    const int top = ((spark.y < last_y ? spark.y : last_y) >> 8) - Brush::before;
    const int bottom = ((spark.y < last_y ? last_y : spark.y) >> 8) + Brush::after;
    if (right + Brush::after < 0 || left - Brush::before >= width_ || bottom < 0 || top >= height_) return;
    const int first = (top < 0 ? 0 : top) / band_rows;
    const int last = (bottom >= height_ ? height_ - 1 : bottom) / band_rows;
    for (int band = first; band <= last; ++band) {
      lists_[static_cast<std::size_t>(worker * n_bands_ + band)].push_back(spark);
    }
  }
  [[nodiscard]] int n_bands() const { return n_bands_; }
  [[nodiscard]] int n_workers() const { return n_workers_; }
  [[nodiscard]] const std::vector<Spark>& list(int band, int worker) const {
    return lists_[static_cast<std::size_t>(worker * n_bands_ + band)];
  }

 private:
  int width_, height_;
  int n_bands_, n_workers_;
  std::vector<std::vector<Spark>> lists_;  // [worker × n_bands + band]
};

/// The sums of light, in tiles of which dark ones cost nothing.
class Afterglow {
 public:
  static constexpr int tile_width = 32, tile_height = 16;

  Afterglow(int width, int height);
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  void clear();
  /// One frame: what is there keeps `keep` / 65536 of itself, rounded down; then every spark leaves its light with
  /// each of its places. Sums stop at 65,535.
  void advance(std::uint16_t keep, int n_sub_steps, const Brush& brush, const SparkBands& sparks, Workers& workers);

  // What a tone map reads.
  [[nodiscard]] int n_tile_rows() const { return n_tile_rows_; }
  [[nodiscard]] int n_tile_columns() const { return n_tile_columns_; }
  [[nodiscard]] bool is_lit(int tile_row, int tile_column) const {
    return lit_[static_cast<std::size_t>(tile_row * n_tile_columns_ + tile_column)] != 0;
  }
  /// The first pixel of a tile; below 0 in the first column.
  [[nodiscard]] static int first_pixel(int tile_column) { return tile_column * tile_width - margin; }
  /// Pairs (from, to) of a row's pixels, from pixel `x` ≥ 0 on.
  [[nodiscard]] const std::uint16_t* pairs(int x, int y) const {
    return light_.data() + static_cast<std::size_t>(y) * stride_ + static_cast<std::size_t>(2 * (x + margin));
  }

 private:
  static constexpr int margin = 4;  // pixels to the left, so that dots may straddle the edge

  void fade_band(int band, std::uint16_t keep);
  void add_to_band(int band, int n_sub_steps, const Brush& brush, const std::vector<Spark>& sparks);

  int width_, height_;
  int n_tile_rows_, n_tile_columns_;
  std::size_t stride_;                // numbers in a row: two per pixel
  std::vector<std::uint16_t> light_;  // [y × stride + 2 × (x + margin) + (0: from, 1: to)]
  std::vector<std::uint8_t> lit_;     // [tile row × n_tile_columns + tile column]
};

}  // namespace figures
