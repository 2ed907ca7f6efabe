#include "tests/render/golden.hpp"

#include <gtest/gtest.h>
#include <png.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "render/figures/png_file.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;
using figures::Raster;

constexpr double most_rms = 0.005;        // of the range of a channel
constexpr double most_share_off = 0.005;  // of pixels off by more than 16 of 255

int channel(std::uint32_t pixel, int c) { return static_cast<int>(pixel >> (16 - 8 * c) & 0xFF); }

Raster raster_of(int width, int height, const std::vector<std::uint8_t>& rgb) {
  Raster raster(width, height);
  for (std::size_t i = 0; i < raster.pixels.size(); ++i) {
    raster.pixels[i] = 0xFF000000U | static_cast<std::uint32_t>(rgb[3 * i]) << 16 |
                       static_cast<std::uint32_t>(rgb[3 * i + 1]) << 8 | rgb[3 * i + 2];
  }
  return raster;
}

Raster read_png(const std::string& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, file.c_str()) == 0) throw std::runtime_error(file + " cannot be read");
  image.format = PNG_FORMAT_RGB;
  std::vector<std::uint8_t> rgb(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, rgb.data(), 0, nullptr) == 0)
    throw std::runtime_error(file + " cannot be read");
  return raster_of(static_cast<int>(image.width), static_cast<int>(image.height), rgb);
}

}  // namespace

Raster read_picture(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string kind;
  int width = 0, height = 0, most = 0;
  stream >> kind >> width >> height >> most;
  if (kind != "P6") return read_png(file);
  stream.get();
  std::vector<std::uint8_t> rgb(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  stream.read(reinterpret_cast<char*>(rgb.data()), static_cast<std::streamsize>(rgb.size()));
  if (!stream) throw std::runtime_error(file + " ends too early");
  return raster_of(width, height, rgb);
}

Raster made_smaller(const Raster& picture, int n) {
  Raster small(picture.width / n, picture.height / n);
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      std::uint32_t mean = 0xFF000000U;
      for (int c = 0; c < 3; ++c) {
        int sum = 0;
        for (int dy = 0; dy < n; ++dy) {
          for (int dx = 0; dx < n; ++dx) sum += channel(picture.row(y * n + dy)[x * n + dx], c);
        }
        mean |= static_cast<std::uint32_t>((sum + n * n / 2) / (n * n)) << (16 - 8 * c);
      }
      small.row(y)[x] = mean;
    }
  }
  return small;
}

void compare_with_golden(const Raster& picture, const std::string& name) {
  const fs::path file = fs::path(QONYS_SOURCE_DIR) / "tests/golden" / (name + ".png");
  if (std::getenv("QONYS_RENEW_GOLDEN") != nullptr) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << figures::png_of(picture);
    return;
  }
  ASSERT_TRUE(fs::exists(file)) << file;
  const Raster golden = read_picture(file.string());
  ASSERT_EQ(golden.width, picture.width);
  ASSERT_EQ(golden.height, picture.height);
  double squares = 0;
  int n_off = 0;
  for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
    int worst = 0;
    for (int c = 0; c < 3; ++c) {
      const int off = channel(picture.pixels[i], c) - channel(golden.pixels[i], c);
      squares += off * off / (255.0 * 255.0);
      worst = std::max(worst, std::abs(off));
    }
    n_off += worst > 16 ? 1 : 0;
  }
  const auto n = static_cast<double>(picture.pixels.size());
  EXPECT_LE(std::sqrt(squares / (3 * n)), most_rms) << name;
  EXPECT_LE(n_off / n, most_share_off) << name;
}

}  // namespace tests
