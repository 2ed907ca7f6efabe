// What the window tells of itself: pictures, its state, what it cost, why it ended.
#include <algorithm>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "render/loop.hpp"
#include "world/errors.hpp"

namespace viewer {

using world::InputError;
using world::observers::Phrase;

namespace {

std::string save_as_ppm(const figures::Raster& picture, const std::string& file) {
  std::ofstream stream(file, std::ios::binary);
  stream << "P6\n" << picture.width << ' ' << picture.height << "\n255\n";
  for (const std::uint32_t pixel : picture.pixels) {
    const char bytes[] = {static_cast<char>(pixel >> 16), static_cast<char>(pixel >> 8), static_cast<char>(pixel)};
    stream.write(bytes, 3);
  }
  if (!stream.flush()) throw InputError("cannot write " + file);
  return file;
}

/// Of pixels, for tests that ask whether two pictures are the same.
std::uint64_t hash_of(std::initializer_list<const figures::Raster*> rasters) {
  std::uint64_t hash = 14695981039346656037U;
  for (const figures::Raster* raster : rasters) {
    for (const std::uint32_t pixel : raster->pixels) hash = (hash ^ pixel) * 1099511628211U;
    hash = (hash ^ static_cast<std::uint64_t>(raster->width)) * 1099511628211U;
  }
  return hash;
}

/// The next file that is not there yet.
std::string free_name(const std::string& folder) {
  for (int i = 1;; ++i) {
    const std::string number = std::to_string(i);
    const std::filesystem::path name =
        std::filesystem::path(folder) /
        ("qonys-" + std::string(4 - std::min<std::size_t>(4, number.size()), '0') + number + ".ppm");
    std::error_code ignored;
    if (!std::filesystem::exists(name, ignored)) return name.string();
  }
}

/// A line of the program's own after words in the language of the window.
std::string led(Phrase lead, world::observers::Language language, const std::string& line) {
  return std::string(text(lead, language)) + " " + line;
}

}  // namespace

void Loop::save_pictures() {
  for (const std::string& asked : state_.pictures) {
    const std::string file = asked.empty() ? free_name(options_.pictures) : asked;
    const figures::Raster picture =
        read_window(static_cast<int>(window_.getSize().x), static_cast<int>(window_.getSize().y));
    try {
      const std::string written = (parts_.save ? parts_.save : SavePicture(save_as_ppm))(picture, file);
      say(text(Phrase::view_picture_saved, state_.settings.language, {written}));
    } catch (const InputError& error) {
      say(led(Phrase::view_not_written, state_.settings.language, error.what()));
    }
  }
  if (!state_.pictures.empty()) frames_wanted_ = std::max(frames_wanted_, 1);
  state_.pictures.clear();
}

void Loop::write_state() {
  Scene scene = scene_now();
  if (picture_) scene.map_hash = hash_of({&picture_->ground, &picture_->labels, &picture_->second});
  const std::string json = state_json(scene, report_);
  if (options_.state_file.empty()) {
    std::cout << json << std::endl;
    return;
  }
  const std::string part = options_.state_file + ".part";
  std::ofstream stream(part, std::ios::binary);
  stream << json << '\n';
  stream.close();
  std::error_code failure;
  std::filesystem::rename(part, options_.state_file, failure);
  if (!stream || failure) say(led(Phrase::view_not_written, state_.settings.language, options_.state_file));
}

void Loop::begin_bench() {
  if (bench_begun_ || options_.bench_seconds == 0 || !month_) return;
  bench_begun_ = processor_time();
  bench_months_ = parts_.source.n_months();
  bench_frames_ = n_frames_;
}

void Loop::tell_bench() const {
  if (bench_begun_) {
    Report report = report_;
    report.n_frames = n_frames_ - bench_frames_;
    std::cout << bench_seconds_json(report, share_between(*bench_begun_, processor_time()),
                                    parts_.source.n_months() - bench_months_)
              << std::endl;
  }
  if (options_.bench_frames == 0 || parts_.times != nullptr) return;
  Report report = report_;
  report.cpu_ms_a_frame = static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC / std::max(1, n_frames_);
  std::cout << bench_json(report, static_cast<int>(window_.getSize().x), static_cast<int>(window_.getSize().y))
            << std::endl;
}

void Loop::tell_failure() const {
  if (month_ || !parts_.source.has_failed()) return;
  if (const std::exception_ptr why = parts_.source.failure()) std::rethrow_exception(why);
  throw InputError(parts_.source.status(world::observers::Language::en).words);
}

}  // namespace viewer
