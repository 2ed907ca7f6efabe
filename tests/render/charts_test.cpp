// The views circle, lines and causes: numbers that are the study's, angles that
// are proportional, words that can be read.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <numbers>
#include <numeric>
#include <set>

#include "render/figures/circle_layout.hpp"
#include "render/figures/page.hpp"
#include "render/figures/palette.hpp"
#include "render/figures/readings.hpp"
#include "render/figures/series.hpp"
#include "render/figures/text_layout.hpp"
#include "render/figures/views.hpp"
#include "tests/render/small_study.hpp"

namespace {

using namespace figures;

/// One, two and three runs.
struct Runs {
  Study a = small_study::study(), b = small_study::study({.seed = 2}), c = small_study::study({.seed = 3});
  [[nodiscard]] Cast one() const { return {Casting::one, {&a}}; }
  [[nodiscard]] Cast two() const { return {Casting::two, {&a, &b}}; }
  [[nodiscard]] Cast many() const { return {Casting::many, {&a, &b, &c}}; }
};

const Runs& runs() {
  static const Runs all;
  return all;
}

Picture drawn(const Cast& cast, const Wishes& wishes) {
  if (wishes.view == View::circle) return draw_circle_view(cast, wishes);
  if (wishes.view == View::lines) return draw_lines_view(cast, wishes);
  std::vector<Reasons> reasons;
  unsigned seed = 1;
  for (const Study* study : cast.studies) reasons.push_back(small_study::reasons(*study, seed++));
  return draw_causes_view(cast, reasons, wishes);
}

std::size_t column_of(const DataTable& table, const std::string& name) {
  const auto found = std::find(table.columns.begin(), table.columns.end(), name);
  EXPECT_NE(found, table.columns.end()) << name;
  return static_cast<std::size_t>(found - table.columns.begin());
}

double cell(const DataTable& table, std::size_t row, const std::string& column) {
  return std::strtod(table.rows[row][column_of(table, column)].c_str(), nullptr);
}

double sum(const DataTable& table, const std::string& column) {
  double sum = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) sum += cell(table, row, column);
  return sum;
}

constexpr View views[] = {View::circle, View::lines, View::causes};
constexpr Style styles[] = {Style::screen, Style::slide, Style::article, Style::grey};

// Words

TEST(Charts, NoTextLeavesThePaperOrLiesOnAnotherOrIsTooSmallInAnyLanguageAndStyle) {
  for (const View view : views) {
    for (const Cast& cast : {runs().one(), runs().two(), runs().many()}) {
      for (const Style style : styles) {
        for (const Language language : world::observers::languages) {
          const Wishes wishes = small_study::wishes(runs().a, view, style, language);
          const double least = look_of(Theme::light, style).small;
          const Picture picture = drawn(cast, wishes);
          for (const std::string& fault : small_study::faults_of_text(picture.drawing, least)) {
            ADD_FAILURE() << view_names[static_cast<int>(view)] << ", " << cast.studies.size() << " runs, style "
                          << static_cast<int>(style) << ", " << code_of(language) << ": " << fault;
          }
        }
      }
    }
  }
}

TEST(Charts, TextsKeepApartOnTheFlatPaperOfAScreenInPrintTypeAndInsideTheViewer) {
  for (const View view : views) {
    for (const Cast& cast : {runs().one(), runs().two(), runs().many()}) {
      for (const Language language : world::observers::languages) {
        Wishes wishes = small_study::wishes(runs().a, view, Style::article, language);
        wishes.paper.height = 255;
        const Picture flat = drawn(cast, wishes);
        EXPECT_EQ(small_study::faults_of_text(flat.drawing, 6), std::vector<std::string>());
        wishes = small_study::wishes(runs().a, view, Style::screen, language, Theme::dark);
        wishes.paper = {1280, 720, false, {20, 60, 1000, 640}};
        EXPECT_EQ(small_study::faults_of_text(drawn(cast, wishes).drawing, 10.5), std::vector<std::string>());
      }
    }
  }
}

