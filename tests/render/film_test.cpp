// A film is whole or not there, the same bytes each time, and looks like its frames.
#include "render/figures/film.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "tests/render/film_frames.hpp"
#include "tests/render/temporary_folder.hpp"
#include "world/errors.hpp"

namespace {

namespace fs = std::filesystem;
using figures::Film;
using figures::FilmWishes;
using figures::Raster;
using figures_test::bytes_of;
using figures_test::Frames;
using figures_test::output_of;
using figures_test::script;
using world::InputError;

constexpr int width = 640, height = 360, n_frames = 12;

class FilmTest : public testing::Test {
 protected:
  FilmWishes wishes(const char* name) const {
    return {.path = folder.path() / name,
            .width = width,
            .height = height,
            .frames = 25,
            .seconds = 1,
            .title = "Көші-қон",
            .comment = "scenario baseline, seed 1",
            .artist = "Qonys",
            .encoder = {},
            .write_picture = {}};
  }
  /// Films `n` frames.
  static fs::path make(const FilmWishes& wishes, int n = n_frames) {
    Film film(wishes);
    Frames frames(width, height);
    for (int frame = 0; frame < n; ++frame) film.add(frames.at(frame));
    film.finish();
    EXPECT_EQ(film.n_frames(), n);
    return film.path();
  }
  /// The message of a film that must fail.
  static std::string message_of(const FilmWishes& wishes, int n = n_frames) {
    try {
      make(wishes, n);
    } catch (const InputError& error) {
      return error.what();
    }
    ADD_FAILURE() << "the film was made";
    return {};
  }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path()))
      found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
  }

  figures_test::TemporaryFolder folder;
};

using Names = std::vector<std::string>;

TEST_F(FilmTest, IsAnH264FileOfItsSizeRateFramesAndFacts) {
  if (!figures_test::has_ffmpeg()) GTEST_SKIP() << "no ffmpeg in PATH";
  const fs::path path = make(wishes("a.mp4"));
  EXPECT_EQ(names(), Names{"a.mp4"});
  const std::string facts = output_of(
      "ffprobe -v error -count_frames -show_entries stream=codec_name,width,height,pix_fmt,r_frame_rate,"
      "nb_read_frames,color_space,color_primaries,color_transfer,color_range:format_tags=title,comment,artist "
      "-of default=noprint_wrappers=1 " +
      path.string());
  for (const char* fact :
       {"codec_name=h264\n", "width=640\n", "height=360\n", "pix_fmt=yuv420p\n", "r_frame_rate=25/1\n",
        "nb_read_frames=12\n", "color_space=bt709\n", "color_primaries=bt709\n", "color_transfer=bt709\n",
        "color_range=tv\n", "title=Көші-қон\n", "comment=scenario baseline, seed 1\n", "artist=Qonys\n"}) {
    EXPECT_NE(facts.find(fact), std::string::npos) << fact << "in\n" << facts;
  }
  const std::string bytes = bytes_of(path);
  EXPECT_LT(bytes.find("moov"), bytes.find("mdat")) << "plays before it is loaded";
}

TEST_F(FilmTest, DecodedFramesAreTheFramesGiven) {
  if (!figures_test::has_ffmpeg()) GTEST_SKIP() << "no ffmpeg in PATH";
  const fs::path path = make(wishes("a.mp4")), raw = folder.path() / "raw";
  output_of("ffmpeg -v error -i " + path.string() +
            " -vf scale=in_color_matrix=bt709:in_range=tv:out_range=full -f rawvideo -pix_fmt bgr0 " + raw.string());
  const std::string decoded = bytes_of(raw);
  Frames frames(width, height);
  const std::size_t size = width * height * 4UL;
  ASSERT_EQ(decoded.size(), size * n_frames);
  for (int frame = 0; frame < n_frames; ++frame) {
    const Raster picture = frames.at(frame);
    const std::uint8_t* got =
        reinterpret_cast<const std::uint8_t*>(decoded.data()) + size * static_cast<std::size_t>(frame);
    double sum = 0;
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
      for (unsigned channel = 0; channel < 3; ++channel) {
        const int wanted = static_cast<int>(picture.pixels[i] >> 8 * channel & 255);
        sum += (got[4 * i + channel] - wanted) * (got[4 * i + channel] - wanted);
      }
    }
    const double psnr = 10 * std::log10(255.0 * 255.0 * 3 * static_cast<double>(picture.pixels.size()) / sum);
    EXPECT_GE(psnr, 35) << frame;
  }
}

