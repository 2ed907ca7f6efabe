// `qonys figure` from outside: it needs no display, repeats itself to the byte,
// draws the model's numbers, and refuses what it cannot draw in one line.
#ifdef QONYS_FIGURES  // a build without render/ cannot draw
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "tests/experiments/program.hpp"

namespace {

using namespace tests;
namespace fs = std::filesystem;

/// A run of two years of the test world, made once; the display is taken away from all that is started.
const std::string& a_run() {
  static const Scratch folder;
  static const std::string run = [&] {
    ::unsetenv("DISPLAY");
    ::unsetenv("WAYLAND_DISPLAY");
    const std::string out = folder / "run";
    EXPECT_EQ(qonys({"run", tiny(), "--out", out, "--months", "24", "--scale", "20:1", "--quiet"}).exit_code, 0);
    return out;
  }();
  return run;
}

const std::string& another_run() {
  static const Scratch folder;
  static const std::string run = [&] {
    const std::string out = folder / "run";
    EXPECT_EQ(
        qonys({"run", tiny(), "--out", out, "--months", "24", "--scale", "20:1", "--seed", "2", "--quiet"}).exit_code,
        0);
    return out;
  }();
  return run;
}

std::vector<std::string> figure(const std::vector<std::string>& words) {
  std::vector<std::string> all{"figure"};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

/// A program of the system; its output, or nothing if it is not there.
std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
  char buffer[4096];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, n);
  ::pclose(pipe);
  return text;
}

TEST(Figure, IsTheSameToTheByteInEveryFormatWithoutADisplay) {
  const Scratch out;
  for (const std::string ending : {"png", "svg", "pdf"}) {
    for (const std::string name : {"a", "b"}) {
      const Outcome drawn = qonys(
          figure({a_run(), "--out", out / (name + "." + ending), "--lang", "kk", "--size", "640x360", "--quiet"}));
      ASSERT_EQ(drawn.exit_code, 0) << drawn.error;
    }
    EXPECT_EQ(text_of(out / ("a." + ending)), text_of(out / ("b." + ending))) << ending;
    EXPECT_GT(text_of(out / ("a." + ending)).size(), 3000U);
    EXPECT_FALSE(fs::exists(out / ("a." + ending + ".part")));
  }
}

TEST(Figure, DrawsEveryMapInEveryLanguageThemeAndStyle) {
  const Scratch out;
  for (const std::string view : {"flows", "net", "population", "pressure", "circle", "lines", "causes"}) {
    for (const std::string language : {"kk", "ru", "en"}) {
      for (const std::string style : {"screen", "slide", "article", "grey"}) {
        const std::string theme = style == "slide" ? "dark" : "light";
        const Outcome drawn = qonys(figure({a_run(), "--view", view, "--lang", language, "--style", style, "--theme",
                                            theme, "--out", out / "f.svg", "--quiet"}));
        ASSERT_EQ(drawn.exit_code, 0) << drawn.error;
      }
    }
  }
}

TEST(Figure, TableHoldsTheTotalsOfTheRunExactly) {
  const Scratch out;
  ASSERT_EQ(
      qonys(figure({a_run(), "--view", "net", "--over", "6", "--out", out / "f.png", "--size", "640x360", "--quiet"}))
          .exit_code,
      0);
  const std::vector<Row> shown = rows_of(out / "f.data.csv");
  long long moves = 0;
  const std::vector<Row> months = rows_of(fs::path(a_run()) / "panel.csv");
  std::map<std::string, long long> living;
  const std::string last = months.back().at("month");
  for (const Row& row : months) {
    if (row.at("month") == last) living[row.at("region")] = number(row, "population_actual_persons");
  }
  std::vector<std::string> window;
  for (auto row = months.rbegin(); row != months.rend() && window.size() < 6; ++row) {
    if (window.empty() || window.back() != row->at("month")) window.push_back(row->at("month"));
  }
  for (const Row& row : rows_of(fs::path(a_run()) / "flows.csv")) {
    if (std::find(window.begin(), window.end(), row.at("month")) != window.end())
      moves += number(row, "moves_actual_persons");
  }
  ASSERT_EQ(shown.size(), living.size());
  // 20 agents stand for one person here, so a count of people is a twentieth of the agents.
  for (const Row& row : shown)
    EXPECT_DOUBLE_EQ(std::stod(row.at("population_actual_persons")) * 20,
                     static_cast<double>(living[row.at("region")]));
  EXPECT_GT(moves, 0);
  double in = 0, all_out = 0;
  for (const Row& row : shown)
    in += std::stod(row.at("arrived_persons")), all_out += std::stod(row.at("departed_persons"));
  EXPECT_NEAR(in * 20, static_cast<double>(moves), 0.05);
  EXPECT_NEAR(all_out, in, 1e-9);
}

