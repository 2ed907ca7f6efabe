// The real program on a tiny country: levers are moved, lines run, scenarios saved; sessions survive being killed.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "render/session.hpp"
#include "tests/display/harness.hpp"
#include "world/observers/checkpoint.hpp"

namespace {

namespace fs = std::filesystem;
using tests::Json;

class LeversOnScreen : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
    root_ = fs::path(testing::TempDir()) / ("qonys_levers_" + std::to_string(getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  [[nodiscard]] std::string in(const std::string& name) const { return (root_ / name).string(); }
  /// A window on the tiny scenario with a session of its own, or, with no place, on the session that is there.
  [[nodiscard]] std::unique_ptr<tests::Window> window(const std::string& place = "tiny", tests::Words more = {},
                                                      const std::string& size = "1280x720") const {
    more.insert(more.end(), {"--session", in("session"), "--reduced-motion"});
    return std::make_unique<tests::Window>(more, size, place, QONYS_REAL_VIEW);
  }
  static Json simulated(tests::Window& window) {
    return window.until([](const Json& now) { return !now["time"]["live"].get<bool>(); });
  }

  fs::path root_;
};

std::vector<std::string> hashes_shown(tests::Window& window, int n) {
  std::vector<std::string> hashes;
  for (int k = 0; k < n; ++k) {
    window.send("go-to " + std::to_string(k));
    hashes.push_back(window.state()["time"]["state_hash"]);
  }
  return hashes;
}

std::vector<std::string> hashes_of_run(const std::string& folder) {
  viewer::SessionWays ways;
  ways.threads = 1;
  const auto run = viewer::Session::open(folder, ways);
  std::vector<std::string> hashes;
  for (int k = 0; k < run->n_months(); ++k) {
    char text[20];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(run->snapshot(k)->state_hash));
    hashes.emplace_back(text);
  }
  return hashes;
}

TEST_F(LeversOnScreen, ASavedLineRunsHeadlessToTheMonthsThatWereShown) {
  const auto shown = window();
  static_cast<void>(simulated(*shown));
  shown->send("left-page 1");
  shown->send("go-to 14");
  shown->send("lever-add job_package");
  shown->send("lever-set \"job_package 1\" jobs 120 ramp_months 2");
  const Json edited = shown->settled();
  EXPECT_TRUE(edited["levers"]["has_edits"]);
  EXPECT_EQ(edited["levers"]["policies"][0]["fields"]["start"], "2024-03");
  shown->send("run-from-here");
  const Json run = simulated(*shown);
  EXPECT_EQ(run["levers"]["line"], 1);
  EXPECT_EQ(run["levers"]["lines"][1]["branched"], 14);
  const std::vector<std::string> hashes = hashes_shown(*shown, run["time"]["n_months"]);
  shown->send("save-scenario " + in("saved.toml"));
  EXPECT_NE(shown->state()["message"].get<std::string>().find("saved.toml"), std::string::npos);
  shown->send("line 0");
  static_cast<void>(shown->settled());
  const std::vector<std::string> base = hashes_shown(*shown, 20);
  EXPECT_TRUE(std::equal(base.begin(), base.begin() + 15, hashes.begin()));
  EXPECT_NE(base[19], hashes[19]);
  EXPECT_EQ(shown->quit(), 0);
  ASSERT_EQ(tests::run_program({QONYS_PROGRAM, "run", in("saved.toml"), "--out", in("run"), "--quiet"}, ""), 0);
  EXPECT_EQ(hashes_of_run(in("run")), hashes);
}

TEST_F(LeversOnScreen, ComeBackAfterTheProgramWasKilled) {
  Json before;
  {
    const auto shown = window();
    static_cast<void>(simulated(*shown));
    shown->send("go-to 20");
    shown->send("lever-add worker_housing");
    shown->send("run-from-here");
    static_cast<void>(simulated(*shown));
    shown->send("lever-set \"worker_housing 1\" families 33");
    shown->send("go-to 41");
    before = shown->settled();
    shown->kill();
  }
  for (const auto& entry : fs::directory_iterator(root_ / "session" / "checkpoints")) {
    const world::observers::CheckpointHead head = world::observers::Checkpoint(entry.path()).head();
    EXPECT_EQ(head.program.find_first_not_of("0123456789."), std::string::npos) << head.program;
    EXPECT_FALSE(head.sources.empty());
  }
  const auto again = window("");
  const Json after = again->until([](const Json& now) { return now["time"]["index"] == 41; });
  EXPECT_EQ(after["levers"]["policies"], before["levers"]["policies"]);
  EXPECT_EQ(after["levers"]["lines"], before["levers"]["lines"]);
  EXPECT_EQ(after["levers"]["line"], 1);
  EXPECT_TRUE(after["levers"]["can_undo"]);
  EXPECT_EQ(after["time"]["index"], 41);
  EXPECT_EQ(after["time"]["state_hash"], before["time"]["state_hash"]);
  again->send("undo");
  EXPECT_FALSE(again->state()["levers"]["has_edits"]);
}

TEST_F(LeversOnScreen, AreMovedByHandAndByKeys) {
  const auto shown = window();
  static_cast<void>(simulated(*shown));
  shown->click(shown->settled()["widgets"]["left-page-1"]);
  static_cast<void>(shown->until([](const Json& now) { return now["levers"]["is_shown"].get<bool>(); }));
  shown->click(shown->settled()["widgets"]["add-job_package"]);
  const Json added = shown->until([](const Json& now) { return !now["levers"]["policies"].empty(); });
  EXPECT_EQ(added["levers"]["policies"][0]["name"], "job_package 1");
  shown->hands({"key", "ctrl+z"});
  EXPECT_TRUE(
      shown->until([](const Json& now) { return now["levers"]["policies"].empty(); })["levers"]["policies"].empty());
  shown->hands({"key", "ctrl+y"});
  static_cast<void>(shown->until([](const Json& now) { return !now["levers"]["policies"].empty(); }));
  const std::string box = "lever-job_package 1-jobs";
  for (int i = 0; i < 60 && shown->state()["focus"] != box; ++i) shown->send("focus-next");
  ASSERT_EQ(shown->state()["focus"], box);
  shown->hands({"key", "Return"});
  shown->send("wait 8");  // until the box takes letters
  static_cast<void>(shown->state());
  shown->hands({"key", "--delay", "60", "3", "2", "1", "Return"});
  const Json typed =
      shown->until([](const Json& now) { return now["levers"]["policies"][0]["fields"]["jobs"] == "321"; });
  EXPECT_EQ(typed["levers"]["policies"][0]["fields"]["jobs"], "321");
  for (int i = 0; i < 3 && shown->state()["focus"] != box + "-slider"; ++i) shown->send("focus-next");
  ASSERT_EQ(shown->state()["focus"], box + "-slider");
  shown->hands({"key", "Right"});
  const Json slid =
      shown->until([](const Json& now) { return now["levers"]["policies"][0]["fields"]["jobs"] != "321"; });
  EXPECT_GT(std::stod(slid["levers"]["policies"][0]["fields"]["jobs"].get<std::string>()), 321);
  shown->hands({"key", "F5"});
  EXPECT_EQ(shown->until([](const Json& now) { return now["levers"]["line"] == 1; })["levers"]["line"], 1);
}

TEST_F(LeversOnScreen, CutNoWordsShortInAnyLanguage) {
  for (const char* size : {"1280x720", "1920x1080"}) {
    fs::remove_all(root_ / "session");
    const auto shown = window("tiny", {}, size);
    static_cast<void>(simulated(*shown));
    shown->send("left-page 1");
    shown->send("go-to 24");
    for (const char* kind : {"job_package", "growth_centre", "capacity_project", "worker_housing", "mobility_support",
                             "registration_coverage", "money_follows_citizens", "capacity_planning"})
      shown->send(std::string("lever-add ") + kind);
    for (const char* language : {"kk", "ru", "en"}) {
      shown->send(std::string("language ") + language);
      for (const char* kind : {"job_package", "growth_centre", "capacity_project", "worker_housing", "mobility_support",
                               "registration_coverage", "money_follows_citizens", "capacity_planning"}) {
        shown->send(std::string("lever-show ") + kind + " 1");
        const Json now = shown->state();
        EXPECT_TRUE(now["cut_words"].empty()) << size << ' ' << language << ' ' << kind << now["cut_words"].dump();
      }
      shown->send("go-to 40");  // the obstacle
      EXPECT_FALSE(shown->state()["levers"]["obstacle"].get<std::string>().empty());
      EXPECT_TRUE(shown->state()["cut_words"].empty()) << shown->state()["cut_words"].dump();
      shown->send("go-to 24");
    }
  }
}

TEST_F(LeversOnScreen, TellWhatTheyCannotDo) {
  const auto shown = window();
  static_cast<void>(simulated(*shown));
  shown->send("left-page 1");
  shown->send("lever-add job_package");
  shown->send("lever-set \"job_package 1\" additionality 7");
  const Json wrong = shown->state();
  EXPECT_EQ(wrong["levers"]["problem"]["value"], "7");
  EXPECT_EQ(wrong["levers"]["policies"][0]["fields"]["additionality"], "0.6");
  shown->send("language ru");
  shown->send("lever-add castle");
  EXPECT_NE(shown->state()["message"].get<std::string>().find("Выполнить не удалось: "), std::string::npos);
  EXPECT_NE(shown->state()["message"].get<std::string>().find("castle"), std::string::npos);
  shown->send("save-scenario /dev/null/at/all/x.toml");
  const std::string unwritten = shown->state()["message"];
  EXPECT_TRUE(unwritten.starts_with("Записать не удалось: ")) << unwritten;
  EXPECT_NE(unwritten.find("/dev/null/at"), std::string::npos);
  shown->send("compare-with /nowhere/at/all.toml");
  const std::string lead = "Открыть не удалось: ";
  const auto has_lead = [&](const Json& now) {
    return now["message"].get<std::string>().find(lead) != std::string::npos;
  };
  EXPECT_TRUE(has_lead(shown->until(has_lead)));
  shown->send("line 7");
  shown->send("target 100000");
  EXPECT_EQ(shown->state()["levers"]["line"], 0);
  shown->send("target 70");
  EXPECT_EQ(shown->until([](const Json& now) { return now["time"]["n_months"] == 71; })["time"]["n_months"], 71);
}

TEST_F(LeversOnScreen, AreNotKeptButShownWhereTheDiskIsFull) {
  // Files may not grow at all: every write fails as on a full disk.
  std::ofstream(in("script")) << "wait 40\nstate\nquit\n";
  tests::VirtualDisplay display("1280x720");
  std::string error;
  const int code = tests::run_program({"sh", "-c", "ulimit -f 0; exec \"$@\" 1>&2", "sh", QONYS_REAL_VIEW, "tiny",
                                       "--session", in("full"), "--script", in("script"), "--lang", "ru"},
                                      display.name(), &error);
  EXPECT_EQ(code, 0) << error;
  EXPECT_NE(error.find("сеанс не сохраняется"), std::string::npos) << error;
}

TEST_F(LeversOnScreen, LeaveAFigureOfARunToTheWindowOfExports) {
  ASSERT_EQ(tests::run_program({QONYS_PROGRAM, "run", "tiny", "--months", "6", "--quiet", "--out", in("run")}, ""), 0);
  const auto window = this->window(in("run"), {"--pictures", in("")});
  window->hands({"keydown", "ctrl", "key", "e", "keyup", "ctrl"});
  EXPECT_TRUE(window->until([](const Json& now) { return now["screen"]["export"].get<bool>(); })["screen"]["export"]);
  window->send("export-set view lines");
  window->send("export-set name drawn");
  window->click(window->settled()["widgets"]["export-kind-1"]);
  static_cast<void>(
      window->until([](const Json& now) { return now["export"]["file"].get<std::string>().ends_with("svg"); }));
  window->click(window->settled()["widgets"]["export-write"]);
  const Json now =
      window->until([](const Json& state) { return !state["export"]["message"].get<std::string>().empty(); });
  EXPECT_TRUE(fs::exists(in("drawn.svg"))) << now["export"].dump();
  EXPECT_NE(now["export"]["message"].get<std::string>().find("drawn.svg"), std::string::npos);
  window->hands({"key", "Escape"});
  EXPECT_FALSE(window->until([](const Json& s) { return !s["screen"]["export"].get<bool>(); })["screen"]["export"]);
}

TEST_F(LeversOnScreen, RefuseWhatIsDamagedWithOneLine) {
  std::ofstream(in("broken.qonys")) << "this is no checkpoint";
  fs::create_directories(in("run"));
  std::ofstream(in("run/manifest.toml")) << "format = 99\nstatus = \"finished\"\n";
  fs::create_directories(in("session"));
  std::ofstream(in("session/session.log")) << "0123456789abcdef\tsession\t1\n0123456789abcdef\tadd\n";
  tests::VirtualDisplay display("640x480");
  const auto refused = [&](const tests::Words& words) {
    tests::Words all{QONYS_REAL_VIEW};
    all.insert(all.end(), words.begin(), words.end());
    std::string error;
    EXPECT_EQ(tests::run_program(all, display.name(), &error), 2) << error;
    EXPECT_EQ(std::count(error.begin(), error.end(), '\n'), 1) << error;
    return error;
  };
  EXPECT_NE(refused({in("broken.qonys")}).find("broken.qonys"), std::string::npos);
  EXPECT_NE(refused({in("run")}).find("run"), std::string::npos);
  EXPECT_NE(refused({"--session", in("session")}).find("session.log"), std::string::npos);
  EXPECT_NE(refused({"--session", in("none"), "--lang", "ru"}).find("нет сеанса"), std::string::npos);
  EXPECT_NE(refused({"tiny", "--session", in("session"), "--lang", "kk"}).find("сеанс бар"), std::string::npos);
}

}  // namespace
