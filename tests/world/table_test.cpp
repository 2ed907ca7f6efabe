// Table, nearest names and numbers as text.
#include "world/table.hpp"

#include <gtest/gtest.h>

#include "tests/world/tiny_copy.hpp"
#include "world/nearest.hpp"
#include "world/numbers.hpp"

namespace world {
namespace {

using testing::names_all;
using testing::refusal_of;
using testing::TinyCopy;

/// A table of the given text, read from a file t.csv.
Table table_of(const std::string& text) {
  const TinyCopy folder;
  const auto file = folder.root() / "t.csv";
  TinyCopy::write(file, text);
  return Table::read(file);
}

TEST(Table, GivesCellsByRowAndColumnName) {
  const Table table = table_of("iso,persons\nXX-1,12\nXX-2,3.5\n");
  EXPECT_EQ(table.n_rows(), 2);
  EXPECT_EQ(table.text(0, "iso"), "XX-1");
  EXPECT_EQ(table.number(1, "persons", persons), 3.5);
  EXPECT_EQ(table.integer(0, "persons", persons), 12);
}

TEST(Table, ToleratesAByteOrderMarkBlankLinesAndWindowsLineEnds) {
  const Table table = table_of("\xEF\xBB\xBFiso,persons\r\n\r\nXX-1,12\r\n");
  ASSERT_EQ(table.n_rows(), 1);
  EXPECT_EQ(table.text(0, "iso"), "XX-1");
  EXPECT_EQ(table.integer(0, "persons", persons), 12);
}

TEST(Table, ReadsALastLineWithoutALineEnd) { EXPECT_EQ(table_of("a,b\n1,2").n_rows(), 1); }

TEST(Table, KeepsCommasQuotesAndUtf8OfQuotedFields) {
  const Table table = table_of("name,note\nҚазақстан,\"one, \"\"two\"\"\"\n");
  EXPECT_EQ(table.text(0, "name"), "Қазақстан");
  EXPECT_EQ(table.text(0, "note"), "one, \"two\"");
}

TEST(Table, KnowsOnWhichLineARowStartsAfterBlankLinesAndLineEndsInQuotes) {
  const Table table = table_of("a,b\n1,\"two\nlines\"\n\n3,4\n");
  ASSERT_EQ(table.n_rows(), 2);
  EXPECT_EQ(table.line(0), 2);
  EXPECT_EQ(table.line(1), 5);
}

TEST(Table, TellsAnEmptyCellFromANumber) {
  const Table table = table_of("a,b\n,0\n");
  EXPECT_FALSE(table.optional_number(0, "a", share).has_value());
  EXPECT_EQ(table.optional_number(0, "b", share), 0.0);
}

TEST(Table, NamesFileLineColumnValueAndRangeOfAWrongNumber) {
  const Table table = table_of("a,employed_persons\nx,-3\n");
  EXPECT_TRUE(names_all(refusal_of([&] { (void)table.number(0, "employed_persons", persons); }),
                        {"t.csv:2: column 'employed_persons' is '-3'", "allowed 0 to 1e+09", "count of people"}));
}

TEST(Table, RefusesNumbersWithATailAndInfinities) {
  const Table table = table_of("a\n12x\ninf\nnan\n");
  for (int row = 0; row < table.n_rows(); ++row) {
    EXPECT_TRUE(names_all(refusal_of([&] { (void)table.number(row, "a", persons); }), {"not a number"}));
  }
}

TEST(Table, RefusesAFractionWhereAWholeNumberIsWanted) {
  const Table table = table_of("year\n2022.5\n");
  EXPECT_TRUE(names_all(refusal_of([&] { (void)table.integer(0, "year", {1990, 2100}); }), {"whole", "1990 to 2100"}));
}

TEST(Table, NamesTheNearestColumnOfAMissingOne) {
  const Table table = table_of("iso,employed_person,year\nXX-1,1,2\n");
  EXPECT_TRUE(names_all(refusal_of([&] { (void)table.cell(0, "employed_persons"); }),
                        {"t.csv:1", "'employed_persons' is missing", "'employed_person'"}));
}

TEST(Table, RefusesARowWithTooFewFields) {
  EXPECT_TRUE(
      names_all(refusal_of([] { (void)table_of("a,b,c\n1,2,3\n1,2\n"); }), {"t.csv:3", "2 fields", "exactly 3"}));
}

TEST(Table, RefusesAColumnNamedTwice) {
  EXPECT_TRUE(names_all(refusal_of([] { (void)table_of("a,b,a\n1,2,3\n"); }), {"t.csv:1", "'a' is named twice"}));
}

TEST(Table, RefusesAQuoteThatIsNeverClosed) {
  EXPECT_TRUE(names_all(refusal_of([] { (void)table_of("a,b\n1,\"two\n3,4\n"); }), {"t.csv:2", "quote"}));
}

TEST(Table, RefusesAnEmptyFile) {
  EXPECT_TRUE(names_all(refusal_of([] { (void)table_of(""); }), {"t.csv", "empty"}));
}

TEST(Table, QuotesLongValuesOfSeveralLinesOnOneShortLine) {
  const Table table = table_of("a\n\"" + std::string(200, 'x') + "\n\"\n\"y\nz\"\n");
  EXPECT_LT(refusal_of([&] { (void)table.number(0, "a", share); }).size(), 300U);
  EXPECT_TRUE(names_all(refusal_of([&] { (void)table.number(1, "a", share); }), {"'y z'"}));
}

TEST(Nearest, CountsEditsLikeTheTableFilledByHand) {
  EXPECT_EQ(edit_distance("", "abc"), 3);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
  EXPECT_EQ(edit_distance("same", "same"), 0);
}

TEST(Nearest, PrefersTheFirstOfEqualsAndIsEmptyWithoutNames) {
  EXPECT_EQ(nearest("ax", {"ay", "az"}), "ay");
  EXPECT_EQ(nearest("ax", {}), "");
}

TEST(Numbers, AreWrittenAsTheShortestTextThatReadsBackToTheSameBits) {
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(1), "1");
  for (const double value : {1.0 / 3, 0.1 + 0.2, 1e-300, 123456789.123456789, -2.5e20}) {
    EXPECT_EQ(parse_number(number_text(value)), value);
  }
}

}  // namespace
}  // namespace world
