// Why people left, of all regions in one pass: the same sums as the page of one region.
#include "world/observers/leavers.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "world/errors.hpp"
#include "world/observers/text.hpp"
#include "world/observers/why.hpp"

namespace world::observers {
namespace {

const std::vector<std::string> iso = {"KZ-61", "KZ-71", "KZ-75"};

std::string rows(const std::string& pair, const std::string& type, int people, double gain) {
  std::string text;
  for (int c = 0; c < n_gains; ++c) {
    const std::string name = c == agents::n_causes ? taste_name : agents::cause_names[static_cast<std::size_t>(c)];
    text += pair + "," + type + "," + name + ",2," + std::to_string(people) + "," + fixed_text(gain * c, 3) + "," +
            fixed_text(gain * c, 3) + ",,,,0.5,0.1\n";
  }
  return text;
}

class LeaversOfRegions : public ::testing::Test {
 protected:
  std::filesystem::path file =
      std::filesystem::path(::testing::TempDir()) /
      ("qonys_leavers_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + ".csv");
  void TearDown() override { std::filesystem::remove(file); }
  [[nodiscard]] std::vector<YearOfLeavers> read(const std::string& text) const {
    std::ofstream(file) << header_row(causes_columns().columns) << text;
    return read_leavers(file, iso);
  }
};

const std::string two_years =
    rows("2023,KZ-61,KZ-71", "under_30,secondary", 5, 0.5) + rows("2023,KZ-61,KZ-75", "under_30,higher", 3, 0.25) +
    "2023,KZ-61,KZ-75,any,any,guardian,0,1,,,,,,,\n" + rows("2024,KZ-71,KZ-61", "30_to_44,higher", 4, 1);

TEST_F(LeaversOfRegions, CountsPeopleOncePerPairAndTypeAndPlacedChildrenWithThem) {
  const auto years = read(two_years);
  ASSERT_EQ(years.size(), 2U);
  EXPECT_EQ(years[0].year, 2023);
  EXPECT_EQ(years[0].regions[0].people, 9);
  EXPECT_EQ(years[0].regions[0].households, 4);
  EXPECT_EQ(years[0].regions[1].people, 0);
  EXPECT_EQ(years[1].regions[1].people, 4);
}

TEST_F(LeaversOfRegions, GainsAreThoseOfThePageOfOneRegion) {
  const auto years = read(two_years);
  const Leaving leaving = read_leaving(file, iso, 0, 2023, 2023);
  for (std::size_t c = 0; c < n_gains; ++c) {
    EXPECT_DOUBLE_EQ(years[0].regions[0].positive_gain[c], leaving.out.causes[c].positive_gain) << c;
  }
  EXPECT_EQ(years[0].regions[0].people, leaving.out.people + leaving.out.placed);
}

TEST_F(LeaversOfRegions, RefusesUnknownRegionsAndCausesAndYearsOutOfOrder) {
  EXPECT_THROW((void)read(rows("2023,KZ-99,KZ-71", "under_30,secondary", 1, 1)), InputError);
  EXPECT_THROW((void)read("2023,KZ-61,KZ-71,under_30,higher,weather,1,1,0,0,,,,0.5,0.1\n"), InputError);
  EXPECT_THROW(
      (void)read(rows("2024,KZ-61,KZ-71", "under_30,higher", 1, 1) + rows("2023,KZ-61,KZ-71", "under_30,higher", 1, 1)),
      InputError);
}

}  // namespace
}  // namespace world::observers
