// The tables of a run add up, with themselves and with each other; the columns
// are those declared and documented.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "experiments/exit_codes.hpp"
#include "tests/experiments/program.hpp"
#include "world/observers/causes.hpp"
#include "world/observers/costs.hpp"
#include "world/observers/flows.hpp"
#include "world/observers/knowledge.hpp"
#include "world/observers/money.hpp"
#include "world/observers/months.hpp"
#include "world/observers/panel.hpp"
#include "world/observers/schooling.hpp"

namespace tests {
namespace {

/// One run of two years, made once for all tests of this file.
class Outputs : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch = new Scratch;
    const Outcome outcome = qonys({"run", tiny(), "--out", *scratch / "run", "--months", "24", "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.error;
    panel = rows_of(*scratch / "run/panel.csv");
    flows = rows_of(*scratch / "run/flows.csv");
    months = rows_of(*scratch / "run/months.csv");
    causes = rows_of(*scratch / "run/causes.csv");
  }
  static void TearDownTestSuite() { delete scratch; }

  static std::string first_line(const std::string& file) {
    const std::string text = text_of(*scratch / ("run/" + file));
    return text.substr(0, text.find('\n') + 1);
  }

  /// Sum of a column of the panel in one month.
  static long long panel_total(const std::string& month, const std::string& column) {
    long long total = 0;
    for (const Row& row : panel) total += row.at("month") == month ? number(row, column) : 0;
    return total;
  }

  inline static Scratch* scratch = nullptr;
  inline static std::vector<Row> panel, flows, months, causes;
};

TEST_F(Outputs, HaveTheHeadersThatAreDeclared) {
  namespace observers = world::observers;
  for (const auto* file : {&observers::panel_columns(), &observers::flows_columns(), &observers::causes_columns(), &observers::costs_columns(),
                           &observers::accounts_columns(), &observers::schooling_columns(), &observers::knowledge_columns(), &observers::prestige_columns(),
                           &observers::months_columns(), &observers::hashes_columns(), &observers::timings_columns()}) {
    EXPECT_EQ(first_line(file->file), observers::header_row(file->columns));
  }
}

TEST_F(Outputs, OfSchoolingBalanceByRegionLevelAndFieldFromOneDecemberToTheNext) {
  const std::vector<Row> rows = rows_of(*scratch / "run/schooling.csv");
  constexpr std::size_t n_a_year = 3 * 15;   // regions × (school, two levels of seven fields)
  ASSERT_EQ(rows.size(), 2 * n_a_year);
  long long graduates = 0;
  for (std::size_t i = 0; i < n_a_year; ++i) {
    const Row& before = rows[i];
    const Row& now = rows[n_a_year + i];
    ASSERT_EQ(before.at("region") + before.at("level") + before.at("field"), now.at("region") + now.at("level") + now.at("field"));
    EXPECT_EQ(before.at("year"), "2023");
    EXPECT_EQ(now.at("year"), "2024");
    EXPECT_EQ(number(now, "students_persons"),
              number(before, "students_persons") + number(now, "entrants_persons") - number(now, "dropouts_persons") -
                  number(now, "graduates_persons") - number(now, "died_or_abroad_persons") + number(now, "moved_along_persons"));
    if (now.at("level") != "school") {
      EXPECT_LE(number(now, "entrants_persons"), number(now, "seats_count"));
      EXPECT_LE(number(now, "own_specialty_employed_persons"), number(now, "employed_persons"));
      graduates += number(now, "graduates_persons");
    }
  }
  EXPECT_GT(graduates, 0);
}

TEST_F(Outputs, OfKnowledgeHoldEveryRegionSectorAndFieldOnceAYearAsThePanelHasThem) {
  const std::vector<Row> rows = rows_of(*scratch / "run/knowledge.csv");
  ASSERT_EQ(rows.size(), 2U * 3U * 5U);  // years × regions × (all, four sectors)
  for (const Row& row : rows) {
    if (row.at("sector") != "all") {
      EXPECT_EQ(row.at("knowledge_stock_kzt"), "");
      EXPECT_GT(std::stod(row.at("adoption_share")), 0.05) << "it spreads";
      continue;
    }
    for (const Row& place : panel) {
      if (place.at("month") != row.at("year") + "-12" || place.at("region") != row.at("region")) continue;
      EXPECT_EQ(place.at("knowledge_stock_kzt"), row.at("knowledge_stock_kzt"));
      EXPECT_EQ(place.at("ai_adoption_share"), row.at("adoption_share"));
      EXPECT_EQ(place.at("productivity_index"), row.at("productivity_index"));
      EXPECT_EQ(place.at("conditions_index"), row.at("conditions_index"));
    }
  }
  const std::vector<Row> fields = rows_of(*scratch / "run/prestige.csv");
  ASSERT_EQ(fields.size(), 2U * 7U);
  for (const Row& row : fields) EXPECT_LT(std::abs(std::stod(row.at("prestige_index"))), 0.2) << row.at("field");
}

TEST_F(Outputs, BeginWithTheStartInWhichNothingHappened) {
  ASSERT_EQ(panel.size(), 25U * 3U);
  ASSERT_EQ(months.size(), 25U);
  EXPECT_EQ(panel.front().at("month"), "2022-12");
  EXPECT_GT(panel_total("2022-12", "population_actual_persons"), 1000);
  for (const char* event : {"births_persons", "deaths_persons", "arrivals_interregional_actual_persons",
                            "departures_interregional_registered_persons", "external_arrivals_actual_persons",
                            "marriages_count", "households_moved_count"}) {
    EXPECT_EQ(panel_total("2022-12", event), 0) << event;
  }
}

TEST_F(Outputs, AddUpFromThePanelToTheMonths) {
  const std::pair<const char*, const char*> pairs[] = {
      {"population_actual_persons", "population_actual_persons"},
      {"population_registered_persons", "population_registered_persons"},
      {"births_persons", "births_persons"},
      {"deaths_persons", "deaths_persons"},
      {"employed_persons", "employed_persons"},
      {"arrivals_interregional_actual_persons", "moves_actual_persons"},
      {"departures_interregional_actual_persons", "moves_actual_persons"},
      {"arrivals_interregional_registered_persons", "moves_registered_persons"},
      {"external_arrivals_actual_persons", "external_arrivals_persons"}};
  for (const Row& month : months) {
    for (const auto& [of_panel, of_months] : pairs) {
      EXPECT_EQ(panel_total(month.at("month"), of_panel), number(month, of_months))
          << month.at("month") << " " << of_panel;
    }
  }
}

TEST_F(Outputs, AddUpFromTheFlowsToThePanel) {
  std::map<std::pair<std::string, std::string>, std::array<long long, 4>> sums;  // out, in; actual, registered
  for (const Row& flow : flows) {
    auto& origin = sums[{flow.at("month"), flow.at("origin")}];
    auto& destination = sums[{flow.at("month"), flow.at("destination")}];
    origin[0] += number(flow, "moves_actual_persons");
    destination[1] += number(flow, "moves_actual_persons");
    origin[2] += number(flow, "moves_registered_persons");
    destination[3] += number(flow, "moves_registered_persons");
  }
  for (const Row& row : panel) {
    const auto& sum = sums[{row.at("month"), row.at("region")}];
    EXPECT_EQ(sum[0], number(row, "departures_interregional_actual_persons"));
    EXPECT_EQ(sum[1], number(row, "arrivals_interregional_actual_persons"));
    EXPECT_EQ(sum[2], number(row, "departures_interregional_registered_persons"));
    EXPECT_EQ(sum[3], number(row, "arrivals_interregional_registered_persons"));
  }
}

TEST_F(Outputs, AddUpFromTheCausesToTheFlowsToThePerson) {
  // A pair in a year: persons of every type once, and children placed.
  std::map<std::array<std::string, 3>, long long> accounted, moved;
  std::string type;
  long long households = 0;
  for (const Row& row : causes) {
    const std::string its = row.at("year") + row.at("origin") + row.at("destination") + row.at("age_band") + row.at("schooling");
    if (its == type) continue;
    type = its;
    accounted[{row.at("year"), row.at("origin"), row.at("destination")}] += number(row, "moved_persons");
    households += number(row, "deciding_households");
  }
  for (const Row& flow : flows) {
    const long long n = number(flow, "moves_actual_persons");
    if (n > 0) moved[{flow.at("month").substr(0, 4), flow.at("origin"), flow.at("destination")}] += n;
  }
  EXPECT_EQ(accounted, moved);
  long long households_moved = 0;
  for (const Row& row : panel) households_moved += number(row, "households_moved_count");
  EXPECT_EQ(households, households_moved);
  EXPECT_GT(households, 0);
}

TEST_F(Outputs, HaveTheSharesOfEveryPairAndTypeInAllItsRows) {
  constexpr std::size_t n_rows_of_a_type = 14;
  std::size_t n_decided = 0;
  for (const Row& row : causes) n_decided += row.at("cause") != "guardian" && row.at("cause") != "study";
  ASSERT_EQ(n_decided % n_rows_of_a_type, 0U);
  double positive = 0, unexplained = 0;
  for (const Row& row : causes) {
    if (row.at("cause") == "guardian" || row.at("cause") == "study") continue;
    if (row.at("cause") == "wage") positive = unexplained = 0;
    const double gain = std::stod(row.at("positive_gain_util"));
    positive += gain;
    if (row.at("cause") == "place" || row.at("cause") == "size") unexplained += gain;
    EXPECT_GE(gain, std::stod(row.at("gain_util")));
    if (row.at("cause") != "taste") {
      EXPECT_LE(number(row, "sole_pivotal_households"), number(row, "pivotal_households"));
      EXPECT_LE(number(row, "pivotal_households"), number(row, "deciding_households"));
      continue;
    }
    EXPECT_NEAR(std::stod(row.at("taste_share")), gain / positive, 0.002);
    EXPECT_NEAR(std::stod(row.at("unexplained_share")), unexplained / positive, 0.002);
  }
}

TEST_F(Outputs, ExplainEveryChangeOfThePopulationByEvents) {
  constexpr std::size_t n_regions = 3;
  for (std::size_t i = n_regions; i < panel.size(); ++i) {
    const Row& before = panel[i - n_regions];
    const Row& now = panel[i];
    const auto of = [&](const char* column) { return number(now, column); };
    EXPECT_EQ(of("population_actual_persons") - number(before, "population_actual_persons"),
              of("births_persons") - of("deaths_persons") + of("arrivals_interregional_actual_persons") -
                  of("departures_interregional_actual_persons") + of("external_arrivals_actual_persons") -
                  of("external_departures_actual_persons"))
        << now.at("month") << " " << now.at("region");
    EXPECT_EQ(of("population_registered_persons") - number(before, "population_registered_persons"),
              of("births_registered_persons") - of("deaths_registered_persons") +
                  of("arrivals_interregional_registered_persons") - of("departures_interregional_registered_persons") +
                  of("external_arrivals_registered_persons") - of("external_departures_registered_persons"))
        << now.at("month") << " " << now.at("region");
    EXPECT_EQ(of("employed_persons"), of("employees_persons") + of("informal_persons"));
    EXPECT_LE(of("own_specialty_persons"), of("employees_persons"));
  }
}

TEST_F(Outputs, TellTheSameSummaryInThreeLanguages) {
  const std::string en = text_of(*scratch / "run/summary.md");
  const std::string kk = text_of(*scratch / "run/summary.kk.md");
  const std::string ru = text_of(*scratch / "run/summary.ru.md");
  EXPECT_EQ(n_lines(kk), n_lines(en));
  EXPECT_EQ(n_lines(ru), n_lines(en));
  EXPECT_NE(en.find("| Capital |"), std::string::npos) << en;
  EXPECT_NE(kk.find("| Елорда |"), std::string::npos) << kk;
  EXPECT_NE(ru.find("| Столица |"), std::string::npos) << ru;
  for (const char* english : {"Capital", "moved", "| region"}) {
    EXPECT_EQ(kk.find(english), std::string::npos) << english;
    EXPECT_EQ(ru.find(english), std::string::npos) << english;
  }
}

TEST(Documents, HoldTheColumnsAsTheProgramDeclaresThem) {
  const std::string document = text_of(std::string(QONYS_SOURCE_DIR) + "/docs/outputs.md");
  const std::string columns = qonys({"columns", "--markdown"}).out;
  EXPECT_TRUE(document.ends_with(columns)) << "docs/outputs.md says at its end how to renew it";
}

TEST(Documents, HoldTheParametersAsTheProgramDeclaresThem) {
  const std::string document = text_of(std::string(QONYS_SOURCE_DIR) + "/docs/parameters.md");
  EXPECT_TRUE(document == qonys({"parameters", "--markdown"}).out)
      << "qonys parameters --markdown > docs/parameters.md";
}

TEST(Documents, HoldTheLeversAsTheProgramDeclaresThem) {
  const std::string document = text_of(std::string(QONYS_SOURCE_DIR) + "/docs/levers.md");
  EXPECT_TRUE(document == qonys({"levers", "--markdown"}).out) << "qonys levers --markdown > docs/levers.md";
}

TEST(Documents, NameEveryExitCode) {
  const std::string document = text_of(std::string(QONYS_SOURCE_DIR) + "/docs/outputs.md");
  for (const auto& info : experiments::exit_codes) {
    const std::string row = "| " + std::to_string(static_cast<int>(info.code)) + " | " + info.sentence + " |";
    EXPECT_NE(document.find(row), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace tests
