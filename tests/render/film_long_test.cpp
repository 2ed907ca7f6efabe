// A film on a disk that is full. Mounts a small one, which only root may.
#include <gtest/gtest.h>

#include <sys/mount.h>

#include "render/figures/film.hpp"
#include "tests/render/film_frames.hpp"
#include "tests/render/temporary_folder.hpp"
#include "world/errors.hpp"

namespace {

namespace fs = std::filesystem;

/// A disk of `size` bytes, in memory.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& size)
      : is_mounted_(::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0) {}
  ~SmallDisk() {
    if (is_mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  [[nodiscard]] bool is_mounted() const { return is_mounted_; }
  [[nodiscard]] const fs::path& path() const { return folder_.path(); }

 private:
  figures_test::TemporaryFolder folder_;
  bool is_mounted_;
};

TEST(FilmOnAFullDisk, SaysSoAndLeavesNothingAtAnySize) {
  if (!figures_test::has_ffmpeg()) GTEST_SKIP() << "no ffmpeg in PATH";
  constexpr int width = 640, height = 360, n_frames = 60;
  figures_test::TemporaryFolder roomy;
  const auto film = [&](const fs::path& path) {
    figures::Film made({.path = path,
                        .width = width,
                        .height = height,
                        .title = {},
                        .comment = {},
                        .artist = {},
                        .encoder = {},
                        .write_picture = {}});
    figures_test::Frames frames(width, height);
    for (int frame = 0; frame < n_frames; ++frame) made.add(frames.at(frame));
    made.finish();
  };
  film(roomy.path() / "a.mp4");
  const std::string whole = figures_test::bytes_of(roomy.path() / "a.mp4");
  bool was_full = false, was_whole = false;
  // From no room at all to room for all: also where the samples fit and the index does not.
  const long page = 4096, pages = static_cast<long>(whole.size()) / page;
  for (const long n : {1L, pages / 4, pages / 2, pages - 2, pages - 1, pages, pages + 1, pages + 2, pages + 8}) {
    const SmallDisk disk(std::to_string(n * page));
    if (!disk.is_mounted()) GTEST_SKIP() << "may not mount a disk";
    try {
      film(disk.path() / "a.mp4");
      was_whole = true;
      EXPECT_EQ(figures_test::bytes_of(disk.path() / "a.mp4"), whole) << n;
    } catch (const world::InputError& error) {
      was_full = true;
      EXPECT_NE(std::string(error.what()).find("No space left on device"), std::string::npos) << error.what();
      EXPECT_TRUE(fs::is_empty(disk.path())) << n;
    }
  }
  EXPECT_TRUE(was_full);
  EXPECT_TRUE(was_whole);
}

}  // namespace
