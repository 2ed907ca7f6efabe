// The parts of the window that need no window: camera, playback, keys, focus,
// inputs, commands, colours.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <limits>
#include <set>
#include <thread>

#include "render/camera.hpp"
#include "render/charts.hpp"
#include "render/focus_ring.hpp"
#include "render/frame_times.hpp"
#include "render/input.hpp"
#include "render/keys.hpp"
#include "render/layout.hpp"
#include "render/options.hpp"
#include "render/painting.hpp"
#include "render/playback.hpp"
#include "render/state.hpp"
#include "render/theme.hpp"
#include "world/errors.hpp"

namespace {

using namespace viewer;
using figures::Box;
using figures::Point;

void expect_near(Point a, Point b, double by = 1e-6) {
  EXPECT_NEAR(a.x, b.x, by);
  EXPECT_NEAR(a.y, b.y, by);
}

Camera camera_on(const Box& room) {
  Camera camera;
  camera.set_extent({0, 0, 200, 100});
  camera.set_room(room);
  return camera;
}

TEST(Camera, FitsTheWholeMapIntoItsRoomAndGoesOnFitting) {
  Camera camera = camera_on({0, 0, 400, 400});
  EXPECT_DOUBLE_EQ(camera.view().scale, 2);
  expect_near(to_screen(camera.view(), camera.middle(), {100, 50}), {200, 200});
  camera.set_room({100, 0, 900, 400});
  EXPECT_DOUBLE_EQ(camera.view().scale, 4);
  expect_near(to_screen(camera.view(), camera.middle(), {100, 50}), {500, 200});
}

TEST(Camera, HoldsThePointUnderTheMouseStillThroughoutAZoom) {
  Camera camera = camera_on({0, 0, 400, 400});
  const Point mouse{300, 170}, under = to_map(camera.view(), camera.middle(), mouse);
  camera.zoom_about(mouse, 3);
  for (int i = 0; i < 30 && camera.is_moving(); ++i) {
    camera.advance(0.02);
    expect_near(to_screen(camera.view(), camera.middle(), under), mouse, 1e-4);
  }
  EXPECT_FALSE(camera.is_moving());
  EXPECT_DOUBLE_EQ(camera.view().scale, 6);
}

TEST(Camera, ArrivesAtOnceWithReducedMotion) {
  Camera camera = camera_on({0, 0, 400, 400});
  camera.set_reduced_motion(true);
  camera.zoom_about({200, 200}, 2);
  EXPECT_FALSE(camera.is_moving());
  EXPECT_DOUBLE_EQ(camera.view().scale, 4);
}

TEST(Camera, NeverLosesTheMap) {
  Camera camera = camera_on({0, 0, 400, 400});
  camera.set_reduced_motion(true);
  for (int i = 0; i < 100; ++i) camera.zoom_about({3, 3}, 2);
  EXPECT_LE(camera.view().scale, Camera::closest * camera.fitted().scale * (1 + 1e-9));
  camera.pan(1e7, -1e7);
  EXPECT_EQ(camera.view().centre.x, 0);
  EXPECT_EQ(camera.view().centre.y, 100);
  for (int i = 0; i < 100; ++i) camera.zoom_about({3, 3}, 0.5);
  EXPECT_GE(camera.view().scale, Camera::farthest * camera.fitted().scale * (1 - 1e-9));
}

TEST(Playback, PlaysMonthsBySpeedAndStopsAtTheEnd) {
  Playback playback;
  playback.set_months(25, false);
  playback.set_speed(10);
  playback.play_pause();
  for (int i = 0; i < 10; ++i) playback.advance(0.1);
  EXPECT_EQ(playback.month(), 10);
  for (int i = 0; i < 20; ++i) playback.advance(0.1);
  EXPECT_EQ(playback.month(), 24);
  EXPECT_FALSE(playback.is_playing());
  playback.play_pause();
  EXPECT_EQ(playback.month(), 0) << "from the start again";
}

TEST(Playback, WaitsForMonthsThatAreStillSimulated) {
  Playback playback;
  playback.set_months(5, true);
  playback.set_speed(100);
  playback.play_pause();
  playback.advance(1);
  EXPECT_EQ(playback.month(), 4);
  EXPECT_TRUE(playback.is_waiting());
  playback.set_months(7, true);
  playback.advance(1);
  EXPECT_EQ(playback.month(), 6);
  EXPECT_EQ(playback.months_late(), 0);
}

TEST(Playback, LoopsOverAPart) {
  Playback playback;
  playback.set_months(100, false);
  playback.set_loop(20, 10);
  playback.go_to(10);
  playback.set_speed(1);
  playback.play_pause();
  std::set<int> seen;
  for (int i = 0; i < 40; ++i) {
    playback.advance(1);
    seen.insert(playback.month());
  }
  EXPECT_EQ(*seen.begin(), 10);
  EXPECT_EQ(*seen.rbegin(), 20);
}

TEST(Playback, SpeedsLieOnALogarithmicSlider) {
  for (const double speed : {0.1, 0.5, 2.0, 10.0, 100.0})
    EXPECT_NEAR(speed_of_share(share_of_speed(speed)), speed, 1e-9);
  EXPECT_NEAR(share_of_speed(std::sqrt(10)), 0.5, 1e-12);
  Playback playback;
  playback.set_speed(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(playback.speed(), 2);
  for (int i = 0; i < 20; ++i) playback.change_speed(1);
  EXPECT_EQ(playback.speed(), 100);
}

TEST(Playback, KeepsToTheMonthsThatAreLeftWhenAnotherRunIsShorter) {
  Playback playback;
  playback.set_months(100, false);
  playback.go_to(90);
  playback.set_months(40, false);
  EXPECT_EQ(playback.month(), 39);
  playback.set_months(0, false);
  EXPECT_EQ(playback.month(), 0);
}

TEST(Keys, AreKnownByTheirPlaceUnderThreeLayouts) {
  EXPECT_EQ(place_of(U'l', false), 'l');
  EXPECT_EQ(place_of(U'д', false), 'l');
  EXPECT_EQ(place_of(U'Д', false), 'l');
  EXPECT_EQ(place_of(U'к', false), 'r');
  EXPECT_EQ(place_of(U'"', false), '1');
  EXPECT_EQ(place_of(U'ұ', false), '9');
  EXPECT_EQ(place_of(U'ә', false), '2');
  EXPECT_EQ(place_of(5, true), 'e');
  EXPECT_EQ(place_of(5, false), 0);
  EXPECT_EQ(place_of(U'ж', false), 0);
}

TEST(Keys, AskForOneThingEach) {
  const auto& all = bindings();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(all[i].stroke == all[j].stroke) << stroke_text(all[i].stroke);
    EXPECT_EQ(command_of(all[i].stroke), all[i].command);
    EXPECT_FALSE(strokes_text(all[i].command.action).empty());
  }
}

TEST(Commands, AreReadBackAsTheyWereWritten) {
  for (int i = 0; i < n_actions; ++i) {
    const ActionInfo& info = info_of(static_cast<Action>(i));
    Command command{.action = info.action, .number = 0, .x = 0, .y = 0, .text = {}};
    if (info.arguments.find('N') != std::string_view::npos) command.number = 1.0 / 3;
    if (info.arguments.find('X') != std::string_view::npos) command.x = -12.5, command.y = 1e-9;
    if (info.arguments == "TEXT") command = {.action = info.action, .number = 0, .x = 0, .y = 0, .text = "kk"};
    EXPECT_EQ(parse_command(to_line(command), "test"), command) << to_line(command);
  }
  EXPECT_FALSE(parse_command("  # a remark", "test"));
  for (const char* line : {"dance", "go-to", "go-to x", "go-to 1 2", "pan 1", "play-pause 1", "zoom nanx 1 1"}) {
    EXPECT_THROW(static_cast<void>(parse_command(line, "test")), world::InputError) << line;
  }
}

TEST(State, BearsAnyNumberThatACommandMayHold) {
  const double numbers[] = {
      0, -1, 1e300, -1e300, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()};
  State state;
  state.playback.set_months(50, false);
  state.camera.set_extent({0, 0, 2, 1});
  state.camera.set_room({0, 0, 800, 400});
  const Facts facts{.n_regions = 20, .checkpoints = {0, 12, 24}};
  for (int i = 0; i < n_actions; ++i) {
    for (const double number : numbers) {
      apply({.action = static_cast<Action>(i), .number = number, .x = number, .y = number, .text = "x"}, facts, state);
      ASSERT_TRUE(std::isfinite(state.camera.target().scale) && std::isfinite(state.camera.target().centre.x))
          << i << ' ' << number;
      ASSERT_GT(state.camera.target().scale, 0);
      ASSERT_GE(state.playback.month(), 0);
      ASSERT_LT(state.playback.month(), 50);
      ASSERT_LT(state.pinned, 20);
      ASSERT_GE(static_cast<int>(state.info), 0);
      ASSERT_LT(static_cast<int>(state.info), n_infos);
    }
  }
}

TEST(State, WalksOverCheckpoints) {
  State state;
  state.playback.set_months(50, false);
  const Facts facts{.n_regions = 1, .checkpoints = {0, 12, 24}};
  const auto act = [&](Action action) { apply({action, 0, 0, 0, {}}, facts, state); };
  act(Action::checkpoint_forward);
  EXPECT_EQ(state.playback.month(), 12);
  act(Action::step_forward);
  act(Action::checkpoint_back);
  EXPECT_EQ(state.playback.month(), 12);
  act(Action::checkpoint_forward);
  act(Action::checkpoint_forward);
  EXPECT_EQ(state.playback.month(), 49);
}

TEST(FocusRing, GoesRoundInTheOrderOfControlsAndForgetsWhatIsGone) {
  FocusRing ring;
  const auto frame = [&](int moves, std::initializer_list<const char*> ids, bool activates = false) {
    ring.begin_frame(moves, activates, false);
    std::string worked;
    for (const char* id : ids) {
      ring.enter(id);
      if (ring.takes_activation(id)) worked += id;
    }
    ring.end_frame();
    return worked;
  };
  frame(1, {"a", "b", "c"});
  EXPECT_EQ(ring.current(), "a");
  frame(-1, {"a", "b", "c"});
  EXPECT_EQ(ring.current(), "c");
  EXPECT_EQ(frame(0, {"a", "b", "c"}, true), "c");
  EXPECT_EQ(frame(0, {"a", "b", "c"}), "");
  frame(0, {"a", "b"});
  EXPECT_EQ(ring.current(), "");
  frame(-1, {"a", "b"});
  EXPECT_EQ(ring.current(), "b");
}

Input of(Input::Kind kind, float x = 0, int button = 0) {
  Input input;
  input.kind = kind;
  input.x = x;
  input.button = button;
  return input;
}

TEST(InputQueue, HoldsAPressForAFrameHoweverShortTheClick) {
  using Kind = Input::Kind;
  InputQueue queue;
  for (const Input& input : {of(Kind::move, 1), of(Kind::move, 2), of(Kind::press), of(Kind::release), of(Kind::press),
                             of(Kind::release), of(Kind::move, 9)}) {
    queue.push(input);
  }
  const std::vector<Input> first = queue.next_frame();
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].x, 2) << "moves run together";
  EXPECT_EQ(first[1].kind, Kind::press);
  EXPECT_EQ(queue.next_frame().size(), 1U);
  EXPECT_EQ(queue.next_frame().size(), 1U);
  EXPECT_EQ(queue.next_frame().size(), 1U);
  EXPECT_EQ(queue.next_frame().at(0).x, 9);
  EXPECT_TRUE(queue.is_empty());
}

