#include "render/canvas.hpp"

#include <SFML/OpenGL.hpp>
#include <algorithm>

#ifndef GL_CLAMP_TO_EDGE
#define GL_CLAMP_TO_EDGE 0x812F
#endif

namespace viewer {

MapTexture::~MapTexture() {
  if (name_ != 0) glDeleteTextures(1, &name_);
}

void MapTexture::upload(const figures::Raster& raster) {
  if (raster.width <= 0 || raster.height <= 0) return;
  if (name_ == 0) {
    glGenTextures(1, &name_);
    glBindTexture(GL_TEXTURE_2D, name_);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
      glTexParameteri(GL_TEXTURE_2D, filter, is_smooth_ ? GL_LINEAR : GL_NEAREST);
    }
    for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) {
      glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    }
  }
  glBindTexture(GL_TEXTURE_2D, name_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  if (width_ != raster.width || height_ != raster.height) {
    width_ = raster.width;
    height_ = raster.height;
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width_, height_, 0, GL_BGRA, GL_UNSIGNED_BYTE, raster.pixels.data());
  } else {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width_, height_, GL_BGRA, GL_UNSIGNED_BYTE, raster.pixels.data());
  }
  glBindTexture(GL_TEXTURE_2D, 0);
}

void MapTexture::set_smooth(bool is_smooth) {
  if (is_smooth == is_smooth_ || name_ == 0) return;
  is_smooth_ = is_smooth;
  glBindTexture(GL_TEXTURE_2D, name_);
  for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
    glTexParameteri(GL_TEXTURE_2D, filter, is_smooth ? GL_LINEAR : GL_NEAREST);
  }
  glBindTexture(GL_TEXTURE_2D, 0);
}

void set_blending(bool is_on) {
  if (is_on) {
    glEnable(GL_BLEND);
  } else {
    glDisable(GL_BLEND);
  }
}

void clear_window(int width, int height, std::uint32_t rgb) {
  const auto channel = [&](int shift) { return static_cast<float>(rgb >> shift & 0xFF) / 255.0F; };
  glViewport(0, 0, width, height);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(channel(16), channel(8), channel(0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

figures::Raster read_window(int width, int height) {
  figures::Raster raster(width, height);
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, width, height, GL_BGRA, GL_UNSIGNED_BYTE, raster.pixels.data());
  for (int y = 0; y < height / 2; ++y) {  // the lowest row comes first
    std::swap_ranges(raster.row(y), raster.row(y) + width, raster.row(height - 1 - y));
  }
  for (std::uint32_t& pixel : raster.pixels) pixel |= 0xFF000000U;
  return raster;
}

}  // namespace viewer
