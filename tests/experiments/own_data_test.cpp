// A user's own table through the program: what it changes, where it is kept,
// and that a bad one leaves nothing behind.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/experiments/program.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;

std::string own_wages(const Scratch& scratch, const std::string& wage = "500000,5") {
  write_text(scratch / "wages.csv", "\xEF\xBB\xBFiso;year;average_monthly_wage_kzt\r\nXX-1;2022;" + wage + "\r\n");
  return scratch / "wages.csv";
}

TEST(OwnData, ChangesTheRunAndIsKeptInItsFolderWithItsHash) {
  const Scratch scratch;
  const std::string file = own_wages(scratch);
  ASSERT_EQ(qonys({"run", tiny(), "--out", scratch / "a", "--months", "3", "--quiet"}).exit_code, 0);
  const Outcome own = qonys({"run", tiny(), "--out", scratch / "b", "--months", "3", "--quiet", "--table", "labour=" + file});
  ASSERT_EQ(own.exit_code, 0) << own.error;
  EXPECT_NE(manifest_value(scratch / "a", "last_state_hash"), manifest_value(scratch / "b", "last_state_hash"));
  EXPECT_EQ(text_of(scratch / "b/inputs/tables/labour.csv"), text_of(file));
  EXPECT_EQ(text_of(scratch / "b/inputs/country/labour.csv"), text_of(scratch / "a/inputs/country/labour.csv"));
  const std::string manifest = text_of(scratch / "b/manifest.toml");
  EXPECT_NE(manifest.find("path = \"inputs/tables/labour.csv\"\nxxh3 = \""), std::string::npos) << manifest;
  EXPECT_NE(manifest.find("tables.labour=" + file), std::string::npos) << manifest;
}

TEST(OwnData, IsRepeatedFromTheRunsOwnFolder) {
  const Scratch scratch;
  const std::string file = own_wages(scratch);
  ASSERT_EQ(qonys({"run", tiny(), "--out", scratch / "a", "--months", "3", "--quiet", "--table", "labour.csv=" + file}).exit_code, 0);
  fs::remove(file);
  const Outcome again = qonys({"rerun", scratch / "a"});
  EXPECT_EQ(again.exit_code, 0) << again.error << again.out;
  EXPECT_EQ(manifest_value(scratch / "a", "last_state_hash"), manifest_value(scratch / "a-rerun", "last_state_hash"));
  write_text(scratch / "a/inputs/tables/labour.csv", "iso,year,average_monthly_wage_kzt\nXX-1,2022,1\n");
  const Outcome changed = qonys({"rerun", scratch / "a", "--out", scratch / "c"});
  EXPECT_EQ(changed.exit_code, 2);
  EXPECT_NE(changed.error.find("tables/labour.csv: hash"), std::string::npos) << changed.error;
}

TEST(OwnData, IsToldByCheckWithWhatItChanges) {
  const Scratch scratch;
  const Outcome check = qonys({"check", tiny(), "--resolved", "--table", "labour=" + own_wages(scratch)});
  ASSERT_EQ(check.exit_code, 0) << check.error;
  EXPECT_NE(check.out.find("own data  labour.csv: 1 row of "), std::string::npos) << check.out;
  EXPECT_NE(check.out.find("1 cell changed"), std::string::npos) << check.out;
  const std::size_t at = check.out.find("  tables.labour ");
  ASSERT_NE(at, std::string::npos) << check.out;
  EXPECT_NE(check.out.substr(at, check.out.find('\n', at) - at).find("--table"), std::string::npos);
}

/// Words after `qonys run tiny --out DIR`, the text of wages.csv, and what the refusal holds.
struct BadOwnData {
  const char* name;
  std::vector<std::string> words;
  std::string text;
  std::string says;
};

void PrintTo(const BadOwnData& bad, std::ostream* out) { *out << bad.name; }

class BadData : public testing::TestWithParam<BadOwnData> {};

TEST_P(BadData, EndsInOneLineAndTwoAndLeavesNothingBehind) {
  const Scratch scratch;
  if (!GetParam().text.empty()) write_text(scratch / "wages.csv", GetParam().text);
  std::vector<std::string> words{"run", tiny(), "--out", scratch / "run"};
  for (const std::string& word : GetParam().words) {
    const std::size_t sign = word.find("@");
    words.push_back(sign == std::string::npos ? word : word.substr(0, sign) + (scratch / word.substr(sign + 1)));
  }
  const Outcome outcome = qonys(words);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(n_lines(outcome.error), 1) << outcome.error;
  EXPECT_NE(outcome.error.find(GetParam().says), std::string::npos) << outcome.error;
  EXPECT_FALSE(fs::exists(scratch / "run"));
}

const std::string good = "iso,year,average_monthly_wage_kzt\nXX-1,2022,500000\n";

INSTANTIATE_TEST_SUITE_P(
    Each, BadData,
    testing::Values(BadOwnData{"NoFile", {"--table", "labour"}, "", "allowed NAME=FILE, such as --table labour=my.csv"},
                    BadOwnData{"NoName", {"--table", "=@wages.csv"}, good, "allowed NAME=FILE"},
                    BadOwnData{"NothingAfterTheSign", {"--table", "labour="}, "", "allowed NAME=FILE"},
                    BadOwnData{"NoValue", {"--table"}, "", "--table needs a value: --table NAME=FILE"},
                    BadOwnData{"AnUnknownTable", {"--table", "labor=@wages.csv"}, good, "did you mean 'labour'?"},
                    BadOwnData{"AFileThatIsNotThere", {"--table", "labour=@wages.csv"}, "", "no such file"},
                    BadOwnData{"AFolder", {"--table", "labour=@."}, "", "no such file"},
                    BadOwnData{"OneTableTwice",
                               {"--table", "labour=@wages.csv", "--table", "labour.csv=@wages.csv"},
                               good,
                               "table 'labour.csv' is given twice"},
                    BadOwnData{"ATableTheCountryHasNot",
                               {"--table", "growth_centres=@wages.csv"},
                               good,
                               "the country has no growth_centres.csv"},
                    BadOwnData{"AnUnknownRegion",
                               {"--table", "labour=@wages.csv"},
                               "iso,year,average_monthly_wage_kzt\nXX-8,2022,5\n",
                               "wages.csv:2: no row of labour.csv has iso = XX-8"},
                    BadOwnData{"NotANumber",
                               {"--table", "labour=@wages.csv"},
                               "iso,year,average_monthly_wage_kzt\nXX-1,2022,nan\n",
                               "wages.csv:2: column 'average_monthly_wage_kzt' is 'nan'; not a number"},
                    BadOwnData{"AnotherEncoding",
                               {"--table", "labour=@wages.csv"},
                               std::string("\xFF\xFEi\0s\0", 6),
                               "UTF-16"},
                    BadOwnData{"AValueOutOfRange",
                               {"--table", "labour=@wages.csv"},
                               "iso,year,average_monthly_wage_kzt\nXX-1,2022,-1\n",
                               "wages.csv:2: column 'average_monthly_wage_kzt' is '-1'"}),
    [](const auto& bad) { return std::string(bad.param.name); });

}  // namespace
}  // namespace tests
