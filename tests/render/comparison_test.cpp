// Two runs on one screen: the difference is B less A, scales hold for both, panes
// share the map, and the clock is that of the shorter run.
#include "render/comparison.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "render/figures/info_map.hpp"
#include "tests/render/small_study.hpp"

namespace {

using figures::Cast;
using figures::Casting;
using figures::Study;
using viewer::Compare;
using viewer::Panes;
using viewer::Rect;

figures::Map map_of(const Study& study) {
  const std::string file = QONYS_TEST_ASSETS "/kazakhstan/regions.geojson";
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  std::vector<std::string> codes;
  for (const auto& region : study.at(0).regions) codes.push_back(region.iso);
  return figures::Map::parse(bytes.str(), file, codes);
}

figures::InfoWish net_rates() {
  return {[](const Study& study, int index) {
            return figures::net_rates(study, study.window(index, 12), figures::Counting::actual);
          },
          "net", true};
}

figures::InfoMap drawn(const Cast& cast, const std::vector<Cast>& scaled) {
  const Study& study = cast.first();
  figures::Wishes wishes = small_study::wishes(study, figures::View::flows);
  wishes.index = cast.n_months() - 1;
  return draw_info_map(cast, scales_of(scaled, net_rates(), wishes), map_of(study), net_rates(), wishes);
}

TEST(ShownCompare, HasOneRingWhereTheMapWouldBeTwo) {
  using viewer::Compare;
  for (const Compare asked : {Compare::one, Compare::side_by_side, Compare::difference, Compare::swipe}) {
    EXPECT_EQ(viewer::shown_compare(asked, true, false), asked);
    EXPECT_EQ(viewer::shown_compare(asked, false, false), Compare::one);
    EXPECT_EQ(viewer::shown_compare(asked, true, true), asked == Compare::difference ? asked : Compare::one);
  }
}

TEST(InfoMapOfTwo, IsZeroEverywhereForEqualRuns) {
  const Study a = small_study::study(), b = small_study::study();
  const Cast cast{Casting::two, {&a, &b}};
  const figures::InfoMap map = drawn(cast, {cast});
  EXPECT_EQ(map.largest_fill, 0);
  EXPECT_TRUE(map.picture.streams.empty());
}

TEST(InfoMapOfTwo, ShowsBLessA) {
  const Study a = small_study::study(), b = small_study::study({.seed = 2});
  const Cast cast{Casting::two, {&a, &b}};
  const int last = a.n_months() - 1;
  const std::vector<double> of_a = net_rates().reading(a, last), of_b = net_rates().reading(b, last);
  double largest = 0;
  for (std::size_t r = 0; r < of_a.size(); ++r) largest = std::max(largest, std::abs(of_b[r] - of_a[r]));
  const figures::InfoMap map = drawn(cast, {cast});
  EXPECT_DOUBLE_EQ(map.largest_fill, largest);
  EXPECT_GT(largest, 0);
  const auto window = a.window(last, 12);
  for (const figures::Stream& stream : map.picture.streams) {
    const auto moved = [&](const Study& study) {
      return study.moved(window, stream.origin, stream.destination, figures::Counting::actual);
    };
    EXPECT_DOUBLE_EQ(stream.people, std::abs(moved(b) - moved(a)));
  }
}

TEST(InfoMapOfTwo, HoldsForTheMonthsOfTheShorterRun) {
  const Study a = small_study::study(), b = small_study::study({.n_months = 20, .seed = 2});
  EXPECT_EQ((Cast{Casting::two, {&a, &b}}.n_months()), 21);
  EXPECT_EQ(drawn({Casting::two, {&b, &a}}, {{Casting::two, {&b, &a}}}).picture.streams.empty(), false);
}

TEST(InfoScales, HoldForBothRuns) {
  const Study a = small_study::study(), b = small_study::study({.seed = 2, .people_per_agent = 40});
  const figures::Wishes wishes = small_study::wishes(a, figures::View::flows);
  const Cast of_a{Casting::one, {&a}}, of_b{Casting::one, {&b}};
  const auto scales = [&](const std::vector<Cast>& casts) { return scales_of(casts, net_rates(), wishes); };
  const auto both = scales({of_a, of_b});
  EXPECT_EQ(both.values.size(), scales({of_a}).values.size() + scales({of_b}).values.size());
  EXPECT_DOUBLE_EQ(both.most.pair, std::max(scales({of_a}).most.pair, scales({of_b}).most.pair));
  EXPECT_GT(both.most.pair, scales({of_a}).most.pair);
}

TEST(UncertainSigns, OfADifferenceComeFromTheOtherRunsOfA) {
  const Study a = small_study::study(), b = small_study::study({.seed = 2}), c = small_study::study({.seed = 3});
  const auto reading = [](double value) { return std::vector<double>{value, 5}; };
  const auto of = [&](const Study& study) { return reading(&study == &a ? 1 : &study == &b ? 2 : 3); };
  EXPECT_TRUE(figures::uncertain_signs({Casting::two, {&a, &b}}, of).empty());
  const std::vector<bool> signs = figures::uncertain_signs({Casting::two, {&a, &b, &a, &c}}, of);
  EXPECT_TRUE(signs[0]);  // B − A is 1, but −1 against the other run
  EXPECT_TRUE(signs[1]);  // 0 is no sign
}

TEST(Panes, OfASwipeAreCutByTheEdgeAndShowTheSamePlace) {
  const Rect map{100, 50, 800, 600};
  const Panes panes = viewer::panes_of(map, Compare::swipe, 0.25, 1.8);
  EXPECT_EQ(panes.first.w, 200);
  EXPECT_EQ(panes.second.x, 300);
  EXPECT_EQ(panes.second.right(), map.right());
  EXPECT_EQ(panes.at({299, 60}), 0);
  EXPECT_EQ(panes.at({300, 60}), 1);
  EXPECT_EQ(panes.at({99, 60}), -1);
  EXPECT_EQ(panes.on_first({700, 60}).x, 700);
  EXPECT_FALSE(viewer::panes_of(map, Compare::swipe, 1, 1.8).has_two());
  EXPECT_EQ(viewer::panes_of(map, Compare::swipe, 7, 1.8).first.w, 800);
}

TEST(Panes, BesideEachOtherHaveOneSizeAndOneCamera) {
  for (const Rect map : {Rect{0, 50, 1000, 500}, Rect{290, 50, 601, 701}}) {
    const Panes panes = viewer::panes_of(map, Compare::side_by_side, 0.5, 1.8);
    EXPECT_EQ(panes.first.w, panes.second.w);
    EXPECT_EQ(panes.first.h, panes.second.h);
    EXPECT_EQ(panes.second.right(), map.right());
    EXPECT_EQ(panes.second.bottom(), map.bottom());
    EXPECT_TRUE((panes.shift.x > 0) != (panes.shift.y > 0));
    const ImVec2 on_second{panes.second.x + 12, panes.second.y + 34};
    EXPECT_EQ(panes.at(on_second), 1);
    EXPECT_EQ(panes.on_first(on_second).x, panes.first.x + 12);
    EXPECT_EQ(panes.on_first(on_second).y, panes.first.y + 34);
  }
}

TEST(Panes, OfOneMapAreTheMap) {
  const Rect map{0, 0, 640, 480};
  for (const Compare compare : {Compare::one, Compare::difference}) {
    const Panes panes = viewer::panes_of(map, compare, 0.5, 1.8);
    EXPECT_EQ(panes.first.w, 640);
    EXPECT_FALSE(panes.has_two());
  }
}

viewer::State after(viewer::State state, const viewer::Command& command, bool has_rival = true) {
  viewer::apply(command, {.n_regions = 20, .checkpoints = {}, .has_rival = has_rival}, state);
  return state;
}

TEST(CompareCommands, CycleThroughTheWaysOnlyWithAB) {
  const viewer::Command next{viewer::Action::next_compare};
  viewer::State state;
  for (const Compare compare : {Compare::side_by_side, Compare::difference, Compare::swipe, Compare::one}) {
    state = after(state, next);
    EXPECT_EQ(state.compare, compare);
  }
  state = after(state, next, false);
  EXPECT_EQ(state.compare, Compare::one);
  EXPECT_TRUE(state.shows_rivals);
  EXPECT_FALSE(after(state, {viewer::Action::close}).shows_rivals);
  EXPECT_EQ(after({}, {viewer::Action::set_compare, 2}, false).compare, Compare::one);
}

TEST(CompareCommands, KeepTheSwipeOnTheMapAndSortTheTable) {
  EXPECT_EQ(after({}, {viewer::Action::set_swipe, 3}).swipe, 1);
  EXPECT_EQ(after({}, {viewer::Action::set_swipe, std::nan("")}).swipe, 0.5);
  viewer::State state = after({}, {viewer::Action::sort_compared, 0});
  EXPECT_EQ(state.compared_by, 0);
  EXPECT_FALSE(state.is_compared_descending);
  EXPECT_TRUE(after(state, {viewer::Action::sort_compared, 0}).is_compared_descending);
  EXPECT_EQ(after({}, {viewer::Action::set_compared, 9}).compared, 4);
}

/// Months numbered from a first one, with one region.
class Counted : public viewer::Source {
 public:
  Counted(int first, int n) : first_(first), n_(n) { description_.n_months_planned = n; }
  bool poll() override { return false; }
  const viewer::Description& description() const override { return description_; }
  int n_months() const override { return n_; }
  bool is_live() const override { return false; }
  viewer::Month month(int index) override {
    auto month = std::make_shared<world::observers::Snapshot>();
    month->month = first_ + index;
    month->regions.resize(1);
    month->moves.resize(1);
    return month;
  }
  viewer::Status status(world::observers::Language) const override { return {}; }

 private:
  int first_, n_;
  viewer::Description description_;
};

/// Polls until B is there or was refused.
std::string open(viewer::Company& company) {
  company.open_rival("B");
  while (company.is_opening()) company.poll(24);
  return company.take_complaint();
}

TEST(Company, PutsAnEarlierRunOnTheClockOfTheFirst) {
  Counted first(100, 30);
  viewer::Company company(first, [](const std::string&) { return std::make_unique<Counted>(88, 40); });
  EXPECT_EQ(open(company), "");
  ASSERT_NE(company.rival(), nullptr);
  EXPECT_EQ(company.rival()->month(0)->month, 100);
  EXPECT_EQ(company.n_months(), 28);
  company.open_rival("");
  EXPECT_EQ(company.rival(), nullptr);
  EXPECT_EQ(company.n_months(), 30);
}

TEST(Company, RefusesALaterRunInOneLine) {
  Counted first(100, 30);
  viewer::Company company(first, [](const std::string&) { return std::make_unique<Counted>(101, 40); });
  EXPECT_NE(open(company).find("after the first run"), std::string::npos);
  EXPECT_EQ(company.rival(), nullptr);
  EXPECT_EQ(company.n_months(), 30);
}

}  // namespace
