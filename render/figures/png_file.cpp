#include "render/figures/png_file.hpp"

#include <png.h>

#include <cmath>
#include <new>
#include <stdexcept>

namespace figures {
namespace {

void append(png_structp png, png_bytep data, png_size_t length) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), length);
}

[[noreturn]] void fail(png_structp, png_const_charp message) {
  throw std::runtime_error(std::string("libpng: ") + message);
}

/// Frees libpng's structures however writing ends.
struct Writer {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, nullptr);
  png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
  Writer() {
    if (info == nullptr) throw std::bad_alloc();
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { png_destroy_write_struct(&png, &info); }
};

void set_texts(const Writer& writer, const std::vector<std::pair<std::string, std::string>>& texts) {
  std::vector<png_text> entries;
  for (const auto& [keyword, words] : texts) {
    png_text entry{};
    entry.compression = PNG_ITXT_COMPRESSION_NONE;  // UTF-8
    entry.key = const_cast<char*>(keyword.c_str());
    entry.text = const_cast<char*>(words.c_str());
    entry.itxt_length = words.size();
    entries.push_back(entry);
  }
  png_set_text(writer.png, writer.info, entries.data(), static_cast<int>(entries.size()));
}

}  // namespace

std::string png_of(const Raster& raster, const std::vector<std::pair<std::string, std::string>>& texts,
                   double dots_per_inch) {
  std::string bytes;
  const Writer writer;
  png_set_write_fn(writer.png, &bytes, append, nullptr);
  png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(raster.width), static_cast<png_uint_32>(raster.height),
               8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(writer.png, 6);
  if (dots_per_inch > 0) {
    const auto per_metre = static_cast<png_uint_32>(std::lround(dots_per_inch / 0.0254));
    png_set_pHYs(writer.png, writer.info, per_metre, per_metre, PNG_RESOLUTION_METER);
  }
  set_texts(writer, texts);
  png_write_info(writer.png, writer.info);
  std::vector<png_byte> line(static_cast<std::size_t>(raster.width) * 3);
  for (int y = 0; y < raster.height; ++y) {
    const std::uint32_t* row = raster.row(y);
    for (int x = 0; x < raster.width; ++x) {
      png_byte* pixel = &line[static_cast<std::size_t>(x) * 3];
      pixel[0] = static_cast<png_byte>(row[x] >> 16);
      pixel[1] = static_cast<png_byte>(row[x] >> 8);
      pixel[2] = static_cast<png_byte>(row[x]);
    }
    png_write_row(writer.png, line.data());
  }
  png_write_end(writer.png, nullptr);
  return bytes;
}

}  // namespace figures