TEST_F(FilmTest, IsTheSameBytesEachTime) {
  if (!figures_test::has_ffmpeg()) GTEST_SKIP() << "no ffmpeg in PATH";
  EXPECT_EQ(bytes_of(make(wishes("a.mp4"))), bytes_of(make(wishes("b.mp4"))));
}

TEST_F(FilmTest, ReplacesAnOldOneOnlyWhenItIsWhole) {
  if (!figures_test::has_ffmpeg()) GTEST_SKIP() << "no ffmpeg in PATH";
  figures_test::write_text(folder.path() / "a.mp4", "old");
  {
    Film film(wishes("a.mp4"));
    film.add(Frames(width, height).at(0));
  }
  EXPECT_EQ(names(), Names{"a.mp4"}) << "a film left unfinished leaves nothing";
  EXPECT_EQ(bytes_of(folder.path() / "a.mp4"), "old");
  make(wishes("a.mp4"), 3);
  EXPECT_GT(bytes_of(folder.path() / "a.mp4").size(), 100U);
}

TEST_F(FilmTest, NeedsNoDisplay) {
  if (!figures_test::has_ffmpeg()) GTEST_SKIP() << "no ffmpeg in PATH";
  const char* display = std::getenv("DISPLAY");
  const std::string before = display == nullptr ? "" : display;
  ::unsetenv("DISPLAY");
  make(wishes("a.mp4"), 2);
  if (!before.empty()) ::setenv("DISPLAY", before.c_str(), 1);
  EXPECT_EQ(names(), Names{"a.mp4"});
}

TEST_F(FilmTest, OddSizesAreRefusedWithTheNextEvenOne) {
  FilmWishes odd = wishes("a.mp4");
  odd.width = 641;
  try {
    const Film film(odd);
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("641 x 360 pixels: width and height must be even; take 640 x 360"),
              std::string::npos)
        << error.what();
  }
  EXPECT_EQ(names(), Names{});
}

TEST_F(FilmTest, WithoutTheProgramAFilmIsNumberedPicturesOrAnError) {
  FilmWishes lone = wishes("a.mp4");
  lone.encoder = "no-such-encoder";
  EXPECT_NE(message_of(lone).find("needs the program no-such-encoder"), std::string::npos);
  EXPECT_EQ(names(), Names{});
  lone.write_picture = figures_test::write_stub;
  EXPECT_EQ(make(lone, 3), folder.path() / "a");
  EXPECT_EQ(names(), Names{"a"});
  for (const char* name : {"frame_000000.png", "frame_000001.png", "frame_000002.png"})
    EXPECT_EQ(bytes_of(folder.path() / "a" / name), "640 x 360");
  EXPECT_FALSE(fs::exists(folder.path() / "a" / "frame_000003.png"));
}

TEST_F(FilmTest, TheEnvironmentNamesTheProgram) {
  ::setenv("QONYS_FFMPEG", "no-such-encoder", 1);
  const std::string message = message_of(wishes("a.mp4"));
  ::unsetenv("QONYS_FFMPEG");
  EXPECT_NE(message.find("no-such-encoder"), std::string::npos);
}

TEST_F(FilmTest, AFolderOfPicturesAppearsWholeAndSparesWhatIsThere) {
  FilmWishes pictures = wishes("frames");
  pictures.write_picture = figures_test::write_stub;
  {
    Film film(pictures);
    film.add(Frames(width, height).at(0));
  }
  EXPECT_EQ(names(), Names{});
  make(pictures, 2);
  EXPECT_EQ(names(), Names{"frames"});
  EXPECT_NE(message_of(pictures).find("is there already"), std::string::npos);
  EXPECT_EQ(bytes_of(folder.path() / "frames" / "frame_000001.png"), "640 x 360");
}

TEST_F(FilmTest, WhatTheWriterOfPicturesThrowsIsTheFilmsError) {
  FilmWishes pictures = wishes("frames");
  pictures.write_picture = [](const Raster&, const fs::path& path) {
    if (path.filename() == "frame_000002.png") throw InputError("no room for " + path.filename().string());
    figures_test::write_text(path, "x");
  };
  EXPECT_EQ(message_of(pictures), "no room for frame_000002.png");
  EXPECT_EQ(names(), Names{});
}

TEST_F(FilmTest, AnEncoderThatFailsIsQuotedAndLeavesNothing) {
  FilmWishes broken = wishes("a.mp4");
  broken.encoder = script(folder.path() / "encoder", "echo 'x264: the moon is in the way' >&2\nexit 3\n").string();
  const std::string message = message_of(broken);
  EXPECT_NE(message.find("a.mp4"), std::string::npos) << message;
  EXPECT_NE(message.find("status 3"), std::string::npos) << message;
  EXPECT_NE(message.find("the moon is in the way"), std::string::npos) << message;
  EXPECT_EQ(message.find('\n'), std::string::npos);
  EXPECT_EQ(names(), Names{"encoder"});
}

