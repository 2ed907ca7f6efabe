// Every key does what help says it does, under an English, a Russian and a
// Kazakh layout, and is seen at once.
#include <gtest/gtest.h>

#include <map>

#include "render/keys.hpp"
#include "tests/display/harness.hpp"

namespace {

using tests::Json;
using viewer::Action;
using viewer::Binding;
using viewer::Key;
using viewer::Stroke;

/// Codes of keys as keyboards send them, whatever is printed on them.
int code_of(const Stroke& stroke) {
  static const std::map<Key, int> named = {
      {Key::space, 65},    {Key::enter, 36},      {Key::escape, 9}, {Key::tab, 23},   {Key::left, 113},
      {Key::right, 114},   {Key::up, 111},        {Key::down, 116}, {Key::home, 110}, {Key::end, 115},
      {Key::page_up, 112}, {Key::page_down, 117}, {Key::f11, 95},   {Key::f12, 96}};
  if (stroke.key == Key::place) {
    const std::pair<std::string, int> rows[] = {
        {"1234567890", 10}, {"qwertyuiop[]", 24}, {"asdfghjkl", 38}, {"zxcvbnm", 52}};
    for (const auto& [row, first] : rows) {
      if (const auto at = row.find(stroke.place); at != std::string::npos) return first + static_cast<int>(at);
    }
    return 61;  // the slash
  }
  if (stroke.key >= Key::f1 && stroke.key <= Key::f10)
    return 67 + static_cast<int>(stroke.key) - static_cast<int>(Key::f1);
  return named.at(stroke.key);
}

void press(tests::Words& words, const Stroke& stroke) {
  const auto add = [&](const char* what, int code) { words.insert(words.end(), {what, std::to_string(code)}); };
  if (stroke.control) add("keydown", 37);
  if (stroke.shift) add("keydown", 50);
  if (stroke.key == Key::escape) {
    words.insert(words.end(), {"key", "Escape"});  // xdotool takes a single digit for what it types
  } else {
    add("key", code_of(stroke));
  }
  if (stroke.shift) add("keyup", 50);
  if (stroke.control) add("keyup", 37);
}

class Keys : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
  }
};

/// Keys of the table that neither end the program nor write files nor open a field that takes further keys.
std::vector<Binding> harmless() {
  std::vector<Binding> all;
  for (const Binding& binding : viewer::bindings()) {
    const Action action = binding.command.action;
    // The search is tried below.
    if (action != Action::quit && action != Action::picture && action != Action::search &&
        action != Action::choose_partner && action != Action::export_dialog && action != Action::next_compare)
      all.push_back(binding);
  }
  return all;
}

void expect_all_keys_work(tests::Window& window, const std::string& layout) {
  window.layout(layout);
  const int before = window.settled()["n_done"];
  tests::Words words;
  std::vector<std::string> expected;
  for (const Binding& binding : harmless()) {
    press(words, binding.stroke);
    expected.push_back(to_line(binding.command));
  }
  window.hands(words);
  const int wanted = before + static_cast<int>(expected.size());
  const Json now = window.until([&](const Json& state) { return state["n_done"].get<int>() >= wanted; });
  // Enter works the button that Tab had come to, so there may be more, but nothing may lack or change places.
  std::size_t next = 0;
  const auto& done = now["done"];
  const int n_new = now["n_done"].get<int>() - before;
  for (std::size_t i = done.size() - static_cast<std::size_t>(n_new); i < done.size() && next < expected.size(); ++i) {
    if (done[i]["line"] == expected[next]) ++next;
  }
  EXPECT_EQ(next, expected.size()) << layout << ": " << expected[std::min(next, expected.size() - 1)]
                                   << " is missing in " << done.dump();
  window.hands({"key", "Escape"});
}

TEST_F(Keys, DoTheSameUnderEveryLayout) {
  tests::Window window;
  for (const char* layout : {"us", "ru", "kz"}) expect_all_keys_work(window, layout);
}

TEST_F(Keys, OpenAndCloseTheSearchUnderEveryLayout) {
  tests::Window window;
  for (const char* layout : {"us", "ru", "kz"}) {
    window.layout(layout);
    for (const tests::Words& keys : {tests::Words{"keydown", "37", "key", "41", "keyup", "37"},  // Ctrl+F
                                     {"key", "61"}}) {                                           // the slash
      window.hands(keys);
      EXPECT_TRUE(window.until([](const Json& now) { return now["screen"]["search"].get<bool>(); })["screen"]["search"])
          << layout << ' ' << keys.back();
      const int before = window.state()["n_done"];
      window.hands({"key", "46", "key", "10"});  // typed, not obeyed
      EXPECT_EQ(window.settled()["n_done"], before) << layout;
      window.hands({"key", "Escape"});
      EXPECT_FALSE(
          window.until([](const Json& now) { return !now["screen"]["search"].get<bool>(); })["screen"]["search"])
          << layout;
      window.send("wait 4");  // until the field that is gone has let go of the keys
      window.settled();
    }
  }
}