TEST(Figure, SaysItsTitleSourceAndForecastAsSelectableText) {
  if (output_of("command -v pdftotext").empty()) GTEST_SKIP() << "no pdftotext (poppler-utils)";
  const Scratch out;
  const std::vector<std::pair<std::string, std::vector<std::string>>> expected = {
      {"kk", {"Кім қайда көшті", "2023 жылдан бастап болжам", "Ойдан шығарылған ел"}},
      {"ru", {"Кто куда переехал", "прогноз с 2023 года", "Вымышленная страна"}},
      {"en", {"Who moved where", "forecast from 2023", "An invented country", "seed 1", "scale 20:1"}}};
  for (const auto& [language, words] : expected) {
    ASSERT_EQ(qonys(figure({a_run(), "--lang", language, "--out", out / "f.pdf", "--quiet"})).exit_code, 0);
    const std::string text = output_of("pdftotext -layout " + (out / "f.pdf") + " -");
    for (const std::string& phrase : words) EXPECT_NE(text.find(phrase), std::string::npos) << phrase << "\n" << text;
    EXPECT_NE(output_of("pdffonts " + (out / "f.pdf")).find("yes yes"), std::string::npos)
        << "fonts are embedded and cut down";
  }
}

TEST(Figure, OfARunAgainstItselfIsZeroEverywhere) {
  const Scratch out;
  for (const std::string view : {"flows", "net", "population", "pressure"}) {
    ASSERT_EQ(
        qonys(figure({"--compare", a_run(), a_run(), "--view", view, "--out", out / "f.svg", "--quiet"})).exit_code, 0);
    for (const Row& row : rows_of(out / "f.data.csv"))
      EXPECT_EQ(row.at(view == "flows" ? "change_persons" : "shown"), "0");
  }
}

TEST(Figure, OfTwoRunsShowsTheirDifferenceAndNamesBoth) {
  const Scratch out;
  ASSERT_EQ(qonys(figure({"--compare", a_run(), another_run(), "--view", "net", "--out", out / "f.svg", "--quiet"}))
                .exit_code,
            0);
  const std::string svg = text_of(out / "f.svg");
  EXPECT_NE(svg.find("B less A"), std::string::npos);
  EXPECT_NE(svg.find("seed 1, 2"), std::string::npos);
  double sum = 0, size = 0;
  for (const Row& row : rows_of(out / "f.data.csv"))
    sum += std::stod(row.at("net_persons")), size += std::abs(std::stod(row.at("net_persons")));
  EXPECT_NEAR(sum, 0, 1e-6);
  EXPECT_GT(size, 0);
}

TEST(Figure, OfRunsOfUnequalLengthEndsWithTheShorterOne) {
  const Scratch out;
  ASSERT_EQ(qonys({"run", tiny(), "--out", out / "short", "--months", "13", "--quiet"}).exit_code, 0);
  for (const std::string view : {"flows", "net", "population", "pressure", "circle", "lines", "causes"}) {
    for (const bool is_first : {true, false}) {
      const std::string a = is_first ? out / "short" : a_run(), b = is_first ? a_run() : out / "short";
      const Outcome drawn = qonys(figure({"--compare", a, b, "--view", view, "--out", out / "f.svg", "--quiet"}));
      ASSERT_EQ(drawn.exit_code, 0) << view << drawn.error;
      if (view == "net") EXPECT_EQ(rows_of(out / "f.data.csv").front().at("month"), "2024-01");
    }
  }
}

TEST(Figure, OfASetOfRunsShowsMeans) {
  const Scratch out;
  fs::create_directories(out / "set");
  fs::create_directory_symlink(a_run(), out / "set/a");
  fs::create_directory_symlink(another_run(), out / "set/b");
  ASSERT_EQ(
      qonys(figure({"--ensemble", out / "set", "--view", "population", "--out", out / "m.svg", "--quiet"})).exit_code,
      0);
  std::vector<double> sums;
  for (const std::string& run : {a_run(), another_run()}) {
    ASSERT_EQ(qonys(figure({run, "--view", "population", "--out", out / "s.svg", "--quiet"})).exit_code, 0);
    const std::vector<Row> rows = rows_of(out / "s.data.csv");
    sums.resize(rows.size(), 0);
    for (std::size_t r = 0; r < rows.size(); ++r) sums[r] += std::stod(rows[r].at("population_actual_persons"));
  }
  const std::vector<Row> means = rows_of(out / "m.data.csv");
  for (std::size_t r = 0; r < means.size(); ++r)
    EXPECT_NEAR(std::stod(means[r].at("population_actual_persons")), sums[r] / 2, 0.001);
}

