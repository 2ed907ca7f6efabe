// What the window of exports asks for, and that its file is the one of the command.
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "render/export_wish.hpp"
#include "render/exporter.hpp"
#include "render/state.hpp"
#include "tests/render/session_fixture.hpp"

namespace {

namespace fs = std::filesystem;
using viewer::Action;
using viewer::Exported;
using viewer::Exporter;
using viewer::ExportWish;
using world::observers::Language;

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

Exported over(Exporter& exporter) {
  for (int i = 0; i < 12'000; ++i) {
    if (auto exported = exporter.take()) return *exported;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  ADD_FAILURE() << "the export does not end";
  return {};
}

fs::path script(const fs::path& file, const std::string& lines) {
  std::ofstream(file) << "#!/bin/sh\n" << lines << "\n";
  fs::permissions(file, fs::perms::owner_all);
  return file;
}

TEST(ExportWords, AreTheCommandThatGivesTheSameFile) {
  ExportWish wish;
  wish.folder = "/tmp/my pictures";
  wish.at = "2030-06";
  EXPECT_EQ(viewer::figure_line(viewer::figure_words(wish, {.a = "runs/base", .b = {}, .set = {}})),
            "qonys figure runs/base --view flows --at 2030-06 --style screen --size 1920x1080 --lang en --theme light "
            "--out '/tmp/my pictures/flows_2030-06.png'");
}

TEST(ExportWords, OfAFilmHaveItsMonthsAndItsLengthAndNoSingleMonth) {
  ExportWish wish;
  for (const char* words : {"kind mp4", "at 2030-06", "from 2025-01", "to 2026-12", "seconds 12", "name film"})
    EXPECT_TRUE(viewer::set_export(wish, words)) << words;
  const std::string line = viewer::figure_line(viewer::figure_words(wish, {.a = "run", .b = {}, .set = {}}));
  EXPECT_NE(line.find("--from 2025-01 --to 2026-12 --seconds 12"), std::string::npos) << line;
  EXPECT_EQ(line.find("--at"), std::string::npos) << line;
  EXPECT_TRUE(line.ends_with("film.mp4")) << line;
}

TEST(ExportWords, NameBothRunsOfADifferenceAndTheFolderOfASet) {
  ExportWish wish;
  wish.of = "difference";
  EXPECT_TRUE(viewer::figure_line(viewer::figure_words(wish, {.a = "a", .b = "b", .set = {}}))
                  .starts_with("qonys figure --compare a b"));
  wish.of = "a";
  wish.size = "160 mm";
  const std::string line = viewer::figure_line(viewer::figure_words(wish, {.a = "a", .b = {}, .set = "runs"}));
  EXPECT_TRUE(line.starts_with("qonys figure --ensemble runs")) << line;
  EXPECT_NE(line.find("--width-mm 160"), std::string::npos) << line;
}

TEST(ExportWords, RefuseWhatIsNoChoiceAndWhatHasNoFolder) {
  ExportWish wish;
  EXPECT_FALSE(viewer::set_export(wish, "style loud"));
  EXPECT_FALSE(viewer::set_export(wish, "dance 1"));
  EXPECT_EQ(wish.style, "screen");
  EXPECT_FALSE(viewer::can_export(wish, {}));
  wish.of = "difference";
  EXPECT_FALSE(viewer::can_export(wish, {.a = "a", .b = {}, .set = {}}));
}

TEST(ExportWindow, BeginsWithWhatIsOnTheScreen) {
  viewer::State state;
  state.playback.set_months(50, false);
  state.settings.language = Language::kk;
  const viewer::Facts facts{.n_regions = 20, .checkpoints = {}, .has_rival = false, .first_month = 2023 * 12};
  for (const viewer::Command& command : {viewer::Command{Action::go_to, 17, 0, 0, {}},
                                         {Action::set_loop, 0, 12, 23, {}},
                                         {Action::export_dialog, 0, 0, 0, {}}})
    apply(command, facts, state);
  EXPECT_TRUE(state.shows_export);
  EXPECT_EQ(state.exporting.at, "2024-06");
  EXPECT_EQ(state.exporting.from, "2024-01");
  EXPECT_EQ(state.exporting.to, "2024-12");
  EXPECT_EQ(state.exporting.language, "kk");
  apply({Action::close, 0, 0, 0, {}}, facts, state);
  EXPECT_FALSE(state.shows_export);
}

class Export : public testing::Test {
 protected:
  viewer::testing::Scratch scratch_;
};

TEST_F(Export, IsTheFileOfTheCommandByteForByte) {
  const std::string run = (scratch_ / "run").string();
  ASSERT_EQ(std::system((std::string(QONYS_PROGRAM) + " run tiny --months 12 --quiet --out " + run).c_str()), 0);
  const auto program = viewer::figure_program();
  ASSERT_TRUE(program);
  ExportWish wish;
  wish.folder = scratch_ / "";
  wish.view = "lines";  // needs no map
  for (const std::string kind : {"svg", "png", "pdf"}) {
    wish.kind = kind;
    wish.name = "window";
    Exporter exporter;
    exporter.start(*program, viewer::figure_words(wish, {.a = run, .b = {}, .set = {}}), wish.file());
    EXPECT_TRUE(exporter.is_busy());
    const Exported exported = over(exporter);
    EXPECT_EQ(exported.complaint, "");
    EXPECT_EQ(exported.file, wish.file());
    wish.name = "command";
    std::string line = viewer::figure_line(viewer::figure_words(wish, {.a = run, .b = {}, .set = {}}));
    line.replace(0, std::string("qonys").size(), QONYS_PROGRAM);
    ASSERT_EQ(std::system((line + " >/dev/null").c_str()), 0);
    EXPECT_EQ(bytes_of(scratch_ / ("window." + kind)), bytes_of(scratch_ / ("command." + kind)));
    EXPECT_GT(bytes_of(scratch_ / ("window." + kind)).size(), 1000U);
  }
}

TEST_F(Export, ThatFailsSaysWhyInTheLanguageOfTheScreen) {
  Exporter exporter;
  exporter.start(scratch_ / "none", {}, "x.png");
  EXPECT_FALSE(over(exporter).complaint.empty()) << "no such program";
  exporter.start(script(scratch_ / "full", "echo 'qonys: x.png: No space left on device' >&2; exit 2"), {}, "x.png");
  EXPECT_EQ(viewer::words_of(over(exporter), Language::ru), "Не выведено: на диске нет места");
  exporter.start(script(scratch_ / "shut", "echo 'qonys: /a/x.png: Permission denied' >&2; exit 2"), {}, "/a/x.png");
  EXPECT_EQ(viewer::words_of(over(exporter), Language::en), "Not exported: no right to write into /a");
  exporter.start(script(scratch_ / "mute", "exit 3"), {}, "x.png");
  EXPECT_FALSE(over(exporter).complaint.empty()) << "a failure without words is a failure";
}

TEST_F(Export, OfAFilmWithoutAnEncoderTellsOfTheFolderOfPictures) {
  const std::string film = (scratch_ / "film.mp4").string();
  Exporter exporter;
  exporter.start(script(scratch_ / "draw", "mkdir " + (scratch_ / "film").string()), {}, film);
  const Exported exported = over(exporter);
  EXPECT_TRUE(exported.is_folder);
  EXPECT_NE(viewer::words_of(exported, Language::en).find("ffmpeg is missing"), std::string::npos);
}

TEST_F(Export, ThatIsStoppedEndsAtOnceAndLeavesNothing) {
  const std::string file = (scratch_ / "x.png").string();
  Exporter exporter;
  exporter.start(script(scratch_ / "slow", "touch " + file + ".part; exec sleep 100"), {}, file);
  while (!fs::exists(file + ".part")) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  exporter.stop();
  const Exported exported = over(exporter);
  EXPECT_TRUE(exported.is_stopped);
  EXPECT_FALSE(fs::exists(file + ".part"));
}

}  // namespace
