#include "render/figures/film.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "render/figures/mp4_file.hpp"
#include "world/errors.hpp"

namespace figures {
namespace {

namespace fs = std::filesystem;
using world::InputError;

constexpr std::size_t most_waiting = 3;
constexpr int largest_side = 16384;

/// The encoder ended early; why, it tells when waited for.
struct EncoderEnded {};

[[noreturn]] void refuse(const fs::path& path, const std::string& why) { throw InputError(path.string() + ": " + why); }

[[noreturn]] void refuse_writing(const fs::path& path, int error) {
  const char* advice = error == ENOSPC || error == EDQUOT || error == EFBIG  ? "; make room or choose another folder"
                       : error == EACCES || error == EROFS || error == EPERM ? "; choose a folder that you may write to"
                                                                             : "";
  refuse(path, std::string("cannot write: ") + std::strerror(error) + advice);
}

/// The disk holds a file, or the names in a folder.
void sync(const fs::path& path, int flags) {
  const int descriptor = ::open(path.empty() ? "." : path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) refuse_writing(path, errno);
  const int error = ::fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;  // EINVAL: a file system that cannot
  ::close(descriptor);
  if (error != 0) refuse_writing(path, error);
}

void rename_durably(const fs::path& from, const fs::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) refuse_writing(to, errno);
  sync(to.parent_path(), O_RDONLY | O_DIRECTORY);
}

std::string encoder_name(const FilmWishes& wishes) {
  if (!wishes.encoder.empty()) return wishes.encoder;
  const char* named = std::getenv("QONYS_FFMPEG");
  return named == nullptr || *named == '\0' ? "ffmpeg" : named;
}

void check(const FilmWishes& wishes) {
  const std::string size = std::to_string(wishes.width) + " x " + std::to_string(wishes.height);
  if (wishes.path.filename().empty()) refuse(wishes.path, "a film needs a file name, such as film.mp4");
  if (wishes.width < 2 || wishes.height < 2 || wishes.width > largest_side || wishes.height > largest_side) {
    refuse(wishes.path, "a film of " + size + " pixels: each side is 2 to 16384");
  }
  if (wishes.frames < 1 || wishes.seconds < 1 || wishes.frames / wishes.seconds > 1000) {
    refuse(wishes.path, std::to_string(wishes.frames) + " frames in " + std::to_string(wishes.seconds) +
                            " s: a film has up to 1000 frames per second");
  }
}

void check_is_even(const FilmWishes& wishes) {
  if (wishes.width % 2 == 0 && wishes.height % 2 == 0) return;
  refuse(wishes.path, "a film of " + std::to_string(wishes.width) + " x " + std::to_string(wishes.height) +
                          " pixels: width and height must be even; take " + std::to_string(wishes.width / 2 * 2) +
                          " x " + std::to_string(wishes.height / 2 * 2));
}

/// What makes an MP4 file that plays everywhere, starts before it is loaded, and is the same bytes each time: no dates,
/// no versions, a fixed number of threads (x264 shares out its bits by it), exact conversion of colours.
std::vector<std::string> encoder_words(const FilmWishes& wishes, const fs::path& output) {
  const char* pixels = std::endian::native == std::endian::little ? "bgr0" : "0rgb";
  std::vector<std::string> words = {
      "-hide_banner",
      "-loglevel",
      "error",
      "-nostats",
      "-nostdin",
      "-y",
      "-f",
      "rawvideo",
      "-pixel_format",
      pixels,
      "-video_size",
      std::to_string(wishes.width) + "x" + std::to_string(wishes.height),
      "-framerate",
      std::to_string(wishes.frames) + "/" + std::to_string(wishes.seconds),
      "-i",
      "pipe:0",
      "-vf",
      "scale=in_range=full:out_range=limited:out_color_matrix=bt709:flags=bicubic+accurate_rnd+bitexact,format=yuv420p",
      "-c:v",
      "libx264",
      "-preset",
      "veryfast",
      "-crf",
      "20",
      "-threads",
      "2",
      "-color_range",
      "tv",
      "-colorspace",
      "bt709",
      "-color_primaries",
      "bt709",
      "-color_trc",
      "bt709",
      "-map_metadata",
      "-1",
      "-fflags",
      "+bitexact",
      "-flags:v",
      "+bitexact",
      "-movflags",
      "+faststart"};
  const std::array<std::pair<const char*, const std::string&>, 3> facts = {
      {{"title", wishes.title}, {"comment", wishes.comment}, {"artist", wishes.artist}}};
  for (const auto& [name, value] : facts) {
    if (!value.empty()) words.insert(words.end(), {"-metadata", std::string(name) + "=" + value});
  }
  words.insert(words.end(), {"-f", "mp4", "file:" + output.string()});  // `file:`, for a name may look like a protocol
  return words;
}

std::string frame_name(std::int64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return "frame_" + digits + ".png";
}

/// Removes a folder of ours and the numbered pictures in it; anything else in it stays, and so does the folder.
void remove_frames(const fs::path& folder) {
  std::error_code ignored;
  std::vector<fs::path> ours;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("frame_") && name.ends_with(".png")) ours.push_back(entry.path());
  }
  for (const fs::path& picture : ours) fs::remove(picture, ignored);
  fs::remove(folder, ignored);
}

}  // namespace

