#include "render/figures/afterglow.hpp"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include <algorithm>
#include <stdexcept>

namespace figures {
namespace {

constexpr int tile_width = Afterglow::tile_width, tile_height = Afterglow::tile_height;

int pieces(int length, int piece) { return (length + piece - 1) / piece; }

/// Fades one tile; whether any light is left.
bool fade_tile(std::uint16_t* corner, std::size_t stride, std::uint32_t keep) {
  std::uint16_t any = 0;
  for (int y = 0; y < tile_height; ++y) {
    std::uint16_t* row = corner + static_cast<std::size_t>(y) * stride;
    for (int i = 0; i < 2 * tile_width; ++i) {
      row[i] = static_cast<std::uint16_t>(row[i] * keep >> 16);
      any = static_cast<std::uint16_t>(any | row[i]);
    }
  }
  return any != 0;
}

#if defined(__SSE2__)

/// Light that is to be left on four pixels of a row at a time: eight numbers of 16 bits.
class Light {
 public:
  Light(std::uint16_t from, std::uint16_t to)
      : pairs_(_mm_set1_epi32(static_cast<int>(static_cast<std::uint32_t>(to) << 16 | from))) {}
  void share_across(const std::uint16_t* across) {
    shared_ = _mm_mulhi_epu16(pairs_, _mm_load_si128(reinterpret_cast<const __m128i*>(across)));
  }
  void add(std::uint16_t* row, std::uint16_t down) const {
    __m128i* place = reinterpret_cast<__m128i*>(row);
    const __m128i more = _mm_mulhi_epu16(shared_, _mm_set1_epi16(static_cast<std::int16_t>(down)));
    _mm_storeu_si128(place, _mm_adds_epu16(_mm_loadu_si128(place), more));
  }

 private:
  __m128i pairs_, shared_{};
};

#else

class Light {
 public:
  Light(std::uint16_t from, std::uint16_t to) : pair_{from, to} {}
  void share_across(const std::uint16_t* across) {
    for (int i = 0; i < 8; ++i) shared_[i] = pair_[i % 2] * across[i] >> 16;
  }
  void add(std::uint16_t* row, std::uint16_t down) const {
    for (int i = 0; i < 8; ++i) {
      row[i] = static_cast<std::uint16_t>(std::min<std::uint32_t>(row[i] + (shared_[i] * down >> 16), 65535));
    }
  }

 private:
  std::uint32_t pair_[2], shared_[8];
};

#endif

}  // namespace

SparkBands::SparkBands(int width, int height, int n_workers)
    : width_(width * 256), height_(height), n_bands_(pieces(height, band_rows)), n_workers_(n_workers),
      lists_(static_cast<std::size_t>(n_bands_ * n_workers)) {}

void SparkBands::clear() {
  for (std::vector<Spark>& list : lists_) list.clear();
}

Brush::Brush(double radius) {
  if (!(radius >= 1 && radius <= 2)) throw std::invalid_argument("the radius of a brush is 1 to 2 pixels");
  for (std::size_t part = 0; part < shares_.size(); ++part) {
    for (int i = 0; i < 4; ++i) {
      const double away = i - before - static_cast<double>(part) / 256;
      const double height = std::max(1 - (away < 0 ? -away : away) / radius, 0.0);
      const std::uint16_t across = static_cast<std::uint16_t>(height * 65535);
      shares_[part].across[static_cast<std::size_t>(2 * i)] = across;
      shares_[part].across[static_cast<std::size_t>(2 * i + 1)] = across;
      shares_[part].down[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(height / radius * 65535);
    }
  }
}

Afterglow::Afterglow(int width, int height)
    : width_(width), height_(height), n_tile_rows_(pieces(height, tile_height)),
      n_tile_columns_(pieces(width + 2 * margin, tile_width)),
      stride_(static_cast<std::size_t>(n_tile_columns_ * tile_width * 2)),
      light_(stride_ * static_cast<std::size_t>(n_tile_rows_ * tile_height)),
      lit_(static_cast<std::size_t>(n_tile_rows_ * n_tile_columns_)) {
  static_assert(SparkBands::band_rows % tile_height == 0, "a tile belongs to one band");
}

void Afterglow::clear() {
  std::fill(light_.begin(), light_.end(), std::uint16_t{0});
  std::fill(lit_.begin(), lit_.end(), std::uint8_t{0});
}

void Afterglow::advance(std::uint16_t keep, int n_sub_steps, const Brush& brush, const SparkBands& sparks,
                        Workers& workers) {
  workers.share(sparks.n_bands(), [&](int band, int /*worker*/) {
    fade_band(band, keep);
    for (int from = 0; from < sparks.n_workers(); ++from)
      add_to_band(band, n_sub_steps, brush, sparks.list(band, from));
  });
}

void Afterglow::fade_band(int band, std::uint16_t keep) {
  const int first = band * SparkBands::band_rows / tile_height;
  const int end = std::min(first + SparkBands::band_rows / tile_height, n_tile_rows_);
  for (int tile_row = first; tile_row < end; ++tile_row) {
    std::uint8_t* lit = lit_.data() + tile_row * n_tile_columns_;
    std::uint16_t* row = light_.data() + static_cast<std::size_t>(tile_row * tile_height) * stride_;
    for (int column = 0; column < n_tile_columns_; ++column) {
      if (lit[column]) lit[column] = fade_tile(row + column * tile_width * 2, stride_, keep);
    }
  }
}

void Afterglow::add_to_band(int band, int n_sub_steps, const Brush& brush, const std::vector<Spark>& sparks) {
  const int top = band * SparkBands::band_rows;
  const int bottom = std::min(top + SparkBands::band_rows, height_);
  for (const Spark& spark : sparks) {
    Light light(spark.from_light, spark.to_light);
    for (int step = 0; step < n_sub_steps; ++step) {
      const int x = spark.x - spark.dx * step, y = spark.y - spark.dy * step;
      const int left = (x >> 8) - Brush::before;
      if (left < -margin || left >= width_) continue;
      const int upper = (y >> 8) - Brush::before;
      const int first = std::max(upper, top), end = std::min(upper + 4, bottom);
      if (first >= end) continue;
      light.share_across(brush.shares_[static_cast<std::size_t>(x & 255)].across.data());
      const std::array<std::uint16_t, 4>& down = brush.shares_[static_cast<std::size_t>(y & 255)].down;
      std::uint16_t* place = light_.data() + static_cast<std::size_t>(first) * stride_ + 2 * (left + margin);
      for (int row = first; row < end; ++row, place += stride_)
        light.add(place, down[static_cast<std::size_t>(row - upper)]);
      for (const int row : {first, end - 1}) {
        std::uint8_t* lit = lit_.data() + row / tile_height * n_tile_columns_;
        lit[(left + margin) / tile_width] = 1;
        lit[(left + margin + 3) / tile_width] = 1;
      }
    }
  }
}

}  // namespace figures