TEST(InputQueue, ShowsADragToItsEnd) {
  using Kind = Input::Kind;
  InputQueue queue;
  for (const Input& input : {of(Kind::press, 1), of(Kind::move, 5), of(Kind::release, 5)}) queue.push(input);
  EXPECT_EQ(queue.next_frame().at(0).kind, Kind::press);
  EXPECT_EQ(queue.next_frame().at(0).kind, Kind::move);
  EXPECT_EQ(queue.next_frame().at(0).kind, Kind::release);
}

TEST(Theme, HoldsTextApartFromEveryGround) {
  for (const bool is_dark : {true, false}) {
    const Theme& theme = theme_of(is_dark);
    for (const figures::Colour ground : {theme.ground, theme.panel, theme.card, theme.control}) {
      for (const figures::Colour ink :
           {theme.text, theme.muted, theme.accent, theme.origin, theme.destination, theme.good, theme.warning}) {
        EXPECT_GE(contrast(ink, ground), 4.5) << is_dark;
      }
    }
    EXPECT_GE(contrast(theme.text, theme.control_hover), 4.5);
    EXPECT_GE(contrast(theme.on_primary, theme.primary), 4.5);
  }
  EXPECT_NEAR(contrast(figures::rgb(0), figures::rgb(0xFFFFFF)), 21, 1e-9);
}

