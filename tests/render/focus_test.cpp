// What is looked at: a region's streams, those that come or leave, or those of a
// pair; the commands that ask for it, the picture that shows it, the text.
#include "render/figures/focus.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "render/figures/views.hpp"
#include "render/keys.hpp"
#include "render/state.hpp"
#include "tests/render/small_study.hpp"

namespace {

using figures::Focus;
using figures::Ways;
using viewer::Action;
using viewer::State;

figures::Map map_of(const figures::Study& study) {
  const std::string file = QONYS_TEST_ASSETS "/kazakhstan/regions.geojson";
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  std::vector<std::string> codes;
  for (const auto& region : study.at(0).regions) codes.push_back(region.iso);
  return figures::Map::parse(bytes.str(), file, codes);
}

figures::Picture drawn(const Focus& focus) {
  static const figures::Study study = small_study::study();
  figures::Wishes wishes = small_study::wishes(study, figures::View::flows);
  wishes.focus = focus;
  return draw_map_view({figures::Casting::one, {&study}}, map_of(study), wishes);
}

std::set<std::pair<int, int>> pairs_of(const figures::Picture& picture) {
  std::set<std::pair<int, int>> pairs;
  for (const figures::Stream& stream : picture.streams) pairs.emplace(stream.origin, stream.destination);
  return pairs;
}

/// Each command in turn.
State after(std::initializer_list<viewer::Command> commands) {
  State state;
  state.playback.set_months(50, false);
  for (const viewer::Command& command : commands) apply(command, {.n_regions = 20, .checkpoints = {}}, state);
  return state;
}
viewer::Command ask(Action action, double number = 0) { return {action, number, 0, 0, {}}; }

TEST(Focus, OfARegionConcernsItsStreamsInTheWaysAskedFor) {
  EXPECT_TRUE(Focus{}.concerns(3, 4));
  EXPECT_TRUE((Focus{4, -1, Ways::both}.concerns(3, 4)));
  EXPECT_TRUE((Focus{4, -1, Ways::in}.concerns(3, 4)));
  EXPECT_FALSE((Focus{4, -1, Ways::in}.concerns(4, 3)));
  EXPECT_FALSE((Focus{4, -1, Ways::out}.concerns(3, 4)));
  EXPECT_TRUE((Focus{4, 7, Ways::in}.concerns(4, 7))) << "a pair is always both ways";
  EXPECT_FALSE((Focus{4, 7, Ways::both}.concerns(4, 3)));
}

TEST(Focus, LeavesOnlyItsStreamsToDotsAndRibbons) {
  EXPECT_GT(drawn({}).streams.size(), 100U);
  const auto in = pairs_of(drawn({2, -1, Ways::in})), out = pairs_of(drawn({2, -1, Ways::out}));
  const auto both = pairs_of(drawn({2, -1, Ways::both}));
  ASSERT_FALSE(in.empty());
  EXPECT_TRUE(std::all_of(in.begin(), in.end(), [](const auto& pair) { return pair.second == 2; }));
  EXPECT_TRUE(std::all_of(out.begin(), out.end(), [](const auto& pair) { return pair.first == 2; }));
  EXPECT_EQ(both.size(), in.size() + out.size());
  EXPECT_EQ(pairs_of(drawn({2, 5, Ways::both})), (std::set<std::pair<int, int>>{{2, 5}, {5, 2}}));
}

TEST(Focus, OfAPairPalesTheOtherRegions) {
  const auto fills = [](const figures::Picture& picture) {
    std::vector<figures::Colour> colours;
    for (const figures::Element& element : picture.drawing.elements(figures::Layer::ground)) {
      if (const auto* fill = std::get_if<figures::Fill>(&element)) colours.push_back(fill->paint.from);
      if (colours.size() == 20) break;
    }
    return colours;
  };
  const auto everything = fills(drawn({})), pair = fills(drawn({2, 5, Ways::both}));
  ASSERT_EQ(everything.size(), pair.size());
  int n_same = 0;
  for (std::size_t i = 0; i < pair.size(); ++i) n_same += everything[i] == pair[i] ? 1 : 0;
  EXPECT_LT(n_same, 10);
}

TEST(FocusCommands, CycleTheWaysOfThePinnedRegion) {
  EXPECT_EQ(after({ask(Action::next_ways)}).focus(), Focus{}) << "nothing is pinned";
  EXPECT_EQ(after({ask(Action::pin, 3), ask(Action::next_ways)}).focus(), (Focus{3, -1, Ways::in}));
  EXPECT_EQ(after({ask(Action::pin, 3), ask(Action::next_ways), ask(Action::next_ways)}).ways, Ways::out);
  EXPECT_EQ(after({ask(Action::pin, 3), ask(Action::set_ways, 2), ask(Action::next_ways)}).ways, Ways::both);
}

TEST(FocusCommands, ShowAPairUntilTheRegionIsLetGo) {
  const State pair = after({ask(Action::pin, 3), ask(Action::set_ways, 1), ask(Action::set_pair, 7)});
  EXPECT_EQ(pair.pinned, 3);
  EXPECT_EQ(pair.partner, 7);
  EXPECT_EQ(after({ask(Action::set_pair, 7)}).focus(), (Focus{7, -1, Ways::both})) << "the first of a pair";
  EXPECT_EQ(after({ask(Action::pin, 3), ask(Action::set_pair, 3)}).partner, -1) << "no pair with itself";
  EXPECT_EQ(after({ask(Action::pin, 3), ask(Action::set_pair, 7), ask(Action::pin, 4)}).focus(),
            (Focus{4, -1, Ways::both}));
  EXPECT_EQ(after({ask(Action::pin, 3), ask(Action::set_pair, 7), ask(Action::close)}).focus(), Focus{});
}

TEST(FocusCommands, CanBeGivenByTheKeyboardAlone) {
  EXPECT_FALSE(viewer::strokes_text(Action::next_ways).empty());
  EXPECT_FALSE(viewer::strokes_text(Action::choose_partner).empty());
  const State state = after({ask(Action::pin, 3), ask(Action::choose_partner)});
  EXPECT_TRUE(state.shows_search && state.picks_partner);
  EXPECT_FALSE(after({ask(Action::pin, 3), ask(Action::choose_partner), ask(Action::search)}).picks_partner);
}

TEST(LoopCommands, SetEndsAtTheMonthShownAndRememberThemWhileOff) {
  State state = after({ask(Action::go_to, 10), ask(Action::loop_start), ask(Action::go_to, 20), ask(Action::loop_end)});
  EXPECT_EQ(state.playback.loop(), (std::pair{10, 20}));
  apply(ask(Action::toggle_loop), {}, state);
  EXPECT_FALSE(state.playback.loop());
  EXPECT_EQ(state.playback.stretch(), (std::pair{10, 20}));
  apply(ask(Action::toggle_loop), {}, state);
  EXPECT_EQ(state.playback.loop(), (std::pair{10, 20}));
  apply(ask(Action::play_pause), {}, state);
  state.playback.advance(60);
  EXPECT_EQ(state.playback.loop(), (std::pair{10, 20})) << "it lasts over playing";
  EXPECT_EQ(after({ask(Action::toggle_loop)}).playback.loop(), (std::pair{0, 49})) << "all months, for the first time";
}

}  // namespace