TEST(Charts, FaultsOfTextsAreFound) {
  Drawing drawing(100, 100);
  drawing.text({.at = {10, 50}, .words = "below", .size = 12, .colour = {}});
  drawing.text({.at = {14, 54}, .words = "above", .size = 8, .colour = {}});
  drawing.text({.at = {90, 20}, .words = "beyond", .size = 12, .colour = {}});
  EXPECT_EQ(small_study::faults_of_text(drawing, 9).size(), 3U);
}

TEST(Charts, EveryRegionIsNamedOnEveryChart) {
  for (const View view : views) {
    for (const Language language : world::observers::languages) {
      const Picture picture = drawn(runs().one(), small_study::wishes(runs().a, view, Style::article, language));
      const std::vector<std::string> words = picture.drawing.words();
      const std::set<std::string> all(words.begin(), words.end());
      for (const std::string& name : short_names(runs().a.at(0), language)) {
        EXPECT_TRUE(all.contains(name)) << view_names[static_cast<int>(view)] << ": " << name;
      }
    }
  }
}

TEST(Charts, TheSameNumbersGiveTheSameWordsInBothThemes) {
  for (const View view : views) {
    const auto words = [&](Theme theme) {
      return drawn(runs().one(), small_study::wishes(runs().a, view, Style::screen, Language::en, theme))
          .drawing.words();
    };
    EXPECT_EQ(words(Theme::light), words(Theme::dark)) << view_names[static_cast<int>(view)];
  }
}

TEST(Charts, TheStartOfARunAndACountryOfOneRegionCanBeDrawn) {
  const Study lonely = small_study::study({.n_regions = 1, .n_months = 14});
  for (const View view : views) {
    Wishes wishes = small_study::wishes(runs().a, view);
    wishes.index = 0;
    EXPECT_FALSE(drawn(runs().one(), wishes).drawing.words().empty());
    EXPECT_FALSE(drawn({Casting::one, {&lonely}}, small_study::wishes(lonely, view)).drawing.words().empty());
  }
}

// Circle

TEST(Circle, ChordsOfTheTableAddUpToEverybodyWhoMoved) {
  const Study& study = runs().a;
  for (const Counting counting : {Counting::actual, Counting::registered}) {
    Wishes wishes = small_study::wishes(study, View::circle);
    wishes.counting = counting;
    const DataTable table = drawn(runs().one(), wishes).data;
    EXPECT_EQ(sum(table, "moved_persons"), study.moved_in_all(study.window(wishes.index, wishes.n_months), counting));
  }
}

TEST(Circle, ADifferenceAddsUpToBLessA) {
  const Wishes wishes = small_study::wishes(runs().a, View::circle);
  const Window window = runs().a.window(wishes.index, wishes.n_months);
  EXPECT_EQ(sum(drawn(runs().two(), wishes).data, "change_persons"),
            runs().b.moved_in_all(window, Counting::actual) - runs().a.moved_in_all(window, Counting::actual));
}

TEST(Circle, AnglesAreProportionalToPeopleAndFillTheRingWithItsGaps) {
  const Study& study = runs().a;
  const std::vector<double> moved = moves_of(study, study.window(36, 12), Counting::actual);
  const std::vector<int> order = ring_order(moved, study.n_regions());
  for (const double most : {0.0, 2 * study.moved_in_all(study.window(36, 12), Counting::actual)}) {
    const Circle circle = lay_out_circle(moved, order, most);
    for (const Chord& chord : circle.chords) {
      EXPECT_NEAR(chord.start.size(), chord.people * circle.radians_per_person, 1e-12);
      EXPECT_NEAR(chord.end.size(), chord.people * circle.radians_per_person, 1e-12);
    }
    double before = -std::numbers::pi / 2;
    for (const Sector& sector : circle.sectors) {
      EXPECT_GT(sector.whole().from, before);
      EXPECT_NEAR(sector.whole().size(), (sector.people_out + sector.people_in) * circle.radians_per_person, 1e-12);
      EXPECT_EQ(sector.people_in, study.arrived(study.window(36, 12), sector.region, Counting::actual));
      before = sector.whole().to;
    }
    EXPECT_LT(before, 1.5 * std::numbers::pi);
    EXPECT_EQ(most == 0, circle.radians_per_person * study.moved_in_all(study.window(36, 12), Counting::actual) > 2.5);
  }
}

