// What tests of films share: frames to film, and what other programs say of a file.
#pragma once

#include <sys/wait.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "render/figures/film.hpp"
#include "render/figures/particles.hpp"
#include "tests/render/network.hpp"

namespace figures_test {

/// Frames of a map-like picture: regions, and dots that move.
class Frames {
 public:
  Frames(int width, int height) : particles_(width, height, style(), 2), ground_(width, height) {
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) ground_.row(y)[x] = (x / 80 + y / 60) % 2 == 0 ? 0xFF0D111C : 0xFF1C2536;
    }
    streams_ = network(width, height, 6);
  }
  figures::Raster at(std::int64_t frame) {
    if (frame == 0)
      particles_.start(streams_, 0);
    else
      particles_.advance(streams_, frame);
    figures::Raster picture = ground_;
    particles_.compose(picture);
    return picture;
  }

 private:
  static figures::ParticleStyle style() {
    figures::ParticleStyle style;
    style.people_per_dot = 40;
    return style;
  }
  figures::Particles particles_;
  figures::Raster ground_;
  std::vector<figures::Stream> streams_;
};

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_text(const std::filesystem::path& path, const std::string& text) { std::ofstream(path) << text; }

/// A shell script that can be run.
inline std::filesystem::path script(const std::filesystem::path& path, const std::string& lines) {
  write_text(path, "#!/bin/sh\n" + lines);
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

/// What a command prints.
inline std::string output_of(const std::string& command) {
  std::string text;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return text;
  char piece[4096];
  while (const std::size_t n = std::fread(piece, 1, sizeof piece, pipe)) text.append(piece, n);
  ::pclose(pipe);
  return text;
}

inline bool has_ffmpeg() { return figures::find_program("ffmpeg") && figures::find_program("ffprobe"); }

/// Writes pictures as a few bytes that name their size; enough to see that they were written.
inline void write_stub(const figures::Raster& picture, const std::filesystem::path& path) {
  write_text(path, std::to_string(picture.width) + " x " + std::to_string(picture.height));
}

}  // namespace figures_test