TEST(Layout, KeepsACardInsideTheMapAndOffThePoint) {
  const Rect room{290, 56, 640, 560};
  for (float x = room.x; x < room.right(); x += 7) {
    for (float y = room.y; y < room.bottom(); y += 7) {
      for (const float width : {120.0F, 300.0F, 420.0F}) {
        const Rect card = beside({x, y}, width, 160, room, 16);
        EXPECT_GE(card.x, room.x);
        EXPECT_GE(card.y, room.y);
        EXPECT_LE(card.right(), room.right());
        EXPECT_LE(card.bottom(), room.bottom());
        const bool is_over = x >= card.x && x < card.right() && y >= card.y && y < card.bottom();
        EXPECT_FALSE(is_over) << x << ' ' << y << ' ' << width;
      }
    }
  }
}

TEST(Layout, LeavesTheMapAThirdOfAnyWindow) {
  for (const float scale : {1.0F, 1.5F, 2.0F}) {
    for (const float width : {200.0F, 640.0F, 1280.0F, 1920.0F, 3840.0F}) {
      const Layout layout = lay_out(width, width * 9 / 16, scale, true, true, false);
      EXPECT_GE(layout.map.w, width / 3 - 1) << width << ' ' << scale;
      EXPECT_GT(layout.map.h, 0);
      EXPECT_FLOAT_EQ(layout.left.w + layout.map.w + layout.right.w, width);
    }
  }
  EXPECT_GT(lay_out(1280, 720, 1, true, true, false).left.w, 0);
}

