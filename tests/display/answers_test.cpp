// A click on a region tells why people leave it, a click on a headline how it
// comes about: the numbers of the window are those of `qonys why` and of the month.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "tests/display/harness.hpp"

namespace {

using tests::Json;
namespace fs = std::filesystem;

bool says(const Json& state, const std::string& words) {
  return std::any_of(state["words"].begin(), state["words"].end(),
                     [&](const Json& one) { return one.get<std::string>().find(words) != std::string::npos; });
}

class Answers : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
  }
};

/// A run of the tiny country that the program itself recorded.
class AnswersOfARun : public Answers {
 protected:
  void SetUp() override {
    Answers::SetUp();
    if (IsSkipped()) return;
    run_ = fs::path(testing::TempDir()) / ("qonys_answers_" + std::to_string(getpid()));
    fs::remove_all(run_);
    ASSERT_EQ(tests::run_program({QONYS_PROGRAM, "run", "tiny", "--months", "15", "--out", run_.string()}, ""), 0);
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(run_, ignored);
  }
  fs::path run_;
};

TEST_F(AnswersOfARun, AClickOnARegionTellsItsMainPushAndWhatIsUnexplained) {
  tests::Window window({}, "1280x720", run_.string(), QONYS_REAL_VIEW);
  window.send("go-to 13");
  window.send("fit");
  Json now = window.settled();
  const Json map = now["layout"]["map"];
  const auto middle = [&](const char* from, const char* length) {
    return std::to_string(static_cast<int>(map[from == std::string("x") ? 0 : 1].get<double>() +
                                           map[length == std::string("w") ? 2 : 3].get<double>() / 2));
  };
  window.hands({"mousemove", middle("x", "w"), middle("y", "h")});
  now = window.until([](const Json& state) {
    return state["hovered"].get<int>() >= 0 && !state["hover_card"].is_null() && state["hover_card"]["news"] == "told";
  });
  ASSERT_GE(now["hovered"].get<int>(), 0) << "the middle of the map must be a region";
  window.hands({"click", "1"});
  now = window.until([](const Json& state) { return state["screen"]["pinned"].get<int>() >= 0; });
  now = window.settled();
  EXPECT_EQ(now["screen"]["tab"], "region");
  const Json card = now["card"];
  EXPECT_EQ(card["news"], "told");
  EXPECT_EQ(card["first_month"], "2023-01");
  EXPECT_EQ(card["last_month"], "2023-12");
  EXPECT_TRUE(says(now, card["sentence"])) << card.dump();
  for (const char* language : {"kk", "ru"}) {
    window.send(std::string("language ") + language);
    now = window.settled();
    EXPECT_TRUE(says(now, now["card"]["sentence"])) << now["card"].dump();
    EXPECT_NE(now["card"]["sentence"], card["sentence"]);
    EXPECT_EQ(now["card"]["taste_share"], card["taste_share"]);
  }
}

TEST_F(AnswersOfARun, ARunWithoutCausesSaysSoInOneLine) {
  fs::remove(run_ / "causes.csv");
  tests::Window window({}, "1280x720", run_.string(), QONYS_REAL_VIEW);
  window.send("pin 0");
  window.send("tab 1");
  const Json now = window.settled();
  EXPECT_EQ(now["card"]["news"], "no-file");
  EXPECT_TRUE(says(now, "This run has no causes.csv"));
}

TEST_F(AnswersOfARun, AClickOnAHeadlineShowsAFormulaThatAddsUpAndItsInputs) {
  tests::Window window({}, "1920x1080", run_.string(), QONYS_REAL_VIEW);
  window.send("go-to 14");
  Json now = window.settled();
  ASSERT_EQ(now["headlines"].size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string code = now["headlines"][i]["code"];
    window.click(now["widgets"]["headline-" + code]);
    now = window.until([&](const Json& state) { return state["screen"]["headline"] == static_cast<int>(i); });
    now = window.settled();
    const Json line = now["headlines"][i], answer = line["answer"];
    ASSERT_EQ(now["screen"]["headline"], static_cast<int>(i)) << code;
    double sum = 0;
    for (const Json& term : answer["terms"]) {
      sum += (term["sign"] == "-" ? -1 : 1) * term["value"].get<double>();
      EXPECT_TRUE(says(now, term["says"])) << code << ' ' << term.dump();
    }
    EXPECT_EQ(sum, answer["value"].get<double>()) << code;
    EXPECT_TRUE(says(now, line["value"]));
    EXPECT_TRUE(says(now, answer["meaning"]));
    EXPECT_TRUE(says(now, "100\u00A0% invented"));
    EXPECT_TRUE(now["cut_words"].empty()) << now["cut_words"].dump();
    window.send("close");
    now = window.settled();
    EXPECT_EQ(now["screen"]["headline"], -1);
  }
}

TEST_F(Answers, TheKeyboardOpensAHeadlineReachesItsEndAndClosesIt) {
  tests::Window window({}, "1280x720");
  window.send("go-to 60");
  Json now = window.settled();
  const auto tab_to = [&](const std::string& id) {
    for (int i = 0; i < 60 && now["focus"] != id; ++i) {
      window.send("focus-next");
      now = window.settled();
    }
    return now["focus"] == id;
  };
  ASSERT_TRUE(tab_to("headline-people"));
  window.send("activate");
  now = window.until([](const Json& state) { return state["screen"]["headline"] == 0; });
  EXPECT_EQ(now["screen"]["headline"], 0);
  EXPECT_TRUE(tab_to("headline-run")) << now["focus"].dump();
  window.hands({"key", "Escape"});
  now = window.until([](const Json& state) { return state["screen"]["headline"] == -1; });
  EXPECT_EQ(now["screen"]["headline"], -1);
}

TEST_F(Answers, AHeadlineCutsNoWordsAtAnySizeLanguageAndTheme) {
  const std::pair<const char*, const char*> looks[] = {{"1280x720", "100"}, {"1920x1080", "150"}};
  for (const auto& [size, scale] : looks) {
    tests::Window window({"--ui-scale", scale}, size);
    window.send("go-to 60");
    for (const char* language : {"kk", "ru", "en"}) {
      window.send(std::string("language ") + language);
      for (const char* theme : {"dark", "light"}) {
        window.send(std::string("theme ") + theme);
        for (const char* open : {"headline 0", "headline 1", "headline 2"}) {
          window.send(open);
          const Json now = window.state();
          EXPECT_TRUE(now["cut_words"].empty()) << size << language << open << now["cut_words"].dump();
        }
      }
      window.send("headline -1");
    }
  }
}

}  // namespace
