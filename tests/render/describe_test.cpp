// The view as text against panel.csv of the same run.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "render/describe.hpp"
#include "render/session_source.hpp"
#include "tests/render/session_fixture.hpp"

namespace {

using namespace viewer;
using nlohmann::json;
using world::observers::Language;

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> all;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) all.push_back(cell);
  return all;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

/// A recorded run of the tiny country, opened by the window's own source.
class Describe : public ::testing::Test {
 protected:
  void SetUp() override {
    run_ = scratch_ / "run";
    viewer::testing::write_run(run_, 30, {});
    source_ = open_session(run_.string(), viewer::testing::ways_in(scratch_ / "session"));
  }
  std::string told(DescribeAs as, const std::string& at, Info info = Info::net_rate, Language language = Language::en) {
    return describe(*source_, {.as = as, .at = at, .info = info, .language = language});
  }

  viewer::testing::Scratch scratch_;
  std::filesystem::path run_;
  std::unique_ptr<Source> source_;
};

TEST_F(Describe, TellsTheNumbersOfThePanelExactly) {
  const std::vector<std::string> panel = lines_of(viewer::testing::TinyCopy::read(run_ / "panel.csv"));
  const std::vector<std::string> head = cells(panel.front());
  const json all = json::parse(told(DescribeAs::json, "2023-06"));
  EXPECT_EQ(all["month"], "2023-06");
  const double scale = all["source"]["people_per_agent"];
  std::size_t n_found = 0;
  for (const std::string& line : panel) {
    const std::vector<std::string> row = cells(line);
    if (row[0] != "2023-06") continue;
    const json& region = all["regions"][n_found++];
    EXPECT_EQ(region["region"], row[1]);
    const auto cell = [&](const std::string& name) {
      const auto at = static_cast<std::size_t>(std::find(head.begin(), head.end(), name) - head.begin());
      return std::stod(row.at(at));
    };
    EXPECT_EQ(region["people"], cell("population_actual_persons") * scale);
    EXPECT_EQ(region["registered"], cell("population_registered_persons") * scale);
    EXPECT_EQ(region["unregistered"], cell("unregistered_persons") * scale);
    EXPECT_EQ(region["employed"], cell("employed_persons") * scale);
    EXPECT_EQ(region["unemployed"], cell("unemployed_persons") * scale);
    EXPECT_EQ(region["arrivals_in_month"], cell("arrivals_interregional_actual_persons") * scale);
    EXPECT_EQ(region["departures_in_month"], cell("departures_interregional_actual_persons") * scale);
    EXPECT_NEAR(region["mean_wage_kzt"].get<double>(), cell("mean_wage_kzt"), 0.006);
  }
  EXPECT_EQ(n_found, all["regions"].size());
  double people = 0, arrived = 0;
  for (const json& region : all["regions"]) {
    people += region["people"].get<double>();
    arrived += region["arrivals_in_year"].get<double>();
  }
  EXPECT_EQ(all["totals"]["people"], people);
  EXPECT_EQ(all["totals"]["moved"], arrived);
}

TEST_F(Describe, KeepsBooksThatBalanceFromMonthToMonth) {
  const auto at = [&](int index) {
    const std::string month = world::observers::month_name(*source_->month(index));
    return json::parse(told(DescribeAs::json, month));
  };
  json before = at(0);
  for (int index = 1; index < source_->n_months(); ++index) {
    const json now = at(index);
    double arrived = 0, left = 0;
    for (std::size_t r = 0; r < now["regions"].size(); ++r) {
      const json& region = now["regions"][r];
      const auto of = [&](const char* key) { return region[key].get<double>(); };
      arrived += of("arrivals_in_month");
      left += of("departures_in_month");
      EXPECT_EQ(of("people"), before["regions"][r]["people"].get<double>() + of("births_in_month") -
                                  of("deaths_in_month") + of("external_arrivals_in_month") -
                                  of("external_departures_in_month") + of("arrivals_in_month") -
                                  of("departures_in_month"))
          << now["month"] << region["region"];
    }
    EXPECT_EQ(arrived, left) << now["month"];
    before = now;
  }
}

TEST_F(Describe, SaysTheSameInThreeFormsAndLanguages) {
  const json all = json::parse(told(DescribeAs::json, "", Info::wage));
  const std::vector<std::string> csv = lines_of(told(DescribeAs::csv, "", Info::wage));
  ASSERT_EQ(csv.size(), all["regions"].size() + 1);
  for (std::size_t i = 0; i + 1 < csv.size(); ++i) {
    const std::vector<std::string> row = cells(csv[i + 1]);
    EXPECT_EQ(row.size(), cells(csv[0]).size());
    EXPECT_EQ(row[0], all["month"]);
    EXPECT_EQ(row[1], all["regions"][i]["region"]);
    EXPECT_EQ(json::parse(row[3]), all["regions"][i]["value"]);
  }
  for (const Language language : world::observers::languages) {
    const std::string said = told(DescribeAs::text, "", Info::people, language);
    const std::string people = world::observers::count_text(all["totals"]["people"].get<double>(), language);
    EXPECT_NE(said.find(people), std::string::npos) << said;
    EXPECT_NE(said.find(std::string(text(world::observers::Phrase::projection_warning, language))), std::string::npos);
  }
}

TEST_F(Describe, RefusesAMonthThatIsNotThere) {
  EXPECT_TRUE(viewer::testing::names_all(viewer::testing::refusal_of([&] { told(DescribeAs::text, "1999-01"); }),
                                         {"--at is '1999-01'", "allowed months from 2022-12"}));
}

TEST_F(Describe, TellsOnlyTheFlowsOfTheRegionOrPairLookedAt) {
  const auto flows = [&](const FocusWish& focus) {
    return json::parse(describe(*source_, {.as = DescribeAs::json, .at = "2024-06", .n_flows = 1000, .focus = focus}));
  };
  const json all = flows({}), in = flows({"XX-1", "", "in"}), pair = flows({"XX-1", "XX-2", ""});
  EXPECT_FALSE(all.contains("focus"));
  EXPECT_EQ(pair["focus"], (json{{"region", "XX-1"}, {"ways", "both"}, {"with", "XX-2"}}));
  double came = 0;
  for (const json& flow : all["flows"]) {
    if (flow["to"] == "XX-1") came += flow["people"].get<double>();
  }
  double told = 0;
  for (const json& flow : in["flows"]) {
    EXPECT_EQ(flow["to"], "XX-1");
    told += flow["people"].get<double>();
  }
  EXPECT_EQ(told, came);
  EXPECT_LE(pair["flows"].size(), 2U);
  EXPECT_THROW(flows({"XX-9", "", ""}), world::InputError);
  EXPECT_THROW(flows({"", "XX-1", ""}), world::InputError);
}

}  // namespace