TEST(Charts, PutRoundNumbersOnAxes) {
  EXPECT_EQ(round_steps(0, 100, 5), (std::vector<double>{0, 25, 50, 75, 100}));
  for (const auto& [low, high] : {std::pair{19.78e6, 24.5e6}, {0.0, 0.0}, {-3.0, 7.0}, {5.0, 5.0}, {1e-9, 2e-9}}) {
    const std::vector<double> steps = round_steps(low, high, 4);
    ASSERT_GE(steps.size(), 2U);
    EXPECT_LE(steps.size(), 6U);
    EXPECT_LE(steps.front(), low + 1e-12);
    EXPECT_GE(steps.back(), high * (1 - 1e-12));
  }
  EXPECT_EQ(round_steps(std::numeric_limits<double>::infinity(), 1, 4).size(), 2U);
}

TEST(FrameTimes, TellQuantilesByRank) {
  FrameTimes times;
  EXPECT_EQ(times.quantile(0.5), 0);
  for (int i = 1; i <= 100; ++i) times.add(i);
  EXPECT_EQ(times.quantile(0.5), 50);
  EXPECT_EQ(times.quantile(0.95), 95);
  EXPECT_EQ(times.worst(), 100);
}

TEST(Painting, PaintsTheNewestJobAndForgetsThoseBetween) {
  std::atomic<bool> may_go{false};
  std::atomic<int> n_painted{0};
  Painting painting([&](const MapJob& job) {
    while (!may_go) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ++n_painted;
    return MapPicture{job, {}, {}, {}};
  });
  const auto ask = [&](int index) {
    MapJob job;
    job.index = index;
    painting.ask(job);
  };
  for (int i = 0; i < 50; ++i) ask(i);
  may_go = true;
  while (painting.is_busy()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const auto picture = painting.take();
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->job.index, 49);
  EXPECT_LE(n_painted, 2);
  EXPECT_FALSE(painting.take());
}

TEST(Painting, HandsOnWhatThePainterThrew) {
  Painting painting([](const MapJob&) -> MapPicture { throw world::InputError("no paint"); });
  painting.ask({});
  while (painting.is_busy()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_THROW(static_cast<void>(painting.take()), world::InputError);
}

Options parsed(std::vector<const char*> words) {
  words.insert(words.begin(), "qonys-view");
  return parse_options(static_cast<int>(words.size()), words.data());
}

TEST(Options, AreReadOrRefusedWithOneLine) {
  const Options options =
      parsed({"run-1", "--lang", "kk", "--size", "1280x720", "--ui-scale", "150", "--theme", "light"});
  EXPECT_EQ(options.place, "run-1");
  EXPECT_EQ(options.width, 1280);
  EXPECT_DOUBLE_EQ(options.ui_scale, 1.5);
  EXPECT_FALSE(options.is_dark);
  for (const std::vector<const char*>& words : {std::vector<const char*>{"--bogus"},
                                                {"a", "b"},
                                                {"--lang", "de"},
                                                {"--size", "12"},
                                                {"--size", "1280x720x"},
                                                {"--fps", "0"},
                                                {"--ui-scale", "90"},
                                                {"--theme", "blue"},
                                                {"--fps", "3.5"},
                                                {"--size"}}) {
    EXPECT_THROW(static_cast<void>(parsed(words)), world::InputError) << words.front();
  }
}

}  // namespace
