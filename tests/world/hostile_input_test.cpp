// Input that nobody writes but a damaged disk, a wrong program or a joker:
// what the fuzz targets (tests/fuzz) and reading with their eyes have found.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tests/world/tiny_copy.hpp"
#include "world/country.hpp"
#include "world/nearest.hpp"
#include "world/scenario.hpp"
#include "world/table.hpp"

namespace world {
namespace {

using testing::names_all;
using testing::refusal_of;
using testing::TinyCopy;

const std::string head = "country = \"tiny\"\nstart = \"2023-01\"\nmonths = 12\n";

std::string times(int n, const std::string& text) {
  std::string all;
  for (int i = 0; i < n; ++i) all += text;
  return all;
}

std::string refusal_of_scenario(const std::string& text) {
  const TinyCopy copy;
  TinyCopy::write(copy.scenario(), text);
  return refusal_of([&] { (void)load_scenario(copy.scenario()); });
}

std::string refusal_of_table(const std::string& name, const std::string& text) {
  const TinyCopy copy;
  TinyCopy::write(copy.country() / name, text);
  return refusal_of([&] { (void)load_country(copy.country()); });
}

TEST(HostileScenario, WithControlCharactersWhereAKeyBeginsIsNotToml) {
  const std::string text = head + "[[\t" + std::string(3, '\0') + "park]]\n";
  EXPECT_TRUE(names_all(refusal_of_scenario(text), {"tiny.toml:4", "not TOML"}));
}

TEST(HostileScenario, WithKeysOfCyrillicLettersIsNotToml) {
  EXPECT_TRUE(names_all(refusal_of_scenario(head + "айлар = 12\n"), {"tiny.toml:4", "not TOML"}));
  EXPECT_TRUE(names_all(refusal_of_scenario("countryалық = 193\n"), {"tiny.toml:1", "not TOML"}));
}

TEST(HostileScenario, ThatNamesFilesBeyondWhatTheSystemTakesIsRefused) {
  const std::string name(5000, 'a');
  EXPECT_TRUE(names_all(refusal_of_scenario("country = \"" + name + "\"\n"), {"tiny.toml:1", "'country'", "allowed"}));
  EXPECT_TRUE(names_all(refusal_of_scenario("extends = \"" + name + "\"\n"), {"tiny.toml:1", "no such scenario"}));
  EXPECT_TRUE(names_all(refusal_of_scenario(head + "tables.labour = \"" + name + "\"\n"), {"tiny.toml:4", "no such file"}));
}

TEST(HostileScenario, WithTheCharacterZeroInATextIsRefused) {
  EXPECT_TRUE(names_all(refusal_of_scenario("country = \"tiny\\u0000x\"\n"), {"tiny.toml:1", "'country'"}));
  EXPECT_TRUE(names_all(refusal_of_scenario("extends = \"tiny.toml\\u0000x\"\n"), {"tiny.toml:1", "'extends'"}));
  EXPECT_TRUE(names_all(refusal_of_scenario(head + "tables.labour = \"../tiny/labour.csv\\u0000x\"\n"), {"tiny.toml:4"}));
}

TEST(HostileScenario, IsRefusedOnOneLineThatNoTerminalObeys) {
  const std::string message = refusal_of_scenario(head + "\"a\\nb\\u001B[2J\\u007F\" = 1\n");
  EXPECT_TRUE(names_all(message, {"tiny.toml:4", "'a b [2J '"}));
}

TEST(HostileScenario, WithOneKeyInsideAnotherTwentyThousandTimesIsRefused) {
  EXPECT_TRUE(names_all(refusal_of_scenario(head + times(20000, "a.") + "a = 1\n"), {"tiny.toml:4", "points"}));
}

TEST(HostileScenario, BeyondAMegabyteIsRefused) {
  EXPECT_TRUE(names_all(refusal_of_scenario(head + times(1 << 20, "#")), {"tiny.toml", "bytes", "1048576"}));
}

TEST(HostileScenario, WithMoreThanAThousandPoliciesIsRefused) {
  std::string text = head;
  for (int i = 0; i <= 1000; ++i) {
    text += "[[worker_housing]]\nname = \"" + std::to_string(i) + "\"\nregion = \"XX-1\"\nstart = \"2024-01\"\nfamilies = 1\n";
  }
  EXPECT_TRUE(names_all(refusal_of_scenario(text), {"tiny.toml:5004", "1000 policies"}));
}

TEST(HostileScenario, WithMinusZeroLoadsBackToTheSame) {
  const TinyCopy copy;
  TinyCopy::append(copy.scenario(), "[migration]\nhome_weight = -0.0\n");
  const std::string before = resolved_toml(load_scenario(copy.scenario()), "tiny");
  TinyCopy::write(copy.scenario(), before);
  EXPECT_EQ(before, resolved_toml(load_scenario(copy.scenario()), "tiny"));
}

TEST(HostileWord, OfAMegabyteIsComparedWithAnotherAtOnce) {
  const std::string a(1 << 20, 'a'), b(1 << 20, 'b');
  EXPECT_GT(edit_distance(a, b), 0);  // by every letter it would take an hour
}

TEST(HostileTable, OfFifteenMillionEmptyCellsIsRefusedBeforeItFillsTheMemory) {
  std::string header = "iso,role";
  for (int i = 0; i < 900; ++i) header += ",c" + std::to_string(i);
  const std::string text = header + "\n" + times(16000, "a" + std::string(901, ',') + "\n");
  EXPECT_TRUE(names_all(refusal_of_table("roles.csv", text), {"roles.csv:1110", "cells"}));
}

TEST(HostileTable, WithBlankLinesInAnOpenQuoteIsRefusedByTheLineOfTheQuote) {
  EXPECT_TRUE(names_all(refusal_of_table("roles.csv", "iso,role\n\"a\n\n\n"), {"roles.csv:2", "quote"}));
  EXPECT_TRUE(names_all(refusal_of_table("roles.csv", "iso,role\n\"a\n" + times(2 << 20, "\n")), {"roles.csv:2", "1 MB"}));
  EXPECT_TRUE(names_all(refusal_of_table("roles.csv", "iso,role\n\n\"\n\nXX-1\",capital\n"), {"roles.csv:3", "regions"}));
}

TEST(HostileTable, OfAHundredThousandCostsIsReadInTheTimeOfItsRows) {
  const TinyCopy copy;
  std::string costs = "part,iso,benchmark\n";
  std::string benchmarks = "item,value,unit,basis\n";
  std::string centres = "centre_en,centre_kk,centre_ru,iso,announced_investment_bln_kzt,announced_jobs,basis\n";
  for (int i = 0; i < 100000; ++i) {
    const std::string number = std::to_string(i);
    costs += "jobs,,item" + number + "\n";
    benchmarks += "item" + number + ",1,mln_kzt_per_job,invented\n";
    centres += "centre" + number + ",a,a,XX-1,,,invented\n";
  }
  TinyCopy::write(copy.country() / "unit_costs.csv", costs);
  TinyCopy::write(copy.country() / "cost_benchmarks.csv", benchmarks);
  TinyCopy::write(copy.country() / "growth_centres.csv", centres);
  const auto start = std::chrono::steady_clock::now();
  const Country country = load_country(copy.country());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60)) << "each row is compared with every other";
  EXPECT_EQ(country.unit_costs.size(), 100000U);
  EXPECT_EQ(country.centres.size(), 100000U);
}

}  // namespace
}  // namespace world
