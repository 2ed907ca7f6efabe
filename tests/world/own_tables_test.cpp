// Tables of the user's own over those of the tiny country: what they change,
// and what is refused in them.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/world/tiny_copy.hpp"
#include "world/country.hpp"
#include "world/scenario.hpp"
#include "world/table_keys.hpp"
#include "world/table.hpp"

namespace world {
namespace {

using testing::names_all;
using testing::refusal_of;
using testing::TinyCopy;

/// The tiny country with a file my.csv of `text` over one of its tables.
Country tiny_with(const TinyCopy& copy, const std::string& table, const std::string& text) {
  const auto file = copy.root() / "my.csv";
  TinyCopy::write(file, text);
  return load_country(CountrySource{.folder = copy.country(), .overlays = {{table, file, "--table"}}});
}

Country tiny_with(const std::string& table, const std::string& text) { return tiny_with(TinyCopy(), table, text); }

TEST(OwnTable, ReplacesTheCellsItListsAndLeavesTheOthers) {
  const Country own = tiny_with("labour", "iso,year,average_monthly_wage_kzt\nXX-2,2022,270000\n");
  const TinyCopy copy;
  const Country bundled = load_country(copy.country());
  EXPECT_EQ(own.mean_wage_kzt, (std::vector<double>{200000, 270000, 380000}));
  EXPECT_EQ(own.employed_persons, bundled.employed_persons);
  EXPECT_EQ(own.labour_force_persons, bundled.labour_force_persons);
}

TEST(OwnTable, FindsItsRowsInAnyOrderOfRowsAndColumns) {
  const Country own =
      tiny_with("distances", "road_km,destination_iso,origin_iso\n350,XX-1,XX-3\n350,XX-3,XX-1\n");
  EXPECT_EQ(own.distance_km(0, 2), 350);
  EXPECT_EQ(own.distance_km(2, 0), 350);
  EXPECT_EQ(own.distance_km(0, 1), 300);
}

TEST(OwnTable, MayLeaveOutAKeyColumnThatHoldsOneValueThroughout) {
  EXPECT_EQ(tiny_with("tenure", "iso,share_owned_by_member\nXX-1,0.5\n").owner_share.front(), 0.5);
}

TEST(OwnTable, AddsRowsWhereTheTableTakesNewOnes) {
  const Country own = tiny_with("capacity_projects",
                                "iso,system,project,delivered,size,unit\nXX-2,water,well,2024-03,0.05,thousand_m3_per_day\n");
  ASSERT_EQ(own.capacity_projects.size(), 2U);
  EXPECT_EQ(own.capacity_projects.back().name, "well");
  EXPECT_EQ(own.capacity_projects.back().region, 1);
}

TEST(OwnTable, ReadsSemicolonsDecimalCommasAndAByteOrderMark) {
  const Country own = tiny_with("tenure", "\xEF\xBB\xBFiso;share_owned_by_member\r\nXX-1;0,55\r\nXX-2;0,625\r\n");
  EXPECT_EQ(own.owner_share, (std::vector<double>{0.55, 0.625, 0.74}));
}

TEST(OwnTable, TellsWhatItChangedAndWhatNoPartOfTheModelReads) {
  const Country own = tiny_with("labour",
                                "iso,year,average_monthly_wage_kzt,unemployment_rate_pct,note\n"
                                "XX-1,2022,200000,5.13,mine\nXX-2,2022,270000,7,mine\nXX-2,2021,1,5.06,\n");
  ASSERT_EQ(own.own_tables.size(), 1U);
  const OwnTable& table = own.own_tables.front();
  EXPECT_EQ(table.n_rows, 3);
  EXPECT_EQ(table.n_added, 0);
  EXPECT_EQ(table.n_changed, 5);  // two notes, a rate, and the wages of two years
  using Unread = std::vector<std::pair<int, std::string>>;
  EXPECT_EQ(table.unread(), (Unread{{4, "average_monthly_wage_kzt"}, {3, "unemployment_rate_pct"}}));
}

TEST(OwnTable, CountsACellAsReadWhenAnyReadingOfItsTableAsksForIt) {
  const Country own = tiny_with("regions", "iso,mean_january_temp_c,name_en\nXX-1,-20,Aleph\n");
  EXPECT_TRUE(own.own_tables.front().unread().empty());
  EXPECT_EQ(own.january_mean_c.front(), -20);
  EXPECT_EQ(own.regions.front().name_en, "Aleph");
}

TEST(OwnTable, ThatRepeatsTheBundledCellsChangesNothing) {
  const TinyCopy copy;
  const Country own = tiny_with(copy, "labour", TinyCopy::read(copy.country() / "labour.csv"));
  EXPECT_EQ(own.own_tables.front().n_changed, 0);
}

TEST(OwnTable, MessageNamesTheUsersLineEvenWhenTheModelRefusesIt) {
  const auto refusal = [](const char* text) { return refusal_of([&] { (void)tiny_with("labour", text); }); };
  EXPECT_TRUE(names_all(refusal("iso,year,employed_persons\n\nXX-1,2022,-5\n"),
                        {"my.csv:3: column 'employed_persons' is '-5'", "allowed 1 to 1e+09"}));
  EXPECT_TRUE(names_all(refusal("iso,year,labour_force_persons\nXX-1,2022,295\n"), {"my.csv:2", "'295'", "195"}));
  EXPECT_TRUE(names_all(refusal("iso,year,unemployed_persons\nXX-1,2022,60\n"),
                        {"labour.csv:5: column 'labour_force_persons'", "see ", "my.csv:2 over this row"}));
  EXPECT_TRUE(names_all(refusal("iso,year,employed_persons,labour_force_persons,self_employed_persons\nXX-1,2022,285,295,160\n"),
                        {"employment_by_sector.csv", "285"}));
}

TEST(OwnTable, KeysTellAllRowsOfEveryBundledTableApart) {
  for (const char* country : {"tiny", "kazakhstan"}) {
    for (const TableInfo& info : table_infos()) {
      const auto file = std::filesystem::path(QONYS_TEST_ASSETS) / country / (std::string(info.name) + ".csv");
      if (!std::filesystem::exists(file)) continue;
      const Table table = Table::read(file);
      std::vector<std::vector<std::string>> keys;
      for (int row = 0; row < table.n_rows(); ++row) {
        auto& key = keys.emplace_back();
        for (const std::string_view column : info.keys) key.push_back(table.cell(row, column));
      }
      std::sort(keys.begin(), keys.end());
      EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end()) << file;
    }
  }
}

/// A file over a table of the tiny country, and what its refusal must hold.
struct BadOwn {
  const char* name;
  const char* table;
  std::string text;
  std::vector<std::string> parts;
};

void PrintTo(const BadOwn& bad, std::ostream* out) { *out << bad.name; }

class BadOwnTable : public ::testing::TestWithParam<BadOwn> {};

TEST_P(BadOwnTable, IsRefusedWithItsLineAndWhatToDo) {
  const std::string message = refusal_of([&] { (void)tiny_with(GetParam().table, GetParam().text); });
  EXPECT_TRUE(names_all(message, {"my.csv"}));
  EXPECT_TRUE(names_all(message, GetParam().parts));
}

const BadOwn bad_own_tables[] = {
    {"AnUnknownRow",
     "labour",
     "iso,year,employed_persons\nXX-9,2022,5\n",
     {"my.csv:2: no row of labour.csv", "iso = XX-9, year = 2022", "the nearest has iso = XX-1, year = 2022", "not taken here"}},
    {"AYearThatTheTableHasNot", "labour", "iso,year,employed_persons\nXX-1,2023,5\n", {"my.csv:2", "year = 2023", "year = 2022"}},
    {"AnUnknownColumn",
     "labour",
     "iso,year,employed\nXX-1,2022,5\n",
     {"my.csv:1: column 'employed' is not in labour.csv", "did you mean 'employed_persons'"}},
    {"AKeyColumnLeftOut", "labour", "iso,employed_persons\nXX-1,5\n", {"my.csv:1: column 'year' is missing", "iso, year, boundary"}},
    {"NoColumnToChange", "tenure", "iso,year\nXX-1,2022\n", {"my.csv:1", "changes nothing", "add a column of tenure.csv"}},
    {"NoRows", "tenure", "iso,share_owned_by_member\n", {"my.csv: the table has no rows", "changes nothing"}},
    {"ARowGivenTwice",
     "tenure",
     "iso,share_owned_by_member\nXX-1,0.5\nXX-1,0.6\n",
     {"my.csv:3: iso = XX-1", "twice (first on line 2)"}},
    {"AnEmptyCellOverANumber",
     "tenure",
     "iso,share_owned_by_member\nXX-1,\n",
     {"my.csv:2", "'share_owned_by_member' is ''", "as it stands '0.9'"}},
    {"AWord", "tenure", "iso,share_owned_by_member\nXX-1,half\n", {"my.csv:2", "'half'", "not a number"}},
    {"NaN", "tenure", "iso,share_owned_by_member\nXX-1,NaN\n", {"my.csv:2", "'NaN'", "not a number"}},
    {"ASpreadsheetError", "tenure", "iso,share_owned_by_member\nXX-1,#N/A\n", {"my.csv:2", "'#N/A'", "not a number"}},
    {"Infinity", "tenure", "iso,share_owned_by_member\nXX-1,-inf\n", {"my.csv:2", "'-inf'", "infinity"}},
    {"ANumberBeyondTheComputer", "tenure", "iso,share_owned_by_member\nXX-1,1e400\n", {"my.csv:2", "'1e400'", "too large"}},
    {"AHugeNumber", "labour", "iso,year,employed_persons\nXX-1,2022,1e300\n", {"my.csv:2", "'1e300'", "allowed 1 to 1e+09"}},
    {"HexadecimalDigits", "tenure", "iso,share_owned_by_member\nXX-1,0x1\n", {"my.csv:2", "'0x1'", "hexadecimal"}},
    {"APerCentSign", "tenure", "iso,share_owned_by_member\nXX-1,50%\n", {"my.csv:2", "'50%'", "per cent sign"}},
    {"APercentage", "tenure", "iso,share_owned_by_member\nXX-1,50\n", {"my.csv:2", "'50'", "allowed 0 to 1", "not a percentage"}},
    {"ThousandsWithCommas",
     "labour",
     "iso,year,average_monthly_wage_kzt\nXX-1,2022,\"1,234,567\"\n",
     {"my.csv:2", "'1,234,567'", "thousands separators are not read"}},
    {"ThousandsWithSpaces",
     "labour",
     "iso,year,average_monthly_wage_kzt\nXX-1,2022,210 000\n",
     {"my.csv:2", "'210 000'", "thousands separators"}},
    {"ThousandsWithNoBreakSpaces",
     "labour",
     "iso;year;average_monthly_wage_kzt\nXX-1;2022;210\xC2\xA0" "000\n",
     {"my.csv:2", "thousands separators"}},
    {"AnAmbiguousComma",
     "labour",
     "iso;year;average_monthly_wage_kzt\nXX-1;2022;210,000\n",
     {"my.csv:2", "'210,000'", "decimals (210.000) or thousands (210000)?", "write 210000, or 210,0000"}},
    {"AnAmbiguousPoint",
     "labour",
     "iso;year;average_monthly_wage_kzt\nXX-1;2022;210.000\n",
     {"my.csv:2", "'210.000'", "decimals (210.000) or thousands (210000)?"}},
    {"AnAmbiguousCommaInQuotes",
     "labour",
     "iso,year,average_monthly_wage_kzt\nXX-1,2022,\"210,000\"\n",
     {"my.csv:2", "'210,000'", "thousands (210000)?"}},
    {"DecimalPointsAndCommas",
     "labour",
     "iso;year;average_monthly_wage_kzt;unemployment_rate_pct\nXX-1;2022;210000,5;5.1\n",
     {"my.csv:2", "'210000,5'", "a decimal point", "one decimal mark"}},
    {"TwoSeparatorsInTheHeader", "tenure", "iso;year,share_owned_by_member\nXX-1;2022;0.5\n", {"my.csv:1", "1 commas and 1 semicolons"}},
    {"AnotherSeparatorBelowTheHeader",
     "tenure",
     "iso;share_owned_by_member\nXX-1,0.5\n",
     {"my.csv:2", "1 fields", "exactly 2", "set them apart by semicolons"}},
    {"Tabs", "tenure", "iso\tshare_owned_by_member\nXX-1\t0.5\n", {"my.csv:1", "tabs", "commas or semicolons"}},
    {"AColumnWithoutAName", "tenure", "iso;share_owned_by_member;;\nXX-1;0.5;;\n", {"my.csv:1", "column 3 has no name"}},
    {"AColumnNamedTwice", "tenure", "iso,iso,note\nXX-1,XX-1,a\n", {"my.csv:1", "'iso' is named twice"}},
    {"AHeaderGivenTwice",
     "tenure",
     "iso,share_owned_by_member\nXX-1,0.5\niso,share_owned_by_member\n",
     {"my.csv:3", "header is given twice"}},
    {"ALastLineCutShort",
     "labour",
     "iso,year,employed_persons\nXX-1,2022,185\nXX-2,20",
     {"my.csv:3", "2 fields", "exactly 3", "that the file is whole"}},
    {"AQuoteCutShort", "tenure", "iso,share_owned_by_member,note\nXX-1,0.5,\"as seen in", {"my.csv:2", "quote is not closed"}},
    {"ANulByte", "tenure", std::string("iso,share_owned_by_member\nXX-1,0.5\nXX-2,0\0.5\n", 45), {"my.csv:3", "NUL byte"}},
    {"Utf16WithAMark", "tenure", std::string("\xFF\xFEi\0s\0o\0", 8), {"UTF-16 (little endian)", "save it as UTF-8"}},
    {"Utf16TheOtherWayRound", "tenure", std::string("\xFE\xFF\0i\0s\0o", 8), {"UTF-16 (big endian)", "save it as UTF-8"}},
    {"Utf16WithoutAMark", "tenure", std::string("i\0s\0o\0,\0", 8), {"UTF-16 (little endian)"}},
    {"Windows1251",
     "tenure",
     "iso,note\nXX-1,\xEF\xEE \xE4\xE0\xED\xED\xFB\xEC \xE0\xEA\xE8\xEC\xE0\xF2\xE0\n",
     {"my.csv:2: byte 0xEF is not UTF-8", "Windows-1251 (Cyrillic)", "save it as UTF-8"}},
    {"Dos866", "tenure", "iso,note\nXX-1,\xAF\xAE \xA4\xA0\xAD\xAD\xEB\xAC\n", {"my.csv:2", "DOS 866"}},
    {"Koi8", "tenure", "iso,note\nXX-1,\xD0\xCF \xC4\xC1\xCE\xCE\xD9\xCD\n", {"my.csv:2", "KOI8-R"}},
    {"AWesternEncoding", "tenure", "iso,note\nXX-1,caf\xE9 here\n", {"my.csv:2", "Windows-1252 or another Western"}},
    {"AnExcelWorkbook", "tenure", std::string("PK\x03\x04\x14\0", 6), {"my.csv: the file is an Excel workbook", "'CSV UTF-8'"}},
    {"AnEmptyFile", "tenure", "", {"my.csv: the file is empty"}},
    {"NothingButAMark", "tenure", "\xEF\xBB\xBF\n\n", {"my.csv: the file is empty"}},
    {"AVeryLongRow", "tenure", "iso,note\nXX-1," + std::string(1100000, 'x') + "\n", {"my.csv:2", "more than 1 MB"}},
    {"AQuoteLeftOpenFarAbove", "tenure", "iso,note\nXX-1,\"" + std::string(1100, '\n') + std::string(1100000, '\n'), {"my.csv:2", "quote"}},
    {"AVeryLargeFile", "tenure", "iso,note\n" + std::string(17000000, '\n'), {"my.csv", "17000009 bytes", "allowed 1 to 16777216"}},
    {"AThousandAndOneColumns", "tenure", std::string(1000, ',') + "\n", {"my.csv:1", "1001 columns", "1 to 1000"}},
    {"ANewRowWithoutItsNumbers",
     "hub_pairs",
     "hinterland_iso,hub_iso,cost_shift_util\nXX-1,XX-3,0.5\n",
     {"my.csv:2", "'commuters_persons' is ''", "empty"}},
    {"ANewRowOfAnUnknownRegion",
     "capacity_projects",
     "iso,system,project,delivered,size,unit\nXX-7,water,well,2024-03,1,thousand_m3_per_day\n",
     {"my.csv:2", "'XX-7'", "did you mean"}},
};

const auto name_of = [](const auto& info) { return std::string(info.param.name); };
INSTANTIATE_TEST_SUITE_P(Each, BadOwnTable, ::testing::ValuesIn(bad_own_tables), name_of);

/// The tiny scenario with `text` at its end.
std::string refusal_of_scenario(const TinyCopy& copy, const std::string& text) {
  TinyCopy::append(copy.scenario(), text);
  return refusal_of([&] { (void)load_country(load_scenario(copy.scenario()).country); });
}

TEST(OwnTables, OfAScenarioAreBesideItsFileAndGiveWayToThoseOfTheCommandLine) {
  const TinyCopy copy;
  TinyCopy::write(copy.root() / "scenarios" / "a.csv", "iso,share_owned_by_member\nXX-1,0.5\n");
  TinyCopy::write(copy.root() / "b.csv", "iso,share_owned_by_member\nXX-2,0.5\n");
  TinyCopy::append(copy.scenario(), "[tables]\ntenure = \"a.csv\"\n");
  EXPECT_EQ(load_country(load_scenario(copy.scenario()).country).owner_share, (std::vector<double>{0.5, 0.86, 0.74}));
  const Scenario other = load_scenario(copy.scenario(), {{"tables.tenure.csv", (copy.root() / "b.csv").string()}});
  EXPECT_EQ(load_country(other.country).owner_share, (std::vector<double>{0.9, 0.5, 0.74}));
  const auto stated = std::find_if(other.origins.begin(), other.origins.end(),
                                   [](const Origin& origin) { return origin.path == "tables.tenure"; });
  ASSERT_NE(stated, other.origins.end());
  EXPECT_EQ(stated->origin, "--table");
}

TEST(OwnTables, OfAParentFileAreInheritedAndFoundBesideTheParent) {
  const TinyCopy copy;
  std::filesystem::create_directories(copy.root() / "mine");
  TinyCopy::write(copy.root() / "scenarios" / "a.csv", "iso,share_owned_by_member\nXX-1,0.5\n");
  TinyCopy::append(copy.scenario(), "[tables]\ntenure = \"a.csv\"\n");
  TinyCopy::write(copy.root() / "mine" / "child.toml", "extends = \"../scenarios/tiny.toml\"\n");
  EXPECT_EQ(load_country(load_scenario(copy.root() / "mine" / "child.toml").country).owner_share.front(), 0.5);
}

TEST(OwnTables, AreWrittenIntoTheResolvedScenarioByTable) {
  const TinyCopy copy;
  TinyCopy::write(copy.root() / "scenarios" / "a.csv", "iso,share_owned_by_member\nXX-1,0.5\n");
  TinyCopy::append(copy.scenario(), "[tables]\ntenure = \"a.csv\"\nbudgets = \"a.csv\"\n");
  EXPECT_NE(resolved_toml(load_scenario(copy.scenario()), "tiny")
                .find("\n[tables]\ntenure = \"tables/tenure.csv\"\nbudgets = \"tables/budgets.csv\"\n"),
            std::string::npos);
}

TEST(OwnTables, OfAnUnknownNameOrFileAreRefusedAtTheirLine) {
  EXPECT_TRUE(names_all(refusal_of_scenario(TinyCopy(), "[tables]\nlabor = \"a.csv\"\n"),
                        {"tiny.toml:9", "no table 'labor'", "did you mean 'labour'"}));
  EXPECT_TRUE(names_all(refusal_of_scenario(TinyCopy(), "[tables]\nlabour = \"a.csv\"\n"),
                        {"tiny.toml:9", "'tables.labour' is 'a.csv'", "no such file"}));
  EXPECT_TRUE(names_all(refusal_of_scenario(TinyCopy(), "[tables]\nlabour = 5\n"), {"tiny.toml:9", "'5'", "a CSV file"}));
  EXPECT_TRUE(names_all(refusal_of_scenario(TinyCopy(), "[tables]\nlabour.csv = \"a.csv\"\n"),
                        {"tiny.toml:9", "'tables.labour' is 'a table'", "a CSV file"}));
  EXPECT_TRUE(names_all(refusal_of_scenario(TinyCopy(), "[table]\nlabour = \"a.csv\"\n"),
                        {"tiny.toml:9", "unknown key 'table.labour'", "did you mean 'tables.labour'"}));
}

TEST(OwnTables, OfATableThatTheCountryHasNotAreRefused) {
  const TinyCopy copy;
  TinyCopy::write(copy.root() / "scenarios" / "a.csv", "centre_en,iso\nPort,XX-1\n");
  EXPECT_TRUE(names_all(refusal_of_scenario(copy, "[tables]\ngrowth_centres = \"a.csv\"\n"),
                        {"tiny.toml:9", "the country has no growth_centres.csv", "a copy of "}));
}

TEST(OwnTables, WithThreeDigitsAfterACommaAreReadOnceAnotherCellSettlesIt) {
  const Country own = tiny_with("labour",
                                "iso;year;average_monthly_wage_kzt;unemployment_rate_pct\n"
                                "XX-1;2022;210,125;5,1\n");
  EXPECT_EQ(own.mean_wage_kzt.front(), 210.125);
}

}  // namespace
}  // namespace world
