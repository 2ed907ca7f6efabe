// The page of `qonys why`: what it reads from causes.csv, which argument against
// itself it brings, and that it says it in three languages within a page.
#include "world/observers/why.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "world/country.hpp"
#include "world/errors.hpp"
#include "world/observers/text.hpp"

namespace world::observers {
namespace {

const std::vector<std::string> iso = {"KZ-61", "KZ-71"};

std::vector<Region> regions() {
  std::vector<Region> two(2);
  two[0] = {.iso = iso[0], .name_en = "Turkistan Region", .name_kk = "Түркістан облысы", .name_ru = "Туркестанская область"};
  two[1] = {.iso = iso[1], .name_en = "Astana", .name_kk = "Астана", .name_ru = "Астана"};
  return two;
}

/// Numbers of one cause, per household.
struct PerHousehold {
  double gain, pivotal, push;
};

/// The thirteen rows of one type of household; `of` gives cause → numbers, others are 0.
std::string rows(const std::string& pair, const std::string& type, int households, int people,
                 const std::map<std::string, PerHousehold>& of) {
  std::string text;
  for (int c = 0; c < n_gains; ++c) {
    const bool is_taste = c == agents::n_causes;
    const std::string name = is_taste ? taste_name : agents::cause_names[static_cast<std::size_t>(c)];
    const auto found = of.find(name);
    const PerHousehold one = found == of.end() ? PerHousehold{0, 0, 0} : found->second;
    text += pair + "," + type + "," + name + "," + std::to_string(households) + "," + std::to_string(people) + "," +
            fixed_text(households * one.gain, 3) + "," + fixed_text(std::max(0.0, households * one.gain), 3) + ",";
    const bool pushes = !is_taste && agents::has_push(static_cast<agents::Cause>(c));
    text += is_taste ? ",," : fixed_text(households * one.pivotal, 0) + ",0,";
    text += pushes ? fixed_text(households * one.push, 3) : std::string();
    text += ",0.5,0.1\n";
  }
  return text;
}

const std::map<std::string, PerHousehold> by_wages = {
    {"wage", {0.5, 0.4, 0.2}}, {"housing", {-0.7, 0, -0.1}}, {"place", {0.5, 0.2, 0.1}}, {"taste", {1, 0, 0}}};
const std::map<std::string, PerHousehold> by_place = {
    {"wage", {0.5, 0.2, 0.2}}, {"place", {0.5, 0.4, 0.3}}, {"taste", {3, 0, 0}}};
const std::map<std::string, PerHousehold> homewards = {{"home", {1.7, 0.9, 0}}, {"taste", {1, 0, 0}}};

class Why : public ::testing::Test {
 protected:
  // Tests run side by side: each has a file of its own.
  std::filesystem::path file =
      std::filesystem::path(::testing::TempDir()) /
      ("qonys_why_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + ".csv");
  void TearDown() override { std::filesystem::remove(file); }

  [[nodiscard]] Leaving read(const std::string& text, int from = 0, int to = 0) const {
    std::ofstream(file) << header_row(causes_columns().columns) << text;
    return read_leaving(file, iso, 0, from, to);
  }
  [[nodiscard]] static std::string page(const Leaving& leaving, Language language) {
    const WhyLabel label{.scenario = "made up", .scale = "1:20", .seed = "1", .people_per_agent = 20,
                         .income_weight = 1.5, .first_month = 2023 * 12, .last_month = 2024 * 12 + 11};
    return why_page(leaving, regions(), label, language);
  }
  /// The page in one line.
  [[nodiscard]] static std::string unwrapped(const Leaving& leaving, Language language) {
    std::string text = page(leaving, language);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }
  [[nodiscard]] std::string refusal(const std::string& text, int from = 0, int to = 0) const {
    try {
      (void)read(text, from, to);
    } catch (const InputError& error) {
      return error.what();
    }
    return "read";
  }
};

const std::string out_of = "2023,KZ-61,KZ-71", into = "2023,KZ-71,KZ-61";
const std::string young = "under_30,higher", old = "45_and_over,secondary";

TEST_F(Why, CountsHouseholdsAndPeopleOnceForEachType) {
  const Leaving leaving = read(rows(out_of, young, 100, 150, by_wages) + rows(out_of, old, 50, 200, by_wages) +
                               "2023,KZ-61,KZ-71,any,any,guardian,0,3,,,,,,,\n" + rows(into, young, 10, 12, homewards));
  EXPECT_EQ(leaving.out.households, 150);
  EXPECT_EQ(leaving.out.people, 350);
  EXPECT_EQ(leaving.out.placed, 3);
  EXPECT_EQ(leaving.out.people_of[1], 353);
  EXPECT_EQ(leaving.in.people, 12);
  EXPECT_NEAR(leaving.out.causes[0].gain, 75, 1e-9);
  EXPECT_EQ(leaving.out.causes[0].pivotal, 60);
  EXPECT_NEAR(leaving.out.taste_share(), 0.5, 1e-9);
  EXPECT_NEAR(leaving.out.unexplained_share(), 0.25, 1e-9);
}

TEST_F(Why, ReadsTheRowsOfALongRunWhoseCellsAreMillions) {
  std::string text;
  for (int year = 2023; year < 2023 + 40; ++year) {
    for (int i = 0; i < 150; ++i) text += rows(std::to_string(year) + ",KZ-61,KZ-71", young, 1, 1, by_wages);
  }
  EXPECT_EQ(read(text).out.people, 40 * 150);  // 78,000 rows of 15 cells
}

TEST_F(Why, ReadsTheYearsAskedForOnly) {
  const std::string text = rows(out_of, young, 100, 150, by_wages) + rows("2024,KZ-61,KZ-71", young, 7, 8, by_wages);
  EXPECT_EQ(read(text).out.people, 158);
  const Leaving second = read(text, 2024);
  EXPECT_EQ(second.out.people, 8);
  EXPECT_EQ(second.first_year, 2024);
  EXPECT_EQ(read(text, 0, 2023).out.people, 150);
  EXPECT_TRUE(refusal(text, 2030, 2031).ends_with("no moves in the years of --from 2030 --to 2031; the run has 2023 to 2024"));
}

TEST_F(Why, BringsTheFirstArgumentAgainstItselfThatHolds) {
  const std::string many = rows(out_of, young, 200, 300, by_wages);
  EXPECT_EQ(counter_of(read(rows(out_of, young, 99, 300, by_place))), Counter::few);
  EXPECT_EQ(counter_of(read(many + rows(into, young, 200, 240, homewards))), Counter::came);
  EXPECT_EQ(counter_of(read(many + rows(into, young, 200, 239, homewards))), Counter::income);
  EXPECT_EQ(counter_of(read(rows(out_of, young, 200, 300, by_place))), Counter::place);
}

TEST_F(Why, SaysInKazakhRussianAndEnglishWherePeopleLeaveAndWhy) {
  const Leaving leaving = read(rows(out_of, young, 200, 300, by_wages));
  const std::string english = unwrapped(leaving, Language::en), russian = unwrapped(leaving, Language::ru),
                    kazakh = unwrapped(leaving, Language::kk);
  for (const char* part : {"Why people move away from Turkistan Region", "January 2023 – December 2024", "wages (0.20)",
                           "Astana (100\u00A0%)", "wages (40\u00A0%)", "makes up 50\u00A0% of what movers gain;"}) {
    EXPECT_NE(english.find(part), std::string::npos) << part << "\n" << english;
  }
  for (const char* part : {"Почему люди уезжают из Туркестанской области", "заработная плата (0,20)", "6\u00A0000"}) {
    EXPECT_NE(russian.find(part), std::string::npos) << part << "\n" << russian;
  }
  for (const char* part : {"Адамдар Түркістан облысынан неге кетеді", "жалақы (0,20)", "Астана (100\u00A0%)"}) {
    EXPECT_NE(kazakh.find(part), std::string::npos) << part << "\n" << kazakh;
  }
}

TEST_F(Why, NamesTheTasteAsMoreThanHalfOnlyIfItIs) {
  const std::string more = "(more than half)";
  EXPECT_EQ(unwrapped(read(rows(out_of, young, 200, 300, by_wages)), Language::en).find(more), std::string::npos);
  EXPECT_NE(unwrapped(read(rows(out_of, young, 200, 300, by_place)), Language::en).find(more), std::string::npos);
}

TEST_F(Why, SaysIfWhatPushesMostIsUnexplained) {
  const std::string unexplained = "stronger still is what the model does not";
  EXPECT_EQ(unwrapped(read(rows(out_of, young, 200, 300, by_wages)), Language::en).find(unexplained), std::string::npos);
  EXPECT_NE(unwrapped(read(rows(out_of, young, 200, 300, by_place)), Language::en).find(unexplained), std::string::npos);
  const auto nothing = unwrapped(read(rows(out_of, young, 200, 300, homewards)), Language::en);
  EXPECT_NE(nothing.find("None of the causes that the model names pushes"), std::string::npos);
}

TEST_F(Why, FitsAPageInEveryLanguageWhateverTheCounterArgument) {
  const std::string many = rows(out_of, young, 200, 300, by_wages);
  for (const std::string& text : {rows(out_of, young, 99, 300, by_place), rows(out_of, young, 200, 300, by_place), many,
                                  many + rows(into, young, 200, 300, homewards), rows(into, young, 9, 9, homewards)}) {
    const Leaving leaving = read(text);
    for (const Language language : languages) {
      const std::string whole = page(leaving, language);
      EXPECT_EQ(whole.find_first_of("{}"), std::string::npos) << whole;
      EXPECT_LE(std::count(whole.begin(), whole.end(), '\n'), 66);
      for (std::size_t from = 0; from < whole.size();) {
        const std::size_t end = whole.find('\n', from);
        const std::string line = whole.substr(from, end - from);
        EXPECT_LE(width_of(line), 100) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
        from = end + 1;
      }
    }
  }
}

TEST_F(Why, RefusesWhatTheRunDidNotWrite) {
  EXPECT_NE(refusal("").find("has no rows"), std::string::npos);
  std::string wrong = rows(out_of, young, 5, 9, by_wages);
  EXPECT_NE(refusal(wrong.replace(wrong.find(",wage,"), 6, ",luck,")).find("column 'cause' is 'luck'"), std::string::npos);
  EXPECT_NE(refusal(rows("2023,KZ-61,KZ-99", young, 5, 9, by_wages)).find("'KZ-99'"), std::string::npos);
  std::filesystem::remove(file);
  try {
    (void)read_leaving(file, iso, 0, 0, 0);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("missing; the run was made by a program without causes"), std::string::npos);
  }
}

}  // namespace
}  // namespace world::observers