TEST(Circle, WithinASectorOutFlowsComeFirstAndTheLargestOfThemFirst) {
  const Study& study = runs().a;
  const std::vector<double> moved = moves_of(study, study.window(36, 12), Counting::actual);
  const Circle circle = lay_out_circle(moved, ring_order(moved, study.n_regions()), 0);
  for (const Sector& sector : circle.sectors) {
    double out = sector.out.from, in = sector.in.from;
    for (const Chord& chord : circle.chords) {  // the largest first
      if (chord.origin == sector.region) {
        EXPECT_NEAR(chord.start.from, out, 1e-12);
        out = chord.start.to;
      }
      if (chord.destination == sector.region) {
        EXPECT_NEAR(chord.end.from, in, 1e-12);
        in = chord.end.to;
      }
    }
    EXPECT_NEAR(sector.out.to, sector.in.from, 1e-12);
  }
}

TEST(Circle, TheOrderHoldsEveryRegionOnceAndPutsStrongExchangeSideBySide) {
  // Pairs 0–3, 1–4 and 2–5 exchange a hundred times as many as any other.
  std::vector<double> moved(36, 1);
  for (const std::size_t r : {0U, 1U, 2U}) moved[r * 6 + r + 3] = moved[(r + 3) * 6 + r] = 100;
  const std::vector<int> order = ring_order(moved, 6);
  EXPECT_EQ(std::set<int>(order.begin(), order.end()).size(), 6U);
  EXPECT_EQ(order, ring_order(moved, 6));
  for (std::size_t i = 0; i < 6; ++i) {
    const int partner = (order[i] + 3) % 6;
    EXPECT_TRUE(order[(i + 1) % 6] == partner || order[(i + 5) % 6] == partner) << "region " << order[i];
  }
}

TEST(Circle, TheOrderIsThatOfTheWholeRunInEveryMonth) {
  const auto places = [](int index) {
    Wishes wishes = small_study::wishes(runs().a, View::circle);
    wishes.index = index;
    const DataTable table = draw_circle_view(runs().one(), wishes).data;
    std::set<std::pair<std::string, double>> found;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      found.emplace(table.rows[row][column_of(table, "origin")], cell(table, row, "origin_place_in_ring"));
    return found;
  };
  EXPECT_EQ(places(12), places(36));
}

TEST(Circle, NamesOfOneSideAreSpreadApartWithinTheirColumnAndInTheirOrder) {
  std::vector<double> middles{10, 11, 12, 13, 95};
  spread_apart(middles, 12, 0, 100);
  EXPECT_GE(middles.front(), 6 - 1e-9);
  EXPECT_LE(middles.back(), 94 + 1e-9);
  for (std::size_t i = 1; i < middles.size(); ++i) EXPECT_GE(middles[i] - middles[i - 1], 12 - 1e-5);
}

// Lines

TEST(Lines, TheLastMonthOfTheTableIsThePopulationOfTheStudy) {
  const Study& study = runs().a;
  const DataTable table = drawn(runs().one(), small_study::wishes(study, View::lines)).data;
  double actual = 0, registered = 0, living = 0, on_paper = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.rows[row][0] != "2025-12") continue;
    actual += cell(table, row, "population_actual_persons");
    registered += cell(table, row, "population_registered_persons");
  }
  for (int r = 0; r < study.n_regions(); ++r) {
    living += study.people(36, r, Counting::actual);
    on_paper += study.people(36, r, Counting::registered);
  }
  EXPECT_EQ(actual, living);
  EXPECT_EQ(registered, on_paper);
  EXPECT_EQ(table.rows.size(), 37U * 20U);
}

TEST(Lines, PanelsAreInOrderOfGrowthAndEveryLineBeginsAtAHundred) {
  const std::vector<RegionLines> all = lines_of(runs().one(), 36, 36);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const Line& line : all[i].lines) EXPECT_EQ(line.index.front(), 100);
    if (i > 0) {
      EXPECT_GE(all[i - 1].lines[0].index.back(), all[i].lines[0].index.back());
    }
  }
}