TEST_F(FilmTest, AnEncoderThatFailsAtTheEndOrIsKilledOrSaysTooMuchIsAnErrorToo) {
  FilmWishes broken = wishes("a.mp4");
  broken.encoder = script(folder.path() / "late", "cat > /dev/null\nexit 1\n").string();
  EXPECT_NE(message_of(broken).find("status 1"), std::string::npos);
  broken.encoder = script(folder.path() / "shot", "head -c 1000 > /dev/null\nkill -9 $$\n").string();
  EXPECT_NE(message_of(broken).find("status 137"), std::string::npos);
  broken.encoder = script(folder.path() / "chatter",
                          "for i in 1 2 3 4 5 6 7 8 9; do head -c 20000 /dev/zero | tr '\\0' x >&2; done\necho "
                          ">&2\necho end >&2\nexit 1\n")
                       .string();
  const std::string message = message_of(broken);
  EXPECT_NE(message.find("end"), std::string::npos);
  EXPECT_LT(message.size(), 1000U);
  broken.encoder = script(folder.path() / "idle", "cat > /dev/null\n").string();  // succeeds and writes nothing
  EXPECT_NE(message_of(broken).find("the encoder failed"), std::string::npos);
  EXPECT_EQ(names(), (Names{"chatter", "idle", "late", "shot"}));
}

TEST_F(FilmTest, AnEncoderThatSucceedsWithHalfAFileIsAnErrorToo) {
  if (!figures_test::has_ffmpeg()) GTEST_SKIP() << "no ffmpeg in PATH";
  const fs::path whole = make(wishes("whole.mp4"), 5);
  FilmWishes broken = wishes("a.mp4");
  const auto cut = [&](long bytes) {
    const std::string lines = "cat > /dev/null\nfor file in \"$@\"; do :; done\nhead -c " + std::to_string(bytes) +
                              " " + whole.string() + " > \"${file#file:}\"\n";
    broken.encoder = script(folder.path() / "encoder", lines).string();
  };
  const long size = static_cast<long>(bytes_of(whole).size());
  for (const long bytes : {0L, 5L, 40L, size / 2, size - 1}) {
    cut(bytes);
    EXPECT_NE(message_of(broken, 1).find("the encoder failed (status 0)"), std::string::npos) << bytes;
  }
  cut(size);
  EXPECT_EQ(bytes_of(make(broken, 1)), bytes_of(whole)) << "what it would have accepted";
}

TEST_F(FilmTest, AFilmLeftWhileTheEncoderSleepsEndsAtOnce) {
  FilmWishes sleepy = wishes("a.mp4");
  sleepy.encoder = script(folder.path() / "sleepy", "exec sleep 100\n").string();
  Film film(sleepy);
  Frames frames(width, height);
  film.add(frames.at(0));
  film.add(frames.at(1));
}

TEST_F(FilmTest, AProgramThatIsNoneIsAnError) {
  FilmWishes broken = wishes("a.mp4");
  figures_test::write_text(folder.path() / "text",
                           "\x7f"
                           "ELF no program");
  fs::permissions(folder.path() / "text", fs::perms::owner_all);
  broken.encoder = (folder.path() / "text").string();
  EXPECT_NE(message_of(broken).find("cannot be started"), std::string::npos);
  EXPECT_EQ(names(), Names{"text"});
}

TEST_F(FilmTest, FoldersThatAreNotThereOrClosedAreTheUsersError) {
  FilmWishes lost = wishes("no/such/a.mp4");
  lost.encoder = "true";
  EXPECT_NE(message_of(lost).find("No such file or directory"), std::string::npos);
  lost.path = "/proc/a.mp4";
  EXPECT_NE(message_of(lost).find("/proc/a.mp4: cannot write"), std::string::npos);
}

TEST_F(FilmTest, WishesThatMakeNoSenseAreRefused) {
  FilmWishes none = wishes("a.mp4");
  none.frames = 0;
  EXPECT_THROW(Film{none}, InputError);
  none = wishes("a.mp4");
  none.height = 100'000;
  EXPECT_THROW(Film{none}, InputError);
  none = wishes("a.mp4");
  none.encoder = script(folder.path() / "cat", "cat > /dev/null\n").string();
  Film film(none);
  EXPECT_THROW(film.add(Raster(2, 2)), std::invalid_argument);
  EXPECT_THROW(film.finish(), InputError) << "no frame";
  EXPECT_THROW(film.finish(), std::invalid_argument);
}

}  // namespace