TEST_F(Keys, AreKnownByTheirPlaceWhereLayoutsTypeTheSameElsewhere) {
  // '.' is the slash of a Russian keyboard, the 7 of a Kazakh one, and bound to nothing on an English one.
  tests::Window window;
  const auto info_after = [&](const char* layout, const char* key) {
    window.layout(layout);
    window.send("view 0");
    window.settled();
    const auto theme = window.state()["screen"]["theme"];
    window.hands({"key", key, "key", "F3"});  // the theme tells that both have come
    return window.until([&](const Json& now) { return now["screen"]["theme"] != theme; });
  };
  EXPECT_EQ(info_after("kz", "16")["screen"]["info"], 6);
  EXPECT_EQ(info_after("ru", "16")["screen"]["info"], 6);
  EXPECT_EQ(info_after("us", "60")["screen"]["info"], 0);
  EXPECT_TRUE(info_after("ru,us,kz", "61")["screen"]["search"]);
}

TEST_F(Keys, OpenAndCloseTheWindowOfExportsUnderEveryLayout) {
  tests::Window window;
  for (const char* layout : {"us", "ru", "kz"}) {
    window.layout(layout);
    window.hands({"keydown", "37", "key", "26", "keyup", "37"});  // Ctrl+E
    EXPECT_TRUE(window.until([](const Json& now) { return now["screen"]["export"].get<bool>(); })["screen"]["export"])
        << layout;
    window.hands({"key", "Escape"});
    EXPECT_FALSE(window.until([](const Json& now) { return !now["screen"]["export"].get<bool>(); })["screen"]["export"])
        << layout;
  }
}

TEST_F(Keys, UndoInAFieldThatWasOpenedAgainDoesNotEndTheProgram) {
  tests::Window window;
  const auto open_search = [&] {
    window.hands({"keydown", "37", "key", "41", "keyup", "37"});  // Ctrl+F
    window.until([](const Json& now) { return now["screen"]["search"].get<bool>(); });
    window.send("wait 12");  // until the field has the keys
  };
  open_search();
  window.hands({"type", "astana"});
  window.settled();
  window.hands({"key", "Escape"});
  window.until([](const Json& now) { return !now["screen"]["search"].get<bool>(); });
  open_search();
  window.hands({"keydown", "37", "key", "52", "key", "52", "keyup", "37"});  // Ctrl+Z twice
  EXPECT_TRUE(window.settled()["screen"]["search"]);
}

TEST_F(Keys, AreSeenWithinTwoFrames) {
  tests::Window window;
  const int before = window.settled()["n_done"];
  tests::Words words{"key", "--delay", "60"};
  for (int i = 0; i < 50; ++i) words.push_back("Right");
  window.hands(words);
  const Json now = window.until([&](const Json& state) { return state["n_done"].get<int>() >= before + 50; });
  EXPECT_EQ(now["n_done"], before + 50);
  EXPECT_EQ(window.settled()["time"]["index"], 50);
  for (const Json& done : now["done"]) {
    EXPECT_LE(done["shown_frame"].get<int>() - done["asked_frame"].get<int>(), 2) << done.dump();
  }
}

TEST_F(Keys, WalkTheFocusRingAndWorkWhatIsMarked) {
  tests::Window window;
  const auto focus_on = [&](const std::string& id) {
    for (int i = 0; i < 80 && window.state()["focus"] != id; ++i) window.send("focus-next");
    return window.settled()["focus"] == id;
  };
  ASSERT_TRUE(focus_on("tab-2"));
  window.hands({"key", "Return"});
  EXPECT_EQ(window.until([](const Json& now) { return now["screen"]["tab"] == "flows"; })["screen"]["tab"], "flows");
  ASSERT_TRUE(focus_on("speed"));
  const double speed = window.state()["time"]["speed"];
  window.hands({"key", "Right"});
  EXPECT_GT(window.until([&](const Json& now) { return now["time"]["speed"] > speed; })["time"]["speed"].get<double>(),
            speed);
  window.hands({"key", "Escape"});
  EXPECT_EQ(window.until([](const Json& now) { return now["focus"] == ""; })["focus"], "");
}

}  // namespace