TEST(Figure, RefusesWhatItCannotDrawInOneLine) {
  const Scratch out;
  const auto complaint = [&](std::vector<std::string> words) {
    const Outcome outcome = qonys(figure(words));
    EXPECT_EQ(outcome.exit_code, 2) << outcome.error;
    EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
    return outcome.error;
  };
  const std::string file = out / "f.png";
  EXPECT_NE(complaint({"--out", file}).find("nothing to draw"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--compare", a_run(), another_run(), "--out", file}).find("more than one thing"),
            std::string::npos);
  EXPECT_NE(complaint({"--compare", a_run(), "--out", file}).find("--compare needs two run folders"),
            std::string::npos);
  EXPECT_NE(complaint({a_run()}).find("--out is missing"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", out / "f.gif"}).find(".png, .svg, .pdf or .mp4"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", out / "no/f.png"}).find("does not exist"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", file, "--view", "flow"}).find("flows"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", file, "--size", "10x10"}).find("320x240"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", file, "--size", "800x600", "--width-mm", "100"}).find("both given"),
            std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", file, "--dpi", "300"}).find("--width-mm"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", file, "--at", "2031-01"}).find("2022-12 to 2024-12"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", file, "--at", "June"}).find("--at"), std::string::npos);
  EXPECT_NE(complaint({a_run(), "--out", file, "--over", "0"}).find("1 to 1200"), std::string::npos);
  EXPECT_NE(complaint({out / "nowhere", "--out", file}).find("not a run folder"), std::string::npos);
  EXPECT_NE(complaint({"--ensemble", out / "", "--out", file}).find("0 run folders"), std::string::npos);
  EXPECT_FALSE(fs::exists(file));
}

TEST(Figure, FilmsARunTheSameToTheByte) {
  if (output_of("command -v ffmpeg").empty()) GTEST_SKIP() << "no ffmpeg";
  const Scratch out;
  for (const std::string name : {"a.mp4", "b.mp4"}) {
    const Outcome filmed = qonys(figure({a_run(), "--from", "2023-06", "--to", "2024-05", "--seconds", "1.2", "--fps",
                                         "10", "--size", "640x360", "--out", out / name, "--quiet"}));
    ASSERT_EQ(filmed.exit_code, 0) << filmed.error;
  }
  EXPECT_EQ(text_of(out / "a.mp4"), text_of(out / "b.mp4"));
  EXPECT_EQ(output_of("ffprobe -v error -count_frames -select_streams v -show_entries "
                      "stream=codec_name,width,height,nb_read_frames -of csv=p=0 " +
                      (out / "a.mp4")),
            "h264,640,360,12\n");
}

TEST(Figure, FilmsNumberedPicturesWhereThereIsNoEncoder) {
  const Scratch out;
  ::setenv("QONYS_FFMPEG", "/nowhere/ffmpeg", 1);
  const Outcome filmed =
      qonys(figure({a_run(), "--seconds", "0.5", "--fps", "8", "--size", "640x360", "--out", out / "a.mp4"}));
  ::unsetenv("QONYS_FFMPEG");
  ASSERT_EQ(filmed.exit_code, 2) << "less than a second is refused";
  ::setenv("QONYS_FFMPEG", "/nowhere/ffmpeg", 1);
  const Outcome again =
      qonys(figure({a_run(), "--seconds", "1", "--fps", "4", "--size", "640x360", "--out", out / "a.mp4"}));
  ::unsetenv("QONYS_FFMPEG");
  ASSERT_EQ(again.exit_code, 0) << again.error;
  EXPECT_NE(again.out.find("numbered pictures"), std::string::npos) << again.out;
  EXPECT_FALSE(fs::exists(out / "a.mp4"));
  int n = 0;
  for (const auto& entry : fs::directory_iterator(out / "a")) n += entry.path().extension() == ".png" ? 1 : 0;
  EXPECT_EQ(n, 4);
}

TEST(Figure, RefusesAFilmItCannotMake) {
  const Scratch out;
  const std::string file = out / "f.mp4";
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"--size", "641x360"},
                                             {"--width-mm", "160"},
                                             {"--at", "2024-01"},
                                             {"--from", "2024-06", "--to", "2024-01"},
                                             {"--fps", "0"}}) {
    std::vector<std::string> all{a_run(), "--out", file};
    all.insert(all.end(), words.begin(), words.end());
    const Outcome outcome = qonys(figure(all));
    EXPECT_EQ(outcome.exit_code, 2) << words[0];
    EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
  }
  EXPECT_FALSE(fs::exists(file));
}

TEST(Figure, NeverTakesAFileOfTheRunForItsTable) {
  const Scratch out;
  const std::string copy = out / "copy";
  fs::copy(a_run(), copy, fs::copy_options::recursive);
  const std::string before = text_of(fs::path(copy) / "flows.csv");
  ASSERT_EQ(qonys(figure({copy, "--out", copy + "/flows.png", "--size", "640x360", "--quiet"})).exit_code, 0);
  EXPECT_EQ(text_of(fs::path(copy) / "flows.csv"), before);
  EXPECT_TRUE(fs::exists(copy + "/flows.data.csv"));
}

TEST(Figure, LeavesTheHeadlessProgramWithoutFontsAndX) {
  const std::string libraries = output_of("ldd " QONYS_PROGRAM);
  EXPECT_NE(libraries.find("libc."), std::string::npos);
  for (const std::string name : {"libX11", "libcairo", "libfreetype", "libGL"})
    EXPECT_EQ(libraries.find(name), std::string::npos) << name;
}

}  // namespace
#endif