Film::Film(const FilmWishes& wishes)
    : width_(wishes.width), height_(wishes.height), path_(wishes.path), write_picture_(wishes.write_picture) {
  check(wishes);
  if (path_.extension() == ".mp4") {
    check_is_even(wishes);
    const std::string name = encoder_name(wishes);
    if (const std::optional<fs::path> encoder = find_program(name)) {
      begin_video(wishes, *encoder);
    } else if (!write_picture_) {
      refuse(path_,
             "a film needs the program " + name + ", which was not found; install it or name another in QONYS_FFMPEG");
    } else {
      path_.replace_extension();
    }
  }
  if (!program_) begin_folder();
  writer_ = std::thread([this] { write_frames(); });
}

void Film::begin_video(const FilmWishes& wishes, const fs::path& encoder) {
  std::error_code ignored;
  if (fs::is_directory(path_, ignored)) refuse(path_, "is a folder; a film needs a file name");
  part_ = path_;
  part_.replace_extension(".part.mp4");
  // Opened here first, for the system's reason is clearer than the encoder's.
  const int descriptor = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) refuse_writing(path_, errno);
  ::close(descriptor);
  try {
    program_ = std::make_unique<PipedProgram>(encoder, encoder_words(wishes, part_));
  } catch (...) {
    fs::remove(part_, ignored);
    throw;
  }
}

void Film::begin_folder() {
  if (!write_picture_) refuse(path_, "a film is a file named .mp4");
  std::error_code error;
  if (fs::exists(path_, error) && (!fs::is_directory(path_, error) || !fs::is_empty(path_, error))) {
    refuse(path_, "is there already; name a new folder for the pictures of a film, or an empty one");
  }
  part_ = path_;
  part_ += ".part";
  remove_frames(part_);  // of a film that was killed
  if (!fs::create_directory(part_, error)) {
    if (!error) refuse(part_, "is in the way; remove it");
    refuse_writing(path_, error.value());
  }
}

Film::~Film() { drop(); }

void Film::add(const Raster& picture) {
  if (picture.width != width_ || picture.height != height_) throw std::invalid_argument("a picture of another size");
  if (is_over_) throw std::invalid_argument("the film is over");
  Raster copy;
  {
    std::unique_lock lock(guard_);
    changed_.wait(lock, [&] { return queue_.size() < most_waiting || error_; });
    if (!spare_.empty()) {
      copy = std::move(spare_.back());
      spare_.pop_back();
    }
  }
  throw_if_failed();
  copy = picture;
  {
    const std::lock_guard lock(guard_);
    queue_.push_back(std::move(copy));
  }
  changed_.notify_all();
  ++n_added_;
}

/// The writer's thread: drawing and encoding overlap.
void Film::write_frames() {
  for (std::int64_t number = 0;; ++number) {
    Raster picture;
    {
      std::unique_lock lock(guard_);
      changed_.wait(lock, [&] { return !queue_.empty() || is_last_added_ || is_stopped_; });
      if (is_stopped_ || queue_.empty()) return;
      picture = std::move(queue_.front());
      queue_.pop_front();
    }
    changed_.notify_all();
    std::exception_ptr error;
    try {
      write_frame(picture, number);
    } catch (...) {
      error = std::current_exception();
    }
    {
      const std::lock_guard lock(guard_);
      error_ = error;
      spare_.push_back(std::move(picture));
    }
    if (error) {
      changed_.notify_all();
      return;
    }
  }
}

void Film::write_frame(const Raster& picture, std::int64_t number) {
  if (!program_) {
    write_picture_(picture, part_ / frame_name(number));
  } else if (!program_->write(picture.pixels.data(), picture.pixels.size() * sizeof(picture.pixels[0]))) {
    throw EncoderEnded();
  }
}

void Film::throw_if_failed() {
  std::exception_ptr error;
  {
    const std::lock_guard lock(guard_);
    error = error_;
  }
  if (!error) return;
  std::string why;
  try {
    std::rethrow_exception(error);
  } catch (const EncoderEnded&) {
    const int status = program_->finish();
    const std::string said = program_->last_words();
    why = "the encoder ended before the film did (status " + std::to_string(status) + ")" +
          (said.empty() ? "" : ": " + said);
  } catch (...) {
    drop();
    throw;
  }
  drop();
  refuse(path_, why);
}

void Film::finish() {
  if (is_over_) throw std::invalid_argument("the film is over");
  {
    const std::lock_guard lock(guard_);
    is_last_added_ = true;
  }
  changed_.notify_all();
  writer_.join();
  throw_if_failed();
  try {
    if (n_added_ == 0) refuse(path_, "a film without a frame");
    if (program_)
      finish_video();
    else
      finish_folder();
  } catch (...) {
    drop();
    throw;
  }
  is_over_ = true;
}

void Film::finish_video() {
  const int status = program_->finish();
  const std::string said = program_->last_words();
  // On a full disk ffmpeg says so and yet ends with status 0.
  if (status != 0 || !is_whole_mp4(part_)) {
    refuse(path_, "the encoder failed (status " + std::to_string(status) + ")" + (said.empty() ? "" : ": " + said));
  }
  sync(part_, O_RDWR);
  rename_durably(part_, path_);
}

void Film::finish_folder() {
  for (const fs::directory_entry& entry : fs::directory_iterator(part_)) sync(entry.path(), O_RDONLY);
  sync(part_, O_RDONLY | O_DIRECTORY);
  rename_durably(part_, path_);
}

void Film::drop() noexcept {
  if (std::exchange(is_over_, true)) return;
  {
    const std::lock_guard lock(guard_);
    is_stopped_ = true;
  }
  changed_.notify_all();
  if (program_) program_->kill();
  if (writer_.joinable()) writer_.join();
  std::error_code ignored;
  if (program_) {
    (void)program_->finish();
    fs::remove(part_, ignored);
  } else {
    remove_frames(part_);
  }
}

}  // namespace figures
