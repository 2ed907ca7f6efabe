// Clicks, drags and wheels on the real window.
#include <gtest/gtest.h>

#include "tests/display/harness.hpp"

namespace {

using tests::Json;

class Hands : public testing::Test {
 protected:
  void SetUp() override {
    if (const std::string why = tests::why_no_display(); !why.empty()) GTEST_SKIP() << why;
  }
};

/// The screen as it was at the start, so that every control is in its place.
void restore(tests::Window& window, const Json& now) {
  const Json& screen = now["screen"];
  if (!screen["left_drawer"].get<bool>()) window.send("left-drawer");
  if (!screen["right_drawer"].get<bool>()) window.send("right-drawer");
  for (const char* name : {"help", "settings", "export"}) {
    if (screen[name].get<bool>()) window.send("close");
  }
  if (screen["headline"].get<int>() >= 0) window.send("close");
  if (now["time"]["playing"].get<bool>()) window.send("play-pause");
  window.send("tab 0");
  window.send("language en");
  window.send("go-to 30");
  window.send("speed 1");
}

TEST_F(Hands, LoseNoFastClickOnAnyControl) {
  tests::Window window({"--pictures", testing::TempDir()});
  window.send("go-to 30");
  window.send("speed 1");
  const Json widgets = window.settled()["widgets"];
  EXPECT_GE(widgets.size(), 30U);
  for (const auto& [id, rect] : widgets.items()) {
    const Json before = window.settled();
    ASSERT_TRUE(before["widgets"].contains(id)) << id;
    const int n = before["n_done"];
    window.click(before["widgets"][id]);
    const Json after = window.until([&](const Json& now) { return now["n_done"].get<int>() > n; });
    EXPECT_GT(after["n_done"].get<int>(), n) << "a click on " << id << " was lost";
    restore(window, after);
  }
}

TEST_F(Hands, ScrubAlongTheTimeline) {
  tests::Window window;
  const Json track = window.settled()["widgets"]["timeline"];
  const int y = static_cast<int>(track[1].get<double>() + track[3].get<double>() / 2);
  const auto x = [&](double share) {
    return std::to_string(static_cast<int>(track[0].get<double>() + share * track[2].get<double>()));
  };
  const std::string row = std::to_string(y);
  window.hands({"mousemove", x(0.25), row, "mousedown", "1", "mousemove", x(0.5), row, "mousemove", x(0.75), row,
                "mouseup", "1"});
  const Json now = window.until([](const Json& state) { return state["time"]["index"].get<int>() > 150; });
  EXPECT_NEAR(now["time"]["index"].get<int>(), 180, 3);
  EXPECT_EQ(window.settled()["time"]["painted_index"], now["time"]["index"]);
}

TEST_F(Hands, PinZoomPanAndFitTheMap) {
  tests::Window window;
  const Json map = window.settled()["layout"]["map"];
  const int x = static_cast<int>(map[0].get<double>() + map[2].get<double>() / 2);
  const int y = static_cast<int>(map[1].get<double>() + map[3].get<double>() / 2);
  const tests::Words to_middle{"mousemove", std::to_string(x), std::to_string(y)};
  const auto at_middle = [&](tests::Words more) {
    more.insert(more.begin(), to_middle.begin(), to_middle.end());
    window.hands(more);
  };
  at_middle({});
  const int hovered = window.until([](const Json& now) { return now["hovered"].get<int>() >= 0; })["hovered"];
  EXPECT_GE(hovered, 0);
  at_middle({"click", "1"});
  EXPECT_EQ(window.until([](const Json& now) { return now["screen"]["pinned"].get<int>() >= 0; })["screen"]["pinned"],
            hovered);
  const double scale = window.settled()["camera"]["scale"];
  at_middle({"click", "4", "click", "4"});
  static_cast<void>(window.until([&](const Json& now) { return now["camera"]["scale"].get<double>() > 1.5 * scale; }));
  EXPECT_NEAR(window.settled()["camera"]["scale"].get<double>(), 1.5625 * scale, 0.001 * scale);
  const double west = window.settled()["camera"]["x"];
  at_middle({"mousedown", "1", "mousemove", std::to_string(x + 40), std::to_string(y), "mousemove",
             std::to_string(x + 100), std::to_string(y), "mouseup", "1"});
  static_cast<void>(window.until([&](const Json& now) { return now["camera"]["x"].get<double>() < west; }));
  EXPECT_NEAR(window.settled()["camera"]["x"].get<double>(), west - 100 / (1.5625 * scale), 8 / scale);
  EXPECT_EQ(window.settled()["screen"]["pinned"], hovered);
  at_middle({"click", "--repeat", "2", "--delay", "90", "1"});
  EXPECT_TRUE(window.until([](const Json& now) { return now["camera"]["fitted"].get<bool>(); })["camera"]["fitted"]);
  EXPECT_EQ(window.quit(), 0);
}

TEST_F(Hands, CycleTheFlowsOfARegionAndShowAPair) {
  tests::Window window;
  const Json map = window.settled()["layout"]["map"];
  const auto at = [&](double x, double y) {
    return tests::Words{"mousemove", std::to_string(static_cast<int>(map[0].get<double>() + x * map[2].get<double>())),
                        std::to_string(static_cast<int>(map[1].get<double>() + y * map[3].get<double>()))};
  };
  const auto click = [&](tests::Words place, tests::Words more) {
    place.insert(place.end(), more.begin(), more.end());
    window.hands(place);
  };
  for (const char* ways : {"in", "out", "both"}) {
    click(at(0.5, 0.5), {"click", "3"});
    EXPECT_EQ(window.until([&](const Json& now) { return now["screen"]["ways"] == ways; })["screen"]["ways"], ways);
  }
  const int pinned = window.settled()["screen"]["pinned"];
  EXPECT_GE(pinned, 0);
  click(at(0.3, 0.5), {"keydown", "shift", "click", "1", "keyup", "shift"});
  const Json pair = window.until([](const Json& now) { return now["screen"]["partner"].get<int>() >= 0; })["screen"];
  EXPECT_GE(pair["partner"].get<int>(), 0);
  EXPECT_EQ(pair["pinned"], pinned);
  EXPECT_NE(pair["partner"], pair["pinned"]);
  window.hands({"key", "Escape"});
  const Json all = window.until([](const Json& now) { return now["screen"]["pinned"].get<int>() < 0; })["screen"];
  EXPECT_EQ(all["partner"], -1);
}

TEST_F(Hands, DragTheEndsOfTheStretchThatIsRepeated) {
  tests::Window window;
  const Json widgets = window.settled()["widgets"];
  const Json track = widgets["timeline"];
  const auto drag = [&](const char* handle, double share) {
    const Json grip = window.settled()["widgets"][handle];
    const std::string y = std::to_string(static_cast<int>(grip[1].get<double>() + grip[3].get<double>() / 2));
    const auto x = std::to_string(static_cast<int>(track[0].get<double>() + share * track[2].get<double>()));
    window.hands({"mousemove", std::to_string(static_cast<int>(grip[0].get<double>() + grip[2].get<double>() / 2)), y,
                  "mousedown", "1", "mousemove", x, y, "mouseup", "1"});
  };
  drag("loop-start", 0.25);
  static_cast<void>(window.until([](const Json& now) { return now["time"].contains("loop"); }));
  drag("loop-end", 0.5);
  const Json now = window.until([](const Json& state) { return state["time"]["loop"][1].get<int>() < 200; });
  EXPECT_NEAR(now["time"]["loop"][0].get<int>(), 60, 3);
  EXPECT_NEAR(now["time"]["loop"][1].get<int>(), 120, 3);
  EXPECT_EQ(now["time"]["index"], 0) << "the month shown stays";
  window.hands({"key", "o"});
  EXPECT_TRUE(
      window.until([](const Json& state) { return !state["time"].contains("loop"); })["time"].contains("stretch"));
}

TEST_F(Hands, ResizeAndShrinkWithoutHarm) {
  tests::Window window({}, "1280x720");
  for (const char* size : {"900 600", "300 200", "210 900", "1270 220", "1280 720"}) {
    const std::string text = size;
    const std::size_t gap = text.find(' ');
    window.hands({"search", "--name", "Qonys", "windowsize", text.substr(0, gap), text.substr(gap + 1)});
    for (const char* line : {"help", "settings", "tab 1", "tab 2", "close", "tab 0", "ui-scale 2", "ui-scale 1"})
      window.send(line);
    EXPECT_GT(window.settled()["frames"].get<int>(), 0);
  }
  EXPECT_EQ(window.quit(), 0);
}

}  // namespace
