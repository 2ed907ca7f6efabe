// Pictures one after another as a film: an MP4 file by way of the program
// ffmpeg, or numbered pictures where there is none. Needs no display.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "render/figures/piped_program.hpp"
#include "render/figures/raster.hpp"

namespace figures {

/// Writes one picture to a file. Errors: world::InputError.
using WritePicture = std::function<void(const Raster&, const std::filesystem::path&)>;

struct FilmWishes {
  /// NAME.mp4: a film; any other name: a folder of numbered pictures.
  std::filesystem::path path;
  int width = 0, height = 0;           // px; both even in an MP4 file
  int frames = 30, seconds = 1;        // so many frames in so many seconds
  std::string title, comment, artist;  // kept in an MP4 file; empty: none
  /// A name to look for in PATH, or a path. Empty: what the environment's QONYS_FFMPEG names, else "ffmpeg".
  std::string encoder;
  WritePicture write_picture;  // for numbered pictures; none: without an encoder there is no film
};

/// A film being written. It bears its name only when it is whole: a film that was there before stays until then, and
/// one left unfinished leaves nothing. The same frames give the same bytes (with one version of ffmpeg and x264).
class Film {
 public:
  /// Where the program is missing, NAME.mp4 becomes the folder NAME of pictures frame_000000.png …: ask `path`. A
  /// folder must not be there yet, or be empty. Errors: world::InputError.
  explicit Film(const FilmWishes& wishes);
  /// Drops the film unless `finish` was called.
  ~Film();
  Film(const Film&) = delete;
  Film& operator=(const Film&) = delete;

  /// Takes a copy of a picture of the film's size; waits while three are still to be written. Errors:
  /// world::InputError, also about earlier frames: the encoder ended and what it said, or a picture was not written.
  /// std::invalid_argument for another size.
  void add(const Raster& picture);
  /// Waits until all is on the disk and gives it its name. Errors: as `add`.
  void finish();

  [[nodiscard]] bool is_video() const { return program_ != nullptr; }
  /// What there will be: the file, or the folder of pictures.
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::int64_t n_frames() const { return n_added_; }

 private:
  void begin_video(const FilmWishes& wishes, const std::filesystem::path& encoder);
  void begin_folder();
  void write_frames();
  void write_frame(const Raster& picture, std::int64_t number);
  void throw_if_failed();
  void finish_video();
  void finish_folder();
  void drop() noexcept;

  int width_, height_;
  std::filesystem::path path_, part_;  // `part_`: where it is until it is whole
  WritePicture write_picture_;
  std::unique_ptr<PipedProgram> program_;  // none: numbered pictures
  std::int64_t n_added_ = 0;
  bool is_over_ = false;  // finished or dropped

  std::mutex guard_;
  std::condition_variable changed_;
  std::deque<Raster> queue_;
  std::vector<Raster> spare_;  // written ones, whose memory is used again
  bool is_last_added_ = false, is_stopped_ = false;
  std::exception_ptr error_;
  std::thread writer_;
};

}  // namespace figures