TEST(Lines, QuantilesLieStraightBetweenNeighboursInRank) {
  EXPECT_EQ(quantile({3, 1, 2}, 0.5), 2);
  EXPECT_DOUBLE_EQ(quantile({0, 10}, 0.05), 0.5);
  EXPECT_DOUBLE_EQ(quantile({5, 1, 4, 2, 3}, 0.95), 4.8);
  EXPECT_EQ(quantile({7}, 0.05), 7);
  EXPECT_EQ(quantile({}, 0.5), 0);
}

TEST(Lines, TheBandOfASetIsMadeOfItsQuantiles) {
  const Runs& all = runs();
  for (const RegionLines& region : lines_of(all.many(), 36, 36)) {
    std::vector<double> people;
    for (const Study* study : all.many().studies) people.push_back(study->people(36, region.region, Counting::actual));
    EXPECT_EQ(region.lines[0].people.back(), quantile(people, 0.5));
    EXPECT_EQ(region.lines[0].low.back(), quantile(people, 0.05));
    EXPECT_EQ(region.lines[0].high.back(), quantile(people, 0.95));
  }
}

// Causes

TEST(Causes, SharesOfEveryBarAddUpToAHundredAndLeaversToThoseOfTheStudy) {
  const Study& study = runs().a;
  const std::vector<Reasons> reasons{small_study::reasons(study)};
  double left = 0;
  for (const RegionShares& one : shares_of(runs().one(), reasons, {2025, 2025})) {
    EXPECT_NEAR(std::accumulate(one.share.begin(), one.share.end(), 0.0), 100, 1e-9);
    EXPECT_EQ(one.people, study.departed(study.window(36, 12), one.region, Counting::actual));
    left += one.people;
  }
  EXPECT_EQ(left, study.moved_in_all(study.window(36, 12), Counting::actual));
  EXPECT_EQ(sum(drawn(runs().one(), small_study::wishes(study, View::causes)).data, "left_persons"), left);
}

TEST(Causes, ChangesOfSharesAddUpToNothing) {
  const std::vector<Reasons> reasons{small_study::reasons(runs().a), small_study::reasons(runs().b, 7)};
  for (const RegionShares& one : shares_of(runs().two(), reasons, {2024, 2025})) {
    EXPECT_NEAR(std::accumulate(one.share.begin(), one.share.end(), 0.0), 0, 1e-9);
  }
}

TEST(Causes, RegionsAreInOrderOfTheirLeavers) {
  const std::vector<RegionShares> all = shares_of(runs().one(), {small_study::reasons(runs().a)}, {2023, 2025});
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i - 1].people, all[i].people);
}

TEST(Causes, YearsAreThoseWhoseDecembersLieInTheWindow) {
  const Study& study = runs().a;  // 2023-01 is index 1, 2025-12 index 36
  const auto years = [&](int index, int n) {
    const Years found = years_of(study, study.window(index, n));
    return std::pair{found.first, found.last};
  };
  EXPECT_EQ(years(36, 12), std::pair(2025, 2025));
  EXPECT_EQ(years(35, 12), std::pair(2024, 2024));
  EXPECT_EQ(years(36, 36), std::pair(2023, 2025));
  EXPECT_EQ(years(30, 24), std::pair(2023, 2024));
  EXPECT_EQ(years(30, 3), std::pair(2024, 2024)) << "no December in the window: the year before";
  EXPECT_EQ(years(5, 3), std::pair(2023, 2023)) << "no year is over";
  EXPECT_EQ(years(0, 12), std::pair(2023, 2023)) << "the start";
  EXPECT_FALSE(years_of(small_study::study({.n_regions = 2, .n_months = 5}), {1, 5}).is_whole);
}

TEST(Causes, NeighboursInTheStackDifferInLightnessSoThatTheColourBlindCanPartThem) {
  for (const Theme theme : {Theme::light, Theme::dark}) {
    for (const Style style : {Style::screen, Style::grey}) {
      const Look look = look_of(theme, style);
      for (int c = 0; c + 1 < n_gains; ++c) {
        const double least = c + 1 >= first_unexplained ? 1.12 : 1.3;  // separators and numbers part the pale ones
        EXPECT_GE(contrast(cause_colour(c, look), cause_colour(c + 1, look)), least)
            << c << " in theme " << static_cast<int>(theme);
      }
    }
  }
}

}  // namespace
